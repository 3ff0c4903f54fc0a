"""What a cut is: the judged tables behind a report, frozen under a name, with a manifest and hashes.

A cut never changes. The same input gives the same tables to the byte, so two cuts with one hash say the same; when it
was made, under what name and from which files stands in the manifest beside the hash and is no part of it.
"""

import hashlib
import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from holdfast.figures.judging.judged import SCHEMAS

MANIFEST = "manifest.json"
FORMAT = 1


class CutError(ValueError):
    """A folder that is not a cut, or a cut that is damaged or was changed since it was made."""


@dataclass(frozen=True, slots=True)
class SourceNamed:
    """A file the cut was made from: its name, the return's table and year it held, its rows and its SHA-256."""

    name: str
    table: str
    year: str
    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class TableNamed:
    """A table of the cut: its rows and the SHA-256 of its Parquet file."""

    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a cut says of itself.

    `years` are the years supplied, by name; `year_ends` those whose 31 March can be told; `told` the return's tables
    supplied for each year; `findings` how many findings of each severity reading gave.
    """

    name: str
    council: str
    year: str
    made: str
    years: tuple[str, ...]
    year_ends: tuple[str, ...]
    told: Mapping[str, tuple[str, ...]]
    sources: tuple[SourceNamed, ...]
    findings: Mapping[str, int]
    settings: Mapping[str, Any]
    tables: Mapping[str, TableNamed]
    hash: str = ""
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class Cut:
    """A cut: its manifest, and each judged table by name, in memory or as the Parquet file it lies in."""

    manifest: Manifest
    kept: Mapping[str, pa.Table | Path]

    def table(self, name: str) -> pa.Table:
        """A judged table, read from its file where it is not in memory; KeyError for a name that is none."""
        kept = self.kept[name]
        return pq.read_table(kept) if isinstance(kept, Path) else kept

    def tells(self, year: str, needs: frozenset[str], *, is_stock: bool) -> str:
        """Why a figure that needs those tables of the return cannot be told for the year; "" when it can."""
        told = set(self.manifest.told.get(year, ()))
        if is_stock and year in self.manifest.year_ends:
            told |= {"Episodes"} | self._tables_of_the_year_after(year)
        lacking = sorted(needs - told)
        if not lacking:
            return ""
        return f"the return's {' and '.join(lacking)} for {year} {'was' if len(lacking) == 1 else 'were'} not supplied"

    def _tables_of_the_year_after(self, year: str) -> set[str]:
        ends = self.manifest.year_ends
        position = ends.index(year)
        return set(self.manifest.told.get(ends[position + 1], ())) if position + 1 < len(ends) else set()


def freeze(manifest: Manifest, tables: Mapping[str, pa.Table]) -> tuple[Cut, Mapping[str, bytes]]:
    """Make the cut and the bytes of its Parquet files; the manifest's hashes are worked out here."""
    files = {name: _parquet(table) for name, table in tables.items()}
    named = {name: TableNamed(tables[name].num_rows, hashlib.sha256(data).hexdigest()) for name, data in files.items()}
    whole = hashlib.sha256("".join(f"{name} {named[name].sha256}\n" for name in sorted(named)).encode()).hexdigest()
    said = {key: value for key, value in _shallow(manifest).items() if key not in ("tables", "hash")}
    return Cut(Manifest(**said, tables=named, hash=whole), tables), files


def room_for(folder: Path) -> None:
    """See that a cut can be written to the folder; CutError when it is a file or holds anything."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CutError(f"{folder}: a cut never changes, so it is not written over; expected a new or empty folder")


def save(manifest: Manifest, tables: Mapping[str, pa.Table], folder: Path) -> Cut:
    """Write a cut into a folder that is new or empty, whole or not at all; CutError when it is not empty.

    It is written beside first, the manifest last, and moved into place in one step: whenever the machine stops, there
    is a whole cut or none.
    """
    room_for(folder)
    cut, files = freeze(manifest, tables)
    place = folder.resolve()
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place.parent, prefix=".being-written-") as beside:
        written = Path(beside) / "cut"
        written.mkdir()
        for name, data in files.items():
            (written / f"{name}.parquet").write_bytes(data)
        said = json.dumps(asdict(cut.manifest), indent=2, ensure_ascii=False)
        (written / MANIFEST).write_text(said + "\n", "utf-8")
        if place.is_dir():
            place.rmdir()
        written.rename(place)
    return cut


def is_cut(folder: Path) -> bool:
    """Whether the folder says it is a cut."""
    return (folder / MANIFEST).is_file()


def load(folder: Path) -> Cut:
    """Open a cut, checking every table against its hash; CutError says what is missing or was changed."""
    manifest = _manifest(folder / MANIFEST)
    kept: dict[str, pa.Table | Path] = {}
    for name, named in manifest.tables.items():
        if name not in SCHEMAS:
            raise CutError(f"{folder / MANIFEST}: names a table {name!r}; expected only {', '.join(SCHEMAS)}")
        path = folder / f"{name}.parquet"
        try:
            data = path.read_bytes()
        except OSError as error:
            raise CutError(f"{path}: cannot be read ({error.strerror}); the manifest says it is here") from error
        if hashlib.sha256(data).hexdigest() != named.sha256:
            raise CutError(f"{path}: was changed since the cut was made; its SHA-256 is not the manifest's")
        kept[name] = path
    if lacking := sorted(set(SCHEMAS) - set(kept)):
        raise CutError(
            f"{folder / MANIFEST}: does not name the table {lacking[0]}; expected all of {', '.join(SCHEMAS)}"
        )
    return Cut(manifest, kept)


def _manifest(path: Path) -> Manifest:
    try:
        said = json.loads(path.read_text("utf-8"))
        if said.get("format") != FORMAT:
            raise CutError(f"{path}: is of format {said.get('format')!r}; expected {FORMAT}")
        said["tables"] = {name: TableNamed(**table) for name, table in said["tables"].items()}
        said["sources"] = tuple(SourceNamed(**source) for source in said["sources"])
        said["told"] = {year: tuple(tables) for year, tables in said["told"].items()}
        said["years"], said["year_ends"] = tuple(said["years"]), tuple(said["year_ends"])
        return Manifest(**said)
    except CutError:
        raise
    except OSError as error:
        raise CutError(f"{path}: cannot be read ({error.strerror}); expected the manifest of a cut") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CutError(f"{path}: is not the manifest of a cut ({error})") from error


def _shallow(manifest: Manifest) -> dict[str, Any]:
    return {name: getattr(manifest, name) for name in Manifest.__slots__}


def _parquet(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd", write_statistics=False)
    return bytes(sink.getvalue())


def year_names(names: Sequence[str]) -> str:
    """Years as a person lists them: "2012-13 to 2014-15"."""
    return names[0] if len(names) == 1 else f"{names[0]} to {names[-1]}"
