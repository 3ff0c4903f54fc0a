"""What is due next in one series of reviews, and what can it be where the records leave something out?"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from holdfast.rules import in_force
from holdfast.rules.answers import Due
from holdfast.rules.in_force import Law
from holdfast.rules.reviews.tracks import Track

REVIEW_BEFORE_UNKNOWN = "cannot be told: there may have been reviews before it that the records do not reach"
SECOND_OR_LATER_UNKNOWN = (
    "cannot be told whether the review before was the first of its series (then 3 months) or a later one (then 6)"
)

DueFrom = Callable[[date], Due]


class Series(NamedTuple):
    """The limits of the first, the second and every later review of a series, and the rule it goes by."""

    first: DueFrom
    second: DueFrom
    later: DueFrom
    rule: str

    def next_due(self, begun_on: date, held: int, last: date, *, known: bool) -> Due:
        """What is due when `held` reviews are on record since the series began: all there were, if `known`."""
        if held == 0:
            return self.first(begun_on)
        # Had the law been kept, two reviews came before a review so late, whatever the records leave out.
        if held >= 2 or (not known and last > last_day(self.second(last_day(self.first(begun_on))))):
            return self.later(last)
        if known:
            return self.second(last)
        sooner, longer = self.second(last), self.later(last)
        if sooner.on == longer.on:
            return longer
        return untold(self.rule, SECOND_OR_LATER_UNKNOWN, last_day(sooner), last_day(longer))


@cache
def due_after_silence(series: Series, silent_on: date, earliest: date) -> Due:
    """What is due when a review may have been held on any day up to and on `silent_on`."""
    latest = max(last_day(limit(silent_on)) for limit in (series.first, series.second, series.later))
    return untold(series.rule, REVIEW_BEFORE_UNKNOWN, earliest, latest)


@cache
def untold(rule: str, because: str, earliest: date, latest: date) -> Due:
    """Something that is due on a day that cannot be told, from the earliest to the latest it can be."""
    return Due(None, rule, None, because, between=(earliest, latest))


def last_day(due: Due) -> date:
    """The day something is due that can be told; ValueError when it cannot."""
    if due.on is None:
        raise ValueError(f"no day to be had: {due.because}")
    return due.on


def _series(first: Law, second: Law, later: Law, rule: str) -> Series:
    return Series(cache(first.due), cache(second.due), cache(later.due), rule)


SERIES: Mapping[Track, Series] = {
    Track.LOOKED_AFTER: _series(in_force.FIRST_REVIEW, in_force.SECOND_REVIEW, in_force.LATER_REVIEW, "CPR 33(2)"),
    Track.SHORT_BREAKS: _series(
        in_force.SHORT_BREAKS_FIRST_REVIEW,
        in_force.SHORT_BREAKS_LATER_REVIEW,
        in_force.SHORT_BREAKS_LATER_REVIEW,
        "CPR 48",
    ),
    Track.PLACED: _series(
        in_force.PLACED_FIRST_REVIEW, in_force.PLACED_SECOND_REVIEW, in_force.PLACED_LATER_REVIEW, "AAR 36(3)"
    ),
}
"""The series of each track."""
