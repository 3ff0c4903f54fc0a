"""Does a review say, with a code there is, how the child took part?"""

import numpy as np

from holdfast.returns.checks.check import Check, Subject
from holdfast.returns.findings import Severity
from holdfast.returns.texts import IntArray

CHECK = Check(
    name="167 code invalid or missing",
    severity=Severity.ERROR,
    table="Reviews",
    column="REVIEW_CODE",
    meaning="The review has no participation code, or one that is on no list.",
    expected="a code from PN0 to PN7",
)


def find(subject: Subject) -> IntArray:
    """Reviews with a date whose code is blank or on no list."""
    rows = subject.rows("Reviews")
    meaning = rows.meaning("REVIEW_CODE")
    cells = rows.cells["REVIEW_CODE"]
    blank = meaning.number[cells] == 0
    return np.flatnonzero((blank | ~meaning.known[cells]) & (rows.days("REVIEW") > 0))
