"""What a rule answers: yes, no or cannot be told, and always why.

"Cannot be told" is an answer of its own, never silently a yes.
"""

from datetime import date
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from holdfast.rules.facts import ReviewHeld


class Answer(StrEnum):
    """The three answers to "was it so?"."""

    YES = "yes"
    NO = "no"
    CANNOT_BE_TOLD = "cannot be told"


class Timeliness(StrEnum):
    """The three answers to "was the review in time?"."""

    IN_TIME = "in time"
    LATE = "late"
    CANNOT_BE_TOLD = "cannot be told"


class Due(NamedTuple):
    """When something must be done by, and why.

    `on` is the last day that is in time, None when it cannot be told. `counted_from` is the day the limit counts from.
    `rule` is the name of the rule (a key of `sources.SOURCES`); `because` is the sentence a person is shown. `between`
    is, when `on` cannot be told, the earliest and the latest day it can be.
    """

    on: date | None
    rule: str
    counted_from: date | None
    because: str
    between: tuple[date, date] | None = None

    def bounds(self) -> tuple[date, date]:
        """The earliest and the latest day it can be due: twice the same where it can be told."""
        if self.on is not None:
            return self.on, self.on
        return self.between or (date.min, date.max)


class ReviewJudged(NamedTuple):
    """One review of a period of care, held or missed, beside the day it was due.

    `review` is None for a review that fell due and has not been held. `number` is 1 for the first review of the period,
    2 for the second, and so on; None when reviews before it may be unknown. `days_late` is None unless late.
    """

    review: ReviewHeld | None
    number: int | None
    due: Due
    timeliness: Timeliness
    days_late: int | None


@cache
def day_in_words(day: date) -> str:
    """A day as people write it: 3 May 2014."""
    return f"{day.day} {day:%B %Y}"
