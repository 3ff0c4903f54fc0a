"""What is true of a drawing? Counted from what was drawn, never by the figures, so that they can be held to it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from holdfast.drawing.careers import same_home
from holdfast.drawing.coding import sex_code
from holdfast.drawing.life import Care, Life, Meeting, Stay, Town
from holdfast.drawing.meetings import fourth_birthday
from holdfast.rules.facts import age_on, year_ends_on, year_starts_on

FOUR_WEEKS = 28
FAR_MILES = 20
BANDS = (("Under 1", 0), ("1-4", 4), ("5-9", 9), ("10-15", 15), ("16+", 99))

There = list[tuple[Life, Care, Stay]]


def truth_of(town: Town) -> dict[str, Any]:
    """Every count of the drawing, in the shape of an expected.json.

    Counts at a day are keyed by 31 March (the one before the first return too), flows by the 31 March that closes
    the year, by ISO date; reviews are those of the last year; fractions are {"numerator", "denominator"}.
    """
    ends = [year_ends_on(town.years[0] - 1), *(year_ends_on(year) for year in town.years)]
    there = {day: looked_after(town.lives, day) for day in ends}
    last_day, now = ends[-1], there[ends[-1]]
    return {
        "year_end": last_day.isoformat(),
        "looked_after": {day.isoformat(): len(there[day]) for day in ends},
        "age": {day.isoformat(): _counts(band_of(age_on(day, row[0].born_on)) for row in there[day]) for day in ends},
        "legal_status": {day.isoformat(): _counts(row[2].legal_status for row in there[day]) for day in ends},
        "placement": {day.isoformat(): _counts(row[2].placement for row in there[day]) for day in ends},
        "inside": {day.isoformat(): _counts("IN" if row[2].inside else "OUT" for row in there[day]) for day in ends},
        "ethnic": {day.isoformat(): _counts(row[0].ethnicity for row in there[day]) for day in ends},
        "sex": {last_day.isoformat(): _counts(sex_code(row[0].sex, town.years[-1]) for row in now)},
        "unaccompanied": {last_day.isoformat(): sum(row[0].unaccompanied for row in now)},
        **_flows(town),
        **_reviews(town, now, last_day),
        "three_placements": _share(now, lambda row: placements_in_year(row[0], town.years[-1]) >= 3),
        "over_20_miles": _share(
            [row for row in now if row[2].miles is not None and not row[0].unaccompanied],
            lambda row: row[2].miles > FAR_MILES,
        ),
        "under_365_days": sum((last_day - row[1].starts_on).days < 365 for row in now),
        "under_60_days": sum((last_day - row[1].starts_on).days < 60 for row in now),
    }


def looked_after(lives: Iterable[Life], day: date) -> There:
    """Who was looked after on the day, in which time in care and which stay; short breaks left out."""
    return [(life, care, care.stay_on(day)) for life in lives if (care := life.care_on(day))]


def band_of(age: int) -> str:
    """The band of ages a child of that age is counted in."""
    return next(name for name, oldest in BANDS if age <= oldest)


def placements_in_year(life: Life, year: int) -> int:
    """How many placements the child was in at some time in the year; a change of order or of name is none."""
    first, last = year_starts_on(year), year_ends_on(year)
    count = 0
    for care in life.cares:
        homes = same_home(care.stays)
        for at, home in enumerate(homes):
            ends_on = homes[at + 1][0].starts_on if at + 1 < len(homes) else care.ends_on
            count += home[0].starts_on <= last and (ends_on is None or ends_on > first)
    return count


def meetings_in(care: Care, year: int) -> Iterator[Meeting]:
    """The reviews of a time in care that were held in the year."""
    first, last = year_starts_on(year), year_ends_on(year)
    return (meeting for meeting in care.meetings if first <= meeting.held_on <= last)


def _flows(town: Town) -> dict[str, Any]:
    came: dict[str, int] = {}
    left: dict[str, int] = {}
    reasons: dict[str, dict[str, int]] = {}
    counted = [(life, care) for life in town.lives for care in life.cares if not care.is_short_breaks]
    for year in town.years:
        first, last = year_starts_on(year), year_ends_on(year)
        key = last.isoformat()
        came[key] = len({id(life) for life, care in counted if first <= care.starts_on <= last})
        gone = {id(life): care for life, care in counted if care.ends_on and first <= care.ends_on <= last}
        left[key] = len(gone)
        reasons[key] = _counts(care.reason_ended for care in gone.values())
    return {"came": came, "left": left, "left_by_reason": reasons}


def _reviews(town: Town, now: There, last_day: date) -> dict[str, Any]:
    year = town.years[-1]
    held = [meeting for life in town.lives for care in life.cares for meeting in meetings_in(care, year)]
    settled = [row for row in now if (last_day - row[1].starts_on).days >= FOUR_WEEKS]
    four = [row for row in settled if any(m.held_on >= fourth_birthday(row[0].born_on) for m in _of(row[0], year))]
    return {
        "reviews_held": len(held),
        "first_reviews_held": sum(meeting.is_first for meeting in held),
        "participation_codes": _counts(meeting.code for meeting in held),
        "reviews_in_time": {"numerator": sum(not meeting.is_late for meeting in held), "denominator": len(held)},
        "ni66": _share(settled, lambda row: not failed_in_time(row[0], year)),
        "c63": _share(four, lambda row: all(meeting.code != "PN7" for meeting in _of(row[0], year))),
    }


def failed_in_time(life: Life, year: int) -> bool:
    """Whether any review of the child's was late in the year, or due by its end and not held."""
    end = year_ends_on(year)
    return any(end in care.overdue_at or any(m.is_late for m in meetings_in(care, year)) for care in life.cares)


def _of(life: Life, year: int) -> list[Meeting]:
    return [meeting for care in life.cares for meeting in meetings_in(care, year)]


def _counts(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items()))


def _share(rows: list[Any], met: Any) -> dict[str, int]:
    return {"numerator": sum(1 for row in rows if met(row)), "denominator": len(rows)}
