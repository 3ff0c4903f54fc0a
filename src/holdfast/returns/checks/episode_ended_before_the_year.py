"""Does a year's return hold episodes that were over before it began?"""

import numpy as np

from holdfast.returns.checks.check import Check, Subject, year_start
from holdfast.returns.findings import Severity
from holdfast.returns.texts import IntArray

CHECK = Check(
    name="episode ended before the year",
    severity=Severity.WARNING,
    table="Episodes",
    column="DEC",
    meaning="The episode ended before the year its file is for began.",
    expected="episodes open at some time in the return's year",
)


def find(subject: Subject) -> IntArray:
    """Episodes whose end lies before 1 April of their file's year."""
    rows = subject.rows("Episodes")
    day = rows.days("DEC")
    return np.flatnonzero((day > 0) & (day < year_start(rows.year)))
