"""What a judged row holds, table by table. The annotations are the columns of the cut's Parquet files.

A field that is itself a group of columns (`Age`, `Care`) stands for them, in its place. A verdict is "yes", "no" or
"cannot be told", and the column after it, `…_because`, says why in a sentence. A column a figure can be split by is
never empty: what is not known says so.
"""

from datetime import date
from typing import NamedTuple

NOT_KNOWN = "not known"


class Age(NamedTuple):
    """An age in completed years, as a code to split by, its band, and as a number."""

    age: str
    age_band: str
    years: int | None


class Who(NamedTuple):
    """The sex in the year's code, and the ethnicity with its group."""

    sex: str
    ethnicity: str
    ethnic_group: str


class Care(NamedTuple):
    """What an episode says, with the groups its codes belong to, and whether it lies outside the boundary."""

    in_short_breaks: bool
    legal_status: str
    legal_group: str
    placement_type: str
    placement_group: str
    provider: str
    location: str
    need: str
    care_because: str
    outside_the_boundary: str
    outside_the_boundary_because: str


class Since(NamedTuple):
    """How long a child had been looked after by a day."""

    time_looked_after: str
    looked_after_since: date | None
    under_a_year: str
    under_a_year_because: str
    under_60_days: str
    under_60_days_because: str


class Distance(NamedTuple):
    """How far from home a child lived."""

    distance_band: str
    over_20_miles: str
    over_20_miles_because: str


class ChildAtYearEnd(NamedTuple):
    """A child looked after on 31 March; `counted` is False for a child in a series of short breaks that day."""

    year: str
    child_id: str
    counted: bool
    age: Age
    who: Who
    care: Care
    since: Since
    distance: Distance
    distance_counts: bool
    unaccompanied: str
    unaccompanied_because: str
    placements_in_year: int
    three_or_more_placements: str
    three_or_more_placements_because: str
    long_term: bool
    stable_placement: str
    stable_placement_because: str
    four_weeks: bool
    all_reviews_in_time: str
    all_reviews_in_time_because: str
    review_overdue: str
    review_overdue_because: str
    aged_four_at_a_review: bool
    took_part_in_every_review: str
    took_part_in_every_review_because: str


class ChildInYear(NamedTuple):
    """A child looked after at any time in the year, short breaks alone left out."""

    year: str
    child_id: str
    because: str
    age_band: str
    sex: str
    ethnic_group: str
    missing_counts: bool
    went_missing: str
    went_missing_because: str
    times_missing: int


class Came(NamedTuple):
    """A time a child became looked after; `counts_the_child` marks their last in the year, so that each counts once."""

    year: str
    child_id: str
    came_on: date
    because: str
    counts_the_child: bool
    age: str
    age_band: str
    sex: str
    ethnic_group: str
    need: str
    legal_status: str
    times: str


class Left(NamedTuple):
    """A time a child ceased to be looked after; `counts_the_child` as in Came."""

    year: str
    child_id: str
    left_on: date
    because: str
    counts_the_child: bool
    age: str
    age_band: str
    sex: str
    ethnic_group: str
    reason: str
    reason_group: str
    time_looked_after: str


class Review(NamedTuple):
    """A review held in the year, beside the day it was due."""

    year: str
    child_id: str
    held_on: date
    participation_code: str
    age_band: str
    kind: str
    is_first: bool
    quarter: str
    due_on: date | None
    timeliness: str
    in_time: str
    in_time_because: str
    was_late: bool
    days_late: int | None
    days_late_band: str
    rule: str
    aged_four: bool
    child_was_there: str
    child_was_there_because: str


class TimeMissing(NamedTuple):
    """A time a looked-after child was missing, or away without authorisation."""

    year: str
    child_id: str
    starts_on: date
    ends_on: date | None
    because: str
    kind: str
    was_missing: bool


TABLES: dict[str, type] = {
    "children_at_year_end": ChildAtYearEnd,
    "children_in_year": ChildInYear,
    "children_who_came": Came,
    "children_who_left": Left,
    "reviews": Review,
    "missing": TimeMissing,
}
