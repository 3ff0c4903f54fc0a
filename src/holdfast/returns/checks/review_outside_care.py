"""Was a review held when the child was not looked after?"""

import numpy as np

from holdfast.returns.checks.check import Check, Subject
from holdfast.returns.findings import Severity
from holdfast.returns.texts import IntArray

CHECK = Check(
    name="review outside any period of care",
    severity=Severity.ERROR,
    table="Reviews",
    column="REVIEW",
    meaning="The review was held on a day when, by the episodes, the child was not looked after.",
    expected="a day within a period of care",
)


def find(subject: Subject) -> IntArray:
    """Reviews within the years whose episodes are known, on a day that lies in no episode nor in a gap within care.

    The day care ended is accepted: a review may be held in its morning.
    """
    rows, care = subject.rows("Reviews"), subject.care
    day = rows.days("REVIEW")
    told = np.isin(_year_of(day), subject.years("Episodes")) & (day > 0)
    if not len(care.place):
        return np.flatnonzero(told)
    looked_at = np.flatnonzero(told)
    child, day = rows.child[looked_at].astype(np.int64), day[looked_at]
    base = np.int64(2**23)
    reach = np.maximum.accumulate(care.child * base + _end_of_period(subject))
    last = np.searchsorted(care.child * base + care.start, child * base + day, side="right") - 1
    within = (last >= 0) & (care.child[last] == child) & (child * base + day <= reach[last])
    return looked_at[~within]


def _end_of_period(subject: Subject) -> IntArray:
    """The day each joined episode's care ends; where it ended with X1 and more follows, the day the next one starts."""
    care = subject.care
    end = care.end.copy()
    carried = np.flatnonzero(care.same_child & ~subject.ended_care[:-1] & ~subject.started_care[1:])
    end[carried] = np.maximum(end[carried], care.start[carried + 1])
    return end


def _year_of(day: IntArray) -> IntArray:
    """The return year of each day, as the April it begins."""
    months = (day - 719163).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    return (months - 3) // 12 + 1970
