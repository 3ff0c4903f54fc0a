"""Is anybody said to be looked after who is over 21?"""

import numpy as np

from holdfast.returns.checks.check import Check, Subject
from holdfast.returns.findings import Severity
from holdfast.returns.texts import IntArray

CHECK = Check(
    name="looked after past 21",
    severity=Severity.ERROR,
    table="Episodes",
    column="DECOM",
    meaning="The episode starts after the twenty-first birthday: the day of birth or of the episode is wrong.",
    expected="a day before the eighteenth birthday",
)


def find(subject: Subject) -> IntArray:
    """Joined episodes that start on or after the twenty-first birthday."""
    care = subject.care
    reached = subject.age_day(21)[care.child]
    return np.sort(care.place[(reached > 0) & (care.start >= reached)])
