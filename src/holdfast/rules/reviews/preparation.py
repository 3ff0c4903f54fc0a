"""What must be done before a review, and by when?"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from holdfast.rules import in_force
from holdfast.rules.answers import Due
from holdfast.rules.in_force import Law


class Step(StrEnum):
    """A step before a review, in the order they fall due."""

    ARRANGEMENTS = "who comes, where and how is talked over with the child"
    CONVERSATION = "the IRO and the social worker speak"
    INVITATIONS = "invitations and consultation papers go out"
    PAPERS = "the reports and the care plan reach the IRO"
    CHILD_SEEN = "the IRO speaks with the child alone"


_LAW: Mapping[Step, Law] = {
    Step.ARRANGEMENTS: in_force.ARRANGEMENTS_TALKED_OVER,
    Step.CONVERSATION: in_force.IRO_AND_SOCIAL_WORKER_SPEAK,
    Step.INVITATIONS: in_force.INVITATIONS,
    Step.PAPERS: in_force.PAPERS,
}

_CHILD_SEEN_BECAUSE = "the IRO speaks with the child alone before every review"


def before_the_review(review_on: date) -> Mapping[Step, Due]:
    """The last day for each step before a review held on `review_on`, in order.

    A first review follows so soon that its early steps may fall due before the child was looked after: they are then
    due at once, which is for whoever plans them to say.
    """
    due = {step: law.due(review_on) for step, law in _LAW.items()}
    due[Step.CHILD_SEEN] = Due(review_on, "CPR 36(1)", review_on, _CHILD_SEEN_BECAUSE)
    return due


def named_iro_due(looked_after_from: date, *, first_review_on: date | None = None) -> Due:
    """A named IRO within 5 working days (IRO Handbook), and before the first review if that comes sooner (CA 25A)."""
    due = in_force.NAMED_IRO.due(looked_after_from)
    if first_review_on is not None and due.on is not None and first_review_on < due.on:
        return Due(first_review_on, "CA 25A", looked_after_from, "a named IRO: before the first review")
    return due
