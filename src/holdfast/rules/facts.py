"""What is known of the children: frozen plain values that every rule reads and no rule changes.

Periods are half-open: `starts_on` is the first day, `ends_on` the first day that is no longer part of it, None while
open. Facts are named tuples, because a million of them must be made and read cheaply.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple


class Child(NamedTuple):
    """A child as the return's header describes them; codes are the return's own (see `returns.codes`)."""

    child_id: str
    born_on: date
    sex: str = ""
    ethnicity: str = ""
    mother: bool = False
    unaccompanied: bool = False
    unaccompanied_until: date | None = None


class Episode(NamedTuple):
    """A stretch of care under one legal status in one placement; codes are the return's own, "" when not given."""

    child_id: str
    starts_on: date
    ends_on: date | None
    reason_started: str
    legal_status: str
    need: str
    placement: str
    provider: str
    reason_ended: str = ""
    reason_changed: str = ""
    location: str = ""
    distance_miles: float | None = None

    def covers(self, day: date) -> bool:
        """Whether the child was looked after under this episode on `day`: on its first day yes, on its last no."""
        return self.starts_on <= day and (self.ends_on is None or self.ends_on > day)


class ReviewHeld(NamedTuple):
    """A review that was held. `held_on` is the day it was completed; `first_met_on` differs when it was adjourned."""

    child_id: str
    held_on: date
    participation_code: str = ""
    first_met_on: date | None = None


class Missing(NamedTuple):
    """A time a child was missing ("M") or away without authorisation ("A")."""

    child_id: str
    kind: str
    starts_on: date
    ends_on: date | None


class PeriodOfCare(NamedTuple):
    """One unbroken time of being looked after.

    `starts_on` is None when the records begin after the period did: then all that is known is that the child was
    looked after by `known_from`. `ends_on` and `reason_ended` are None and "" while the period is open.
    """

    child_id: str
    starts_on: date | None
    known_from: date
    ends_on: date | None
    reason_ended: str
    episodes: tuple[Episode, ...]

    def covers(self, day: date) -> bool:
        """Whether any episode of the period covers `day`."""
        return any(episode.covers(day) for episode in self.episodes)


class Told(NamedTuple):
    """The days the records speak for: every review held on or after `starts_on` and before `ends_on` is in them."""

    starts_on: date
    ends_on: date


class History(NamedTuple):
    """Everything known of a council's children, one entry a child, each child's facts in order of date.

    `reviews_told` and `episodes_told` are the stretches the records speak for, in order, touching ones joined.
    `years_told` are the years (of 1 April) for which any return was supplied.
    `tables_told` are the names of the return's tables that were supplied, for each year.
    """

    children: Mapping[str, Child]
    episodes: Mapping[str, Sequence[Episode]]
    reviews: Mapping[str, Sequence[ReviewHeld]]
    missing: Mapping[str, Sequence[Missing]]
    episodes_told: tuple[Told, ...]
    reviews_told: tuple[Told, ...]
    years_told: tuple[int, ...]
    tables_told: Mapping[int, frozenset[str]]


SHORT_BREAKS = frozenset({"V3", "V4"})
"""Legal statuses of a series of short breaks: neither counted among, nor reviewed like, children looked after."""


def periods_of_care(episodes: Sequence[Episode]) -> tuple[PeriodOfCare, ...]:
    """Join one child's episodes, in order of date, into the periods of care they make up.

    An episode carries on the period before it unless it says that care started (S), or the one before said that care
    ended (a reason other than X1). A gap after X1 does not end a period, it is a gap in the records.
    """
    periods: list[PeriodOfCare] = []
    run: list[Episode] = []
    for episode in episodes:
        if run and (episode.reason_started == "S" or _says_care_ended(run[-1])):
            periods.append(_period(run))
            run = []
        run.append(episode)
    if run:
        periods.append(_period(run))
    return tuple(periods)


def _says_care_ended(episode: Episode) -> bool:
    return episode.ends_on is not None and episode.reason_ended not in ("X1", "")


def _period(run: list[Episode]) -> PeriodOfCare:
    first, last = run[0], run[-1]
    return PeriodOfCare(
        child_id=first.child_id,
        starts_on=first.starts_on if first.reason_started == "S" else None,
        known_from=first.starts_on,
        ends_on=last.ends_on,
        reason_ended=last.reason_ended if last.ends_on else "",
        episodes=tuple(run),
    )


def year_of(day: date) -> int:
    """The return year a day falls in, named by the April it began: 31 March 2014 is in 2013."""
    return day.year if (day.month, day.day) >= (4, 1) else day.year - 1


@cache
def year_starts_on(year: int) -> date:
    """1 April of the year."""
    return date(year, 4, 1)


@cache
def year_ends_on(year: int) -> date:
    """31 March that closes the year begun the April before: the day the children are counted."""
    return date(year + 1, 3, 31)


@cache
def year_name(year: int) -> str:
    """The year as people write it: 2013 is "2013-14"."""
    return f"{year}-{(year + 1) % 100:02d}"


def year_called(name: str) -> int:
    """Read "2013-14", "2013/14" or "2013-2014" back into 2013; ValueError for anything else."""
    first, _, second = name.strip().replace("/", "-").partition("-")
    if len(first) == 4 and first.isdigit() and second.isdigit() and len(second) in (2, 4):
        year = int(first)
        if int(second) in ((year + 1) % 100, year + 1):
            return year
    raise ValueError(f"{name!r} is not a year from April to March; expected one such as 2014-15")


def age_on(day: date, born_on: date) -> int:
    """Completed years of age; somebody born on 29 February has their birthday on 1 March in other years."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


ONE_DAY = timedelta(days=1)
