"""Which reviews are counted, and what each review's row says."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from holdfast.figures.judging.bands import days_late_band, quarter
from holdfast.figures.judging.judged import TableInTheMaking
from holdfast.figures.judging.person import Words, given
from holdfast.figures.judging.rows import NOT_KNOWN
from holdfast.rules.answers import Answer, Due, ReviewJudged, Timeliness, day_in_words
from holdfast.rules.facts import (
    SHORT_BREAKS,
    Child,
    Episode,
    PeriodOfCare,
    ReviewHeld,
    Told,
    year_name,
    year_of,
)
from holdfast.rules.reviews.participation import MEANINGS
from holdfast.rules.reviews.timescales import judge_reviews

NUMBERED = {1: "first", 2: "second"}
CHILD_WAS_THERE = frozenset({"PN1", "PN2", "PN3", "PN4"})
CHILD_WAS_AWAY = frozenset({"PN5", "PN6", "PN7"})
IN_TIME = {Timeliness.IN_TIME: "yes", Timeliness.LATE: "no", Timeliness.CANNOT_BE_TOLD: "cannot be told"}
OUTSIDE_ANY_PERIOD = Due(
    None, "outside any period of care", None, "held when no episode says the child was looked after"
)


def judge_spells(
    spells: Sequence[PeriodOfCare],
    held: Sequence[ReviewHeld],
    *,
    told: Sequence[Told],
    until: date,
    judged_on: str,
) -> tuple[list[ReviewJudged], list[ReviewHeld]]:
    """Judge one child's reviews, in order of date, each in the spell it was held in; then those held in none.

    A review on the day a spell ended belongs to it.
    """
    judged: list[ReviewJudged] = []
    taken = 0
    outside: list[ReviewHeld] = []
    for spell in spells:
        start = taken
        while start < len(held) and held[start].held_on < spell.known_from:
            outside.append(held[start])
            start += 1
        taken = start
        while taken < len(held) and (spell.ends_on is None or held[taken].held_on <= spell.ends_on):
            taken += 1
        judged.extend(judge_reviews(spell, held[start:taken], told=told, until=until, judged_on=judged_on))
    outside.extend(held[taken:])
    return judged, outside


def outside_any_period(
    held: Iterable[ReviewHeld], episodes: Sequence[Episode], *, years: frozenset[int]
) -> list[ReviewJudged]:
    """The reviews of the years held when no spell says the child was looked after; those of short breaks left out."""
    breaks = [episode for episode in episodes if episode.legal_status in SHORT_BREAKS]
    return [
        ReviewJudged(review, None, OUTSIDE_ANY_PERIOD, Timeliness.CANNOT_BE_TOLD, None)
        for review in held
        if _year(review.held_on) in years and not any(episode.covers(review.held_on) for episode in breaks)
    ]


def add_reviews(
    making: TableInTheMaking,
    child: Child | None,
    judged: Iterable[ReviewJudged],
    *,
    years: frozenset[int],
    words: Words,
) -> None:
    """Add a row (`rows.Review`) for every review held in one of the years."""
    for one in judged:
        review, number, due, timeliness, days_late = one
        if review is None:
            continue
        held_on = review.held_on
        year = _year(held_on)
        if year not in years:
            continue
        code = review.participation_code
        age = words.age(child, held_on)
        aged_four = age.years >= 4 if age.years is not None else code not in ("PN0", "")
        there, there_because = _there(code)
        making.add(
            (
                _name(year),
                review.child_id,
                held_on,
                given(code),
                age.age_band,
                NUMBERED.get(number, "later") if number else NOT_KNOWN,
                number == 1,
                _quarter(held_on),
                due.on,
                timeliness.value,
                IN_TIME[timeliness],
                because(one),
                timeliness is Timeliness.LATE,
                days_late,
                days_late_band(days_late),
                due.rule,
                aged_four,
                there,
                there_because,
            )
        )


def because(judged: ReviewJudged) -> str:
    """Why a review was in time or late, in one line: when it was due, by which rule, when it was held."""
    review, _, due, timeliness, days_late = judged
    held = f"held {day_in_words(review.held_on)}" if review else "not held"
    if due.on is None or timeliness is Timeliness.CANNOT_BE_TOLD:
        return f"{held}; {due.because}"
    late = "" if not days_late else ", 1 day late" if days_late == 1 else f", {days_late} days late"
    return f"{held}, due {day_in_words(due.on)}{late} ({due.because})"


_year = cache(year_of)
_name = cache(year_name)
_quarter = cache(quarter)


@cache
def _there(code: str) -> tuple[str, str]:
    if code in CHILD_WAS_THERE:
        return Answer.YES.value, f"{code}: {MEANINGS[code]}"
    if code in CHILD_WAS_AWAY:
        return Answer.NO.value, f"{code}: {MEANINGS[code]}"
    if code == "PN0":
        return Answer.CANNOT_BE_TOLD.value, "PN0, which says under four, for a child of four or over"
    return Answer.CANNOT_BE_TOLD.value, f"no participation code that is known ({given(code)})"
