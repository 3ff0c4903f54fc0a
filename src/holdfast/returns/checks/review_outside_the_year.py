"""Does the return of a year hold reviews of another?"""

import numpy as np

from holdfast.returns.checks.check import Check, Subject
from holdfast.returns.findings import Severity
from holdfast.returns.texts import IntArray

CHECK = Check(
    name="review outside the return's year",
    severity=Severity.WARNING,
    table="Reviews",
    column="REVIEW",
    meaning="The review was not held in the year its file is for; it is counted in the year it was held.",
    expected="a day within the return's year, 1 April to 31 March",
)


def find(subject: Subject) -> IntArray:
    """Reviews dated outside the year of their file."""
    day = subject.rows("Reviews").days("REVIEW")
    return np.flatnonzero(~subject.in_its_year("Reviews", "REVIEW") & (day > 0))
