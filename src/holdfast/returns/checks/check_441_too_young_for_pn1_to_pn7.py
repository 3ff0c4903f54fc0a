"""Is a child under four said to have taken part, or not, as an older child would?"""

import numpy as np

from holdfast.returns.checks.check import Check, Subject
from holdfast.returns.findings import Severity
from holdfast.returns.texts import IntArray

CHECK = Check(
    name="441 too young for PN1 to PN7",
    severity=Severity.ERROR,
    table="Reviews",
    column="REVIEW_CODE",
    meaning="The child was under four at the review, and the code is one for children of four and over.",
    expected="the code PN0",
)


OLDER = frozenset(f"PN{number}" for number in range(1, 8))


def find(subject: Subject) -> IntArray:
    """Reviews coded PN1 to PN7 before the fourth birthday; on the birthday itself either code is accepted."""
    rows = subject.rows("Reviews")
    day = rows.days("REVIEW")
    return np.flatnonzero(rows.has_code("REVIEW_CODE", OLDER) & (day > 0) & (day < subject.age_day(4)[rows.child]))
