"""Do two episodes of a child cover the same day?"""

import numpy as np

from holdfast.returns.checks.check import Check, Subject
from holdfast.returns.findings import Severity
from holdfast.returns.texts import IntArray

CHECK = Check(
    name="episodes overlap",
    severity=Severity.ERROR,
    table="Episodes",
    column="DECOM",
    meaning="The episode starts before the child's earlier episode has ended.",
    expected="a start on the day the one before ended",
)


def find(subject: Subject) -> IntArray:
    """Joined episodes that start before the end of one that started before them."""
    care = subject.care
    overlaps = care.same_child & (care.start[1:] < care.end[:-1])
    return np.sort(care.place[1:][overlaps])
