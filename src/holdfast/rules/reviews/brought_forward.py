"""What brings a review forward, and to which day?"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from holdfast.rules.answers import Due


class Ground(StrEnum):
    """Why a review may not wait for its day."""

    IRO_ASKS = "the IRO asks for it"
    CHILD_ASKS = "the child asks for it"
    WELFARE_NOT_SAFEGUARDED = "a visit found the child's welfare not safeguarded"
    DETENTION_WOULD_END = "police accommodation, remand or detention would otherwise end without a review"
    ACCOMMODATION_TO_END = "accommodation is to end and the child will not go to a parent"
    PLAN_TO_CHANGE = "the care plan is to change significantly"


class Provision(NamedTuple):
    """What a ground rests on, and the sentence a person is shown."""

    source: str
    because: str


GROUNDS: Mapping[Ground, Provision] = {
    Ground.IRO_ASKS: Provision("CPR 33(3)", "brought forward: the IRO asked for it"),
    Ground.CHILD_ASKS: Provision("IRO Handbook", "brought forward: the child asked for it"),
    Ground.WELFARE_NOT_SAFEGUARDED: Provision(
        "CPR 30", "brought forward: a visit found the child's welfare not safeguarded"
    ),
    Ground.DETENTION_WOULD_END: Provision(
        "CA 21(2)", "brought forward: police accommodation, remand or detention must not end without a review"
    ),
    Ground.ACCOMMODATION_TO_END: Provision(
        "CPR 33(3)", "brought forward: accommodation is to end and the child will not go to a parent"
    ),
    Ground.PLAN_TO_CHANGE: Provision(
        "CPR 32(2)", "brought forward: a significant change to the care plan waits for a review that considers it"
    ),
}
"""Every ground with its source."""


def brought_forward(due: Due, ground: Ground, on: date) -> Due:
    """The review is due by `on`, the day the ground sets, unless it was due sooner: nothing puts a review off."""
    if due.on is not None and due.on <= on:
        return due
    provision = GROUNDS[ground]
    return Due(on, provision.source, None, provision.because)
