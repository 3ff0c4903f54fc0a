"""Does a child's last episode say that another follows?"""

import numpy as np

from holdfast.returns.checks.check import Check, Subject, year_end
from holdfast.returns.findings import Severity
from holdfast.returns.texts import IntArray

CHECK = Check(
    name="nothing follows X1",
    severity=Severity.ERROR,
    table="Episodes",
    column="REC",
    meaning="The episode ended with X1 (another follows), and none does.",
    expected="a further episode, or the reason care ended",
)


def find(subject: Subject) -> IntArray:
    """Each child's last joined episode, where it ended with X1 before the last day of its return's year."""
    care, rows = subject.care, subject.rows("Episodes")
    last = np.ones(len(care.place), dtype=bool)
    last[:-1] = ~care.same_child
    place = care.place[last & rows.has_code("REC", frozenset({"X1"}))[care.place]]
    day = rows.days("DEC")[place]
    return np.sort(place[(day > 0) & (day <= year_end(rows.year[place]))])
