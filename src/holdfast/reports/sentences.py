"""What does a figure say as a sentence, and what changed since the year before?

Every number in a sentence is the figure's own. A figure that is missing, kept back or cannot be told is said to be so,
or the sentence is None and nothing is written.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from holdfast.figures.figure import Count, Counted
from holdfast.reports.numbers import (
    FEWEST_FOR_A_PERCENTAGE,
    capital,
    day_in_full,
    how_many,
    out_of,
    per_cent,
    percentage,
    plural,
    whole,
    year_before,
    year_end,
)

Direction = Literal["up", "down", "same"]


@dataclass(frozen=True, slots=True)
class Saying:
    """How a figure is said after its number: "222 children" + "were looked after on {day}"."""

    noun: str
    one: str
    many: str
    short: str = ""


SAYINGS: Mapping[str, Saying] = {
    name: Saying(*parts)
    for name, parts in {
        "children_looked_after": ("child", "was looked after on {day}", "were looked after on {day}", "looked after"),
        "children_in_short_breaks": ("child", "was in short breaks on {day}", "were in short breaks on {day}"),
        "unaccompanied_children": (
            "child",
            "was unaccompanied and seeking asylum",
            "were unaccompanied and seeking asylum",
        ),
        "children_looked_after_in_the_year": (
            "child",
            "was looked after at some time",
            "were looked after at some time",
        ),
        "children_who_came": ("child", "came into care", "came into care", "came into care"),
        "children_who_left": ("child", "left care", "left care", "left care"),
        "times_children_came": ("time", "a child came into care", "children came into care"),
        "times_children_left": ("time", "a child left care", "children left care"),
        "children_looked_after_under_a_year": (
            "child",
            "had been looked after for less than a year",
            "had been looked after for less than a year",
        ),
        "children_looked_after_under_60_days": (
            "child",
            "had been looked after for less than 60 days",
            "had been looked after for less than 60 days",
        ),
        "children_placed_over_20_miles_away": (
            "child",
            "lived more than 20 miles from home",
            "lived more than 20 miles from home",
            "lived more than 20 miles from home",
        ),
        "children_placed_outside_the_boundary": (
            "child",
            "lived outside the council’s area",
            "lived outside the council’s area",
            "lived outside the council’s area",
        ),
        "reviews_held": ("review", "was held", "were held", "reviews held"),
        "first_reviews_held": ("first review", "was held", "were held", "first reviews held"),
        "reviews_in_time": ("review", "was held in time", "were held in time", "reviews in time"),
        "first_reviews_in_time": ("first review", "was held in time", "were held in time", "first reviews in time"),
        "reviews_held_late": ("review", "was held late", "were held late", "reviews late"),
        "children_with_all_reviews_in_time": (
            "child",
            "had every review in time",
            "had every review in time",
            "had every review in time",
        ),
        "reviews_overdue_at_year_end": (
            "child",
            "was waiting on {day} for a review that should have been held",
            "were waiting on {day} for a review that should have been held",
        ),
        "children_who_took_part_in_every_review": (
            "child",
            "took part in every one of their reviews",
            "took part in every one of their reviews",
            "took part in every review",
        ),
        "reviews_with_the_child_there": (
            "review",
            "had the child there",
            "had the child there",
            "reviews with the child there",
        ),
        "children_with_three_or_more_placements": (
            "child",
            "lived in three or more placements in the year",
            "lived in three or more placements in the year",
            "had three or more placements",
        ),
        "children_in_a_stable_placement": (
            "child",
            "had lived in the same place for two years or more",
            "had lived in the same place for two years or more",
            "had been settled for two years",
        ),
        "children_who_went_missing": ("child", "went missing", "went missing", "went missing"),
        "times_children_went_missing": ("time", "a child went missing", "children went missing"),
    }.items()
}


def count_in(counted: Counted | None, year: str) -> Count | None:
    """The figure's count in that year, None where it cannot be shown (missing, kept back, or nothing to tell)."""
    count = counted.years.get(year) if counted else None
    if count is None or count.hidden or count.numerator is None or count.denominator == 0:
        return None
    return count


def amount(count: Count, noun: str) -> str:
    """The count with its noun: "222 children", "273 of 292 children (93 per cent)"."""
    if count.hidden or count.numerator is None:
        return f"a number of {plural(noun)} kept back so that nobody can be recognised"
    if count.denominator is None:
        return how_many(count.numerator, noun)
    return out_of(count.numerator, count.denominator, noun)


def clause(counted: Counted | None, year: str) -> str | None:
    """A figure as a clause without a capital or stop: "273 of 292 children (93 per cent) had every review in time"."""
    count = count_in(counted, year)
    if counted is None or count is None:
        return None
    saying = SAYINGS.get(counted.figure.name, Saying("child", f"– {counted.figure.title}", f"– {counted.figure.title}"))
    single = count.numerator == 1 or (count.numerator, count.denominator) == (1, 1)
    said = saying.one if single else saying.many
    if saying.noun == "time":
        return f"{said} {amount(count, 'time')}" if count.numerator else said.replace("children", "no child")
    return f"{amount(count, saying.noun)} {said.format(day=day_in_full(year_end(year)))}"


