"""Is a child of four or over said to be under four at a review?"""

import numpy as np

from holdfast.returns.checks.check import Check, Subject
from holdfast.returns.findings import Severity
from holdfast.returns.texts import IntArray

CHECK = Check(
    name="440 too old for PN0",
    severity=Severity.ERROR,
    table="Reviews",
    column="REVIEW_CODE",
    meaning="The child was four or over at the review, and the code says under four.",
    expected="a code from PN1 to PN7",
)


def find(subject: Subject) -> IntArray:
    """Reviews coded PN0 after the fourth birthday; on the birthday itself either code is accepted."""
    rows = subject.rows("Reviews")
    fourth = subject.age_day(4)[rows.child]
    under_four = rows.has_code("REVIEW_CODE", frozenset({"PN0"}))
    return np.flatnonzero(under_four & (fourth > 0) & (rows.days("REVIEW") > fourth))
