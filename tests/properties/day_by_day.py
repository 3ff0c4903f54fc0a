"""What would somebody find who lived through a child's time in care day by day, with a calendar and the law in hand?

Written from the law and the decisions alone, and slowly on purpose: it shares no code with the rules, so that both are
wrong together only where both misread.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

import holidays

from holdfast.rules.facts import Episode

A_DAY = timedelta(days=1)
THE_LAW_CHANGED = date(2011, 4, 1)
OFF = frozenset(holidays.country_holidays("GB", subdiv="ENG", years=range(1990, 2061)))


class Evening(NamedTuple):
    """The end of one day: the day by which the review held that day had to be held, and the next one has to be."""

    on: date
    held_against: date | None
    next_by: date
    still_in_care: bool


def evenings(episodes: Sequence[Episode], held: Collection[date], until: date) -> Iterator[Evening]:
    """Every day from the first in care to `until`, or to the day the child left."""
    came, left = episodes[0].starts_on, episodes[-1].ends_on
    life = _Life(episodes[0])
    day = came
    while day <= until and (left is None or day <= left):
        for episode in episodes:
            if episode.starts_on == day and episode is not episodes[0]:
                life.moves_on(episode)
        against = None
        if day in held:
            against = life.limit
            life.is_reviewed(day)
        yield Evening(day, against, life.limit, left is None or day < left)
        day += A_DAY


class _Life:
    def __init__(self, first: Episode) -> None:
        self.kind = _kind(first)
        self.authority = first.legal_status in ("D1", "E1")
        self.ordinary_since = first.starts_on
        self.kind_since = first.starts_on
        self.reviews: list[date] = []
        self.limit = self._wanted_by()

    def is_reviewed(self, day: date) -> None:
        self.reviews.append(day)
        self.limit = self._wanted_by()

    def moves_on(self, episode: Episode) -> None:
        day = episode.starts_on
        before, self.kind = self.kind, _kind(episode)
        if self.kind != before:
            if before == "short breaks":
                self.ordinary_since = day
            overdue_since = self.limit if self.limit < day else None
            if self.kind != "ordinary":
                self.kind_since = day
                self.limit = self._wanted_by()
            elif before == "short breaks":
                self.limit = self._wanted_by()
            else:
                # The adoptive placement ended: the ordinary series goes on, but nobody can keep a day that is past.
                self.limit = max(self._wanted_by(), day)
            if overdue_since:
                self.limit = overdue_since
        had, self.authority = self.authority, episode.legal_status in ("D1", "E1")
        if self.authority and not had and self.kind != "placed":
            self.limit = min(self.limit, _months(day, 3))

    def _wanted_by(self) -> date:
        """By when the law wants the next review of the present kind."""
        since = self.ordinary_since if self.kind == "ordinary" else self.kind_since
        done = [each for each in self.reviews if each >= since]
        if done and len(done) > 1:
            return _months(done[-1], 6)
        if self.kind == "short breaks":
            return _months(done[-1], 6) if done else _months(since, 3)
        if done:
            return _months(done[-1], 3)
        if self.kind == "placed":
            return since + timedelta(weeks=4)
        return _working_days(since, 20) if since >= THE_LAW_CHANGED else since + timedelta(days=28)


def _kind(episode: Episode) -> str:
    if episode.placement.startswith("A"):
        return "placed"
    return "short breaks" if episode.legal_status in ("V3", "V4") else "ordinary"


def _working_days(day: date, count: int) -> date:
    while count:
        day += A_DAY
        if day.weekday() not in (5, 6) and day not in OFF:
            count -= 1
    return day


def _months(day: date, count: int) -> date:
    """Turn the leaves of a calendar; stop at a month's end where it has no such day."""
    first = day.replace(day=1)
    for _ in range(count):
        first = (first + timedelta(days=31)).replace(day=1)
    wanted = first
    while wanted.day < day.day and (wanted + A_DAY).month == first.month:
        wanted += A_DAY
    return wanted
