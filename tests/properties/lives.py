"""What lives in care are drawn for the properties of the rules?"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from hypothesis import strategies as st

from holdfast.rules.facts import Episode, PeriodOfCare, ReviewHeld, Told, periods_of_care
from holdfast.rules.reviews.timescales import next_review_due

CHILD = "1"
ALWAYS = (Told(date(1990, 1, 1), date(2060, 1, 1)),)

days = st.dates(date(1995, 1, 1), date(2050, 12, 31))
starts = st.one_of(
    st.dates(date(2011, 4, 1), date(2020, 12, 31)), st.sampled_from([date(2012, 2, 29), date(2011, 3, 31)])
)


class Life(NamedTuple):
    """One period of care with the reviews held in it, and a day that is over."""

    period: PeriodOfCare
    reviews: tuple[ReviewHeld, ...]
    until: date


def episode(starts_on: date, ends_on: date | None, began: str, status: str, placement: str, ended: str = "") -> Episode:
    """An episode of which only what matters to the clock is drawn."""
    return Episode(CHILD, starts_on, ends_on, began, status, "N1", placement, "PR1", ended)


def period_of(stays: Sequence[tuple[date, str, str]], *, ends_on: date | None = None) -> PeriodOfCare:
    """The period of care of stays that follow one another: (from, legal status, placement)."""
    episodes = []
    for place, (starts_on, status, placement) in enumerate(stays):
        last = place == len(stays) - 1
        until = ends_on if last else stays[place + 1][0]
        ended = "" if until is None else "E4A" if last else "X1"
        episodes.append(episode(starts_on, until, "B" if place else "S", status, placement, ended))
    (period,) = periods_of_care(episodes)
    return period


def reviews_on(held: Sequence[date]) -> tuple[ReviewHeld, ...]:
    """Reviews held on these days."""
    return tuple(ReviewHeld(CHILD, day, "PN1") for day in held)


@st.composite
def plain_lives(draw: st.DrawFn) -> Life:
    """A child looked after under one status in one placement, reviewed at any distance."""
    starts_on = draw(starts)
    held, day = [], starts_on
    for gap in draw(st.lists(st.integers(0, 250), max_size=6)):
        day += timedelta(days=gap)
        held.append(day)
    until = day + timedelta(days=draw(st.integers(0, 300)))
    return Life(period_of([(starts_on, "C2", "U6")]), reviews_on(held), until)


PLAIN = (("C2", "U6"), ("C2", "U6"))
STAYS = st.sampled_from([*PLAIN, ("E1", "U6"), ("E1", "A5"), ("E1", "A3"), ("V4", "U6")])


@st.composite
def changing_lives(draw: st.DrawFn, *, lawful: bool = False) -> Life:
    """A child whose track changes, reviewed at any distance or, when lawful, always in time."""
    starts_on = draw(starts)
    stays, day = [], starts_on
    for status, placement in draw(st.lists(STAYS, min_size=1, max_size=5)):
        stays.append((day, status, placement))
        day += timedelta(days=draw(st.integers(1, 260)))
    until = day + timedelta(days=draw(st.integers(0, 300)))
    period = period_of(stays)
    held: list[date] = []
    day = starts_on
    while len(held) < 12:
        if lawful:
            day = _in_time(draw, period, held, day)
        else:
            day += timedelta(days=draw(st.integers(0, 250)))
        if day > until:
            break
        held.append(day)
    return Life(period, reviews_on(held), until)


@st.composite
def any_lives(draw: st.DrawFn) -> Life:
    """A child whose life in care takes any turn there is, with gaps in the records, and may end."""
    starts_on = draw(st.one_of(starts, st.dates(date(2009, 1, 1), date(2011, 12, 31))))
    turning = st.sampled_from(
        [*PLAIN, ("E1", "U6"), ("D1", "K2"), ("E1", "A5"), ("C2", "A3"), ("V4", "U6"), ("V3", "K2")]
    )
    stays = draw(st.lists(turning, min_size=1, max_size=6))
    episodes, day = [], starts_on
    leaves = draw(st.booleans())
    for place, (status, placement) in enumerate(stays):
        last = place == len(stays) - 1
        ends_on = day + timedelta(days=draw(st.integers(0 if last else 1, 260)))
        open_still = last and not leaves
        ended = "" if open_still else "E4A" if last else "X1"
        began = "B" if place else "S"
        episodes.append(episode(day, None if open_still else ends_on, began, status, placement, ended))
        day = ends_on + timedelta(days=0 if last else draw(st.sampled_from([0, 0, 0, 0, 30])))
    (period,) = periods_of_care(episodes)
    until = day + timedelta(days=draw(st.integers(0, 300)))
    end = until if period.ends_on is None else min(period.ends_on, until)
    held, on = [], starts_on
    for gap in draw(st.lists(st.integers(0, 230), max_size=10)):
        on += timedelta(days=gap)
        if on <= end:
            held.append(on)
    return Life(period, reviews_on(held), until)


def _in_time(draw: st.DrawFn, period: PeriodOfCare, held: Sequence[date], day: date) -> date:
    """A day on which a review is in time, walking on day by day because a change of track can bring it forward."""
    wanted = day + timedelta(days=draw(st.integers(1, 183)))
    while day < wanted:
        due = next_review_due(period, reviews_on(held), told=ALWAYS, on=day)
        if due is None or due.on is None or due.on <= day:
            return max(day, held[-1] + timedelta(days=1) if held else day)
        day += timedelta(days=1)
    return day


@st.composite
def windows(draw: st.DrawFn, life: Life) -> tuple[Told, ...]:
    """A stretch, or two with a hole, that the records speak for, in the time of a life and a little before."""
    span = (life.until - life.period.known_from).days
    cuts = sorted(draw(st.lists(st.integers(-60, span + 2), min_size=1, max_size=3)))
    edges = [life.period.known_from + timedelta(days=cut) for cut in cuts] + [life.until + timedelta(days=1)]
    if len(edges) == 4:
        return tuple(stretch for stretch in (Told(*edges[:2]), Told(*edges[2:])) if stretch.starts_on < stretch.ends_on)
    return (Told(edges[-2], edges[-1]),)


def told_in(life: Life, told: Sequence[Told]) -> tuple[ReviewHeld, ...]:
    """The reviews of a life that records with these stretches would hold."""
    return tuple(
        review for review in life.reviews if any(each.starts_on <= review.held_on < each.ends_on for each in told)
    )
