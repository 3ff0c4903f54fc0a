"""How did a child take part in a review, and did they take part in every one?"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from holdfast.rules.answers import Answer
from holdfast.rules.facts import ONE_DAY, age_on
from holdfast.rules.in_force import PN0_BEFORE_BIRTHDAY

MEANINGS: Mapping[str, str] = {
    "PN0": "under four at the time",
    "PN1": "came, and spoke for themselves",
    "PN2": "came, and an advocate spoke for them",
    "PN3": "came, and showed their views without speech, by signs or symbols",
    "PN4": "came, but gave no views and asked nobody to give them",
    "PN5": "did not come, and an advocate they had briefed spoke",
    "PN6": "did not come, and sent their views another way",
    "PN7": "did not come, and sent no views",
}
"""What each participation code means. Source: SSDA903 guidance."""

TOO_YOUNG, SILENT, TOOK_NO_PART = "PN0", "PN4", "PN7"


# Named once, because finding a member in its enumeration costs more than comparing it.
_YES, _NO, _CANNOT_BE_TOLD = Answer.YES, Answer.NO, Answer.CANNOT_BE_TOLD


class ParticipationFacts(NamedTuple):
    """What happened at a review, as the IRO can answer it."""

    came: bool
    spoke: bool = False
    showed_views_without_speech: bool = False
    advocate_spoke: bool = False
    sent_views: bool = False


class ParticipationCode(NamedTuple):
    """The return's code for a child's part in a review, and why."""

    code: str
    because: str


def participation_code(facts: ParticipationFacts, born_on: date, on: date) -> ParticipationCode:
    """The code for a child's part in a review held on a day, and why. The child's own voice counts before another's.

    A child under four is PN0 whatever happened; on the fourth birthday itself the code is the one for what happened.
    Source: SSDA903 guidance.
    """
    if age_on(on, born_on) < PN0_BEFORE_BIRTHDAY:
        code = TOO_YOUNG
    elif facts.came:
        code = _code_of_who_came(facts)
    elif facts.advocate_spoke:
        code = "PN5"
    else:
        code = "PN6" if facts.sent_views else TOOK_NO_PART
    return ParticipationCode(code, f"{code}: the child {_was(code)}{MEANINGS[code]}")


def _code_of_who_came(facts: ParticipationFacts) -> str:
    if facts.spoke:
        return "PN1"
    if facts.advocate_spoke:
        return "PN2"
    return "PN3" if facts.showed_views_without_speech else SILENT


def _was(code: str) -> str:
    return "was " if code == TOO_YOUNG else ""


def codes_possible_at(born_on: date, on: date) -> frozenset[str]:
    """The codes a review on a day can carry: PN0 under four, PN1 to PN7 from four, and any on the fourth birthday.

    Source: SSDA903 checks 440 and 441.
    """
    if age_on(on, born_on) < PN0_BEFORE_BIRTHDAY:
        return frozenset({TOO_YOUNG})
    if age_on(on - ONE_DAY, born_on) < PN0_BEFORE_BIRTHDAY:
        return frozenset(MEANINGS)
    return frozenset(MEANINGS) - {TOO_YOUNG}


def took_part_in_every_review(codes: Sequence[str], *, silent_attendance_fails: bool = False) -> Answer | None:
    """Whether a child took part in every review of the year, from the codes of those reviews.

    One review without taking part fails the child: PN7, and PN4 too where the council says so. A missing or unknown
    code cannot be told, unless another review failed. Reviews under four do not count; None when no other was held,
    and the child is not in the figure. Source: C63.
    """
    answer: Answer | None = None
    for code in codes:
        if code == TOO_YOUNG:
            continue
        if code == TOOK_NO_PART or (silent_attendance_fails and code == SILENT):
            return _NO
        if code not in MEANINGS:
            answer = _CANNOT_BE_TOLD
        elif answer is None:
            answer = _YES
    return answer
