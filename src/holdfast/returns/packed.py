"""What a zip holds, taken out in memory only, and only when it is safe to."""

import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import NamedTuple

from holdfast.returns.sheets import CannotBeReadError

MOST_UNPACKED = 2 * 1024**3
SMALL_ENOUGH = 32 * 1024**2
MOST_TIMES = 200
"""A return's own text packs some ten to forty times smaller; two hundred times is a zip made to fill the machine."""


class Member(NamedTuple):
    """A file inside a zip; `read` takes it out, or raises CannotBeReadError."""

    name: str
    read: Callable[[], bytes]


def is_workbook(data: bytes) -> bool:
    """Whether a zip is a workbook rather than a zip of files; CannotBeReadError for a broken one."""
    with _opened(data) as archive:
        names = archive.namelist()
        if any(name.startswith("xl/workbook.") for name in names) or "content.xml" in names:
            _refuse_bombs(archive.infolist())
            return True
        return False


def members(data: bytes) -> list[Member]:
    """The files in a zip in order of name; CannotBeReadError when one unpacks too large or names a place outside."""
    with _opened(data) as archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
    _refuse_bombs(infos)
    for info in infos:
        parts = info.filename.replace("\\", "/").split("/")
        if ".." in parts or info.filename.startswith(("/", "\\")) or ":" in parts[0]:
            raise CannotBeReadError(f"a file named {info.filename!r} inside it", "names that stay inside the zip")
    named = sorted(infos, key=lambda info: info.filename)
    return [Member(info.filename.replace("\\", "/"), lambda info=info: _taken_out(data, info)) for info in named]


def _opened(data: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as problem:
        raise CannotBeReadError(f"a zip that is damaged ({problem})", "a whole zip or workbook") from problem


def _refuse_bombs(infos: list[zipfile.ZipInfo]) -> None:
    total = sum(info.file_size for info in infos)
    if total > MOST_UNPACKED:
        raise CannotBeReadError(f"a zip that unpacks to {total:,} bytes", f"at most {MOST_UNPACKED:,} bytes")
    for info in infos:
        if info.file_size > SMALL_ENOUGH and info.file_size > MOST_TIMES * max(info.compress_size, 1):
            raise CannotBeReadError(
                f"{info.filename}, which unpacks to {info.file_size:,} bytes from {info.compress_size:,}",
                f"no file that unpacks to more than {MOST_TIMES} times its size",
            )


def _taken_out(data: bytes, info: zipfile.ZipInfo) -> bytes:
    if info.flag_bits & 0x1:
        raise CannotBeReadError("a file locked with a password", "a zip without a password")
    try:
        with _opened(data) as archive, archive.open(info) as member:
            unpacked = member.read(info.file_size + 1)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError, ValueError) as problem:
        raise CannotBeReadError(f"a file that cannot be unpacked ({problem})", "a whole zip") from problem
    if len(unpacked) > info.file_size:
        raise CannotBeReadError("a file larger than the zip says", "a zip that tells its sizes truly")
    return unpacked
