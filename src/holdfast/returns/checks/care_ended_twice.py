"""Does a child's care end twice on one day?"""

import numpy as np

from holdfast.returns.checks.check import Check, Subject
from holdfast.returns.findings import Severity
from holdfast.returns.texts import IntArray

CHECK = Check(
    name="care ended twice",
    severity=Severity.ERROR,
    table="Episodes",
    column="REC",
    meaning="Two episodes of the child end care on the same day.",
    expected="one episode that ends care, the others with X1",
)


def find(subject: Subject) -> IntArray:
    """The second of two joined episodes that both end care on one day."""
    care, ended = subject.care, subject.ended_care
    twice = care.same_child & ended[1:] & ended[:-1] & (care.end[1:] == care.end[:-1])
    return np.sort(care.place[1:][twice])
