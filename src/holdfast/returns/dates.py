"""Which day a date in a return means, however it was written."""

import re
from datetime import date, timedelta
from typing import NamedTuple

EARLIEST, LATEST = 1900, 2100
EXPECTED = "a date such as 31/03/2014"

_SERIAL_ZERO = date(1899, 12, 30)
_SERIALS = range(10_000, 73_050)
_TIME = re.compile(r"[T ]\s*\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?\s*([AaPp][Mm])?\s*(Z|[+-]\d{2}:?\d{2})?$")
_AS_EXPECTED = re.compile(r"(\d{2})/(\d{2})/(\d{4})")
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{2}|\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})")
_MONTH_IN_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[-/. ]*([a-z]{3,9})[-/., ]*(\d{2}|\d{4})", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONG_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)


class DayRead(NamedTuple):
    """A day, or None for what is no day at all; `written` says how it was written, "" when as the return asks."""

    day: date | None
    written: str


def read_day(text: str) -> DayRead:
    """Read one date, already trimmed and not blank; the day comes before the month, as the return writes it.

    A two-digit year from 70 lies in the last century, any other in this one. A year outside 1900 to 2100 is no date.
    """
    as_expected = _AS_EXPECTED.fullmatch(text)
    if as_expected and text.isascii():
        day, month, year = as_expected.groups()
        return _made(int(year), int(month), int(day), "")
    with_time = _TIME.search(text)
    bare = text[: with_time.start()].strip() if with_time else text
    read = _read_bare(bare) if bare.isascii() else DayRead(None, "not a date")
    if with_time and read.day is not None:
        return DayRead(read.day, read.written or "with a time after it")
    return read


def _read_bare(text: str) -> DayRead:
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year = found.groups()
        if len(year) == 2:
            return _made(_century(int(year)), int(month), int(day), "with a year of two digits")
        written = "" if _AS_EXPECTED.fullmatch(text) else "with other separators or without leading noughts"
        return _made(int(year), int(month), int(day), written)
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = found.groups()
        return _made(int(year), int(month), int(day), "with the year first")
    if found := _MONTH_IN_WORDS.fullmatch(text):
        return _with_month_in_words(*found.groups())
    number = text.removesuffix(".0")
    if len(number) == 8 and number.isdigit():
        return _eight_digits(number)
    if number.isdigit() and int(number) in _SERIALS:
        return DayRead(_SERIAL_ZERO + timedelta(days=int(number)), "as a spreadsheet's day number")
    return DayRead(None, "not a date")


def _with_month_in_words(day: str, month: str, year: str) -> DayRead:
    word = month.lower()
    if word not in _LONG_MONTHS and word not in _MONTHS and word != "sept":
        return DayRead(None, "not a date")
    whole = int(year) if len(year) == 4 else _century(int(year))
    return _made(whole, _MONTHS.index(word[:3]) + 1, int(day), "with the month in words")


def _eight_digits(number: str) -> DayRead:
    """Eight digits without separators: read only where one order alone makes a believable date."""
    year_first = _made(int(number[:4]), int(number[4:6]), int(number[6:]), "without separators")
    day_first = _made(int(number[4:]), int(number[2:4]), int(number[:2]), "without separators")
    if (year_first.day is None) == (day_first.day is None):
        return DayRead(None, "not a date")
    return year_first if year_first.day else day_first


def _century(year: int) -> int:
    return 1900 + year if year >= 70 else 2000 + year


def _made(year: int, month: int, day: int, written: str) -> DayRead:
    if not EARLIEST <= year <= LATEST:
        return DayRead(None, "not a believable year")
    try:
        return DayRead(date(year, month, day), written)
    except ValueError:
        return DayRead(None, "no such day")
