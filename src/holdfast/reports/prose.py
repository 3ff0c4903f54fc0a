"""What has the service written itself, and which numbers in it were typed by hand where a figure exists?

Markdown files in `prose/` beside the returns are set inside the section of the same name; a file of another name
becomes a section of its own. A number that a figure holds is better named, `{{ reviews_in_time }}`, than typed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from holdfast.figures.figure import Counted
from holdfast.reports.numbers import percentage


class ProseError(ValueError):
    """A file of prose that cannot be read as text."""


@dataclass(frozen=True, slots=True)
class Prose:
    """One file the service wrote; `name` is the file's name without its ending."""

    name: str
    file: str
    markdown: str


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """A number typed by hand: where it stands, as typed, and the figure that holds it ("" where none does)."""

    file: str
    line: int
    number: str
    figure: str

    @property
    def says(self) -> str:
        """The finding as a sentence."""
        if self.figure:
            return f"“{self.number}” was typed by hand; write {{{{ {self.figure} }}}} instead, and it will stay right."
        return f"“{self.number}” was typed by hand and no figure of this year holds it: check where it comes from."


def read_prose(folder: Path, within: str = "prose") -> dict[str, Prose]:
    """The Markdown files of `prose/` (or another folder) beside the returns, by name; empty where there are none."""
    read = {}
    for file in sorted((folder / within).glob("*.md")):
        try:
            markdown = file.read_text(encoding="utf-8-sig")
        except (UnicodeDecodeError, OSError) as error:
            raise ProseError(f"{file}: could not be read as UTF-8 text: {error}") from None
        read[file.stem] = Prose(file.stem, f"{within}/{file.name}", markdown)
    return read


_PER_CENT = re.compile(r"(?<![\w£.,])(\d{1,3}(?:\.\d+)?)\s?(?:%|per\s?cent\b)", re.IGNORECASE)
_COUNTED = re.compile(
    r"(?<![\w£.,/-])(\d{1,3}(?:,\d{3})+|\d+)(?:\s+of\s+(?:the\s+)?[\d,]+)?\s+(?:[a-z-]+\s+){0,2}?"
    r"(?:child(?:ren)?|young people|young person|reviews?|placements?|first reviews?)\b",
    re.IGNORECASE,
)


def typed_numbers(prose: Mapping[str, Prose], figures: Mapping[str, Counted], year: str) -> tuple[TypedNumber, ...]:
    """The percentages and the counts of children and reviews that were typed by hand, in order of file and line."""
    shares: dict[int, str] = {}
    counts: dict[int, str] = {}
    for name, counted in figures.items():
        count = counted.years.get(year)
        if count is None or count.numerator is None or count.hidden:
            continue
        counts.setdefault(count.numerator, name)
        if count.denominator:
            shares.setdefault(percentage(count.numerator, count.denominator), name)
    found = []
    for written in prose.values():
        for at, line in enumerate(written.markdown.splitlines(), start=1):
            for share in _PER_CENT.finditer(line):
                figure = shares.get(int(float(share[1]) + 0.5), "")
                found.append(TypedNumber(written.file, at, share[0], figure))
            for number in _COUNTED.finditer(line):
                figure = counts.get(int(number[1].replace(",", "")), "")
                found.append(TypedNumber(written.file, at, number[1], figure))
    return tuple(found)
