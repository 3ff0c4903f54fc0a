"""Did every review of one child in a year keep its day?"""

from collections.abc import Sequence
from datetime import date, timedelta

from holdfast.rules.answers import Answer, ReviewJudged, Timeliness, day_in_words

SOURCE = "NI 66"


def all_reviews_in_time(
    judged: Sequence[ReviewJudged], *, year_starts_on: date, year_ends_on: date
) -> tuple[Answer, str]:
    """Whether every review of a child due or held in the year was in time, and why.

    `judged` are the child's reviews, held and overdue, of the periods of care that reach into the year. One late review
    fails the child; so does one due by the year's end that was held after it, or has not been held. With none late but
    one that cannot be told, the answer cannot be told. A child of whom no review was due or held has none late: yes.
    Source: NI 66.
    """
    unknown: ReviewJudged | None = None
    told = 0
    for review in judged:
        if not _concerns(review, year_starts_on, year_ends_on):
            continue
        if review.timeliness is Timeliness.LATE:
            if review.due.on is None and review.review is not None and review.review.held_on > year_ends_on:
                unknown = review  # late for certain, but perhaps not due until the year was over
                continue
            return Answer.NO, _late(review)
        if review.timeliness is Timeliness.CANNOT_BE_TOLD:
            unknown = review
        else:
            told += 1
    if unknown is not None:
        held = unknown.review
        what = f"the review held on {day_in_words(held.held_on)}" if held else "whether a review is overdue"
        return Answer.CANNOT_BE_TOLD, f"{what}: {unknown.due.because}"
    if not told:
        return Answer.YES, "no review was due or held in the year"
    reviews = "the one review" if told == 1 else f"all {told} reviews"
    return Answer.YES, f"{reviews} of the year {'was' if told == 1 else 'were'} in time"


def _concerns(judged: ReviewJudged, year_starts_on: date, year_ends_on: date) -> bool:
    due = judged.due.on
    if judged.review is None:
        if due is None:
            return True
        given_up_on = due + timedelta(days=judged.days_late or 0)
        return due <= year_ends_on and given_up_on >= year_starts_on
    held_on = judged.review.held_on
    if held_on < year_starts_on:
        return False
    if held_on <= year_ends_on:
        return True
    return (due is None or due <= year_ends_on) and judged.timeliness is not Timeliness.IN_TIME


def _late(judged: ReviewJudged) -> str:
    days = "1 day" if judged.days_late == 1 else f"{judged.days_late} days"
    if judged.due.on is None:
        late = f"at least {days} late whatever came before"
    else:
        late = f"due on {day_in_words(judged.due.on)}, {days} late"
    if judged.review is None:
        return f"a review {late} and not held"
    return f"the review of {day_in_words(judged.review.held_on)}, {late}"
