"""Does a child have a review, a time missing or the like, and no episode?"""

import numpy as np

from holdfast.returns.checks.check import Check, Subject
from holdfast.returns.findings import Severity
from holdfast.returns.texts import IntArray

WHAT = {
    "Reviews": "review",
    "Missing": "time missing",
    "UASC": "record of being unaccompanied",
    "SWEpisodes": "social worker's episode",
}
CHECKS = tuple(
    Check(
        name=f"{what} without episodes",
        severity=Severity.WARNING,
        table=table,
        column="CHILD",
        meaning=f"The child has a {what} and no episode in any year supplied.",
        expected="an episode for the child",
    )
    for table, what in WHAT.items()
)


def find(subject: Subject, table: str) -> IntArray:
    """The first row of the table for each child who has no episode."""
    rows = subject.rows(table)
    known = np.zeros(len(subject.joined.born), dtype=bool)
    known[subject.rows("Episodes").child] = True
    alone = np.flatnonzero(~known[rows.child])
    _, first = np.unique(rows.child[alone], return_index=True)
    return np.sort(alone[first])
