"""What must be written, agreed and sent after a review, and by when?"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from holdfast.rules import in_force
from holdfast.rules.answers import Due
from holdfast.rules.in_force import Law, Limit, Unit


class Stage(StrEnum):
    """A stage after a review, in the order they fall due."""

    DECISIONS = "the decisions are written"
    ANSWER = "the manager agrees or disputes"
    CARE_PLAN = "the care plan is brought up to date"
    RECORD = "the full record is written"
    SENT = "the record is sent to everyone"


_LAW: Mapping[Stage, Law] = {
    Stage.DECISIONS: in_force.DECISIONS,
    Stage.ANSWER: in_force.MANAGERS_ANSWER,
    Stage.CARE_PLAN: in_force.CARE_PLAN,
    Stage.RECORD: in_force.RECORD,
    Stage.SENT: in_force.RECORD_SENT,
}

_NOTHING_OF_ITS_OWN: Mapping[Stage, Limit] = MappingProxyType({})


def own_limit(amount: int, unit: Unit, stage: Stage) -> Limit:
    """A council's own limit for a stage, as its settings give it: 7 days for the record, 14 days to send it."""
    because = f"{stage.value}, at the latest {amount} {unit.value} the review (the council's own limit)"
    return Limit(amount, unit, "Council's promise", because)


def after_the_review(
    completed_on: date,
    *,
    decisions_received_on: date | None = None,
    own: Mapping[Stage, Limit] = _NOTHING_OF_ITS_OWN,
) -> Mapping[Stage, Due]:
    """The last day for each stage after a review completed on `completed_on`, in order.

    The manager's answer counts from the day the decisions were received or, until they are, from the last day they may
    be written. `own` replaces the limit of the stages it names. Sources: IRO Handbook, Care planning guidance.
    """
    due: dict[Stage, Due] = {}
    for stage, law in _LAW.items():
        start = completed_on
        if stage is Stage.ANSWER:
            start = decisions_received_on or due[Stage.DECISIONS].on or completed_on
        limit = own.get(stage) or law.on(start)
        due[stage] = limit.due(start)
    return due


def agreed_by_silence(answer_due: Due, *, on: date) -> bool:
    """Whether decisions that nobody disputed are taken as agreed on a day: yes, once the day to answer has passed.

    Source: IRO Handbook (agreement).
    """
    return answer_due.on is not None and on > answer_due.on
