"""Which days are bank holidays in England and Wales, and what are they called?

Written out here, not asked of a library at run time, because the library takes longer to load than a council's whole
return takes to judge. The tests hold every day from 1990 to 2060 against the `holidays` package, so that a one-off
day announced later is noticed when the package is brought up to date.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache

MOVED: Mapping[int, tuple[date, date]] = {
    1995: (date(1995, 5, 1), date(1995, 5, 8)),
    2002: (date(2002, 5, 27), date(2002, 6, 4)),
    2012: (date(2012, 5, 28), date(2012, 6, 4)),
    2020: (date(2020, 5, 4), date(2020, 5, 8)),
    2022: (date(2022, 5, 30), date(2022, 6, 2)),
}
"""Years in which one of May's Mondays was moved: from which day, to which."""

ADDED: Mapping[date, str] = {
    date(1999, 12, 31): "the eve of the year 2000",
    date(2002, 6, 3): "the Golden Jubilee",
    date(2011, 4, 29): "the royal wedding",
    date(2012, 6, 5): "the Diamond Jubilee",
    date(2022, 6, 3): "the Platinum Jubilee",
    date(2022, 9, 19): "the State Funeral",
    date(2023, 5, 8): "the Coronation",
}
"""Days given once."""


@cache
def bank_holidays(year: int) -> Mapping[date, str]:
    """The bank holidays of a calendar year with Christmas Day and Good Friday, in order, each with its name."""
    days = dict(_yearly(year))
    if year in MOVED:
        usual, instead = MOVED[year]
        days[instead] = days.pop(usual)
    days |= {day: name for day, name in ADDED.items() if day.year == year}
    return dict(sorted(days.items()))


def easter_sunday(year: int) -> date:
    """Easter Sunday in the Gregorian calendar, from the age of the moon."""
    golden, century = year % 19, year // 100
    leaps_left_out = century - century // 4 - (8 * century + 13) // 25
    moon = (leaps_left_out + 19 * golden + 15) % 30
    moon -= (moon // 28) * (1 - (moon // 28) * (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    from_march_28 = moon - weekday
    return date(year, 3, 28) + timedelta(days=from_march_28)


def _yearly(year: int) -> Iterator[tuple[date, str]]:
    yield _or_the_next_monday(date(year, 1, 1)), "New Year's Day"
    easter = easter_sunday(year)
    yield easter - timedelta(days=2), "Good Friday"
    yield easter + timedelta(days=1), "Easter Monday"
    yield _monday_on_or_after(date(year, 5, 1)), "the early May bank holiday"
    yield _monday_on_or_after(date(year, 5, 25)), "the spring bank holiday"
    yield _monday_on_or_after(date(year, 8, 25)), "the summer bank holiday"
    christmas, boxing = date(year, 12, 25), date(year, 12, 26)
    # Two days are owed: whichever falls on a weekend is given on the next working days, after 26 December.
    yield (date(year, 12, 27) if christmas.weekday() >= 5 else christmas), "Christmas Day"
    yield (date(year, 12, 28) if boxing.weekday() >= 5 else boxing), "Boxing Day"


def _monday_on_or_after(day: date) -> date:
    return day + timedelta(days=-day.weekday() % 7)


def _or_the_next_monday(day: date) -> date:
    return _monday_on_or_after(day) if day.weekday() >= 5 else day
