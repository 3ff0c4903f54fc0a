"""How untidy can returns be and still be read? Believable mess, made on purpose, each one listed to be looked for."""

import csv
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random

import xlsxwriter

from holdfast.drawing.folder import write_table
from holdfast.drawing.life import Town
from holdfast.drawing.tables import written
from holdfast.rules.facts import year_ends_on, year_name, year_starts_on

MESSES = ("none", "some", "much")

Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class Mess:
    """One thing wrong: the file as it lies in the folder, the row (1 is the head row; 0 the whole file), the kind.

    `harmless` mess changes no figure; the other kinds do.
    """

    file: str
    row: int
    kind: str
    child: str
    harmless: bool


def make_mess(town: Town, out: Path, *, much: bool, seed: int) -> list[Mess]:
    """Untidy the returns in `out`, and list every mess in mess.json; `much` adds what is wrong in what it says."""
    rng = Random(f"{seed}/mess")
    years = town.years
    made: list[Mess] = []
    if much:
        for year in years[1:]:
            made += _header_taken_away(rng, town, out, year)
            made += _review_before_coming(rng, town, out, year)
            taken: set[int] = {mess.row - 2 for mess in made if mess.file == f"{year_name(year)}/reviews.csv"}
            for kind, make in STRUCTURAL.items():
                found = _untidy(rng, out, year, "reviews", kind, partial(make, taken), harmless=False)
                taken |= {mess.row - 2 for mess in found}
                made += found
    for year in years:
        for kind, make in HARMLESS.items():
            table = rng.choice(("header", "episodes", "reviews"))
            made += _untidy(rng, out, year, table, kind, make, harmless=True)
    made.append(_with_byte_order_mark(out, years[0]))
    made.append(_head_row_only(out, years[0]))
    made = _as_workbook(out, years[len(years) // 2], made)
    listed = [asdict(mess) for mess in sorted(made, key=lambda mess: (mess.file, mess.row, mess.kind))]
    (out / "mess.json").write_text(json.dumps(listed, indent=1) + "\n", encoding="utf-8")
    return made


Make = Callable[[Random, list[str], Rows], list[tuple[int, str]]]
"""Changes the rows (the head row apart) in place; answers which, from 0, and the child concerned."""


def _untidy(rng: Random, out: Path, year: int, table: str, kind: str, make: Make, *, harmless: bool) -> list[Mess]:
    file = out / year_name(year) / f"{table}.csv"
    with file.open(encoding="utf-8-sig", newline="") as stream:
        head, *rows = csv.reader(stream)
    if not rows:
        return []
    touched = make(rng, head, rows)
    write_table(file, head, rows)
    name = file.relative_to(out).as_posix()
    return [Mess(name, 0 if at < 0 else at + 2, kind, child, harmless) for at, child in touched]


def _other_column_order(rng: Random, head: list[str], rows: Rows) -> list[tuple[int, str]]:
    order = list(range(len(head)))
    rng.shuffle(order)
    head[:] = [head[at] for at in order]
    for row in rows:
        row[:] = [row[at] for at in order]
    return [(-1, "")]


def _lower_case_codes(rng: Random, head: list[str], rows: Rows) -> list[tuple[int, str]]:
    return _change_some(rng, head, rows, ("LS", "PLACE", "ETHNIC", "REVIEW_CODE"), str.lower)


def _two_digit_years(rng: Random, head: list[str], rows: Rows) -> list[tuple[int, str]]:
    return _change_some(rng, head, rows, ("DECOM", "REVIEW"), lambda text: f"{text[:6]}{text[8:]}")


def _spaces(rng: Random, head: list[str], rows: Rows) -> list[tuple[int, str]]:
    return _change_some(rng, head, rows, ("CHILD", "LS", "ETHNIC", "REVIEW_CODE"), lambda text: f" {text} ")


def _change_some(
    rng: Random, head: list[str], rows: Rows, columns: Sequence[str], how: Callable[[str], str]
) -> list[tuple[int, str]]:
    here = [at for at, column in enumerate(head) if column in columns]
    if not here:
        return []
    touched = []
    for row in rng.sample(range(len(rows)), min(3, len(rows))):
        column = rng.choice(here)
        if (changed := how(rows[row][column])) != rows[row][column]:
            rows[row][column] = changed
            touched.append((row, _child(head, rows[row])))
    return touched


def _duplicated_row(rng: Random, head: list[str], rows: Rows) -> list[tuple[int, str]]:
    at = rng.randrange(len(rows))
    rows.append(list(rows[at]))
    return [(len(rows) - 1, _child(head, rows[at]))]


def _header_taken_away(rng: Random, town: Town, out: Path, year: int) -> list[Mess]:
    """Leave out the header of a child who is in no other year; a review still tells when they were born."""
    first, last = year_starts_on(year), year_ends_on(year)
    only_here = {
        life.child_id for life in town.lives
        if all(c.meetings and c.starts_on > first and c.ends_on and c.ends_on <= last for c in life.cares)
    }  # fmt: skip

    def make(rng: Random, head: list[str], rows: Rows) -> list[tuple[int, str]]:
        can = [at for at, row in enumerate(rows) if _child(head, row) in only_here]
        if not can:
            return []
        child = _child(head, rows.pop(rng.choice(can)))
        return [(-1, child)]

    return _untidy(rng, out, year, "header", "child without header", make, harmless=False)


def _review_before_coming(rng: Random, town: Town, out: Path, year: int) -> list[Mess]:
    """Date a review twenty days before the child first came, where the returns tell when that was."""
    came = {
        life.child_id: life.cares[0].starts_on for life in town.lives
        if life.cares[0].starts_on >= year_starts_on(town.years[0])
        and (life.cares[0].starts_on - life.born_on).days > 60
    }  # fmt: skip

    def make(rng: Random, head: list[str], rows: Rows) -> list[tuple[int, str]]:
        can = [at for at, row in enumerate(rows) if _child(head, row) in came]
        return [
            _put(head, rows, at, head.index("REVIEW"), written(came[_child(head, rows[at])] - timedelta(days=20)))
            for at in rng.sample(can, min(1, len(can)))
        ]

    return _untidy(rng, out, year, "reviews", "review before the child came", make, harmless=False)


def _one_of(rng: Random, taken: set[int], rows: Rows, fits: Callable[[list[str]], bool]) -> list[int]:
    """One row that fits and is not already in a mess; none where there is none."""
    can = [at for at, row in enumerate(rows) if at not in taken and fits(row)]
    return rng.sample(can, min(1, len(can)))


def _review_before_birth(taken: set[int], rng: Random, head: list[str], rows: Rows) -> list[tuple[int, str]]:
    born, review = head.index("DOB"), head.index("REVIEW")
    chosen = _one_of(rng, taken, rows, bool)
    return [_put(head, rows, at, review, written(_day(rows[at][born]) - timedelta(days=30))) for at in chosen]


def _took_part_too_young(taken: set[int], rng: Random, head: list[str], rows: Rows) -> list[tuple[int, str]]:
    code = head.index("REVIEW_CODE")
    return [_put(head, rows, at, code, "PN1") for at in _one_of(rng, taken, rows, lambda row: row[code] == "PN0")]


def _too_old_for_pn0(taken: set[int], rng: Random, head: list[str], rows: Rows) -> list[tuple[int, str]]:
    code = head.index("REVIEW_CODE")
    return [_put(head, rows, at, code, "PN0") for at in _one_of(rng, taken, rows, lambda row: row[code] != "PN0")]


def _unknown_code(taken: set[int], rng: Random, head: list[str], rows: Rows) -> list[tuple[int, str]]:
    return [_put(head, rows, at, head.index("REVIEW_CODE"), "PN9") for at in _one_of(rng, taken, rows, bool)]


def _put(head: list[str], rows: Rows, at: int, column: int, text: str) -> tuple[int, str]:
    rows[at][column] = text
    return at, _child(head, rows[at])


def _child(head: list[str], row: list[str]) -> str:
    return row[head.index("CHILD")].strip()


def _day(text: str) -> date:
    day, month, year = (int(part) for part in text.strip().split("/"))
    return date(year, month, day)


def _with_byte_order_mark(out: Path, year: int) -> Mess:
    file = out / year_name(year) / "reviews.csv"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    return Mess(file.relative_to(out).as_posix(), 0, "byte order mark", "", harmless=True)


def _head_row_only(out: Path, year: int) -> Mess:
    file = out / year_name(year) / "ad1.csv"
    head = ("CHILD", "DOB", "DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR")
    write_table(file, head, ())
    return Mess(file.relative_to(out).as_posix(), 0, "head row only", "", harmless=True)


def _as_workbook(out: Path, year: int, made: list[Mess]) -> list[Mess]:
    """Put one year into a single Excel workbook, a sheet for each table, in place of its files."""
    folder = out / year_name(year)
    book = folder / f"ssda903-{year_name(year)}.xlsx"
    with xlsxwriter.Workbook(book, {"strings_to_numbers": False, "strings_to_formulas": False}) as workbook:
        for file in sorted(folder.glob("*.csv")):
            sheet = workbook.add_worksheet(file.stem)
            with file.open(encoding="utf-8-sig", newline="") as stream:
                for at, row in enumerate(csv.reader(stream)):
                    sheet.write_row(at, 0, row)
            file.unlink()
    name = book.relative_to(out).as_posix()
    inside = f"{year_name(year)}/"
    moved = [
        Mess(f"{name}#{mess.file.removeprefix(inside).removesuffix('.csv')}", mess.row, mess.kind, mess.child,
             mess.harmless) if mess.file.startswith(inside) else mess
        for mess in made
    ]  # fmt: skip
    return [*moved, Mess(name, 0, "workbook in place of files", "", harmless=True)]


HARMLESS: dict[str, Make] = {
    "lower case": _lower_case_codes,
    "two-digit year": _two_digit_years,
    "spaces": _spaces,
    "duplicated row": _duplicated_row,
    "other column order": _other_column_order,
}
STRUCTURAL: dict[str, Callable[[set[int], Random, list[str], Rows], list[tuple[int, str]]]] = {
    "PN1 to PN7 under four": _took_part_too_young,
    "PN0 at four or over": _too_old_for_pn0,
    "review code unknown": _unknown_code,
    "review before birth": _review_before_birth,
}
