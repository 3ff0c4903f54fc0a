"""Does a later year tell an episode otherwise than the year before told it?"""

import numpy as np

from holdfast.returns.checks.check import Check, Subject
from holdfast.returns.findings import Severity
from holdfast.returns.texts import IntArray

CHECK = Check(
    name="episode changed between years",
    severity=Severity.WARNING,
    table="Episodes",
    column="DECOM",
    meaning="A later year's return tells this episode otherwise; it is read as the later one has it.",
    expected="the same legal status, placement and end as the year before",
)
_COMPARED = ("LS", "PLACE", "DEC")


def find(subject: Subject) -> IntArray:
    """Episodes, as the later year gives them, whose legal status, placement or known end has changed."""
    _, later = subject.joined.changed
    return later


def found(subject: Subject, place: int) -> str:
    """What the earlier year said and what the later one says."""
    earlier, later = subject.joined.changed
    before = int(earlier[np.searchsorted(later, place)])
    rows = subject.rows("Episodes")
    changes = []
    for column in _COMPARED:
        was, now = rows.text(column, before).strip(), rows.text(column, place).strip()
        if was != now and (was or column != "DEC"):
            changes.append(f"{column} {was or 'blank'}, now {now or 'blank'}")
    return "; ".join(changes)
