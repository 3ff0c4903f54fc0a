"""Is a review returned for a child who is only ever in short breaks?"""

import numpy as np

from holdfast.returns.checks.check import Check, Subject
from holdfast.returns.findings import Severity
from holdfast.returns.texts import IntArray
from holdfast.rules.facts import SHORT_BREAKS

CHECK = Check(
    name="399 review of a child only in short breaks",
    severity=Severity.ERROR,
    table="Reviews",
    column="REVIEW",
    meaning="Every episode of the child is a short break (V3 or V4), for which no review is returned.",
    expected="no review, or another legal status",
)


def find(subject: Subject) -> IntArray:
    """Reviews of children who have episodes, all of them short breaks."""
    episodes, reviews = subject.rows("Episodes"), subject.rows("Reviews")
    children = len(subject.joined.born)
    breaks = episodes.has_code("LS", SHORT_BREAKS)
    only = np.zeros(children, dtype=bool)
    only[episodes.child] = True
    only[episodes.child[~breaks]] = False
    return np.flatnonzero(only[reviews.child])
