"""Which days count, and what day is it when so many of them have passed?"""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import NamedTuple

from holdfast.rules.bank_holidays import bank_holidays

_TABLE_FROM, _TABLE_TO = 1950, 2100


class SkippedDay(NamedTuple):
    """A weekday that did not count as a working day, and the name of the holiday."""

    on: date
    name: str


def is_working_day(day: date) -> bool:
    """A working day is not a Saturday, Sunday, Christmas Day, Good Friday or bank holiday in England and Wales."""
    return day.weekday() < 5 and day not in bank_holidays(day.year)


def working_days_after(day: date, n: int) -> date:
    """The nth working day after `day`, which itself is not counted; `n` is 0 or more, and 0 is `day` itself."""
    if n < 0:
        raise ValueError(f"{n} working days after a day: expected 0 or more")
    if n == 0:
        return day
    table = _working_days()
    place = bisect_right(table, day.toordinal()) + n - 1
    if day.year >= _TABLE_FROM and place < len(table):
        return date.fromordinal(table[place])
    return _stepping(day, n, 1)


def working_days_before(day: date, n: int) -> date:
    """The nth working day before `day`, which itself is not counted; `n` is 0 or more, and 0 is `day` itself."""
    if n < 0:
        raise ValueError(f"{n} working days before a day: expected 0 or more")
    if n == 0:
        return day
    table = _working_days()
    place = bisect_left(table, day.toordinal()) - n
    if day.year <= _TABLE_TO and place >= 0:
        return date.fromordinal(table[place])
    return _stepping(day, n, -1)


def working_days_between(first: date, last: date) -> int:
    """How many working days come after `first` up to and including `last`; negative when `last` is the earlier."""
    if last < first:
        return -working_days_between(last, first)
    if first.year >= _TABLE_FROM and last.year <= _TABLE_TO:
        table = _working_days()
        return bisect_right(table, last.toordinal()) - bisect_right(table, first.toordinal())
    return sum(is_working_day(date.fromordinal(o)) for o in range(first.toordinal() + 1, last.toordinal() + 1))


def skipped_days(day: date, n: int) -> tuple[SkippedDay, ...]:
    """The weekdays passed over, with their names, on the way to the nth working day after `day`."""
    return holidays_between(day, working_days_after(day, n))


def holidays_between(first: date, last: date) -> tuple[SkippedDay, ...]:
    """The bank holidays on weekdays after `first` and before or on `last`, in order."""
    return tuple(
        SkippedDay(on, name)
        for year in range(first.year, last.year + 1)
        for on, name in bank_holidays(year).items()
        if first < on <= last and on.weekday() < 5
    )


@lru_cache(maxsize=200_000)
def months_after(day: date, n: int) -> date:
    """The same day of the month `n` calendar months later, or that month's last day where it is shorter.

    Three months after 30 November is the last day of February; six months after 31 August is too.
    """
    year, month0 = divmod(day.year * 12 + day.month - 1 + n, 12)
    if year > date.max.year:
        return date.max
    _, last = monthrange(year, month0 + 1)
    return date(year, month0 + 1, min(day.day, last))


@cache
def _working_days() -> Sequence[int]:
    """Every working day of the table's years, as ordinals in order."""
    off = {day.toordinal() for year in range(_TABLE_FROM, _TABLE_TO + 1) for day in bank_holidays(year)}
    first, last = date(_TABLE_FROM, 1, 1).toordinal(), date(_TABLE_TO, 12, 31).toordinal()
    # An ordinal's remainder by seven is 1 on a Monday, 6 on a Saturday and 0 on a Sunday.
    return [o for o in range(first, last + 1) if 1 <= o % 7 <= 5 and o not in off]


def _stepping(day: date, n: int, step: int) -> date:
    # Only for days far outside a living memory of records; the table is for the rest.
    while n and date.min < day < date.max:
        day += timedelta(days=step)
        n -= is_working_day(day)
    return day
