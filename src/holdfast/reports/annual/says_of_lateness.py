"""What can the return tell of why reviews were late: by how much, which of them, when, and under which limit?"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from holdfast.figures.figure import Count
from holdfast.reports.annual.edition import Edition
from holdfast.reports.annual.paragraphs import Paragraphs, whole_sentence
from holdfast.reports.annual.phrases import in_days
from holdfast.reports.numbers import FEWEST_FOR_A_PERCENTAGE, capital, listed, per_cent, whole
from holdfast.reports.sentences import clause
from holdfast.reports.words import NOT_KNOWN, place_in_order

_FEWEST_LATE = 5
_A_THIRD = 1 / 3
_MORE_THAN_ITS_PART = 1.4
_KINDS = {"first": "first", "second": "second", "later": "third or later"}
_ADOPTION = ("AAR 36(1)", "AAR 36(3)")


@dataclass(frozen=True, slots=True)
class Concentration:
    """Some of the reviews in which lateness gathered: `late` of the year's late ones, `held` of those judged."""

    where: str
    late: int
    held: int


def why_late(edition: Edition) -> Paragraphs:
    """How late the late ones were, where they gathered, and who was still waiting; the return holds no reasons."""
    late = edition.now("reviews_held_late")
    if late is None:
        return _waiting(edition)
    if late.numerator == 0:
        judged = edition.stands("reviews_held_late", edition.year)
        none = "No review was held late." if judged else "No review that could be judged was held late."
        return [" ".join((none, *_waiting(edition)))]
    return [
        one
        for one in (
            " ".join((_by_how_much(edition), *_waiting(edition))),
            " ".join(
                part
                for part in (gathered(edition) or _spread(edition), _by_kind(edition), _in_adoption(edition))
                if part
            ),
            "The return does not hold the reason for each. It can say which reviews were late, when and by how much.",
        )
        if one
    ]


def gathered(edition: Edition) -> str:
    """Where late reviews gathered, as a sentence; "" where they did not, or it cannot be told."""
    total, judged = _late_of(edition.now("reviews_in_time"))
    if total < _FEWEST_LATE or not judged:
        return ""
    found = [
        one
        for one in _candidates(edition)
        if one.late >= _FEWEST_LATE
        and one.late >= _A_THIRD * total
        and one.late * judged >= _MORE_THAN_ITS_PART * total * one.held
    ]
    if not found:
        return ""
    best = max(found, key=lambda one: (one.late / one.held) * (one.late / total))
    share = f" ({per_cent(best.late, total)})" if total >= FEWEST_FOR_A_PERCENTAGE else ""
    were = "was" if best.late == 1 else "were"
    many = f"{whole(best.late)} of the {whole(total)} late reviews{share} {were} {best.where}"
    part = f"; of the reviews that could be judged {per_cent(best.held, judged)} were"
    return f"{capital(many)}{part if judged >= FEWEST_FOR_A_PERCENTAGE else ''}."


def _candidates(edition: Edition) -> list[Concentration]:
    made = []
    quarters = _lates(edition, "reviews_in_time", "quarter")
    first = _lates(edition, "first_reviews_in_time", "quarter")
    made += [Concentration(f"first reviews held from {quarter}", *at) for quarter, at in first.items()]
    made += [Concentration(f"held from {quarter}", *at) for quarter, at in quarters.items()]
    in_order = sorted(quarters, key=lambda quarter: place_in_order("quarter", quarter))
    for one, other in pairwise(in_order):
        months = f"{one.split(' to ')[0]} to {other.split(' to ')[-1]}"
        late, held = (a + b for a, b in zip(quarters[one], quarters[other], strict=True))
        made.append(Concentration(f"held from {months}", late, held))
    for kind, at in _lates(edition, "reviews_in_time", "kind").items():
        if kind in ("first", "second", "later"):
            made.append(Concentration(f"{'third or later' if kind == 'later' else kind} reviews", *at))
    return made


def _spread(edition: Edition) -> str:
    told = all(_lates(edition, "reviews_in_time", band) for band in ("quarter", "kind"))
    if not told or _late_of(edition.now("reviews_in_time"))[0] < _FEWEST_LATE:
        return ""
    return "The late reviews did not gather in one part of the year, nor in one kind of review."


def _lates(edition: Edition, name: str, band: str) -> Mapping[str, tuple[int, int]]:
    """Of each value of a band how many were late, and how many could be judged; empty where any is kept back."""
    split = edition.split(name, band)
    if any(count.hidden or count.numerator is None for count in split.values()):
        return {}
    return {value: _late_of(count) for value, count in split.items()}


def _late_of(count: Count | None) -> tuple[int, int]:
    if count is None or count.denominator is None or count.numerator is None:
        return 0, 0
    return count.denominator - count.numerator, count.denominator


def _by_how_much(edition: Edition) -> str:
    said = whole_sentence(clause(edition.of("reviews_held_late"), edition.year))
    days = edition.split("reviews_held_late", "days_late_band")
    if not days or any(count.hidden for count in days.values()):
        return said
    parts = [
        f"{whole(days[value].numerator or 0)} by {in_days(value)}"
        for value in sorted(days, key=lambda value: place_in_order("days_late_band", value))
        if days[value].numerator
    ]
    if len(parts) == 1:
        only = parts[0].split(" by ", maxsplit=1)[1]
        return f"{said[:-1]}, by {only}."
    return f"{said[:-1]}: {listed(parts)}."


def _by_kind(edition: Edition) -> str:
    late = {kind: at[0] for kind, at in _lates(edition, "reviews_in_time", "kind").items() if at[0]}
    told = [kind for kind in _KINDS if kind in late]
    if len(late) < 2 or not told:
        return ""
    reviews = "review" if late[told[0]] == 1 else "reviews"
    first = f"{whole(late[told[0]])} {'was a' if late[told[0]] == 1 else 'were'} {_KINDS[told[0]]} {reviews}"
    of = f"; of {whole(late[NOT_KNOWN])} the number is not known" if NOT_KNOWN in late else ""
    return f"Of all the late ones {listed([first, *(f'{whole(late[kind])} {_KINDS[kind]}' for kind in told[1:])])}{of}."


def _in_adoption(edition: Edition) -> str:
    late = _lates(edition, "reviews_in_time", "rule")
    many = sum(late.get(rule, (0, 0))[0] for rule in _ADOPTION)
    if not many:
        return ""
    was = "was of a child" if many == 1 else "were of children"
    return f"{capital(whole(many))} {was} placed or waiting to be placed for adoption, which has a clock of its own."


def _waiting(edition: Edition) -> list[str]:
    waiting = edition.now("reviews_overdue_at_year_end")
    if waiting is None:
        return []
    if waiting.numerator == 0:
        return ["At the end of the year no child was waiting for a review that should have been held."]
    return [whole_sentence(clause(edition.of("reviews_overdue_at_year_end"), edition.year))]
