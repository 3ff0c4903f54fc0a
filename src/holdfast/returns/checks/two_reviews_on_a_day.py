"""Does a child have two reviews on one day?"""

from holdfast.returns.checks.check import Check, Subject
from holdfast.returns.findings import Severity
from holdfast.returns.texts import IntArray

CHECK = Check(
    name="two reviews on a day",
    severity=Severity.WARNING,
    table="Reviews",
    column="REVIEW",
    meaning="The child has two reviews on this day that do not say the same; both are counted.",
    expected="one review on a day",
)


def find(subject: Subject) -> IntArray:
    """The second of two reviews of a child on a day."""
    rows, place = subject.rows("Reviews"), subject.joined.reviews
    child, day = rows.child[place], rows.days("REVIEW")[place]
    return place[1:][(child[1:] == child[:-1]) & (day[1:] == day[:-1])]
