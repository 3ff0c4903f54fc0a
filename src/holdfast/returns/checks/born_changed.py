"""Does a child's day of birth change from one header to another?"""

import numpy as np

from holdfast.returns.checks.check import Check, Subject
from holdfast.returns.findings import Severity
from holdfast.returns.texts import IntArray

CHECK = Check(
    name="day of birth changed",
    severity=Severity.ERROR,
    table="Header",
    column="DOB",
    meaning="Another header of the child gives another day of birth; the latest year's is used.",
    expected="the same day of birth in every year",
)


def find(subject: Subject) -> IntArray:
    """Headers that differ from the one used for their child."""
    rows = subject.rows("Header")
    day = rows.days("DOB")
    return np.flatnonzero((day > 0) & (day != day[subject.joined.header[rows.child]]))
