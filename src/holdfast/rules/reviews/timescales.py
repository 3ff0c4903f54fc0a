"""When must each review of a child's case be held, and was it held in time?"""

from collections.abc import Sequence
from datetime import date
from functools import cache
from operator import attrgetter

from holdfast.rules.answers import Due, ReviewJudged, Timeliness
from holdfast.rules.facts import ONE_DAY, PeriodOfCare, ReviewHeld, Told
from holdfast.rules.reviews.clock import Clock
from holdfast.rules.reviews.explained import explain
from holdfast.rules.reviews.series import SERIES, Series, due_after_silence
from holdfast.rules.reviews.tracks import Turn, turns

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
    ordered = sorted(reviews, key=_held_on) if len(reviews) > 1 else reviews
    path = turns(period)
    judge = _judge_one_series if len(path) == 1 else _judge_turn_by_turn
    return judge(period, ordered, path, tuple(told), until, judged_on)


def next_review_due(
    period: PeriodOfCare, reviews: Sequence[ReviewHeld], *, told: Sequence[Told], on: date
) -> Due | None:
    """When the next review is due, seen from `on`: what happened on or before that day counts, later things do not.

    `Due.on` is None when it cannot be told; the answer itself is None when the child is not looked after on the day.
    """
    if on < period.known_from or (period.ends_on is not None and period.ends_on <= on):
        return None
    walk = _Walk(period, turns(period), tuple(told), on)
    for day in sorted({review.held_on for review in reviews if review.held_on <= on}):
        walk.to(day)
        walk.hold(day)
    walk.to(on)
    return walk.clock.due


def _judge_one_series(
    period: PeriodOfCare,
    ordered: Sequence[ReviewHeld],
    path: Sequence[Turn],
    told: tuple[Told, ...],
    until: date,
    judged_on: str,
) -> tuple[ReviewJudged, ...]:
    """Judge a period without a turn, as nearly all are: what `_judge_turn_by_turn` would answer, for less."""
    series = SERIES[path[0].to]
    begun_on, known = period.known_from, period.starts_on is not None
    coming = series.first(begun_on) if known else due_after_silence(series, begun_on - ONE_DAY, date.min)
    since, last_silent = begun_on, _last_silent_day(told, until + ONE_DAY)
    judged: list[ReviewJudged] = []
    held = 0
    before: date | None = None
    for review in ordered:
        day = review.held_on
        if day != before:
            if day > until:
                break
            due = coming if since > last_silent else _after_silence(series, coming, told, since, day)
            known = known and due.on is not None
            earliest, latest = due.bounds()
            held += 1
            coming = series.next_due(begun_on, held, day, known=known)
            before, since = day, day + ONE_DAY
        if judged_on == FIRST_MEETING:
            day = review.first_met_on or day
        judged.append(_answer(review, held if known else None, due, day, earliest, latest))
    watched_until = _end_of_watch(period, until)
    if since <= last_silent:
        coming = _after_silence(series, coming, told, since, watched_until)
        known = known and coming.on is not None
    overdue = _overdue(period, held + 1 if known else None, coming, until, watched_until)
    if overdue is not None:
        judged.append(overdue)
    return tuple(judged)


def _after_silence(series: Series, due: Due, told: tuple[Told, ...], since: date, day: date) -> Due:
    """What is due by a day, when reviews may have been held since another that the records do not speak of."""
    silent_on = _last_silent_day(told, day)
    return due if silent_on < since else due_after_silence(series, silent_on, due.bounds()[0])


class _Walk:
    """One walk through a period of care, from its first day to `until` at the furthest."""

    def __init__(self, period: PeriodOfCare, path: Sequence[Turn], told: tuple[Told, ...], until: date) -> None:
        self.clock = Clock(path[0], started_here=period.starts_on is not None)
        self.numbers_known = period.starts_on is not None
        self._path = path
        self._next_turn = 1
        self._told = told
        self._since = period.known_from
        self._last_silent = _last_silent_day(told, until + ONE_DAY)

    def to(self, day: date) -> None:
        """Go on to a day: take the turns up to and on it, and the silence of the records before it, in order."""
        if self._since <= self._last_silent:
            silent_on = _last_silent_day(self._told, day)
            if silent_on >= self._since:
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


def _judge_turn_by_turn(
    period: PeriodOfCare,
    ordered: Sequence[ReviewHeld],
    path: Sequence[Turn],
    told: tuple[Told, ...],
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
            if day > until:
                break
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
    overdue = _overdue(period, count + 1 if walk.numbers_known else None, clock.due, until, watched_until)
    if overdue is not None:
        judged.append(overdue)
    return tuple(judged)


def _answer(review: ReviewHeld, number: int | None, due: Due, day: date, earliest: date, latest: date) -> ReviewJudged:
    if day <= earliest:
        return ReviewJudged(review, number, due, _IN_TIME, None)
    if day > latest:
        return ReviewJudged(review, number, due, _LATE, (day - latest).days)
    return ReviewJudged(review, number, due, _CANNOT_BE_TOLD, None)


def _overdue(
    period: PeriodOfCare, number: int | None, due: Due, until: date, watched_until: date
) -> ReviewJudged | None:
    """The review that was due on or before `until`, or may have been, while the child was looked after."""
    earliest, latest = due.bounds()
    if latest <= until and (period.ends_on is None or latest < period.ends_on):
        return ReviewJudged(None, number, due, _LATE, (watched_until - latest).days)
    if earliest <= until and (period.ends_on is None or period.ends_on > until):
        return ReviewJudged(None, number, due, _CANNOT_BE_TOLD, None)
    return None


def _end_of_watch(period: PeriodOfCare, until: date) -> date:
    """The last day on or before `until` on which the child was looked after."""
    if period.ends_on is None or period.ends_on > until:
        return until
    return max(period.ends_on - ONE_DAY, period.known_from)


@cache
def _last_silent_day(told: tuple[Told, ...], before: date) -> date:
    """The last day before another that the records do not speak for."""
    day = before - ONE_DAY
    for stretch in reversed(told):
        if stretch.starts_on <= day < stretch.ends_on:
            day = stretch.starts_on - ONE_DAY
    return day
