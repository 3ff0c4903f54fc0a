"""Is there a gap in a child's care though the episode before said another follows?"""

import numpy as np

from holdfast.returns.checks.check import Check, Subject
from holdfast.returns.findings import Severity
from holdfast.returns.texts import IntArray

CHECK = Check(
    name="gap after X1",
    severity=Severity.ERROR,
    table="Episodes",
    column="DECOM",
    meaning="The episode before ended with X1 (another follows), and this one does not start on the day it ended.",
    expected="a start on the day the one before ended",
)


def find(subject: Subject) -> IntArray:
    """Joined episodes that leave a gap after one that ended with X1."""
    care, rows = subject.care, subject.rows("Episodes")
    said = rows.has_code("REC", frozenset({"X1"}))[care.place][:-1]
    return np.sort(care.place[1:][care.same_child & said & (care.start[1:] > care.end[:-1])])
