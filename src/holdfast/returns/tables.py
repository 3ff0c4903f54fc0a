"""Which tables the return has, which columns each has, and which table a row of column names belongs to."""

import re
from collections.abc import Sequence
from typing import NamedTuple


class Column(NamedTuple):
    """A column of the return.

    `kind` is "id", "date", "distance", "text" or the name of a list of codes. A `required` column must be there; one
    that is `used` is read, the others are only recognised. Where `must_be_read` an unreadable cell refuses the return.
    """

    name: str
    kind: str = "text"
    required: bool = False
    used: bool = False
    must_be_read: bool = False


class Table(NamedTuple):
    """A table of the return; `since` is the first year (of 1 April) it is collected, None where it always was."""

    name: str
    columns: tuple[Column, ...]
    since: int | None = None

    def column(self, name: str) -> Column:
        """The column of that name; KeyError where the table has none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


def _text(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name) for name in names)


CHILD = Column("CHILD", "id", required=True, used=True, must_be_read=True)
DOB = Column("DOB", "date", used=True)

HEADER = Table(
    "Header",
    (
        CHILD,
        Column("SEX", "sex", required=True, used=True),
        Column("DOB", "date", required=True, used=True, must_be_read=True),
        Column("ETHNIC", "ethnicity", required=True, used=True),
        Column("UPN"),
        Column("MOTHER", "mother", used=True),
        Column("MC_DOB"),
    ),
)
EPISODES = Table(
    "Episodes",
    (
        CHILD,
        Column("DECOM", "date", required=True, used=True, must_be_read=True),
        Column("RNE", "reason_started", required=True, used=True),
        Column("LS", "legal_status", required=True, used=True),
        Column("CIN", "need", used=True),
        Column("PLACE", "placement", required=True, used=True),
        Column("PLACE_PROVIDER", "provider", used=True),
        Column("DEC", "date", required=True, used=True, must_be_read=True),
        Column("REC", "reason_ended", required=True, used=True),
        Column("REASON_PLACE_CHANGE", "reason_changed", used=True),
        *_text("HOME_POST", "PL_POST", "URN", "PL_LA"),
        Column("PL_LOCATION", "location", used=True),
        Column("PL_DISTANCE", "distance", used=True),
    ),
)
REVIEWS = Table(
    "Reviews",
    (
        CHILD,
        DOB,
        Column("REVIEW", "date", required=True, used=True, must_be_read=True),
        Column("REVIEW_CODE", "participation", required=True, used=True),
    ),
)
UASC = Table(
    "UASC",
    (CHILD, Column("SEX"), DOB, Column("DUC", "date", required=True, used=True, must_be_read=True)),
)
MISSING = Table(
    "Missing",
    (
        CHILD,
        DOB,
        Column("MISSING", "missing", required=True, used=True),
        Column("MIS_START", "date", required=True, used=True, must_be_read=True),
        Column("MIS_END", "date", required=True, used=True, must_be_read=True),
    ),
)
OC2 = Table(
    "OC2",
    (
        CHILD,
        DOB,
        *_text("SDQ_SCORE", "SDQ_REASON", "CONVICTED", "HEALTH_CHECK", "IMMUNISATIONS", "TEETH_CHECK"),
        *_text("HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED", "INTERVENTION_OFFERED"),
    ),
)
OC3 = Table("OC3", (CHILD, DOB, *_text("IN_TOUCH", "ACTIV", "ACCOM")))
AD1 = Table(
    "AD1",
    (CHILD, DOB, *_text("DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR")),
)
PLACED_ADOPTION = Table(
    "PlacedAdoption",
    (CHILD, DOB, *_text("DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED")),
)
PREV_PERM = Table("PrevPerm", (CHILD, DOB, *_text("PREV_PERM", "LA_PERM", "DATE_PERM")))
SW_EPISODES = Table("SWEpisodes", (CHILD, DOB, *_text("SW_ID", "SW_DECOM", "SW_DEC", "SW_REASON")), since=2023)
DOLO = Table("DoLO", (CHILD, DOB, *_text("DOLO_START", "DOLO_END")), since=2026)

TABLES = (HEADER, EPISODES, REVIEWS, UASC, OC2, OC3, AD1, PLACED_ADOPTION, PREV_PERM, MISSING, SW_EPISODES, DOLO)
BY_NAME = {table.name: table for table in TABLES}

_SHARED = frozenset({"CHILD", "DOB", "SEX"})
_OTHER_SPELLINGS = {
    "CHILDID": "CHILD",
    "PL": "PLACE",
    "DATEOFBIRTH": "DOB",
    "REVIEWDATE": "REVIEW",
    "DATEOFREVIEW": "REVIEW",
}
_NOT_LETTERS = re.compile(r"[^A-Z0-9]")
_PLAIN = {_NOT_LETTERS.sub("", column.name): column.name for table in TABLES for column in table.columns}


def column_called(written: str) -> str | None:
    """The return's name for a column heading however it is spaced or cased, None for one the return does not have."""
    plain = _NOT_LETTERS.sub("", written.upper())
    return _PLAIN.get(plain) or _OTHER_SPELLINGS.get(plain)


class Recognised(NamedTuple):
    """Which table a heading row is: where each known column stands, and what is missing, extra or given twice."""

    table: Table
    positions: dict[str, int]
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    twice: tuple[str, ...]
    spelt_otherwise: tuple[str, ...]
    in_order: bool


def recognise(headings: Sequence[str]) -> Recognised | None:
    """Which table these headings belong to: the one most of whose own columns they name; None when fewer than half are.

    Columns that many tables share (child, birth, sex) tell nothing and are not counted.
    """
    names = [column_called(heading) for heading in headings]
    given = frozenset(name for name in names if name)
    best: Table | None = None
    best_score: tuple[int, float] = (0, 0.0)
    for table in TABLES:
        own = [column.name for column in table.columns if column.name not in _SHARED]
        matched = sum(1 for name in own if name in given)
        needed = [column.name for column in table.columns if column.required and column.name not in _SHARED] or own
        share = max(sum(1 for name in needed if name in given) / len(needed), matched / len(own))
        if share >= 0.5 and (matched, share) > best_score:
            best, best_score = table, (matched, share)
    return _recognised(best, headings, names) if best else None


def _recognised(table: Table, headings: Sequence[str], names: list[str | None]) -> Recognised:
    own = [column.name for column in table.columns]
    positions: dict[str, int] = {}
    twice: list[str] = []
    extra: list[str] = []
    for position, name in enumerate(names):
        if name is None or name not in own:
            if headings[position].strip():
                extra.append(headings[position].strip())
        elif name in positions:
            twice.append(name)
        else:
            positions[name] = position
    standing = [own.index(name) for name in positions]
    return Recognised(
        table=table,
        positions=positions,
        missing=tuple(column.name for column in table.columns if column.required and column.name not in positions),
        extra=tuple(extra),
        twice=tuple(dict.fromkeys(twice)),
        spelt_otherwise=tuple(headings[at] for name, at in positions.items() if headings[at] != name),
        in_order=standing == sorted(standing),
    )
