"""On which day was each review of an invented child held, early or late, and how did the child take part?"""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from holdfast.drawing.clock import Turns, next_due, turns_of
from holdfast.drawing.life import Care, Life, Meeting
from holdfast.drawing.placements import one_of
from holdfast.rules.calendar import is_working_day
from holdfast.rules.facts import age_on, year_ends_on, year_of

LONG_SETTLED = timedelta(days=420)
DaysLate = Callable[[date], int]
"""How many days after its due day a review is held; 0 or less for in time."""

_WAYS_BY_AGE = (
    (7, (("PN1", 18), ("PN3", 18), ("PN4", 8), ("PN5", 16), ("PN6", 34), ("PN7", 6))),
    (11, (("PN1", 42), ("PN2", 6), ("PN3", 6), ("PN4", 3), ("PN5", 9), ("PN6", 30), ("PN7", 4))),
    (15, (("PN1", 52), ("PN2", 7), ("PN3", 2), ("PN4", 2), ("PN5", 6), ("PN6", 23), ("PN7", 8))),
    (99, (("PN1", 54), ("PN2", 6), ("PN3", 1), ("PN4", 1), ("PN5", 4), ("PN6", 20), ("PN7", 14))),
)


def fourth_birthday(born_on: date) -> date:
    """The day from which a child's own part in a review is recorded."""
    return born_on.replace(year=born_on.year + 4)


def participation(rng: Random, *, born_on: date, on: date) -> str:
    """How the child took part: PN0 under four; otherwise as their age makes likely."""
    age = age_on(on, born_on)
    if age < 4:
        return "PN0"
    return one_of(rng, next(ways for below, ways in _WAYS_BY_AGE if age < below))


def working(day: date, avoid: frozenset[date], step: int) -> date:
    """The day itself, or the nearest before (-1) or after (1) that is a working day and none of those to avoid."""
    while not is_working_day(day) or day in avoid:
        day += timedelta(days=step)
    return day


def days_to_avoid(life: Life, turns: Turns) -> frozenset[date]:
    """Days on which it could be argued which rule applies: the fourth birthday, and turns of the adoption series."""
    return frozenset(day for day in (fourth_birthday(life.born_on), *turns) if day)


def hold_reviews(rng: Random, life: Life, care: Care, *, from_year: int, until: date, days_late: DaysLate) -> None:
    """Draw the reviews of one time in care up to `until` and put them, and the year ends left overdue, on `care`.

    Reviews long before 1 April of `from_year` are not drawn for children who had settled by then: nobody will see them.
    """
    care.meetings, care.overdue_at = [], set()
    if care.is_short_breaks:
        return
    turns = turns_of(care.stays)
    avoid = days_to_avoid(life, turns)
    starts = date(from_year, 4, 1)
    ends_on = min(care.ends_on or until + timedelta(days=1), until + timedelta(days=1))
    held: list[date] = []
    if max(day for day in (care.starts_on, *turns) if day and day < ends_on) < starts - LONG_SETTLED:
        settled = starts - timedelta(days=rng.randrange(3, 178))
        held = [settled - timedelta(days=180), settled]
    while True:
        due = next_due(care, turns, held)
        late_by = days_late(due.generous) if due.generous < ends_on else 0
        on = _late_day(due.generous, late_by, avoid) if late_by > 0 else None
        if on and (_turned(turns, due.strict, on) or _arguable(due.strict, due.generous, on)):
            on = None
        is_late = on is not None
        if on is None:
            on = _early_day(rng, due.strict, held[-1] if held else care.starts_on, avoid)
        if is_late and on >= ends_on and not (care.ends_on is None or care.ends_on > until):
            is_late, on = False, _early_day(rng, due.strict, held[-1] if held else care.starts_on, avoid)
        if is_late:
            _note_overdue(care, due.strict, on, until)
        if on >= ends_on:
            return
        care.meetings.append(Meeting(on, participation(rng, born_on=life.born_on, on=on), is_late, is_first=not held))
        held.append(on)


def _late_day(due: date, late_by: int, avoid: frozenset[date]) -> date:
    return working(due + timedelta(days=late_by), avoid, 1)


def _early_day(rng: Random, due: date, after: date, avoid: frozenset[date]) -> date:
    room = (due - after).days - 1
    early = min(int(rng.expovariate(0.16)), max(room // 3, 0))
    day = working(due - timedelta(days=early), avoid, -1)
    return day if day > after else due


def _turned(turns: Turns, due: date, held_on: date) -> bool:
    return any(day and due <= day <= held_on for day in turns)


def _arguable(strict: date, generous: date, held_on: date) -> bool:
    """Whether a year end falls where one reading says overdue and another not, or on the due day itself."""
    return (strict != generous and year_of(strict) != year_of(held_on)) or generous == year_ends_on(year_of(generous))


def _note_overdue(care: Care, due: date, held_on: date, until: date) -> None:
    year_end = year_ends_on(year_of(due))
    while year_end < held_on and year_end <= until:
        care.overdue_at.add(year_end)
        year_end = year_ends_on(year_of(year_end + timedelta(days=1)))
