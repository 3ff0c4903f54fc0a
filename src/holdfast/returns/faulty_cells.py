"""Which cells of an Excel workbook look blank and are not: errors, and formulas nobody has worked out."""

import re
import zipfile
from io import BytesIO
from typing import Any

NOT_WORKED_OUT = "a formula without its value"
Place = tuple[int, int]
"""Row and column, both counted from nought."""

_PLACE = re.compile(r"([A-Z]+)(\d+)")
_MAY_BE_FAULTY = re.compile(rb'\bt="e"|<(?:\w+:)?f[ >/]')


def cells_without_a_value(data: bytes) -> dict[str, dict[Place, str]]:
    """For each sheet, by title, the cells a reader gives as blank though they are not, and what they hold.

    Only of a workbook in today's format; of another nothing is known.
    """
    if not data.startswith(b"PK"):
        return {}
    found: dict[str, dict[Place, str]] = {}
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for title, member in _sheets(archive).items():
            sheet = archive.read(member)
            if _MAY_BE_FAULTY.search(sheet):
                found[title] = _faulty(sheet)
    return found


def _sheets(archive: zipfile.ZipFile) -> dict[str, str]:
    """Where each sheet lies in the zip, by title."""
    from defusedxml.ElementTree import fromstring  # noqa: PLC0415 - loaded only when there is one to read

    names = set(archive.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return {}
    targets = {
        each.get("Id"): each.get("Target", "") for each in fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    }
    sheets: dict[str, str] = {}
    for element in fromstring(archive.read("xl/workbook.xml")).iter():
        if _tag(element) == "sheet":
            relation = next((value for key, value in element.attrib.items() if key.endswith("}id")), "")
            target = targets.get(relation, "")
            member = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
            if member in names:
                sheets[element.get("name", "")] = member
    return sheets


def _faulty(sheet: bytes) -> dict[Place, str]:
    from defusedxml.ElementTree import iterparse  # noqa: PLC0415 - loaded only when there is one to read

    faulty: dict[Place, str] = {}
    for _, cell in iterparse(BytesIO(sheet), events=("end",)):
        if _tag(cell) != "c":
            continue
        parts = {_tag(part): part.text or "" for part in cell}
        where = _PLACE.fullmatch(cell.get("r", ""))
        if where and cell.get("t") == "e":
            faulty[_place(*where.groups())] = parts.get("v") or "an error"
        elif where and "f" in parts and not parts.get("v") and cell.get("t") != "str":
            faulty[_place(*where.groups())] = NOT_WORKED_OUT
        cell.clear()
    return faulty


def _place(letters: str, number: str) -> Place:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(number) - 1, column - 1


def _tag(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
