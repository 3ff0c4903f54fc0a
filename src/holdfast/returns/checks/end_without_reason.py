"""Does an episode end without a reason?"""

import numpy as np

from holdfast.returns.checks.check import Check, Subject
from holdfast.returns.findings import Severity
from holdfast.returns.texts import IntArray

CHECK = Check(
    name="end without a reason",
    severity=Severity.ERROR,
    table="Episodes",
    column="REC",
    meaning="The episode has ended and gives no reason; it is read as if care went on.",
    expected="a reason such as X1 or E4A",
)


def find(subject: Subject) -> IntArray:
    """Joined episodes with DEC that have no REC."""
    rows = subject.rows("Episodes")
    return np.sort(subject.care.place[((rows.days("DEC") > 0) & (rows.codes("REC") == 0))[subject.care.place]])
