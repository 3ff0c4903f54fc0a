"""Does a child have episodes or reviews, and no header?"""

import numpy as np

from holdfast.returns.checks.check import Check, Subject
from holdfast.returns.findings import Severity
from holdfast.returns.texts import IntArray

CHECK = Check(
    name="child without header",
    severity=Severity.ERROR,
    table="Episodes",
    column="CHILD",
    meaning="The child has no row in Header, so their sex and ethnicity are not known.",
    expected="a row for the child in Header",
)


def find(subject: Subject) -> IntArray:
    """The first episode of each child that no header describes."""
    rows = subject.rows("Episodes")
    alone = np.flatnonzero(subject.joined.header[rows.child] < 0)
    _, first = np.unique(rows.child[alone], return_index=True)
    return np.sort(alone[first])
