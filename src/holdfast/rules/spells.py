"""When a child was looked after as the published counts mean it: short breaks alone left out.

A period of care may pass from a series of short breaks (V3, V4) into being looked after, and back. A spell is the part
of a period under other legal statuses: its first day is the day the child came, its end the day the child left.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from holdfast.rules.facts import SHORT_BREAKS, Episode, PeriodOfCare, periods_of_care

MOVED_TO_SHORT_BREAKS = "X1"


def looked_after_spells(episodes: Sequence[Episode]) -> tuple[PeriodOfCare, ...]:
    """One child's spells of being looked after, in order; a child who only had short breaks has none."""
    in_short_breaks = [episode.legal_status in SHORT_BREAKS for episode in episodes]
    if not any(in_short_breaks):
        return periods_of_care(episodes)
    if all(in_short_breaks):
        return ()
    return tuple(spell for period in periods_of_care(episodes) for spell in _without_short_breaks(period))


def _without_short_breaks(period: PeriodOfCare) -> Iterator[PeriodOfCare]:
    for in_short_breaks, run in groupby(period.episodes, key=lambda episode: episode.legal_status in SHORT_BREAKS):
        if not in_short_breaks:
            yield _spell(period, tuple(run))


def _spell(period: PeriodOfCare, run: tuple[Episode, ...]) -> PeriodOfCare:
    first, last = run[0], run[-1]
    is_last_of_period = last is period.episodes[-1]
    return PeriodOfCare(
        child_id=period.child_id,
        starts_on=period.starts_on if first is period.episodes[0] else first.starts_on,
        known_from=first.starts_on,
        ends_on=last.ends_on,
        reason_ended=period.reason_ended if is_last_of_period else MOVED_TO_SHORT_BREAKS,
        episodes=run,
    )
