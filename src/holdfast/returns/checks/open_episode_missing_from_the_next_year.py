"""Does an episode that was open at a year's end not appear in the next year's return?"""

import numpy as np

from holdfast.returns.checks.check import Check, Subject
from holdfast.returns.findings import Severity
from holdfast.returns.texts import IntArray

CHECK = Check(
    name="open episode missing from the next year",
    severity=Severity.ERROR,
    table="Episodes",
    column="DEC",
    meaning="The episode was open at its year's end and is not in the next year's return, so its end is not known.",
    expected="the same episode in the next year's return",
)


def find(subject: Subject) -> IntArray:
    """Joined episodes still open whose file's year is followed by another that was supplied."""
    care, rows = subject.care, subject.rows("Episodes")
    years = subject.years("Episodes")
    followed = np.isin(rows.year[care.place] + 1, years)
    return np.sort(care.place[followed & (rows.days("DEC")[care.place] == 0)])
