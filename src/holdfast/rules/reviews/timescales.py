"""When must each review of a child's case be held, and was it held in time?"""

from collections.abc import Sequence
from datetime import date
from operator import attrgetter

from holdfast.rules.answers import Due, ReviewJudged, Timeliness
from holdfast.rules.facts import ONE_DAY, PeriodOfCare, ReviewHeld, Told
from holdfast.rules.reviews.clock import Clock, first_due, last_day, later_due, second_due
from holdfast.rules.reviews.explained import explain
from holdfast.rules.reviews.tracks import Track, Turn, turns

__all__ = ["COMPLETION", "FIRST_MEETING", "explain", "judge_reviews", "next_review_due"]

COMPLETION, FIRST_MEETING = "completion", "first meeting"
"""The day of an adjourned review that is judged. The next clock starts at completion either way."""

_IN_TIME, _LATE, _CANNOT_BE_TOLD = Timeliness.IN_TIME, Timeliness.LATE, Timeliness.CANNOT_BE_TOLD
_held_on = attrgetter("held_on")


def judge_reviews(
    period: PeriodOfCare,
    reviews: Sequence[ReviewHeld],
    *,
    told: Sequence[Told],
    until: date,
    judged_on: str = COMPLETION,
) -> tuple[ReviewJudged, ...]:
    """Every review of the period held on or before `until`, in order, and last the one that is overdue then, if any.

    `reviews` are the child's reviews that lie in the period; `told` are the stretches the records speak for, in order.
    `until` is a day that is over: a review due on it and not held is overdue, by 0 days. A child who left on or before
    the due day owes nothing. Reviews of one day are one review for the clock and share their answer.

    A review is late though its due day cannot be told when it would be late whatever came before; `days_late` is then
    the fewest it can be. While the period is open, the overdue review at the end is one that cannot be told when it
    depends on what the records leave out.
    ValueError when `judged_on` is neither "completion" nor "first meeting". Sources: CPR 33, CPR 48, AAR 36.
    """
    if judged_on not in (COMPLETION, FIRST_MEETING):
        raise ValueError(f"{judged_on!r} is no day to judge a review on; expected {COMPLETION!r} or {FIRST_MEETING!r}")
    ordered = _in_order(reviews, until)
    path = turns(period)
    if period.starts_on is not None and len(path) == 1 and path[0].to is Track.LOOKED_AFTER:
        last = ordered[-1].held_on if ordered else until
        if _last_silent_day(told, period.starts_on, max(last, _end_of_watch(period, until))) is None:
            return _judge_plainly(period, ordered, until, judged_on)
    return _judge(period, ordered, path, told, until, judged_on)


def next_review_due(
    period: PeriodOfCare, reviews: Sequence[ReviewHeld], *, told: Sequence[Told], on: date
) -> Due | None:
    """When the next review is due, seen from `on`: what happened on or before that day counts, later things do not.

    `Due.on` is None when it cannot be told; the answer itself is None when the child is not looked after on the day.
    """
    if on < period.known_from or (period.ends_on is not None and period.ends_on <= on):
        return None
    walk = _Walk(period, turns(period), told, on)
    for day in sorted({review.held_on for review in reviews if review.held_on <= on}):
        walk.to(day)
        walk.hold(day)
    walk.to(on)
    return walk.clock.due


def _in_order(reviews: Sequence[ReviewHeld], until: date) -> Sequence[ReviewHeld]:
    ordered = sorted(reviews, key=_held_on)
    while ordered and ordered[-1].held_on > until:
        ordered.pop()
    return ordered


def _judge_plainly(
    period: PeriodOfCare, ordered: Sequence[ReviewHeld], until: date, judged_on: str
) -> tuple[ReviewJudged, ...]:
    """Judge a period that is known from its first day and whose reviews are all of one series: nearly every one."""
    judged: list[ReviewJudged] = []
    number = 1
    due = first_due(period.known_from)
    in_time_until = last_day(due)
    before: date | None = None
    for review in ordered:
        day = review.held_on
        if before is not None and day != before:
            number += 1
            due = second_due(before) if number == 2 else later_due(before)
            in_time_until = last_day(due)
        before = day
        if judged_on == FIRST_MEETING:
            day = review.first_met_on or day
        if day <= in_time_until:
            judged.append(ReviewJudged(review, number, due, _IN_TIME, None))
        else:
            judged.append(ReviewJudged(review, number, due, _LATE, (day - in_time_until).days))
    if before is not None:
        number += 1
        due = second_due(before) if number == 2 else later_due(before)
        in_time_until = last_day(due)
    if in_time_until <= until and (period.ends_on is None or in_time_until < period.ends_on):
        judged.append(ReviewJudged(None, number, due, _LATE, (_end_of_watch(period, until) - in_time_until).days))
    return tuple(judged)


