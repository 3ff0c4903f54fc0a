"""When does a number stand for its whole year, and what changed between two years that both do?

A share of a year in which many cannot be told is a share of the others: it is shown with that said, and never compared,
drawn into a line or called better or worse.
"""

from typing import Literal

from holdfast.figures.figure import Count, Counted
from holdfast.reports.numbers import (
    FEWEST_FOR_A_PERCENTAGE,
    FEWEST_THAT_MATTER,
    MOST_UNTOLD,
    POINTS_THAT_MATTER,
    how_many,
    listed,
    per_cent,
    percentage,
    plural,
    whole,
    year_before,
)

Direction = Literal["up", "down", "same"]
Reading = Literal["better", "worse", "same", ""]

_EARLIER_REVIEWS = "the reviews before them were not supplied"
_WHY_THE_FIRST_YEAR = {
    "reviews_in_time": _EARLIER_REVIEWS,
    "first_reviews_in_time": _EARLIER_REVIEWS,
    "children_with_all_reviews_in_time": "earlier reviews of theirs were not supplied",
    "children_in_a_stable_placement": "the returns do not go back to when they came to where they live",
    "children_looked_after_under_a_year": "the returns do not go back to when they came into care",
    "children_looked_after_under_60_days": "the returns do not go back to when they came into care",
}
_WHY = {
    "children_in_a_stable_placement": _WHY_THE_FIRST_YEAR["children_in_a_stable_placement"],
    "children_placed_over_20_miles_away": "the distance was not recorded",
    "children_placed_outside_the_boundary": "it was not recorded where they were placed",
    "children_who_took_part_in_every_review": "a review of theirs has no code that says how they took part",
    "reviews_with_the_child_there": "they have no code that says how the child took part",
}
_JUDGED = frozenset(("reviews_in_time", "first_reviews_in_time", "children_with_all_reviews_in_time"))


def count_in(counted: Counted | None, year: str) -> Count | None:
    """The figure's count in that year, None where it cannot be shown (missing, kept back, or nothing to tell)."""
    count = counted.years.get(year) if counted else None
    if count is None or count.hidden or count.numerator is None or count.denominator == 0:
        return None
    return count


def stands(count: Count) -> bool:
    """Whether so few cannot be told that the count may stand for its whole year (see `numbers.ROUNDING`)."""
    told = count.numerator if count.denominator is None else count.denominator
    return count.cannot_be_told <= MOST_UNTOLD * ((told or 0) + count.cannot_be_told)


def standing(counted: Counted | None, year: str) -> Count | None:
    """The figure's count in that year where it may be compared, else None."""
    count = count_in(counted, year)
    return count if count is not None and stands(count) else None


def why_untold(counted: Counted, year: str) -> str:
    """Why some of that year cannot be told, as a clause after "because"."""
    name = counted.figure.name
    if name in _WHY_THE_FIRST_YEAR and year == min(counted.years, default=year):
        return _WHY_THE_FIRST_YEAR[name]
    return _WHY.get(name, "what is needed to tell is not in the returns supplied")


def untold(counted: Counted, year: str) -> str:
    """How many of a year cannot be told, and why: "191 of its 580 reviews could not be judged, because …"; "" if none.

    Of a count, only how many more cannot be told.
    """
    count = counted.years.get(year)
    if count is None or count.hidden or not count.cannot_be_told:
        return ""
    because = f"could not be {_verb(counted)}, because {why_untold(counted, year)}"
    if count.denominator is None:
        return f"for {how_many(count.cannot_be_told, f'more {_noun(counted)}')} it {because}"
    everyone = count.denominator + count.cannot_be_told
    return f"{whole(count.cannot_be_told)} of its {how_many(everyone, _noun(counted))} {because}"


