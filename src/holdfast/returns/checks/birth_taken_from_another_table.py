"""Is a child's day of birth blank in the header and told by another table?"""

import numpy as np

from holdfast.returns.checks.check import Check, Subject
from holdfast.returns.findings import Severity
from holdfast.returns.texts import NO_DAY, IntArray

CHECK = Check(
    name="birth taken from another table",
    severity=Severity.NOTED,
    table="Header",
    column="DOB",
    meaning="The header gives no day of birth; it is taken from another table that does.",
    expected="a day of birth",
)


def find(subject: Subject) -> IntArray:
    """Headers without a day of birth that are the ones used."""
    rows = subject.rows("Header")
    used = subject.joined.header[rows.child] == np.arange(len(rows))
    return np.flatnonzero(used & (rows.days("DOB") == NO_DAY))
