"""What is the year in a few lines: how it went for children, and what a committee should look at first?"""

from collections.abc import Iterator

from holdfast.figures.figure import Count
from holdfast.reports.annual.edition import Edition
from holdfast.reports.annual.paragraphs import Paragraphs
from holdfast.reports.annual.phrases import among
from holdfast.reports.annual.says_of_lateness import gathered
from holdfast.reports.comparing import direction, matters, stands
from holdfast.reports.numbers import (
    FEWEST_FOR_A_PERCENTAGE,
    FEWEST_THAT_MATTER,
    capital,
    how_many,
    listed,
    out_of,
    per_cent,
    whole,
)
from holdfast.reports.words import NOT_KNOWN

_IN_TIME = "children_with_all_reviews_in_time"
_PART = "children_who_took_part_in_every_review"
_BEHIND = 0.1
_LEAST_BEHIND = 20


def the_year(edition: Edition) -> Paragraphs:
    """How many children there were, and whether they were seen in time and heard."""
    said = [one for one in (_how_many(edition), _how_well(edition)) if one]
    return [" ".join(said)] if said else []


def look_first(edition: Edition) -> list[str]:
    """What to look at first, the gravest before the rest: at most four sentences."""
    return [
        one for one in (*_still_waiting(edition), *_late(edition), *_left_behind(edition), *_untold(edition)) if one
    ][:4]


def _how_many(edition: Edition) -> str:
    now, before = edition.now("children_looked_after"), edition.compared_with("children_looked_after")
    if now is None:
        return ""
    many = how_many(now.numerator or 0, "child")
    were = "was" if now.numerator == 1 else "were"
    if before is None:
        return f"{capital(many)} {were} looked after at the end of the year."
    gap = (now.numerator or 0) - (before.numerator or 0)
    than = (
        "as many as a year before"
        if gap == 0
        else f"{whole(abs(gap))} {'more' if gap > 0 else 'fewer'} than a year before"
    )
    return f"{capital(many)} {were} looked after at the end of the year, {than}."


def _how_well(edition: Edition) -> str:
    said = []
    for name, words in (
        (_IN_TIME, "of those looked after for four weeks or more, {share} had every review in time{against}"),
        (_PART, "of those old enough to take part, {share} did so in every review{against}"),
    ):
        now = edition.now(name)
        if now is None or not now.denominator or now.denominator < FEWEST_FOR_A_PERCENTAGE or not stands(now):
            continue
        share = per_cent(now.numerator or 0, now.denominator)
        said.append(words.format(share=share, against=_against(now, edition.compared_with(name))))
    return f"{capital('; '.join(said))}." if said else ""


def _against(now: Count, before: Count | None) -> str:
    if before is None or not before.denominator or before.denominator < FEWEST_FOR_A_PERCENTAGE:
        return ""
    if direction(now, before) == "same":
        return " (as the year before)"
    was = per_cent(before.numerator or 0, before.denominator).removesuffix(" per cent")
    word = "up" if direction(now, before) == "up" else "down"
    return f" ({word} from {was})" if matters(now, before) else f" ({was} the year before)"


def _still_waiting(edition: Edition) -> Iterator[str]:
    waiting = edition.now("reviews_overdue_at_year_end")
    if waiting is not None and waiting.numerator:
        were = "was" if waiting.numerator == 1 else "were"
        who = capital(how_many(waiting.numerator, "child"))
        yield f"{who} {were} still waiting, at the end of the year, for a review that should have been held."


def _late(edition: Edition) -> Iterator[str]:
    said = gathered(edition)
    if said:
        yield said


def _left_behind(edition: Edition) -> Iterator[str]:
    """The group of children that was furthest behind all of them, for each of the two that matter most."""
    for name, words in ((_IN_TIME, "had every review in time"), (_PART, "took part in every review")):
        total = edition.now(name)
        if total is None or not total.denominator or not stands(total):
            continue
        all_share = (total.numerator or 0) / total.denominator
        groups = [
            (_share(count), band, value, count)
            for band in ("placement_group", "age_band", "ethnic_group")
            for value, count in edition.split(name, band).items()
            if not count.hidden
            and value.lower() != NOT_KNOWN
            and (count.denominator or 0) >= _LEAST_BEHIND
            and stands(count)
        ]
        behind = min(groups, default=None, key=lambda one: (one[0], one[1], one[2]))
        if behind is None or behind[0] > all_share - _BEHIND:
            continue
        share_there, band, value, count = behind
        if (all_share - share_there) * (count.denominator or 0) < FEWEST_THAT_MATTER:
            continue
        share = out_of(count.numerator or 0, count.denominator or 0, "child")
        everyone = per_cent(total.numerator or 0, total.denominator)
        yield f"{capital(among(band, value))}, {share} {words}; of all children {everyone} did."


def _untold(edition: Edition) -> Iterator[str]:
    titles = [
        counted.figure.title
        for counted in edition.figures.values()
        if (count := edition.now(counted.figure.name)) is not None and not stands(count)
    ]
    if titles:
        names = listed([f"“{title}”" for title in titles])
        yield f"{capital(names)} cannot be told for many; see [what could not be told](#not-told)."


def _share(count: Count) -> float:
    return (count.numerator or 0) / (count.denominator or 1)
