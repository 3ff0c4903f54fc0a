"""How the return's XML becomes the same tables as its CSV files."""

import hashlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from holdfast.returns.sheets import CannotBeReadError, Row, Sheet, in_chunks
from holdfast.returns.tables import BY_NAME, Table, column_called

_RECORDS = {
    "EPISODE": "Episodes",
    "AREVIEW": "Reviews",
    "REVIEWS": "Reviews",
    "AMISSING": "Missing",
    "AD_PLACED": "PlacedAdoption",
    "PERMANENCE": "PrevPerm",
    "OC2": "OC2",
    "UASC": "UASC",
    "SWEPISODE": "SWEpisodes",
    "ASWEPISODE": "SWEpisodes",
    "ADOLO": "DoLO",
    "DOLO": "DoLO",
}
_INSIDE_THE_HEADER = ("OC3", "AD1")
"""Tables whose columns stand in the header itself, not in an element of their own."""
_OF_EVERY_CHILD = ("CHILD", "DOB", "SEX")


def sheets_of_xml(name: str, data: bytes) -> Iterator[Sheet]:
    """One sheet a table that the XML fills; its rows are numbered 1, 2, 3 among their kind.

    CannotBeReadError for XML that is broken, that declares entities, or that is not a return's.
    """
    tables = _tables(data)
    if not tables:
        raise CannotBeReadError("XML without a child in it", "a return, with CHILD, HEADER and EPISODE elements")
    digest = hashlib.sha256(data).hexdigest()
    for table, records in tables.items():
        columns = [column.name for column in BY_NAME[table].columns]
        rows: list[Row] = [columns, *([record.get(column, "") for column in columns] for record in records)]
        yield Sheet(name, table, digest, lambda rows=rows: in_chunks(rows), numbered_from=0)


def _tables(data: bytes) -> dict[str, list[dict[str, str]]]:
    from xml.etree.ElementTree import ParseError  # noqa: PLC0415 - loaded only when there is one to read

    from defusedxml import DefusedXmlException  # noqa: PLC0415 - loaded only when there is one to read
    from defusedxml.ElementTree import iterparse  # noqa: PLC0415 - loaded only when there is one to read

    tables: dict[str, list[dict[str, str]]] = {}
    try:
        for _, element in iterparse(BytesIO(data), events=("end",), forbid_dtd=True):
            if _tag(element) == "CHILD" and any(_tag(part) == "HEADER" for part in element):
                _add_child(tables, element)
                element.clear()
    except DefusedXmlException:
        found = "XML that declares a document type or entities"
        raise CannotBeReadError(found, "plain XML without a DOCTYPE") from None
    except (ParseError, ValueError, LookupError) as problem:
        raise CannotBeReadError(f"XML that is broken ({problem})", "well-formed XML") from None
    return tables


def _add_child(tables: dict[str, list[dict[str, str]]], child: Any) -> None:
    header: dict[str, str] = {}
    records: list[tuple[str, dict[str, str]]] = []
    for part in child:
        if _tag(part) == "HEADER":
            for entry in part:
                _add_entry(header, records, entry)
        else:
            _add_entry({}, records, part)
    shared = {name: header[name] for name in _OF_EVERY_CHILD if name in header}
    tables.setdefault("Header", []).append(header)
    for table, record in records:
        tables.setdefault(table, []).append({**_that_fit(shared, BY_NAME[table]), **record})
    for table in _INSIDE_THE_HEADER:
        own = {name: header[name] for name in _own_columns(BY_NAME[table]) if header.get(name)}
        if own:
            tables.setdefault(table, []).append({**_that_fit(shared, BY_NAME[table]), **own})


def _add_entry(header: dict[str, str], records: list[tuple[str, dict[str, str]]], entry: Any) -> None:
    table = _RECORDS.get(_tag(entry).upper())
    if table is None:
        name = column_called(_tag(entry))
        if name:
            header[name] = _text(entry)
    elif len(entry):
        read = ((column_called(_tag(cell)), _text(cell)) for cell in entry)
        records.append((table, {name: text for name, text in read if name}))
    elif table == "UASC" and _text(entry) not in ("", "0"):
        records.append((table, {}))


def _that_fit(record: dict[str, str], table: Table) -> dict[str, str]:
    names = {column.name for column in table.columns}
    return {name: text for name, text in record.items() if name in names}


def _own_columns(table: Table) -> list[str]:
    return [column.name for column in table.columns if column.name not in _OF_EVERY_CHILD]


def _tag(element: Any) -> str:
    """The element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _text(element: Any) -> str:
    return (element.text or "").strip()
