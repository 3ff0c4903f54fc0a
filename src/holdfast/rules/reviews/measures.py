"""Did every review of one child in a year keep its day?"""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from holdfast.rules.answers import Answer, ReviewJudged, Timeliness, day_in_words

# Named once, because finding a member in its enumeration costs more than comparing it.
_YES, _NO, _CANNOT_BE_TOLD = Answer.YES, Answer.NO, Answer.CANNOT_BE_TOLD
_IN_TIME, _LATE, _UNKNOWN = Timeliness.IN_TIME, Timeliness.LATE, Timeliness.CANNOT_BE_TOLD


def all_reviews_in_time(
    judged: Sequence[ReviewJudged], *, year_starts_on: date, year_ends_on: date
) -> tuple[Answer, str]:
    """Whether every review of a child due or held in the year was in time, and why.

    `judged` are the child's reviews, held and overdue, of every period of care. One late review fails the child; so
    does one due by the year's end that was held after it, or has not been held. With none late but one that cannot be
    told, the answer cannot be told. A child of whom no review was due or held has none late: yes. Source: NI 66.
    """
    unknown: ReviewJudged | None = None
    told = 0
    for review in judged:
        timeliness = _in_the_year(review, year_starts_on, year_ends_on)
        if timeliness is _LATE:
            return _NO, _late(review)
        if timeliness is _UNKNOWN:
            unknown = review
        elif timeliness is _IN_TIME:
            told += 1
    if unknown is not None:
        held = unknown.review
        what = f"the review held on {day_in_words(held.held_on)}" if held else "whether a review is overdue"
        return _CANNOT_BE_TOLD, f"{what}: {unknown.due.because}"
    return _none_late(told)


@cache
def _none_late(told: int) -> tuple[Answer, str]:
    if not told:
        return _YES, "no review was due or held in the year"
    reviews = "the one review" if told == 1 else f"all {told} reviews"
    return _YES, f"{reviews} of the year {'was' if told == 1 else 'were'} in time"


def is_overdue(judged: Sequence[ReviewJudged], *, on: date) -> tuple[Answer, str]:
    """Whether a review of a child was due by the end of a day and not held by then, and why.

    `judged` are the child's reviews, held and overdue, of every period of care; the child is looked after on the day.
    """
    unknown: ReviewJudged | None = None
    for review in judged:
        if review.review is not None and review.review.held_on <= on:
            continue
        owed = _NO if _was_given_up_before(review, on) else _was_owed(review, on)
        if owed is _YES:
            since = f"on {day_in_words(review.due.on)}" if review.due.on else "whatever came before"
            return owed, f"a review was due {since}, and not held by {day_in_words(on)}"
        if owed is _CANNOT_BE_TOLD:
            unknown = review
    if unknown is not None:
        return _CANNOT_BE_TOLD, f"whether a review is overdue: {unknown.due.because}"
    return _NO, "no review was due and not held"


def _in_the_year(judged: ReviewJudged, year_starts_on: date, year_ends_on: date) -> Timeliness | None:
    """What a review says of a year; None when it was neither held in the year nor owed at any time of it."""
    if judged.review is not None and judged.review.held_on <= year_ends_on:
        return judged.timeliness if judged.review.held_on >= year_starts_on else None
    if _was_given_up_before(judged, year_starts_on):
        return None
    return _NOT_HELD[_was_owed(judged, year_ends_on)]


_NOT_HELD = {_YES: _LATE, _NO: None, _CANNOT_BE_TOLD: _UNKNOWN}


def _was_owed(judged: ReviewJudged, by: date) -> Answer:
    """Whether a review that was not held by the end of a day was due by then."""
    earliest, latest = judged.due.bounds()
    if earliest > by:
        return _NO
    return _YES if latest <= by else _CANNOT_BE_TOLD


def _was_given_up_before(judged: ReviewJudged, day: date) -> bool:
    """Whether the child was no longer looked after on a day, so that a review never held could be held no more."""
    if judged.review is not None or judged.days_late is None:
        return False
    _, latest = judged.due.bounds()
    return latest + timedelta(days=judged.days_late) < day


def _late(judged: ReviewJudged) -> str:
    days = "1 day" if judged.days_late == 1 else f"{judged.days_late} days"
    if judged.due.on is None:
        late = f"at least {days} late whatever came before"
    else:
        late = f"due on {day_in_words(judged.due.on)}, {days} late"
    if judged.review is None:
        return f"a review {late} and not held"
    return f"the review of {day_in_words(judged.review.held_on)}, {late}"
