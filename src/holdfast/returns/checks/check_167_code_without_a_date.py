"""Does a review say how the child took part, and not when it was held?"""

import numpy as np

from holdfast.returns.checks.check import Check
from holdfast.returns.dates import EXPECTED
from holdfast.returns.findings import Severity
from holdfast.returns.gathering import Gathered
from holdfast.returns.texts import NO_DAY, IntArray

CHECK = Check(
    name="167 code without a date",
    severity=Severity.REFUSED,
    table="Reviews",
    column="REVIEW",
    meaning="The review has a participation code and no date, so it can be placed in no year.",
    expected=EXPECTED,
)


def find(gathered: Gathered) -> IntArray:
    """Reviews with a code whose date is blank."""
    rows = gathered.rows["Reviews"]
    return np.flatnonzero((rows.days("REVIEW") == NO_DAY) & (rows.codes("REVIEW_CODE") > 0))
