"""By when must the next review be held, after all that has happened so far?

A clock is told, in order of day, of each turn of the child's track, each review held and each stretch the records are
silent about. It always holds the earliest and the latest day the next review can be due. When nothing is unknown the
two are one day; a review between them is one that cannot be told.
"""

from datetime import date
from functools import cache

from holdfast.rules import in_force
from holdfast.rules.answers import Due
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
def _unknown(rule: str, because: str) -> Due:
    return Due(None, rule, None, because)


class Clock:
    """The state between one review and the next. `earliest` and `latest` bound the due day; `due` says it and why."""

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
        self._last: date | None = None
        self._silent_on: date | None = None
        self._set(*self._in_track())

    def turn(self, turn: Turn) -> None:
        """The child's track changes. A review already overdue stays overdue; otherwise the new series sets the day."""
        if turn.authorised:
            self._bring_forward(_authorised_due(turn.on))
            return
        leaves_short_breaks = self._track is Track.SHORT_BREAKS
        self._track, self._track_base, self._track_held = turn.to, turn.on, 0
        self._track_known = True
        if turn.to is not Track.LOOKED_AFTER or leaves_short_breaks:
            if leaves_short_breaks:
                self._base, self._held, self._known = turn.on, 0, True
            self._replace(turn.on, *_exactly(_SERIES[turn.to][0](turn.on)))
            return
        earliest, latest, due = self._looked_after()
        # Back from an adoptive placement the day may lie in the past: nobody could have kept it, so it is that day.
        if due.on is not None and due.on < turn.on:
            due = due._replace(on=turn.on)
        self._replace(turn.on, max(earliest, turn.on), max(latest, turn.on), due)

    def silent(self, until: date) -> None:
        """Reviews up to and on `until` may be missing from the records."""
        self._silent_on = until
        self._known = self._track_known = False
        self._set(*self._after_silence(until))

    def hold(self, day: date) -> None:
        """A review is held: late or early, it starts the next clock."""
        self._last, self._silent_on = day, None
        self._held += 1
        self._track_held += 1
        self._set(*self._in_track())

    def _in_track(self) -> tuple[date, date, Due]:
        if self._track is Track.LOOKED_AFTER:
            return self._looked_after()
        return self._counted(self._track_base, self._track_held, self._track_known)

    def _looked_after(self) -> tuple[date, date, Due]:
        return self._counted(self._base, self._held, self._known)

    def _counted(self, base: date, held: int, known: bool) -> tuple[date, date, Due]:
        """The bounds in the present track, `held` reviews of which are known since `base`."""
        if self._silent_on is not None:
            return self._after_silence(self._silent_on)
        first, second, later = _SERIES[self._track]
        if held == 0 or self._last is None:
            return _exactly(first(base))
        if held >= 2 or (not known and self._last > last_day(second(last_day(first(base))))):
            # Had the law been kept, two reviews came before this one, whatever the records leave out.
            return _exactly(later(self._last))
        if known:
            return _exactly(second(self._last))
        bounds = last_day(second(self._last)), last_day(later(self._last))
        if bounds[0] == bounds[1]:
            return _exactly(later(self._last))
        return *bounds, _unknown(_RULE[self._track], SECOND_OR_LATER_UNKNOWN)

    def _after_silence(self, silent_on: date) -> tuple[date, date, Due]:
        return date.min, _latest_after(self._track, silent_on), _unknown(_RULE[self._track], REVIEW_BEFORE_UNKNOWN)

    def _replace(self, on: date, earliest: date, latest: date, due: Due) -> None:
        """Take the new bounds from `on`, except for what had already run out before it."""
        if self.latest < on:
            return
        if self.earliest < on:
            self._set(self.earliest, latest, _unknown(due.rule, TURN_UNKNOWN))
        else:
            self._set(earliest, latest, due)

    def _bring_forward(self, due: Due) -> None:
        """Take the new due day where it is the earlier one; what had run out before it was counted from stands so."""
        day = last_day(due)
        if self.latest <= day:
            return
        earliest = min(self.earliest, day)
        self._set(earliest, day, due if earliest == day else self.due)

    def _set(self, earliest: date, latest: date, due: Due) -> None:
        self.earliest, self.latest, self.due = earliest, latest, due


def _exactly(due: Due) -> tuple[date, date, Due]:
    day = last_day(due)
    return day, day, due


def last_day(due: Due) -> date:
    """The day something is due that can be told; ValueError when it cannot."""
    if due.on is None:
        raise ValueError(f"no day to be had: {due.because}")
    return due.on


@cache
def _latest_after(track: Track, silent_on: date) -> date:
    """The latest day the next review can be due, when one may have been held on the day itself."""
    return max(last_day(each(silent_on)) for each in _SERIES[track])
