"""Which series of reviews is a child in on each day: looked after, short breaks, or placed for adoption?"""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from holdfast.rules.facts import SHORT_BREAKS, Episode, PeriodOfCare

PLACED_FOR_ADOPTION = frozenset({"A3", "A4", "A5", "A6"})
"""Placements of a child placed for adoption, as the return codes them."""

AUTHORISED = frozenset({"E1", "D1"})
"""Legal statuses that let an agency place a child for adoption: a placement order, and before it a freeing order.

The return holds no other sign of authority; a parent's consent alone cannot be seen in it.
"""


class Track(StrEnum):
    """The series of reviews that applies."""

    LOOKED_AFTER = "looked after"
    SHORT_BREAKS = "short breaks"
    PLACED = "placed for adoption"


# Named once, because finding a member in its enumeration costs more than comparing it.
_LOOKED_AFTER, _SHORT_BREAKS, _PLACED = Track.LOOKED_AFTER, Track.SHORT_BREAKS, Track.PLACED


class Turn(NamedTuple):
    """A day from which a child's reviews are counted otherwise.

    `authorised` marks a day on which authority to place for adoption began and the series stayed what it was.
    """

    on: date
    to: Track
    authorised: bool = False


def turns(period: PeriodOfCare) -> tuple[Turn, ...]:
    """The turns of a period of care in order; the first is the day it began or, if that is not known, is known from.

    Moving between adoptive placements, and a change of legal status within one, is no turn. Authority that the child
    already had on the first day is none either.
    """
    for episode in period.episodes:
        if episode.legal_status in _TURNING_STATUSES or episode.placement in PLACED_FOR_ADOPTION:
            return _turns(period)
    return (Turn(period.known_from, _LOOKED_AFTER),)


def track_of(episode: Episode) -> Track:
    """The series an episode puts a child in."""
    if episode.placement in PLACED_FOR_ADOPTION:
        return _PLACED
    return _SHORT_BREAKS if episode.legal_status in SHORT_BREAKS else _LOOKED_AFTER


_TURNING_STATUSES = SHORT_BREAKS | AUTHORISED


def _turns(period: PeriodOfCare) -> tuple[Turn, ...]:
    found: list[Turn] = []
    before: Track | None = None
    had_authority = True  # what a child comes with brings nothing forward: the first review is due sooner
    for episode in period.episodes:
        track, has_authority = track_of(episode), episode.legal_status in AUTHORISED
        if before is None:
            found.append(Turn(period.known_from, track))
        elif track is not before:
            found.append(Turn(episode.starts_on, track))
        # Authority and the end of an adoptive placement may fall on one day: both turns count.
        if has_authority and not had_authority and track is not _PLACED:
            found.append(Turn(episode.starts_on, track, authorised=True))
        before, had_authority = track, has_authority
    return tuple(found)
