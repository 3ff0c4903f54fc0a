"""Does an episode say that care started when it had not ended?"""

import numpy as np

from holdfast.returns.checks.check import Check, Subject
from holdfast.returns.findings import Severity
from holdfast.returns.texts import IntArray

CHECK = Check(
    name="care starts though not ended",
    severity=Severity.ERROR,
    table="Episodes",
    column="RNE",
    meaning="The episode says care started (S), and the one before says it went on (X1) or gives no reason.",
    expected="L, P, T, B or U, or a reason why the one before ended care",
)


def find(subject: Subject) -> IntArray:
    """Joined episodes that begin with S after one that did not end care."""
    care = subject.care
    return np.sort(care.place[1:][care.same_child & ~subject.ended_care[:-1] & subject.started_care[1:]])
