"""What was found wrong or odd in a return: how serious it is, where it stands, and what was expected."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How serious a finding is, worst first."""

    REFUSED = "refused"
    ERROR = "error"
    WARNING = "warning"
    NOTED = "noted"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Severity).index(self)


SEVERITY_IN_WORDS = {
    Severity.REFUSED: "nothing is loaded until this is put right",
    Severity.ERROR: "loaded, but figures may be wrong",
    Severity.WARNING: "loaded; worth a look",
    Severity.NOTED: "read for what it plainly is",
}


class Finding(NamedTuple):
    """One thing found, in one place.

    `row` is the row a spreadsheet shows (the headings are row 1); in XML it is the record's number among its kind.
    None where the finding is about a whole file or about nothing that was written.
    """

    severity: Severity
    check: str
    file: str
    row: int | None
    column: str
    found: str
    expected: str
    child_id: str
    message: str

    @property
    def where(self) -> str:
        """The file, row and column, as one would point to it."""
        parts = (self.file, f"row {self.row}" if self.row is not None else "", self.column)
        return ", ".join(part for part in parts if part)

    def __str__(self) -> str:
        words = f"{self.where}: {self.message}" if self.where else self.message
        if self.found:
            words += f" Found {self.found!r}."
        return f"{words} Expected {self.expected}." if self.expected else words


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """Every finding of one check, counted at once and written out only when asked for."""

    check: str
    severity: Severity
    meaning: str
    count: int
    write: Callable[[int], Finding]

    def __iter__(self) -> Iterator[Finding]:
        return map(self.write, range(self.count))

    def first(self, count: int) -> list[Finding]:
        """The first few, in the order they stand in the files."""
        return [self.write(index) for index in range(min(count, self.count))]


def found_once(findings: Sequence[Finding], meaning: str) -> Found:
    """Findings of one check that are few and written already."""
    return Found(findings[0].check, findings[0].severity, meaning, len(findings), findings.__getitem__)


@dataclass(frozen=True, slots=True, eq=False)
class Findings:
    """All findings of a reading, worst first, each check together. Iterating writes them one at a time."""

    groups: tuple[Found, ...] = field(default=())

    def __iter__(self) -> Iterator[Finding]:
        for group in self.groups:
            yield from group

    def __len__(self) -> int:
        return sum(group.count for group in self.groups)

    def count_by_check(self) -> dict[str, int]:
        """How many findings each check has, worst check first."""
        return {group.check: group.count for group in self.groups}

    def count_by_severity(self) -> dict[Severity, int]:
        """How many findings there are of each severity, worst first, noughts too."""
        return {
            severity: sum(group.count for group in self.groups if group.severity is severity) for severity in Severity
        }

    def of(self, severity: Severity) -> "Findings":
        """Only the findings of one severity."""
        return Findings(tuple(group for group in self.groups if group.severity is severity))

    @property
    def worst(self) -> Severity | None:
        """The worst severity found, None when nothing was."""
        return min((group.severity for group in self.groups if group.count), key=lambda one: one.rank, default=None)


def in_order(groups: Sequence[Found]) -> Findings:
    """Worst first; within a severity in the order they were found. Empty ones are left out."""
    return Findings(tuple(sorted((group for group in groups if group.count), key=lambda group: group.severity.rank)))
