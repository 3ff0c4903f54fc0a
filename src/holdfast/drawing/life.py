"""What is known of an invented child: where they lived, under which order, and when they were reviewed?"""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from holdfast.rules.facts import SHORT_BREAKS


class Stay(NamedTuple):
    """One episode as it is drawn: it lasts until the next begins, or until the time in care ends.

    `reason` is why the episode began (S, P, L, B, T, U); `miles` is None where the distance is not known.
    """

    starts_on: date
    reason: str
    legal_status: str
    placement: str
    provider: str
    inside: bool
    miles: float | None


class Meeting(NamedTuple):
    """A review as it is drawn: whether it was meant to be late is known, because it was made so."""

    held_on: date
    code: str
    is_late: bool
    is_first: bool


@dataclass(slots=True)
class Care:
    """One unbroken time of being looked after, from `starts_on` to `ends_on` (not included; None while it lasts).

    `overdue_at` are the year ends (31 March) at which a review was due and not held.
    """

    starts_on: date
    ends_on: date | None
    reason_ended: str
    stays: list[Stay]
    meetings: list[Meeting] = field(default_factory=list)
    overdue_at: set[date] = field(default_factory=set)

    @property
    def is_short_breaks(self) -> bool:
        """Whether all of it was a series of short breaks, which is counted apart and whose reviews are not returned."""
        return all(stay.legal_status in SHORT_BREAKS for stay in self.stays)

    def covers(self, day: date) -> bool:
        """Whether the child was looked after on the day."""
        return self.starts_on <= day and (self.ends_on is None or self.ends_on > day)

    def stay_on(self, day: date) -> Stay:
        """The episode of the day; the first one for a day before care began."""
        found = self.stays[0]
        for stay in self.stays:
            if stay.starts_on > day:
                break
            found = stay
        return found


class Missed(NamedTuple):
    """A time the child was missing ("M") or away without authorisation ("A")."""

    kind: str
    starts_on: date
    ends_on: date | None


@dataclass(slots=True)
class Life:
    """One invented child. `sex` is M or F; the return's own code for the year is put on when it is written."""

    child_id: str
    born_on: date
    sex: str
    ethnicity: str
    need: str
    unaccompanied: bool = False
    mother_of_one_born_on: date | None = None
    cares: list[Care] = field(default_factory=list)
    missed: list[Missed] = field(default_factory=list)
    strengths_score: int = 12

    def care_on(self, day: date) -> Care | None:
        """The time in care that covers the day, short breaks left out."""
        for care in self.cares:
            if care.covers(day) and not care.is_short_breaks:
                return care
        return None


class Town(NamedTuple):
    """An invented council: its children, and the years (of 1 April) its returns are for."""

    name: str
    years: tuple[int, ...]
    lives: tuple[Life, ...]
