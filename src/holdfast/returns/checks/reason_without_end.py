"""Does an open episode give a reason why it ended?"""

import numpy as np

from holdfast.returns.checks.check import Check, Subject
from holdfast.returns.findings import Severity
from holdfast.returns.texts import IntArray

CHECK = Check(
    name="reason without an end",
    severity=Severity.WARNING,
    table="Episodes",
    column="REC",
    meaning="The episode gives a reason why it ended and no day; it is read as still open.",
    expected="no reason, or the day in DEC",
)


def find(subject: Subject) -> IntArray:
    """Joined episodes without DEC that have REC."""
    rows = subject.rows("Episodes")
    return np.sort(subject.care.place[((rows.days("DEC") == 0) & (rows.codes("REC") > 0))[subject.care.place]])