def cannot_compare(counted: Counted | None, *years: str) -> str:
    """Why those years' numbers are compared with nothing, as sentences; "" where they may be, or where there are none.

    Years of a share that share their reason are one sentence.
    """
    if counted is None:
        return ""
    reasons: dict[str, list[str]] = {}
    for year in years:
        count = count_in(counted, year)
        if count is not None and not stands(count):
            reasons.setdefault(why_untold(counted, year), []).append(year)
    said = []
    for why, alike in reasons.items():
        if len(alike) == 1 or counted.years[alike[0]].denominator is None:
            said += [f"{year} cannot be compared: {untold(counted, year)}." for year in alike]
            continue
        counts = [counted.years[year] for year in alike]
        parts = [
            f"{whole(count.cannot_be_told)} of {whole((count.denominator or 0) + count.cannot_be_told)}"
            for count in counts
        ]
        said.append(
            f"{listed(alike)} cannot be compared: {listed(parts)} {plural(_noun(counted))} could not be "
            f"{_verb(counted)}, because {why}."
        )
    return " ".join(said)


def _noun(counted: Counted) -> str:
    return "child" if counted.figure.counts == "children" else counted.figure.counts.removesuffix("s")


def _verb(counted: Counted) -> str:
    return "judged" if counted.figure.name in _JUDGED else "told"


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


def change_in_short(now: Count, before: Count, *, since: str = "the year before") -> str:
    """What changed, for beside a large number: "Up from 79% the year before", "221 the year before"."""
    if now.denominator is None or before.denominator is None or before.denominator < FEWEST_FOR_A_PERCENTAGE:
        of = f" of {whole(before.denominator)}" if before.denominator is not None else ""
        was = f"{whole(before.numerator or 0)}{of}"
    else:
        was = per_cent(before.numerator or 0, before.denominator, sign=True)
    few = min(count.denominator or FEWEST_FOR_A_PERCENTAGE for count in (now, before)) < FEWEST_FOR_A_PERCENTAGE
    moved = "same" if few else direction(now, before)
    return f"{was} {since}" if moved == "same" else f"{moved.capitalize()} from {was} {since}"


def matters(now: Count, before: Count) -> bool:
    """Whether a change is large enough to be called better or worse (see `numbers.ROUNDING`)."""
    if direction(now, before) == "same":
        return False
    if now.denominator is None or before.denominator is None:
        return abs((now.numerator or 0) - (before.numerator or 0)) >= FEWEST_THAT_MATTER
    gap = abs(_share(now) - _share(before))
    enough = gap * min(now.denominator, before.denominator) >= FEWEST_THAT_MATTER - 1e-9
    return enough and 100 * gap >= POINTS_THAT_MATTER - 1e-9


def better_or_worse(counted: Counted, year: str) -> Reading:
    """How to read the change since the year before; "" where there is none, or neither way is better, or few changed.

    Neither year may be one in which many cannot be told.
    """
    now, before = standing(counted, year), standing(counted, year_before(year))
    if now is None or before is None or counted.figure.more_is_better is None:
        return ""
    if (now.denominator is not None) and min(now.denominator, before.denominator or 0) < FEWEST_FOR_A_PERCENTAGE:
        return ""
    moved = direction(now, before)
    if moved == "same":
        return "same"
    if not matters(now, before):
        return ""
    return "better" if (moved == "up") == counted.figure.more_is_better else "worse"


def _change_in_count(now: int, before: int, moved: Direction, since: str) -> str:
    gap = now - before
    if gap == 0:
        return f"the same as {since}"
    if moved == "same":
        return f"about the same as {since} ({whole(before)})"
    share = f" ({per_cent(abs(gap), before)})" if before >= FEWEST_FOR_A_PERCENTAGE and abs(gap) <= before else ""
    rise = "an increase" if gap > 0 else "a decrease"
    return f"{moved} from {whole(before)} {since}, {rise} of {whole(abs(gap))}{share}"


def _share(count: Count) -> float:
    return (count.numerator or 0) / count.denominator if count.denominator else 0.0
