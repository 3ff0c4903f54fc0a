"""Does an episode of a year's return start after that year?"""

import numpy as np

from holdfast.returns.checks.check import Check, Subject, year_end
from holdfast.returns.findings import Severity
from holdfast.returns.texts import IntArray

CHECK = Check(
    name="episode starts after the year",
    severity=Severity.ERROR,
    table="Episodes",
    column="DECOM",
    meaning="The episode starts after the 31 March that closes its return's year.",
    expected="a day up to 31 March of the return's year",
)


def find(subject: Subject) -> IntArray:
    """Episodes that start after the close of their file's year."""
    rows = subject.rows("Episodes")
    return np.flatnonzero(rows.days("DECOM") > year_end(rows.year))
