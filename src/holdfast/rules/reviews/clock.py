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
from holdfast.rules.reviews.series import SERIES, due_after_silence, last_day, untold
from holdfast.rules.reviews.tracks import Track, Turn

TURN_UNKNOWN = "cannot be told whether the old due day had passed before the child's series of reviews changed"

# Named once, because finding a member in its enumeration costs more than comparing it.
_LOOKED_AFTER, _SHORT_BREAKS, _PLACED = Track.LOOKED_AFTER, Track.SHORT_BREAKS, Track.PLACED
_authorised_due = cache(in_force.AUTHORISED_REVIEW.due)


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
        leaves_short_breaks = self._track is _SHORT_BREAKS
        self._track, self._track_base, self._track_held, self._track_known = turn.to, turn.on, 0, True
        if leaves_short_breaks:
            self._base, self._held, self._known = turn.on, 0, True
        if turn.to is _LOOKED_AFTER and not leaves_short_breaks:
            # Back from an adoptive placement the day may lie in the past: nobody could have kept it, so it is that day.
            self._replace(turn.on, _no_sooner_than(turn.on, self._in_track()))
        else:
            self._replace(turn.on, SERIES[turn.to].first(turn.on))

    def silent(self, until: date) -> None:
        """Reviews up to and on `until` may be missing from the records.

        One that nobody knows of can only have put the next one off: that is due no sooner than without it.
        """
        self._silent_on = until
        self._known = self._track_known = False
        self._set(due_after_silence(SERIES[self._track], until, self.earliest))

    def hold(self, day: date) -> None:
        """A review is held: late or early, it starts the next clock."""
        self._last, self._silent_on = day, None
        self._held += 1
        self._track_held += 1
        self._set(self._in_track())

    def _in_track(self) -> Due:
        series = SERIES[self._track]
        if self._silent_on is not None:
            return due_after_silence(series, self._silent_on, date.min)
        if self._track is _LOOKED_AFTER:
            return series.next_due(self._base, self._held, self._last, known=self._known)
        return series.next_due(self._track_base, self._track_held, self._last, known=self._track_known)

    def _replace(self, on: date, due: Due) -> None:
        """Take the new due day from `on`, except for what had already run out before it."""
        if self.latest < on:
            return
        if self.earliest < on:
            due = untold(due.rule, TURN_UNKNOWN, self.earliest, due.bounds()[1])
        self._set(due)

    def _bring_forward(self, due: Due) -> None:
        """Take the new due day where it is the earlier one."""
        day = last_day(due)
        if self.latest <= day:
            return
        if self.earliest < day:
            due = untold(self.due.rule, self.due.because, self.earliest, day)
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
    return untold(due.rule, due.because, max(earliest, day), max(latest, day))
