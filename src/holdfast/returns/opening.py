"""How a folder, zip, workbook, XML or CSV file is opened, and which of what lies there may be part of a return."""

from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from holdfast.returns import packed
from holdfast.returns.sheets import CannotBeReadError, Sheet
from holdfast.returns.written_text import sheet_of_text

PASSED_OVER_SILENTLY = frozenset({".md", ".toml", ".ds_store", ".ini", ".db", ".lnk"})
NOT_A_RETURN = frozenset(
    {".json", ".pdf", ".docx", ".doc", ".html", ".htm", ".png", ".jpg", ".jpeg", ".svg", ".parquet", ".pptx", ".py"}
    | {".7z", ".rar", ".gz", ".tar", ".msg", ".eml", ".yaml", ".yml", ".sql", ".log", ".css", ".js"}
)
BESIDE_THE_RETURNS = frozenset({"population.csv", "neighbours.csv"})
DEEPEST = 8


class Opened(NamedTuple):
    """One file as found: its name as a person knows it, and its sheets, or why it was refused or passed over."""

    name: str
    sheets: tuple[Sheet, ...] = ()
    refused: CannotBeReadError | None = None
    passed_over: str = ""


def open_all(path: Path, progress: Callable[[str], None] | None = None) -> Iterator[Opened]:
    """Open every file at or below `path`, in order of name, one at a time.

    Names are relative to the folder given. Hidden files, a spreadsheet's lock files (`~$`), notes and settings are
    passed over without a word. Never raises for what the files hold.
    """
    root = path if path.is_dir() else path.parent
    for file in _files(path, depth=0, seen=set()):
        name = file.relative_to(root).as_posix().encode("utf-8", "replace").decode()
        if progress:
            progress(f"Reading {name}")
        yield from _open_named(name, file)


def _files(path: Path, *, depth: int, seen: set[Path]) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    real = path.resolve()
    if depth > DEEPEST or real in seen:
        return
    seen.add(real)
    try:
        inside = sorted(path.iterdir(), key=lambda child: child.name)
    except OSError:
        yield path  # a folder that may not be opened is refused where files are
        return
    for child in inside:
        passed_over = _is_hidden(child.name) or child.suffix.lower() in PASSED_OVER_SILENTLY
        if not passed_over and child.name.lower() not in BESIDE_THE_RETURNS:
            yield from _files(child, depth=depth + 1, seen=seen)


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$", "__MACOSX")) or name.lower() in ("thumbs.db", "desktop.ini")


def _open_named(name: str, file: Path) -> Iterator[Opened]:
    if file.suffix.lower() in NOT_A_RETURN:
        yield Opened(name, passed_over="a file of this kind is not part of a return")
        return
    try:
        if file.exists() and not (file.is_file() or file.is_dir()):
            raise OSError(0, "a device or a pipe, not a file")
        data = file.read_bytes()
    except OSError as problem:
        yield Opened(name, refused=CannotBeReadError(problem.strerror or "not readable", "a file that can be opened"))
        return
    yield from _open_bytes(name, data)


def _open_bytes(name: str, data: bytes) -> Iterator[Opened]:
    """Tell what a file is by how it begins, never by its name."""
    try:
        if data.startswith(b"PK"):
            if packed.is_workbook(data):
                from holdfast.returns.workbooks import sheets_of_workbook  # noqa: PLC0415 - loaded only when there is one to read

                yield Opened(name, tuple(sheets_of_workbook(name, data)))
                return
            members = packed.members(data)
        elif data.startswith(b"\xd0\xcf\x11\xe0"):
            from holdfast.returns.workbooks import sheets_of_workbook  # noqa: PLC0415 - loaded only when there is one to read

            yield Opened(name, tuple(sheets_of_workbook(name, data)))
            return
        elif _looks_like_xml(data):
            from holdfast.returns.xml_return import sheets_of_xml  # noqa: PLC0415 - loaded only when there is one to read

            yield Opened(name, tuple(sheets_of_xml(name, data)))
            return
        else:
            yield Opened(name, (sheet_of_text(name, data),))
            return
    except CannotBeReadError as refused:
        yield Opened(name, refused=refused)
        return
    for member in members:
        inside = f"{name}/{member.name}"
        parts = PurePosixPath(member.name)
        if any(_is_hidden(part) for part in parts.parts) or parts.suffix.lower() in PASSED_OVER_SILENTLY:
            continue
        if parts.suffix.lower() in NOT_A_RETURN:
            yield Opened(inside, passed_over="a file of this kind is not part of a return")
            continue
        try:
            unpacked = member.read()
            if unpacked.startswith(b"PK") and not packed.is_workbook(unpacked):
                raise CannotBeReadError("a zip inside a zip", "the files of the return, zipped once")
        except CannotBeReadError as refused:
            yield Opened(inside, refused=refused)
            continue
        yield from _open_bytes(inside, unpacked)


def _looks_like_xml(data: bytes) -> bool:
    start = data[:200].replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe")
    return start.removeprefix(b"\xfe\xff").lstrip().startswith(b"<")
