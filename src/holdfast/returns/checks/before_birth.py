"""Is anything dated before the child was born?"""

import numpy as np

from holdfast.returns.checks.check import Check, Subject
from holdfast.returns.findings import Severity
from holdfast.returns.texts import IntArray

CHECKS = tuple(
    Check(
        name=f"{what} before birth",
        severity=Severity.ERROR,
        table=table,
        column=column,
        meaning=f"The {what} is dated before the child was born.",
        expected="a day on or after the day of birth",
    )
    for table, column, what in (
        ("Episodes", "DECOM", "episode"),
        ("Reviews", "REVIEW", "review"),
        ("Missing", "MIS_START", "time missing"),
    )
)
_COLUMN = {check.table: check.column for check in CHECKS}


def find(subject: Subject, table: str) -> IntArray:
    """Rows dated before their child's birth."""
    rows = subject.rows(table)
    day = rows.days(_COLUMN[table])
    return np.flatnonzero((day > 0) & (day < subject.joined.born[rows.child]))
