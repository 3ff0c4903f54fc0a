"""When would this invented child's next review be due, on the strictest and on the most generous reading of the law?

A drawing must be true however the law is read where it can be read in two ways (say, whether a placement order alone
starts the adoption series). So a review drawn in time is in time on the strictest reading, and a late one is late on
the most generous.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from holdfast.drawing.life import Care, Stay
from holdfast.rules.calendar import months_after, working_days_after

FOUR_WEEKS = timedelta(days=28)
LAW_OF_2010_FROM = date(2011, 4, 1)


class Limits(NamedTuple):
    """The last day in time on the strictest reading, and on the most generous one."""

    strict: date
    generous: date


class Turns(NamedTuple):
    """The days within a time in care on which the adoption series begins or ends: authority, placing, disruption."""

    authorised_on: date | None
    placed_on: date | None
    disrupted_on: date | None = None


def turns_of(stays: Sequence[Stay]) -> Turns:
    """When the child was authorised to be placed for adoption (E1, D1) and when placed (A3 to A6), if ever."""
    authorised = next((stay.starts_on for stay in stays if stay.legal_status in ("E1", "D1")), None)
    placed = next((stay.starts_on for stay in stays if stay.placement[:1] == "A"), None)
    disrupted = next(
        (stay.starts_on for stay in stays if placed and stay.starts_on > placed and stay.placement[:1] != "A"), None
    )
    return Turns(authorised, placed, disrupted)


@lru_cache(maxsize=4096)
def _first_due(starts_on: date) -> Limits:
    working_days = working_days_after(starts_on, 20)
    if starts_on >= LAW_OF_2010_FROM:
        return Limits(working_days, working_days)
    weeks = starts_on + FOUR_WEEKS
    return Limits(min(weeks, working_days), max(weeks, working_days))


def next_due(care: Care, turns: Turns, held: Sequence[date]) -> Limits:
    """The limits of the review that follows those `held` (in order) in this time in care."""
    last = held[-1] if held else None
    if last is None:
        strict, generous = _first_due(care.starts_on)
    elif turns.placed_on and last > turns.placed_on and not (turns.disrupted_on and last > turns.disrupted_on):
        since = sum(1 for day in held if day > turns.placed_on)
        due = months_after(last, 3 if since == 1 else 6)
        later = months_after(last, 6) if turns.disrupted_on else due
        return Limits(due, later)
    else:
        due = months_after(last, 3 if len(held) == 1 else 6)
        strict, generous = due, due
    if turns.authorised_on and (last is None or last <= turns.authorised_on) and turns.authorised_on <= strict:
        after_authority = months_after(turns.authorised_on, 3)
        strict, generous = min(strict, after_authority), max(generous, after_authority)
    if turns.placed_on and (last is None or last <= turns.placed_on) and turns.placed_on <= generous:
        after_placing = turns.placed_on + FOUR_WEEKS
        strict, generous = min(strict, after_placing), max(generous, after_placing)
    return Limits(strict, generous)