def direction(now: Count, before: Count) -> Direction:
    """Whether it rose, fell, or stayed about the same (see `numbers.ROUNDING`)."""
    if now.denominator is not None and before.denominator is not None:
        a, b = _share(now), _share(before)
        return "same" if abs(a - b) < 0.01 - 1e-12 else "up" if a > b else "down"
    gap = (now.numerator or 0) - (before.numerator or 0)
    if gap == 0 or 100 * abs(gap) < 2 * (before.numerator or 0):
        return "same"
    return "up" if gap > 0 else "down"


def change(now: Count, before: Count, *, since: str = "the year before") -> str:
    """What changed, as a clause: "up from 204, an increase of 18 (9 per cent)", "about the same as 93 per cent …"."""
    moved = direction(now, before)
    if now.denominator is None or before.denominator is None:
        return _change_in_count(now.numerator or 0, before.numerator or 0, moved, since)
    if min(now.denominator, before.denominator) < FEWEST_FOR_A_PERCENTAGE:
        was = f"{whole(before.numerator or 0)} of {whole(before.denominator)}"
        return f"compared with {was} {since}"
    was = per_cent(before.numerator or 0, before.denominator)
    if moved == "same":
        unchanged = was == per_cent(now.numerator or 0, now.denominator)
        return f"the same as {since}" if unchanged else f"about the same as {since} ({was})"
    points = abs(
        percentage(now.numerator or 0, now.denominator) - percentage(before.numerator or 0, before.denominator)
    )
    by = f", {'a rise' if moved == 'up' else 'a fall'} of {how_many(points, 'percentage point')}" if points else ""
    return f"{moved} from {was} {since}{by}"


def _change_in_count(now: int, before: int, moved: Direction, since: str) -> str:
    gap = now - before
    if gap == 0:
        return f"the same as {since}"
    if moved == "same":
        return f"about the same as {since} ({whole(before)})"
    share = f" ({per_cent(abs(gap), before)})" if before >= FEWEST_FOR_A_PERCENTAGE and abs(gap) <= before else ""
    rise = "an increase" if gap > 0 else "a decrease"
    return f"{moved} from {whole(before)} {since}, {rise} of {whole(abs(gap))}{share}"


def sentence(counted: Counted | None, year: str, *, opening: str = "", comparing: bool = True) -> str | None:
    """The figure as a whole sentence with what changed, None where it cannot be shown.

    `opening` comes first ("On 31 March 2015"); a first year is not compared.
    """
    said = clause(counted, year)
    now, before = count_in(counted, year), count_in(counted, year_before(year))
    if counted is None or now is None or said is None:
        return None
    compared = f", {change(now, before)}" if comparing and before is not None else ""
    told = _not_told(now, SAYINGS[counted.figure.name].noun if counted.figure.name in SAYINGS else "child")
    return f"{capital(f'{opening}, {said}' if opening else said)}{compared}.{told}"


def _not_told(count: Count, noun: str) -> str:
    if count.denominator is None or not count.cannot_be_told:
        return ""
    return f" For {how_many(count.cannot_be_told, f'more {noun}')} it cannot be told."


def better_or_worse(counted: Counted, year: str) -> Literal["better", "worse", "same", ""]:
    """How to read the change since the year before; "" where there is none or where neither way is better."""
    now, before = count_in(counted, year), count_in(counted, year_before(year))
    if now is None or before is None or counted.figure.more_is_better is None:
        return ""
    if (now.denominator is not None) and min(now.denominator, before.denominator or 0) < FEWEST_FOR_A_PERCENTAGE:
        return ""
    moved = direction(now, before)
    if moved == "same":
        return "same"
    return "better" if (moved == "up") == counted.figure.more_is_better else "worse"


def why_not(counted: Counted | None, year: str) -> str:
    """Why a figure has no answer in that year, as a sentence; "" where it has one."""
    if counted is None:
        return "This figure was not counted."
    count = counted.years.get(year)
    if count_in(counted, year) is not None:
        return ""
    if year in counted.not_told:
        return f"{capital(counted.not_told[year]).rstrip('.')}."
    if count is None:
        return "The returns supplied do not hold it for this year."
    if count.hidden:
        return "The number is kept back so that nobody can be recognised."
    if count.denominator == 0 and count.cannot_be_told:
        return f"It cannot be told for any of the {whole(count.cannot_be_told)}."
    return "There was nobody to count."


def _share(count: Count) -> float:
    return (count.numerator or 0) / count.denominator if count.denominator else 0.0
