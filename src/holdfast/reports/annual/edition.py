"""What is one edition of the annual report written from?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from holdfast.council import Council
from holdfast.figures.figure import Count, Counted
from holdfast.reports.charts.sheet import Colours
from holdfast.reports.neighbours import Neighbour
from holdfast.reports.numbers import year_before
from holdfast.reports.prose import Prose
from holdfast.reports.sentences import count_in

MOST_YEARS = 6


class Disagreement(Protocol):
    """One thing that does not add up; `accepted_because` is None until somebody has accepted it."""

    @property
    def says(self) -> str:
        """What does not agree, as a sentence."""

    @property
    def expected(self) -> str:
        """What it should be."""

    @property
    def found(self) -> str:
        """What it is."""

    @property
    def where(self) -> str:
        """Which figure, band and year."""

    @property
    def accepted_because(self) -> str | None:
        """Why it is published all the same."""


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One kind of finding in the returns: how bad ("refused", "error", "warning", "note"), what it is, how many."""

    severity: str
    what: str
    count: int


@dataclass(frozen=True)
class Edition:
    """One council's one year: its figures, what was found in its returns, and what stands beside them.

    `checks` names, in a few words each, what was compared to see whether the figures add up.
    """

    council: Council
    year: str
    figures: Mapping[str, Counted]
    made: str = ""
    disagreements: Sequence[Disagreement] = ()
    findings: Sequence[FindingLine] = ()
    checks: Sequence[str] = ()
    prose: Mapping[str, Prose] = field(default_factory=dict)
    neighbours: Sequence[Neighbour] = ()

    def of(self, name: str) -> Counted | None:
        """The figure of that name, None where it was not counted."""
        return self.figures.get(name)

    def now(self, name: str) -> Count | None:
        """The figure's count this year, None where it cannot be shown."""
        return count_in(self.of(name), self.year)

    def before(self, name: str) -> Count | None:
        """The figure's count the year before, None where it cannot be shown."""
        return count_in(self.of(name), self.last_year)

    def split(self, name: str, band: str, year: str = "") -> Mapping[str, Count]:
        """The figure by one band in a year (this one unless named); empty where it was not split so."""
        counted = self.of(name)
        return counted.by.get(year or self.year, {}).get(band, {}) if counted else {}

    @property
    def last_year(self) -> str:
        """The name of the year before this one."""
        return year_before(self.year)

    def years_of(self, name: str) -> tuple[str, ...]:
        """The years the figure has an answer for, oldest first, up to this one, at most six."""
        counted = self.of(name)
        if counted is None:
            return ()
        return tuple(sorted(year for year in counted.years if year <= self.year))[-MOST_YEARS:]

    @cached_property
    def colours(self) -> Colours:
        """What its charts are filled with."""
        return Colours.of(self.council.colour, self.council.accent)
