"""Does a child's sex change from one header to another?"""

import numpy as np

from holdfast.returns.checks.check import Check, Subject
from holdfast.returns.findings import Severity
from holdfast.returns.texts import IntArray

CHECK = Check(
    name="sex changed",
    severity=Severity.WARNING,
    table="Header",
    column="SEX",
    meaning="Another header of the child gives another sex; the latest year's is used.",
    expected="the same sex in every year",
)


def find(subject: Subject) -> IntArray:
    """Headers that differ from the one used for their child."""
    rows = subject.rows("Header")
    plain = np.array([_PLAIN.get(code, code) for code in rows.meaning("SEX").values])
    sex = plain[rows.codes("SEX")]
    return np.flatnonzero(sex != sex[subject.joined.header[rows.child]])


_PLAIN = {"M": "1", "F": "2"}
