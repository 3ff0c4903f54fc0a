"""Do two years' returns hold the same review?"""

import numpy as np

from holdfast.returns.checks.check import Check, Subject
from holdfast.returns.findings import Severity
from holdfast.returns.texts import IntArray

CHECK = Check(
    name="review given in two years",
    severity=Severity.NOTED,
    table="Reviews",
    column="REVIEW",
    meaning="A later year's return gives this review again; it is counted once, as the later one has it.",
    expected="each review in the year it was held",
)


def find(subject: Subject) -> IntArray:
    """Reviews that a later year's file gives again."""
    return np.sort(subject.joined.repeated_reviews)
