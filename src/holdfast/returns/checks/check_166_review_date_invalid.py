"""Is a review's date a date at all?"""

import numpy as np

from holdfast.returns.checks.check import Check
from holdfast.returns.dates import EXPECTED
from holdfast.returns.findings import Severity
from holdfast.returns.gathering import Gathered
from holdfast.returns.texts import UNREADABLE, IntArray

CHECK = Check(
    name="166 review date invalid",
    severity=Severity.REFUSED,
    table="Reviews",
    column="REVIEW",
    meaning="The review's date is no date.",
    expected=EXPECTED,
)


def find(gathered: Gathered) -> IntArray:
    """Reviews whose date cannot be read."""
    return np.flatnonzero(gathered.rows["Reviews"].days("REVIEW") == UNREADABLE)
