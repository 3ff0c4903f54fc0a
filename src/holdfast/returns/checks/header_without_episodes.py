"""Is a child described who has no episode?"""

import numpy as np

from holdfast.returns.checks.check import Check, Subject
from holdfast.returns.findings import Severity
from holdfast.returns.texts import IntArray

CHECK = Check(
    name="header without episodes",
    severity=Severity.NOTED,
    table="Header",
    column="CHILD",
    meaning="The child has a header and no episode in that year's return.",
    expected="an episode for the child",
)


def find(subject: Subject) -> IntArray:
    """Headers of children without an episode in the same year."""
    rows, episodes = subject.rows("Header"), subject.rows("Episodes")
    base = np.int64(2**31)
    return np.flatnonzero(~np.isin(rows.year * base + rows.child, episodes.year * base + episodes.child))
