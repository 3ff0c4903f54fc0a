"""What is said in sentences about the children: who they are, who came and left, where they lived?"""

from holdfast.figures.figure import Count
from holdfast.reports.annual.edition import Edition
from holdfast.reports.annual.paragraphs import Paragraphs, together, whole_sentence
from holdfast.reports.numbers import (
    capital,
    day_in_full,
    how_many,
    whole,
    year_end,
)
from holdfast.reports.sentences import clause, sentence, why_not
from holdfast.reports.words import NOT_KNOWN, value_in_words


def how_many_children(edition: Edition) -> Paragraphs:
    """How many were looked after on the last day and in the whole year."""
    first = sentence(edition.of("children_looked_after"), edition.year)
    if first is None:
        why = why_not(edition.of("children_looked_after"), edition.year)
        return [f"How many children were looked after cannot be shown. {why}"]
    said = [first]
    if all_year := sentence(
        edition.of("children_looked_after_in_the_year"), edition.year, opening="Over the whole year"
    ):
        said.append(all_year)
    breaks = edition.now("children_in_short_breaks")
    if breaks is not None and breaks.numerator:
        more = how_many(breaks.numerator, "more child")
        was = "was" if breaks.numerator == 1 else "were"
        said.append(f"{capital(more)} {was} in a series of short breaks, and {was} counted apart.")
    if (alone := edition.now("unaccompanied_children")) is not None and alone.numerator is not None:
        said.append(whole_sentence(clause(edition.of("unaccompanied_children"), edition.year)))
    return [" ".join(said)]


def who_they_are(edition: Edition) -> Paragraphs:
    """The age bands that changed most since the year before."""
    changed = _changed_most(edition, "children_looked_after", "age_band")
    return [changed] if changed else []


def coming_and_leaving(edition: Edition) -> Paragraphs:
    """Who came, who left, and whether more came than left."""
    said = [
        one
        for name, opening in (("children_who_came", f"In {edition.year}"), ("children_who_left", ""))
        if (one := sentence(edition.of(name), edition.year, opening=opening))
    ]
    came, left = edition.now("children_who_came"), edition.now("children_who_left")
    if came is not None and left is not None:
        gap = (came.numerator or 0) - (left.numerator or 0)
        more = how_many(abs(gap), "more child")
        told = "came than left" if gap > 0 else "left than came"
        said.append("As many came as left." if gap == 0 else f"{capital(more)} {told}.")
    for name, what in (("children_who_came", "came"), ("children_who_left", "left")):
        again, children = edition.now(f"times_children_{what}"), edition.now(name)
        if again is not None and children is not None and (again.numerator or 0) > (children.numerator or 0):
            said.append(
                f"Some {what} more than once: {how_many(children.numerator or 0, 'child')} {what} "
                f"{how_many(again.numerator or 0, 'time')} in all."
            )
    return [" ".join(said)] if said else []


def time_looked_after(edition: Edition) -> Paragraphs:
    """How many were new to care on the last day."""
    said = [
        sentence(edition.of(name), edition.year)
        for name in ("children_looked_after_under_a_year", "children_looked_after_under_60_days")
    ]
    return [" ".join(one for one in said if one)] if any(said) else []


def stability(edition: Edition) -> Paragraphs:
    """Whether children moved often, and whether they are settled."""
    return together(edition, "children_with_three_or_more_placements", "children_in_a_stable_placement")


def distance(edition: Edition) -> Paragraphs:
    """How far from home children lived."""
    return together(edition, "children_placed_over_20_miles_away", "children_placed_outside_the_boundary")


def missing(edition: Edition) -> Paragraphs:
    """How many children went missing and how often."""
    return together(edition, "children_who_went_missing", "times_children_went_missing")


def ethnicity(edition: Edition) -> Paragraphs:
    """Which ethnic groups there are more and fewer children of than the year before."""
    changed = _changed_most(edition, "children_looked_after", "ethnic_group")
    return [changed] if changed else []


def neighbours(edition: Edition) -> Paragraphs:
    """The rate per 10,000 beside the neighbours'."""
    rate = edition.now("children_per_10000")
    if rate is None or not rate.denominator or rate.numerator is None:
        return []
    ours = round(10_000 * rate.numerator / rate.denominator)
    said = (
        f"That is {ours} children looked after for every 10,000 residents under 18 "
        f"({whole(rate.numerator)} of {whole(rate.denominator)})."
    )
    others = [one for one in edition.neighbours if one.year == edition.year]
    if others:
        middle = sorted(one.children_per_10000 for one in others)
        low, high = round(middle[0]), round(middle[-1])
        beside = f"from {low} to {high}" if low != high else f"at {low}"
        said += f" The {how_many(len(others), 'neighbouring council')} it is compared with stood {beside}."
    return [said]


def _changed_most(edition: Edition, name: str, band: str) -> str:
    """The band that rose and the band that fell by most children, where either changed by at least five."""
    now, before = edition.split(name, band), edition.split(name, band, edition.last_year)
    fair = all(edition.split_stands(name, band, year) for year in (edition.year, edition.last_year))
    if not fair or any(count.hidden for count in (*now.values(), *before.values())):
        return ""
    gaps = {
        value: (now.get(value, Count(0)).numerator or 0) - (before.get(value, Count(0)).numerator or 0)
        for value in {**now, **before}
        if value.lower() != NOT_KNOWN
    }
    said = []
    for word, sign in (("grew", 1), ("shrank", -1)):
        value = max(gaps, key=lambda one: sign * gaps[one], default=None)
        if value is None or sign * gaps[value] < 5 or sum(gap == gaps[value] for gap in gaps.values()) > 1:
            continue
        was, now_is = (split.get(value, Count(0)).numerator or 0 for split in (before, now))
        said.append(f"“{value_in_words(band, value)}” {word} most, from {was} to {now_is} children")
    if not said:
        return ""
    group = "age group" if band.startswith("age") else "group"
    return f"Since {day_in_full(year_end(edition.last_year))} the {group} {', and '.join(said)}."
