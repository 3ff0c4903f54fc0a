"""Does an episode follow the end of care without saying that care started again?"""

import numpy as np

from holdfast.returns.checks.check import Check, Subject
from holdfast.returns.findings import Severity
from holdfast.returns.texts import IntArray

CHECK = Check(
    name="care starts again without S",
    severity=Severity.ERROR,
    table="Episodes",
    column="RNE",
    meaning="Care had ended, and this later episode does not say that it started again; it is read as a new period.",
    expected="S, or X1 as the reason the one before ended",
)


def find(subject: Subject) -> IntArray:
    """Joined episodes that follow an end of care and do not begin with S."""
    care = subject.care
    return np.sort(care.place[1:][care.same_child & subject.ended_care[:-1] & ~subject.started_care[1:]])
