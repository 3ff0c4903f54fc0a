"""Into which band something falls: ages, lengths of time, distances, days late, quarters."""

from datetime import date

from holdfast.council import AgeBand
from holdfast.figures.judging.rows import NOT_KNOWN
from holdfast.rules.calendar import months_after

DISTANCES = ((5.0, "up to 5 miles"), (10.0, "over 5 to 10 miles"), (20.0, "over 10 to 20 miles"))
FARTHEST = "over 20 miles"

LENGTHS = (
    (6, "under 6 months"),
    (12, "6 months to under 1 year"),
    (24, "1 year to under 2 years"),
    (60, "2 years to under 5 years"),
)
LONGEST = "5 years and over"

DAYS_LATE = ((7, "1 to 7 days"), (14, "8 to 14 days"), (28, "15 to 28 days"))
LATEST = "over 28 days"

QUARTERS = {4: "April to June", 7: "July to September", 10: "October to December", 1: "January to March"}

IN_ORDER = {
    "distance_band": (*(name for _, name in DISTANCES), FARTHEST),
    "time_looked_after": (*(name for _, name in LENGTHS), LONGEST),
    "days_late_band": (*(name for _, name in DAYS_LATE), LATEST),
    "quarter": tuple(QUARTERS.values()),
    "kind": ("first", "second", "later"),
}
"""The order people read the values of a band in, where it is neither by number nor by the alphabet."""


def age_band(age: int, bands: tuple[AgeBand, ...]) -> str:
    """The council's own band for an age in completed years."""
    return next((band.name for band in bands if band.holds(age)), NOT_KNOWN)


def distance_band(miles: float | None) -> str:
    """How far from home; a band's upper end belongs to it."""
    if miles is None:
        return NOT_KNOWN
    return next((name for limit, name in DISTANCES if miles <= limit), FARTHEST)


def time_looked_after(starts_on: date | None, known_from: date, on: date) -> str:
    """How long by that day; with an unknown start, only what the days on record already show for certain."""
    if starts_on is None:
        return LONGEST if months_after(known_from, LENGTHS[-1][0]) <= on else NOT_KNOWN
    return next((name for months, name in LENGTHS if months_after(starts_on, months) > on), LONGEST)


def days_late_band(days: int | None) -> str:
    """How late a review was; "in time" for one that was not, which no count of late reviews includes."""
    if days is None:
        return "not late"
    return next((name for limit, name in DAYS_LATE if days <= limit), LATEST)


def quarter(day: date) -> str:
    """The quarter of the year that begins in April."""
    return QUARTERS[(day.month - 1) // 3 * 3 + 1]
