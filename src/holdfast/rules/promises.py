"""Was a council's own shorter limit kept, beside the law?"""

from datetime import date
from typing import NamedTuple, Protocol

from holdfast.rules.answers import Due, ReviewJudged
from holdfast.rules.calendar import months_after
from holdfast.rules.facts import age_on

SOURCE = "Council's promise"


class Promise(Protocol):
    """A shorter limit between reviews, in months, for children under an age, or for all (see `council.Promise`)."""

    @property
    def name(self) -> str:
        """What the council calls it."""

    @property
    def months(self) -> int:
        """The months between two reviews."""

    @property
    def under_age(self) -> int | None:
        """The age in years it stops at; None where it speaks of every child."""


class PromiseJudged(NamedTuple):
    """One review beside one promise: by when the council had promised it, and whether it kept its word.

    `kept` is None when it cannot be told.
    """

    promise: Promise
    due: Due
    kept: bool | None


def promised_by(promise: Promise, previous_review_on: date, born_on: date, *, law: Due) -> Due | None:
    """By when the council promises the next review; None when the promise does not speak of this child.

    A promise speaks of a child who is under its age on the day of the review before. It never goes beyond the law:
    where the law's day is sooner, that is the day.
    """
    if promise.under_age is not None and age_on(previous_review_on, born_on) >= promise.under_age:
        return None
    day = months_after(previous_review_on, promise.months)
    if law.on is not None and law.on <= day:
        return law
    return Due(day, SOURCE, previous_review_on, f"{promise.name}: within {promise.months} months of the review before")


def judge_promise(
    promise: Promise, judged: ReviewJudged, previous_review_on: date, born_on: date
) -> PromiseJudged | None:
    """Whether a review kept a promise; None when the promise does not speak of it. Not held, it is not kept."""
    due = promised_by(promise, previous_review_on, born_on, law=judged.due)
    if due is None:
        return None
    if judged.review is None:
        return PromiseJudged(promise, due, False)
    if due.on is None:
        return PromiseJudged(promise, due, None)
    return PromiseJudged(promise, due, judged.review.held_on <= due.on)
