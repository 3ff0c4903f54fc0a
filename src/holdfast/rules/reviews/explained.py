"""Why is a review, or anything around it, due on that day? A sentence a person can check with a calendar."""

from datetime import date
from functools import cache

from holdfast.rules import in_force
from holdfast.rules.answers import Due, day_in_words
from holdfast.rules.calendar import SkippedDay, holidays_between
from holdfast.rules.in_force import Limit, Unit
from holdfast.rules.sources import SOURCES


def explain(due: Due) -> str:
    """The rule and its source, the days it counts from and to, and the bank holidays passed over, in sentences."""
    source = SOURCES.get(due.rule)
    cited = f" ({source.cites})" if source else f" ({due.rule})"
    rule = due.because[:1].upper() + due.because[1:]
    if due.on is None or due.counted_from is None:
        return f"{rule}{cited}."
    limit = _limits().get(due.because)
    if limit is None:
        return f"{rule}{cited}. {_counting(due.on, due.counted_from)}"
    ran_out = limit.runs_out(due.counted_from)
    sentences = [f"{rule}{cited}.", _counting(ran_out, due.counted_from)]
    skipped = _skipped(limit, due.counted_from, ran_out)
    if skipped:
        sentences.append(f"Not counted: {_listed(skipped)}.")
    if limit.unit is Unit.MONTHS and ran_out.day != due.counted_from.day:
        sentences.append("That month has no such day, so its last day is taken.")
    if ran_out < due.on:
        sentences.append(
            "That day had passed when the placement for adoption ended, so the review is due on the day it ended,"
            f" {day_in_words(due.on)}."
        )
    return " ".join(sentences)


@cache
def _limits() -> dict[str, Limit]:
    return {limit.because: limit for _, _, _, limit in in_force.every_limit()}


def _counting(on: date, counted_from: date) -> str:
    if on < counted_from:
        return f"Counted back from {day_in_words(counted_from)}, it is due by {day_in_words(on)}."
    return (
        f"Counted from {day_in_words(counted_from)}, which itself is not counted, the last day is {day_in_words(on)}."
    )


def _skipped(limit: Limit, counted_from: date, on: date) -> tuple[SkippedDay, ...]:
    match limit.unit:
        case Unit.WORKING_DAYS:
            return holidays_between(counted_from, on)
        case Unit.WORKING_DAYS_BEFORE:
            return tuple(day for day in holidays_between(on, counted_from) if on <= day.on < counted_from)
        case _:
            return ()


def _listed(days: tuple[SkippedDay, ...]) -> str:
    named = [f"{day.name} ({day_in_words(day.on)})" for day in days]
    return named[0] if len(named) == 1 else ", ".join(named[:-1]) + " and " + named[-1]
