"""Was a child looked after at the end of a year whose return does not say so?"""

import numpy as np

from holdfast.returns.checks.check import Check, Subject, year_start
from holdfast.returns.findings import Severity
from holdfast.returns.texts import IntArray

CHECK = Check(
    name="episode missing from the year before",
    severity=Severity.ERROR,
    table="Episodes",
    column="DECOM",
    meaning="The episode began before its return's year, and the return of the year before does not hold it.",
    expected="the same episode in the year before",
)


def find(subject: Subject) -> IntArray:
    """Episodes begun before their file's year, which the year before, though supplied, does not have."""
    rows = subject.rows("Episodes")
    day, year, base = rows.days("DECOM"), rows.year.astype(np.int64), np.int64(2**23)
    supplied = np.isin(year - 1, subject.years("Episodes"))
    looked_at = np.flatnonzero(supplied & (day < year_start(rows.year)) & (day > 0))
    key = rows.child * base + day
    places: list[IntArray] = []
    for one in np.unique(year[looked_at]):
        of_year = looked_at[year[looked_at] == one]
        places.append(of_year[~np.isin(key[of_year], key[year == one - 1])])
    return np.sort(np.concatenate(places)) if places else looked_at
