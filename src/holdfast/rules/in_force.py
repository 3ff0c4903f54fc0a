"""How long does the law allow, and since when?

Each limit has a history and a source. No other module holds a number of days or months.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from holdfast.rules.answers import Due
from holdfast.rules.calendar import months_after, working_days_after, working_days_before
from holdfast.rules.facts import ONE_DAY


class Unit(StrEnum):
    """How a limit is counted. Months are calendar months, never 30 or 91 days."""

    DAYS = "days after"
    WORKING_DAYS = "working days after"
    MONTHS = "months after"
    WORKING_DAYS_BEFORE = "working days before"


class Limit(NamedTuple):
    """A number of days or months, what it is counted from, and the source that sets it.

    `because` is the sentence a person is shown; it is the same for every child, so that it costs nothing to carry.
    """

    amount: int
    unit: Unit
    source: str
    because: str

    def runs_out(self, day: date) -> date:
        """The last day within the limit, counted from `day`; `day` itself is not counted."""
        match self.unit:
            case Unit.MONTHS:
                return months_after(day, self.amount)
            case Unit.WORKING_DAYS:
                return working_days_after(day, self.amount)
            case Unit.WORKING_DAYS_BEFORE:
                return working_days_before(day, self.amount)
            case Unit.DAYS:
                return date.fromordinal(min(day.toordinal() + self.amount, date.max.toordinal()))

    def due(self, day: date) -> Due:
        """What is due, and by when, counted from `day`."""
        return Due(self.runs_out(day), self.source, day, self.because)


class Law(NamedTuple):
    """One limit through time: (in force from, limit), the oldest first. The law is taken by the day counted from."""

    history: tuple[tuple[date, Limit], ...]

    def on(self, day: date) -> Limit:
        """The limit in force on a day."""
        for since, limit in reversed(self.history):
            if day >= since:
                return limit
        return self.history[0][1]

    def due(self, day: date) -> Due:
        """What was due, by the law of the day it is counted from."""
        return self.on(day).due(day)


_ALWAYS = date.min
_CPR = date(2011, 4, 1)
_OLD = "Review of Children's Cases Regulations"


def _unchanged(amount: int, unit: Unit, source: str, because: str) -> Law:
    return Law(((_ALWAYS, Limit(amount, unit, source, because)),))


FIRST_REVIEW = Law(
    (
        (
            _ALWAYS,
            Limit(28, Unit.DAYS, _OLD, "first review: within 28 days of becoming looked after (law until March 2011)"),
        ),
        (
            _CPR,
            Limit(20, Unit.WORKING_DAYS, "CPR 33(1)", "first review: within 20 working days of becoming looked after"),
        ),
    )
)
SECOND_REVIEW = Law(
    (
        (_ALWAYS, Limit(3, Unit.MONTHS, _OLD, "second review: within 3 months of the first (law until March 2011)")),
        (_CPR, Limit(3, Unit.MONTHS, "CPR 33(2)", "second review: within 3 months of the first")),
    )
)
LATER_REVIEW = Law(
    (
        (
            _ALWAYS,
            Limit(6, Unit.MONTHS, _OLD, "later review: within 6 months of the one before (law until March 2011)"),
        ),
        (_CPR, Limit(6, Unit.MONTHS, "CPR 33(2)", "later review: within 6 months of the one before")),
    )
)

AUTHORISED_REVIEW = _unchanged(
    3, Unit.MONTHS, "AAR 36(1)", "within 3 months of authority to place for adoption, the child not yet being placed"
)

PLACED_FIRST_REVIEW = _unchanged(
    28, Unit.DAYS, "AAR 36(3)", "first review after placement for adoption: within 4 weeks of it"
)
PLACED_SECOND_REVIEW = _unchanged(
    3, Unit.MONTHS, "AAR 36(3)", "second review after placement for adoption: within 3 months of the first"
)
PLACED_LATER_REVIEW = _unchanged(
    6, Unit.MONTHS, "AAR 36(3)", "later review of a child placed for adoption: within 6 months of the one before"
)

SHORT_BREAKS_FIRST_REVIEW = _unchanged(
    3, Unit.MONTHS, "CPR 48", "first review of a series of short breaks: within 3 months of the first break"
)
SHORT_BREAKS_LATER_REVIEW = _unchanged(
    6, Unit.MONTHS, "CPR 48", "later review of a series of short breaks: within 6 months of the one before"
)

ADJOURNMENT = _unchanged(
    20, Unit.WORKING_DAYS, "CPR 36(2)", "an adjourned review: completed within 20 working days of its first meeting"
)

NAMED_IRO = _unchanged(
    5, Unit.WORKING_DAYS, "IRO Handbook", "a named IRO: within 5 working days of the child becoming looked after"
)
ARRANGEMENTS_TALKED_OVER = _unchanged(
    20,
    Unit.WORKING_DAYS_BEFORE,
    "IRO Handbook",
    "who comes, where and how: talked over with the child 20 working days before the review",
)
IRO_AND_SOCIAL_WORKER_SPEAK = _unchanged(
    15,
    Unit.WORKING_DAYS_BEFORE,
    "IRO Handbook",
    "the IRO and the social worker speak 15 working days before the review",
)
INVITATIONS = _unchanged(
    10,
    Unit.WORKING_DAYS_BEFORE,
    "Custom of the service",
    "invitations and consultation papers go out 10 working days before the review",
)
PAPERS = _unchanged(
    3,
    Unit.WORKING_DAYS_BEFORE,
    "IRO Handbook",
    "the social worker's report, the care plan and other reports reach the IRO 3 working days before the review",
)

DECISIONS = _unchanged(
    5, Unit.WORKING_DAYS, "IRO Handbook", "the decisions are written within 5 working days of the review"
)
MANAGERS_ANSWER = _unchanged(
    5,
    Unit.WORKING_DAYS,
    "IRO Handbook",
    "the manager agrees or disputes within 5 working days of receiving the decisions",
)
CARE_PLAN = _unchanged(
    10,
    Unit.WORKING_DAYS,
    "Care planning guidance",
    "the care plan is brought up to date within 10 working days of the review",
)
RECORD = _unchanged(
    15, Unit.WORKING_DAYS, "IRO Handbook", "the full record is written within 15 working days of the review"
)
RECORD_SENT = _unchanged(
    20, Unit.WORKING_DAYS, "IRO Handbook", "the record reaches everyone within 20 working days of the review"
)

PN0_BEFORE_BIRTHDAY = 4
"""The birthday from which a child's part in a review is coded PN1 to PN7 (SSDA903 guidance), in years."""


def every_limit() -> Iterator[tuple[str, date, date | None, Limit]]:
    """Every limit in the order of this page: (name, in force from, until, limit); until None while it is in force."""
    for name, law in globals().items():
        if isinstance(law, Law):
            for place, (since, limit) in enumerate(law.history):
                after = law.history[place + 1][0] - ONE_DAY if place + 1 < len(law.history) else None
                yield name, since, after, limit
