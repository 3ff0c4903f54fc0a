"""What is one edition of the annual report written from?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from holdfast.council import Council
from holdfast.figures.figure import Count, Counted
from holdfast.reports.charts.sheet import Colours
from holdfast.reports.comparing import cannot_compare, count_in, stands
from holdfast.reports.neighbours import Neighbour
from holdfast.reports.numbers import year_before
from holdfast.reports.prose import Prose
from holdfast.reports.words import NOT_KNOWN, one_code

MOST_YEARS = 6
_STANDS_AS = {"reviews_held_late": "reviews_in_time"}


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
    """One kind of finding in the returns: how bad ("refused", "error", "warning", "noted"), what it is, how many."""

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

    def compared_with(self, name: str) -> Count | None:
        """The figure's count the year before, None where it cannot be shown or either year cannot be compared."""
        before = self.before(name)
        fair = before is not None and self.stands(name, self.year) and self.stands(name, self.last_year)
        return before if fair else None

    def stands(self, name: str, year: str) -> bool:
        """Whether the figure's number may stand for that year: few enough cannot be told.

        Late reviews stand where the reviews that can be judged do.
        """
        count = count_in(self.of(_STANDS_AS.get(name, name)), year)
        return count is None or stands(count)

    def cannot_compare(self, name: str, *years: str) -> str:
        """Why the figure's numbers of those years are compared with nothing, as sentences; "" where they may be."""
        return cannot_compare(self.of(_STANDS_AS.get(name, name)), *years)

    def split(self, name: str, band: str, year: str = "") -> Mapping[str, Count]:
        """The figure by one band in a year (this one unless named); empty where it was not split so.

        Two codes for the same thing (a sex, before and after the codes changed) are one.
        """
        counted = self.of(name)
        split = counted.by.get(year or self.year, {}).get(band, {}) if counted else {}
        if not any(one_code(band, value) != value for value in split):
            return split
        merged: dict[str, Count] = {}
        for value, count in split.items():
            code = one_code(band, value)
            merged[code] = _together(merged[code], count) if code in merged else count
        return merged

    def split_stands(self, name: str, band: str, year: str) -> bool:
        """Whether a split of that year may be set against another: its figure stands, and few are not known in it."""
        split = self.split(name, band, year)
        if not split or not self.stands(name, year) or any(count.hidden for count in split.values()):
            return False
        unknown = sum(count.numerator or 0 for value, count in split.items() if value.lower() == NOT_KNOWN)
        return stands(Count(sum(count.numerator or 0 for count in split.values()) - unknown, None, unknown))

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


def _together(one: Count, other: Count) -> Count:
    if one.hidden or other.hidden or one.numerator is None or other.numerator is None:
        return Count(None, hidden=one.hidden or other.hidden)
    of = None if one.denominator is None else one.denominator + (other.denominator or 0)
    return Count(one.numerator + other.numerator, of, one.cannot_be_told + other.cannot_be_told)
