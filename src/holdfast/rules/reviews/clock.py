"""By when must the next review be held, after all that has happened so far?

A clock is told, in order of day, of each turn of the child's track, each review held and each stretch the records are
silent about. It always knows what is due next. Where the records leave something out, that is not one day but all from
the earliest to the latest it can be; a review held between the two is one that cannot be told.
"""

from datetime import date
from functools import cache

from holdfast.rules import in_force
from holdfast.rules.answers import Due
from holdfast.rules.facts import ONE_DAY
from holdfast.rules.reviews.tracks import Track, Turn

first_due = cache(in_force.FIRST_REVIEW.due)
second_due = cache(in_force.SECOND_REVIEW.due)
later_due = cache(in_force.LATER_REVIEW.due)
_authorised_due = cache(in_force.AUTHORISED_REVIEW.due)

_SERIES = {
    Track.LOOKED_AFTER: (first_due, second_due, later_due),
    Track.SHORT_BREAKS: (
        cache(in_force.SHORT_BREAKS_FIRST_REVIEW.due),
        cache(in_force.SHORT_BREAKS_LATER_REVIEW.due),
        cache(in_force.SHORT_BREAKS_LATER_REVIEW.due),
    ),
    Track.PLACED: (
        cache(in_force.PLACED_FIRST_REVIEW.due),
        cache(in_force.PLACED_SECOND_REVIEW.due),
        cache(in_force.PLACED_LATER_REVIEW.due),
    ),
}
"""The first, second and later limit of each series."""

_RULE = {Track.LOOKED_AFTER: "CPR 33(2)", Track.SHORT_BREAKS: "CPR 48", Track.PLACED: "AAR 36(3)"}

REVIEW_BEFORE_UNKNOWN = "cannot be told: there may have been reviews before it that the records do not reach"
SECOND_OR_LATER_UNKNOWN = (
    "cannot be told whether the review before was the first of its series (then 3 months) or a later one (then 6)"
)
TURN_UNKNOWN = "cannot be told whether the old due day had passed before the child's series of reviews changed"


@cache
def _untold(rule: str, because: str, earliest: date, latest: date) -> Due:
    return Due(None, rule, None, because, between=(earliest, latest))


class Clock:
    """The state between one review and the next: what is `due`, and the `earliest` and `latest` day that can be.

    Reviews are counted from the first day of the period of care, and again from the day the track was entered: the one
    decides the limits of the ordinary series, the other those of the short breaks or the placement for adoption.
    """

    __slots__ = (
        "_base",
        "_held",
        "_known",
        "_last",
        "_silent_on",
        "_track",
        "_track_base",
        "_track_held",
        "_track_known",
        "due",
        "earliest",
        "latest",
    )

    def __init__(self, first_turn: Turn, *, started_here: bool) -> None:
        self._track = first_turn.to
        self._base = self._track_base = first_turn.on
        self._held = self._track_held = 0
        self._known = self._track_known = started_here
        self._last = first_turn.on
        self._silent_on: date | None = None
        if started_here:
            self._set(self._in_track())
        else:
            # There was care before the first day known, so there may have been reviews, and any of them overdue.
            self.earliest = date.min
            self.silent(first_turn.on - ONE_DAY)

    def turn(self, turn: Turn) -> None:
        """The child's track changes. A review already overdue stays overdue; otherwise the new series sets the day."""
        if turn.authorised:
            self._bring_forward(_authorised_due(turn.on))
            return
        leaves_short_breaks = self._track is Track.SHORT_BREAKS
        self._track, self._track_base, self._track_held, self._track_known = turn.to, turn.on, 0, True
        if leaves_short_breaks:
            self._base, self._held, self._known = turn.on, 0, True
        if turn.to is Track.LOOKED_AFTER and not leaves_short_breaks:
            # Back from an adoptive placement the day may lie in the past: nobody could have kept it, so it is that day.
            self._replace(turn.on, _no_sooner_than(turn.on, self._in_track()))
        else:
            first, _, _ = _SERIES[turn.to]
            self._replace(turn.on, first(turn.on))

    def silent(self, until: date) -> None:
        """Reviews up to and on `until` may be missing from the records.

        One that nobody knows of can only have put the next one off: that is due no sooner than without it.
        """
        self._silent_on = until
        self._known = self._track_known = False
        self._set(self._after_silence(until, self.earliest))

    def hold(self, day: date) -> None:
        """A review is held: late or early, it starts the next clock."""
        self._last, self._silent_on = day, None
        self._held += 1
        self._track_held += 1
        self._set(self._in_track())

    def _in_track(self) -> Due:
        if self._silent_on is not None:
            return self._after_silence(self._silent_on, date.min)
        if self._track is Track.LOOKED_AFTER:
            return self._counted(self._base, self._held, self._known)
        return self._counted(self._track_base, self._track_held, self._track_known)

    def _counted(self, base: date, held: int, known: bool) -> Due:
        """What is due in the present track, `held` reviews being on record since `base`: all there were, if known."""
        first, second, later = _SERIES[self._track]
        if held == 0:
            return first(base)
        if held >= 2 or (not known and self._last > last_day(second(last_day(first(base))))):
            # Had the law been kept, two reviews came before this one, whatever the records leave out.
            return later(self._last)
        if known:
            return second(self._last)
        sooner, longer = second(self._last), later(self._last)
        if sooner.on == longer.on:
            return longer
        return _untold(_RULE[self._track], SECOND_OR_LATER_UNKNOWN, last_day(sooner), last_day(longer))

    def _after_silence(self, silent_on: date, earliest: date) -> Due:
        return _untold(_RULE[self._track], REVIEW_BEFORE_UNKNOWN, earliest, _latest_after(self._track, silent_on))

    def _replace(self, on: date, due: Due) -> None:
        """Take the new due day from `on`, except for what had already run out before it."""
        if self.latest < on:
            return
        if self.earliest < on:
            due = _untold(due.rule, TURN_UNKNOWN, self.earliest, due.bounds()[1])
        self._set(due)

    def _bring_forward(self, due: Due) -> None:
        """Take the new due day where it is the earlier one."""
        day = last_day(due)
        if self.latest <= day:
            return
        if self.earliest < day:
            due = _untold(self.due.rule, self.due.because, self.earliest, day)
        self._set(due)

    def _set(self, due: Due) -> None:
        self.due = due
        if due.on is not None:
            self.earliest = self.latest = due.on
        else:
            self.earliest, self.latest = due.bounds()


def _no_sooner_than(day: date, due: Due) -> Due:
    if due.on is not None:
        return due._replace(on=max(due.on, day))
    earliest, latest = due.bounds()
    return _untold(due.rule, due.because, max(earliest, day), max(latest, day))


def last_day(due: Due) -> date:
    """The day something is due that can be told; ValueError when it cannot."""
    if due.on is None:
        raise ValueError(f"no day to be had: {due.because}")
    return due.on


@cache
def _latest_after(track: Track, silent_on: date) -> date:
    """The latest day the next review can be due, when one may have been held on the day itself."""
    return max(last_day(each(silent_on)) for each in _SERIES[track])
