"""How settled a child has been: the placements in a year, and whether one placement has lasted.

Placements are told apart by the return's own reasons: a new carer makes a new placement; a new legal status, or another
kind of placement with the same carer (moving to adoption among them), does not. Temporary placements (T0 to T4) are
none, and coming back from one to the same kind of placement with the same provider is no new one. Whoever comes into
care again comes to a new placement.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from holdfast.rules.answers import Answer, day_in_words
from holdfast.rules.calendar import months_after
from holdfast.rules.facts import Episode, PeriodOfCare, year_ends_on, year_starts_on
from holdfast.rules.reviews.tracks import PLACED_FOR_ADOPTION

CAME_INTO_CARE = "S"
NEW_CARER = frozenset({CAME_INTO_CARE, "P", "B"})
TEMPORARY = frozenset({"T0", "T1", "T2", "T3", "T4"})
MANY_PLACEMENTS = 3
LONG_TERM_MONTHS = 30
LASTING_MONTHS = 24
LONG_TERM_UNDER_AGE = 16


# Named once, because finding a member in its enumeration costs more than comparing it.
_YES, _NO, _CANNOT_BE_TOLD = Answer.YES, Answer.NO, Answer.CANNOT_BE_TOLD


class Placement(NamedTuple):
    """A time with one carer. `began_within_records` is False when the records open in the middle of it."""

    starts_on: date
    ends_on: date | None
    placement: str
    provider: str
    began_within_records: bool


def placements(episodes: Iterable[Episode]) -> tuple[Placement, ...]:
    """Join one child's episodes, in order of date, into the placements they describe."""
    found: list[Placement] = []
    comes_into_care, after_temporary = True, False
    for episode in episodes:
        comes_into_care = comes_into_care or episode.reason_started == CAME_INTO_CARE
        if episode.placement in TEMPORARY:
            after_temporary = True
            continue
        if not comes_into_care and _goes_on(found[-1], episode, after_temporary=after_temporary):
            found[-1] = Placement(
                starts_on=found[-1].starts_on,
                ends_on=episode.ends_on,
                placement=episode.placement,
                provider=episode.provider,
                began_within_records=found[-1].began_within_records,
            )
        else:
            found.append(
                Placement(
                    starts_on=episode.starts_on,
                    ends_on=episode.ends_on,
                    placement=episode.placement,
                    provider=episode.provider,
                    began_within_records=episode.reason_started in NEW_CARER,
                )
            )
        comes_into_care = after_temporary = False
    return tuple(found)


def _goes_on(last: Placement, episode: Episode, *, after_temporary: bool) -> bool:
    if after_temporary:
        return (last.placement, last.provider) == (episode.placement, episode.provider)
    return episode.reason_started not in NEW_CARER


def placements_in_year(child_placements: Sequence[Placement], year: int) -> int:
    """How many placements the child had at some time in the year of 1 April, the one they began it in included."""
    first, last = year_starts_on(year), year_ends_on(year)
    count = 0
    for placement in child_placements:
        if placement.starts_on <= last and (placement.ends_on is None or placement.ends_on > first):
            count += 1
    return count


@cache
def had_three_or_more_placements(count: int) -> tuple[Answer, str]:
    """Whether the child had three or more placements in the year (NI 62)."""
    words = "1 placement in the year" if count == 1 else f"{count} placements in the year"
    return (_YES if count >= MANY_PLACEMENTS else _NO), words


def looked_after_long(period: PeriodOfCare, on: date) -> Answer:
    """Whether the child has been looked after for two and a half years or more without a break by that day."""
    if period.starts_on is not None:
        return _YES if months_after(period.starts_on, LONG_TERM_MONTHS) <= on else _NO
    if months_after(period.known_from, LONG_TERM_MONTHS) <= on:
        return _YES
    return _CANNOT_BE_TOLD


def is_in_a_lasting_placement(child_placements: Sequence[Placement], on: date) -> tuple[Answer, str]:
    """Whether the placement of that day has lasted two years or more (NI 63).

    A child placed for adoption has the placement straight before counted with it.
    """
    until_then = [placement for placement in child_placements if placement.starts_on <= on]
    if not until_then:
        return _CANNOT_BE_TOLD, "no placement is recorded"
    current = until_then[-1]
    counted_from = current
    if current.placement in PLACED_FOR_ADOPTION and len(until_then) > 1 and until_then[-2].ends_on == current.starts_on:
        counted_from = until_then[-2]
    if months_after(counted_from.starts_on, LASTING_MONTHS) <= on:
        return _has_lasted_since(counted_from.starts_on)
    if not counted_from.began_within_records:
        return _CANNOT_BE_TOLD, "the records open in the middle of the placement"
    return _is_too_new(counted_from.starts_on)


@cache
def _has_lasted_since(day: date) -> tuple[Answer, str]:
    return _YES, f"in the same placement since {day_in_words(day)} or before"


@cache
def _is_too_new(day: date) -> tuple[Answer, str]:
    return _NO, f"in the placement since {day_in_words(day)}, less than two years"