class _Walk:
    """One walk through a period of care, from its first day to `until` at the furthest."""

    def __init__(self, period: PeriodOfCare, path: Sequence[Turn], told: Sequence[Told], until: date) -> None:
        self.clock = Clock(path[0], started_here=period.starts_on is not None)
        self.numbers_known = period.starts_on is not None
        self._path = path
        self._next_turn = 1
        self._told = told
        self._since = period.known_from
        silent_on = _last_silent_day(told, period.known_from, until + ONE_DAY)
        self._silence_ends = silent_on + ONE_DAY if silent_on is not None else period.known_from

    def to(self, day: date) -> None:
        """Go on to a day: take the turns up to and on it, and the silence of the records before it, in order."""
        if self._since < self._silence_ends:
            silent_on = _last_silent_day(self._told, self._since, day)
            if silent_on is not None:
                self._turn_until(silent_on)
                self.clock.silent(silent_on)
                self.numbers_known = False
        if self._next_turn < len(self._path):
            self._turn_until(day)

    def hold(self, day: date) -> None:
        """Hold a review on the day come to."""
        self.clock.hold(day)
        self._since = day + ONE_DAY

    def _turn_until(self, day: date) -> None:
        while self._next_turn < len(self._path) and self._path[self._next_turn].on <= day:
            self.clock.turn(self._path[self._next_turn])
            self._next_turn += 1


def _judge(
    period: PeriodOfCare,
    ordered: Sequence[ReviewHeld],
    path: Sequence[Turn],
    told: Sequence[Told],
    until: date,
    judged_on: str,
) -> tuple[ReviewJudged, ...]:
    walk = _Walk(period, path, told, until)
    clock = walk.clock
    judged: list[ReviewJudged] = []
    count = 0
    before: date | None = None
    number: int | None = None
    due, earliest, latest = clock.due, clock.earliest, clock.latest
    for review in ordered:
        day = review.held_on
        if day != before:
            walk.to(day)
            due, earliest, latest = clock.due, clock.earliest, clock.latest
            count += 1
            number = count if walk.numbers_known else None
            walk.hold(day)
            before = day
        if judged_on == FIRST_MEETING:
            day = review.first_met_on or day
        judged.append(_answer(review, number, due, day, earliest, latest))
    watched_until = _end_of_watch(period, until)
    walk.to(watched_until)
    if clock.latest <= until and (period.ends_on is None or clock.latest < period.ends_on):
        days_late = (watched_until - clock.latest).days
        number = count + 1 if walk.numbers_known else None
        judged.append(ReviewJudged(None, number, clock.due, _LATE, days_late))
    elif clock.earliest <= until and (period.ends_on is None or period.ends_on > until):
        number = count + 1 if walk.numbers_known else None
        judged.append(ReviewJudged(None, number, clock.due, _CANNOT_BE_TOLD, None))
    return tuple(judged)


def _answer(review: ReviewHeld, number: int | None, due: Due, day: date, earliest: date, latest: date) -> ReviewJudged:
    if day <= earliest:
        return ReviewJudged(review, number, due, _IN_TIME, None)
    if day > latest:
        return ReviewJudged(review, number, due, _LATE, (day - latest).days)
    return ReviewJudged(review, number, due, _CANNOT_BE_TOLD, None)


def _end_of_watch(period: PeriodOfCare, until: date) -> date:
    """The last day on or before `until` on which the child was looked after."""
    if period.ends_on is None or period.ends_on > until:
        return until
    return max(period.ends_on - ONE_DAY, period.known_from)


def _last_silent_day(told: Sequence[Told], since: date, before: date) -> date | None:
    """The last day on or after `since` and before `before` that the records do not speak for."""
    day = before - ONE_DAY
    for stretch in reversed(told):
        if stretch.starts_on <= day < stretch.ends_on:
            day = stretch.starts_on - ONE_DAY
    return day if day >= since else None
