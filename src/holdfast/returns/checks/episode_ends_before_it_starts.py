"""Does an episode end before it starts?"""

import numpy as np

from holdfast.returns.checks.check import Check, Subject
from holdfast.returns.findings import Severity
from holdfast.returns.texts import IntArray

CHECK = Check(
    name="episode ends before it starts",
    severity=Severity.ERROR,
    table="Episodes",
    column="DEC",
    meaning="The episode ends before it starts.",
    expected="a day on or after DECOM",
)


def find(subject: Subject) -> IntArray:
    """Episodes whose end lies before their start."""
    rows = subject.rows("Episodes")
    return np.flatnonzero((rows.days("DEC") > 0) & (rows.days("DEC") < rows.days("DECOM")))
