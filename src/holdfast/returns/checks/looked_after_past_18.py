"""Is anybody still looked after beyond their eighteenth birthday?"""

import numpy as np

from holdfast.returns.checks.check import Check, Subject, year_end
from holdfast.returns.findings import Severity
from holdfast.returns.texts import IntArray
from holdfast.rules.facts import SHORT_BREAKS

CHECK = Check(
    name="looked after past 18",
    severity=Severity.WARNING,
    table="Episodes",
    column="DEC",
    meaning="By this episode the child was still looked after beyond their eighteenth birthday.",
    expected="an end on or before the eighteenth birthday",
)


def find(subject: Subject) -> IntArray:
    """Joined episodes that go on beyond the eighteenth birthday, or are still open at the year's end after it.

    Somebody in short breaks may stay longer; so may one whose last day falls on the birthday.
    """
    care, rows = subject.care, subject.rows("Episodes")
    reached = subject.age_day(18)[care.child]
    until = np.minimum(care.end, year_end(rows.year[care.place]))
    beyond = (reached > 0) & (until > reached) & ~rows.has_code("LS", SHORT_BREAKS)[care.place]
    return np.sort(care.place[beyond])
