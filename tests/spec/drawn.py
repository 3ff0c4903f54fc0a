"""How is a worked example drawn: facts as a small table, the question, the answer?

Each call below asks a rule, holds the answer against the one drawn, and, while the manual is being printed, keeps both.
Days are written "31 May 2013"; "?" is what cannot be told; an empty cell is nothing.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, timedelta
from enum import Enum
from typing import NamedTuple

from holdfast.rules.answers import Answer, Due, ReviewJudged, day_in_words
from holdfast.rules.facts import Episode, PeriodOfCare, ReviewHeld, Told, periods_of_care
from holdfast.rules.reviews.timescales import COMPLETION, judge_reviews
from holdfast.rules.spells import looked_after_spells
from holdfast.rules.stability import Placement, placements

CHILD = "1"
ALWAYS = (Told(date(1990, 1, 1), date(2060, 1, 1)),)


class Table(NamedTuple):
    """A table as it was drawn."""

    caption: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


class Said(NamedTuple):
    """A question and its answer, or a sentence of facts with an empty answer."""

    question: str
    answer: str


_page: ContextVar[list[Table | Said] | None] = ContextVar("page", default=None)


@contextmanager
def printed() -> Iterator[list[Table | Said]]:
    """Keep what is drawn meanwhile, in order."""
    page: list[Table | Said] = []
    token = _page.set(page)
    try:
        yield page
    finally:
        _page.reset(token)


def day(written: str) -> date:
    """The day written as "31 May 2013"."""
    return datetime.strptime(written.strip(), "%d %B %Y").date()


def asked(question: str, found: object, *, answer: str) -> None:
    """Ask one question of a rule."""
    _keep(Said(question, answer))
    assert in_words(found) == answer, f"{question} Found: {in_words(found)}"


def tabulated(drawing: str, rule: Callable[..., object], *, caption: str = "") -> None:
    """Ask a rule once a row: the last column is its answer, the others what it is given, as text."""
    table = _read(drawing, caption)
    _keep(table)
    found = [(*row[:-1], in_words(rule(*row[:-1]))) for row in table.rows]
    _hold(found, table)


def judged(
    care: str,
    *,
    held: str,
    until: str,
    answer: str,
    told: str = "",
    judged_on: str = COMPLETION,
) -> None:
    """Judge one child's reviews.

    `care` has the columns from, to, began, legal status, placement and ended (drawn at will); `held` names the days of
    the reviews, with a comma between, an adjourned one as "first day … completed". `told` is "first day to last day",
    with a comma between stretches; without it nothing is missing. `answer` has the columns review, number, due, source,
    answer and days late (drawn at will).
    """
    drawn_care, drawn_answer = _read(care, "In care"), _read(answer, "Judged")
    _keep(drawn_care)
    _keep(Said(f"Reviews held: {held or 'none'}.", ""))
    if told:
        _keep(Said(f"The records speak for {told}.", ""))
    if judged_on != COMPLETION:
        _keep(Said(f"Judged on: {judged_on}.", ""))
    _keep(Said(f"Asked at the end of {until}.", ""))
    _keep(drawn_answer)
    found = _judge(_episodes(drawn_care), _reviews(held), _told(told), day(until), judged_on)
    cells = [tuple(_cell(column, review) for column in drawn_answer.columns) for review in found]
    _hold(cells, drawn_answer)


def periods_drawn(care: str, *, answer: str, spells: bool = False) -> None:
    """Join episodes into periods of care or, without their short breaks, into spells.

    `care` has the columns of `judged`; `answer` has came, known from, left, reason and episodes (drawn at will).
    """
    drawn_care, drawn_answer = _read(care, "Episodes"), _read(answer, "Spells" if spells else "Periods of care")
    _keep(drawn_care)
    _keep(drawn_answer)
    found = (looked_after_spells if spells else periods_of_care)(_episodes(drawn_care))
    _hold([tuple(_period_cell(column, period) for column in drawn_answer.columns) for period in found], drawn_answer)


def placed(care: str, *, answer: str) -> None:
    """Join episodes into placements; `answer` has the columns from, to, placement and provider (drawn at will)."""
    drawn_care, drawn_answer = _read(care, "Episodes"), _read(answer, "Placements")
    _keep(drawn_care)
    _keep(drawn_answer)
    found = placements(_episodes(drawn_care))
    _hold([tuple(_placement_cell(column, one) for column in drawn_answer.columns) for one in found], drawn_answer)


def episodes(care: str) -> tuple[Episode, ...]:
    """The episodes of a table."""
    return _episodes(_read(care, ""))


def periods(care: str) -> tuple[PeriodOfCare, ...]:
    """The periods of care a table of episodes makes up."""
    return periods_of_care(_episodes(_read(care, "")))


def review_days(held: str) -> tuple[ReviewHeld, ...]:
    """The reviews held on the days written, with a comma between."""
    return _reviews(held)


def in_words(found: object) -> str:
    """An answer as it is written in a table."""
    match found:
        case None:
            return ""
        case bool():
            return "yes" if found else "no"
        case Due():
            return "?" if found.on is None else day_in_words(found.on)
        case date():
            return day_in_words(found)
        case Answer() | Enum():
            return str(found.value)
        case frozenset() | set():
            return " ".join(sorted(found))
        case _:
            return str(found)


def _hold(found: Sequence[Sequence[str]], drawn: Table) -> None:
    expected = [tuple(row) for row in drawn.rows]
    written = "\n".join(" | ".join(row) for row in found)
    assert [tuple(row) for row in found] == expected, f"found:\n{written}"


def _keep(shown: Table | Said) -> None:
    page = _page.get()
    if page is not None:
        page.append(shown)


def _read(drawing: str, caption: str) -> Table:
    lines = [[cell.strip() for cell in line.split("|")] for line in drawing.strip().splitlines() if line.strip()]
    columns, *rows = lines
    for row in rows:
        assert len(row) == len(columns), f"a row of {len(row)} cells under {len(columns)} columns: {row}"
    return Table(caption, columns, rows)


def _episodes(care: Table) -> tuple[Episode, ...]:
    drawn = [dict(zip(care.columns, row, strict=True)) for row in care.rows]
    found = []
    for place, row in enumerate(drawn):
        ended = day(row["to"]) if row.get("to") else None
        last = place == len(drawn) - 1 or drawn[place + 1].get("began", "S") == "S"
        found.append(
            Episode(
                child_id=CHILD,
                starts_on=day(row["from"]),
                ends_on=ended,
                reason_started=row.get("began", "S"),
                legal_status=row.get("legal status", "V2"),
                need="N1",
                placement=row.get("placement", "U6"),
                provider=row.get("provider", "PR1"),
                reason_ended=row.get("ended", "E4A" if last else "X1") if ended else "",
            )
        )
    return tuple(found)


def _reviews(held: str) -> tuple[ReviewHeld, ...]:
    reviews = []
    for written in filter(None, (part.strip() for part in held.split(","))):
        first, _, completed = written.partition("…")
        reviews.append(ReviewHeld(CHILD, day(completed or first), "PN1", day(first) if completed else None))
    return tuple(reviews)


def _told(told: str) -> tuple[Told, ...]:
    if not told:
        return ALWAYS
    stretches = [stretch.split(" to ") for stretch in told.split(",")]
    return tuple(Told(day(first), day(last) + timedelta(days=1)) for first, last in stretches)


def _judge(
    episodes: Sequence[Episode], reviews: Sequence[ReviewHeld], told: Sequence[Told], until: date, judged_on: str
) -> Iterator[ReviewJudged]:
    for period in periods_of_care(episodes):
        mine = [
            review
            for review in reviews
            if period.known_from <= review.held_on and (period.ends_on is None or review.held_on <= period.ends_on)
        ]
        yield from judge_reviews(period, mine, told=told, until=until, judged_on=judged_on)


def _period_cell(column: str, period: PeriodOfCare) -> str:
    match column:
        case "came":
            return "?" if period.starts_on is None else in_words(period.starts_on)
        case "known from":
            return in_words(period.known_from)
        case "left":
            return in_words(period.ends_on)
        case "reason":
            return period.reason_ended
        case "episodes":
            return str(len(period.episodes))
    raise AssertionError(f"no period has a column {column!r}")


def _placement_cell(column: str, placement: Placement) -> str:
    match column:
        case "from":
            return in_words(placement.starts_on)
        case "to":
            return in_words(placement.ends_on)
        case "placement":
            return placement.placement
        case "provider":
            return placement.provider
    raise AssertionError(f"no placement has a column {column!r}")


def _cell(column: str, judged_review: ReviewJudged) -> str:
    match column:
        case "review":
            return in_words(judged_review.review.held_on) if judged_review.review else "not held"
        case "number":
            return "?" if judged_review.number is None else str(judged_review.number)
        case "due":
            return in_words(judged_review.due)
        case "source":
            return judged_review.due.rule
        case "answer":
            return judged_review.timeliness.value
        case "days late":
            return "" if judged_review.days_late is None else str(judged_review.days_late)
    raise AssertionError(f"no answer has a column {column!r}")
