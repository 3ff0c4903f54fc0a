"""What a figure is: a name, a plain definition, a source, who is counted, who meets it, and how it can be split.

From a figure come the number, the table, the chart, the trend, the list of children behind it and its line in the
definitions. Nothing else counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Figure:
    """The one definition of a figure.

    `table` is the judged table it counts. `who_is_counted` names a boolean column that must hold (None: every row).
    `met` names the verdict column ("yes", "no", "cannot be told"); None makes it a plain count of rows.
    `because` names the column that says why each row is counted, met it or not. `is_share` False counts only those who
    meet it and has no denominator, as every plain count.
    `counts` is "children" or "reviews" or "times". `bands` are the columns it can be split by.
    `needs` are the return's tables that must be supplied for a year before it can be told. `is_stock` marks a count on
    a day (31 March), which the next year's return tells too. `per` is what a share is out of: 100, or 10,000 residents.
    `more_is_better` is None where neither is. The order of `bands` is the order of a reader's questions.
    """

    name: str
    title: str
    definition: str
    source: str
    table: str
    because: str
    counts: str = "children"
    who_is_counted: str | None = None
    met: str | None = None
    bands: tuple[str, ...] = ()
    needs: frozenset[str] = frozenset({"Episodes"})
    is_share: bool = True
    is_stock: bool = False
    per: int = 100
    more_is_better: bool | None = None

    @property
    def unit(self) -> str:
        """What its value is in: "per cent", "per 10,000", or the things counted."""
        if self.met is None or not self.is_share:
            return self.counts
        return "per cent" if self.per == 100 else f"per {self.per:,}"


@dataclass(frozen=True, slots=True)
class Count:
    """How many met it, of how many that can be told; `denominator` None for a plain count.

    `hidden` marks a small number kept back: then `numerator` must not be shown.
    """

    numerator: int | None
    denominator: int | None = None
    cannot_be_told: int = 0
    hidden: bool = False

    @property
    def value(self) -> float | int | None:
        """The count itself, or the share met, from 0 to 1; None when nothing could be told."""
        if self.denominator is None or self.numerator is None:
            return self.numerator
        return self.numerator / self.denominator if self.denominator else None


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure with its counts: `years` year name → Count; `by` year name → band → value → Count.

    `not_told` says why a year (or, as "year/band", a split) has no answer.
    """

    figure: Figure
    years: Mapping[str, Count]
    by: Mapping[str, Mapping[str, Mapping[str, Count]]]
    not_told: Mapping[str, str] = field(default_factory=dict)
