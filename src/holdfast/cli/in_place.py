"""How several files come into a folder together: all of them or none, whenever the work is stopped."""

import errno
import tempfile
from collections.abc import Iterable
from pathlib import Path


def room_in(folder: Path) -> str:
    """Why files cannot be put into the folder, known before any work is done; "" when they can."""
    nearest = next(place for place in (folder.resolve(), *folder.resolve().parents) if place.exists())
    return "" if nearest.is_dir() else f"{nearest} is a file; expected a folder, there or not."


def put_in_place(files: Iterable[tuple[str, bytes]], folder: Path) -> list[str]:
    """Write the files beside the folder, and when all are made move them into it; their names.

    A new folder appears in one step. In one that is there, each earlier file of the same name is put aside first, and
    back again if any file cannot take its place (one that is open in another program, for instance). Raises OSError.
    """
    place = folder.resolve()
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place.parent, prefix=".being-written-") as beside:
        new, old = Path(beside) / "new", Path(beside) / "old"
        new.mkdir()
        old.mkdir()
        names = []
        for name, data in files:
            (new / name).write_bytes(data)
            names.append(name)
        if not place.exists():
            new.rename(place)
        else:
            _exchange(names, new, old, place)
    return names


def _exchange(names: list[str], new: Path, old: Path, place: Path) -> None:
    for name in names:
        if (place / name).exists() and not (place / name).is_file():
            raise OSError(errno.EISDIR, "there is something other than a file of this name", str(place / name))
    moved: list[str] = []
    try:
        for name in names:
            if (place / name).exists():
                (place / name).rename(old / name)
            moved.append(name)
        for name in names:
            (new / name).rename(place / name)
    except BaseException:
        for name in moved:
            (place / name).unlink(missing_ok=True)
            if (old / name).exists():
                (old / name).rename(place / name)
        raise
