"""What does a figure say as a sentence, with what changed since the year before?

Every number in a sentence is the figure's own. A figure that is missing, kept back or cannot be told is said to be so,
or the sentence is None and nothing is written.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from holdfast.figures.figure import Count, Counted
from holdfast.reports.comparing import cannot_compare, change, count_in, stands, untold, why_untold
from holdfast.reports.numbers import (
    FEWEST_FOR_A_PERCENTAGE,
    capital,
    day_in_full,
    how_many,
    out_of,
    per_cent,
    plural,
    whole,
    year_before,
    year_end,
)


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


def of_those_told(counted: Counted, year: str) -> str | None:
    """A share as a clause that leaves no doubt whom it speaks of: "of the 389 reviews that could be judged, all …".

    None for a count, or where so few cannot be told that the share stands for the year.
    """
    count = count_in(counted, year)
    if count is None or count.denominator is None or stands(count):
        return None
    saying = SAYINGS.get(counted.figure.name)
    if saying is None:
        return None
    part, of = count.numerator or 0, count.denominator
    share = f" ({per_cent(part, of)})" if of >= FEWEST_FOR_A_PERCENTAGE else ""
    told = "all" if part == of else "none" if part == 0 else f"{whole(part)}{share}"
    said = (saying.one if part == 1 else saying.many).format(day=day_in_full(year_end(year)))
    whom = f"the only {saying.noun}" if of == 1 else f"the {how_many(of, saying.noun)}"
    who = "who" if saying.noun == "child" else "that"
    return f"of {whom} {who} could be {'judged' if 'judged' in untold(counted, year) else 'told'}, {told} {said}"


def sentence(counted: Counted | None, year: str, *, opening: str = "", comparing: bool = True) -> str | None:
    """The figure as a whole sentence with what changed, None where it cannot be shown.

    `opening` comes first ("On 31 March 2015"); a first year is not compared, nor one of which many cannot be told.
    """
    said = clause(counted, year)
    now, last = count_in(counted, year), year_before(year)
    before = count_in(counted, last)
    if counted is None or now is None or said is None:
        return None
    if not stands(now):
        missing = untold(counted, year).replace("of its", "of the year’s")
        said = of_those_told(counted, year) or said
        return (
            f"{capital(f'{opening}, {said}' if opening else said)}. But {missing}: this does not tell the whole year."
        )
    compared = f", {change(now, before)}" if comparing and before is not None and stands(before) else ""
    told = _not_told(now, SAYINGS[counted.figure.name].noun if counted.figure.name in SAYINGS else "child")
    note = cannot_compare(counted, last) if comparing else ""
    return " ".join(
        one for one in (f"{capital(f'{opening}, {said}' if opening else said)}{compared}.", told, note) if one
    )


def _not_told(count: Count, noun: str) -> str:
    if count.denominator is None or not count.cannot_be_told:
        return ""
    return f"For {how_many(count.cannot_be_told, f'more {noun}')} it cannot be told."


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
        return f"It cannot be told for any of the {whole(count.cannot_be_told)}: {why_untold(counted, year)}."
    return "There was nobody to count."
