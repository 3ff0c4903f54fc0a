"""Does another table give another day of birth than the header?"""

import numpy as np

from holdfast.returns.checks.check import Check, Subject
from holdfast.returns.findings import Severity
from holdfast.returns.tables import TABLES
from holdfast.returns.texts import IntArray

CHECKS = tuple(
    Check(
        name=f"{table.name} gives another day of birth",
        severity=Severity.WARNING,
        table=table.name,
        column="DOB",
        meaning=f"{table.name} gives another day of birth than Header, which is the one used.",
        expected="the day of birth in Header",
    )
    for table in TABLES
    if table.name != "Header" and any(column.name == "DOB" for column in table.columns)
)


def find(subject: Subject, table: str) -> IntArray:
    """Rows whose day of birth is not the one used for their child."""
    rows = subject.rows(table)
    day = rows.days("DOB")
    return np.flatnonzero((day > 0) & (day != subject.joined.born[rows.child]))
