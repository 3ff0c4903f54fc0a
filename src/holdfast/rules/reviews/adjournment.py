"""May a review be adjourned, and by when must it be completed?"""

from datetime import date
from typing import NamedTuple

from holdfast.rules import in_force
from holdfast.rules.answers import Due


class Adjournment(NamedTuple):
    """Whether a review may be adjourned to a day, why, and the last day it may be completed on."""

    allowed: bool
    because: str
    complete_by: Due


def completion_due(first_met_on: date) -> Due:
    """The last day an adjourned review may be completed: 20 working days after its first meeting (CPR 36(2))."""
    return in_force.ADJOURNMENT.due(first_met_on)


def may_be_adjourned(first_met_on: date, *, to: date, times_already: int = 0) -> Adjournment:
    """A review may be adjourned once, by at most 20 working days counted from its first meeting (CPR 36(2))."""
    limit = in_force.ADJOURNMENT.on(first_met_on)
    due = limit.due(first_met_on)
    if times_already:
        return Adjournment(False, "it has been adjourned once already, and may be only once", due)
    if to < first_met_on:
        return Adjournment(False, "it cannot be adjourned to a day before its first meeting", due)
    if to > limit.runs_out(first_met_on):
        return Adjournment(False, f"that is more than {limit.amount} working days after its first meeting", due)
    return Adjournment(
        True, f"it has not been adjourned before, and the day is within {limit.amount} working days", due
    )
