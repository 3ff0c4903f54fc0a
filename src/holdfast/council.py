"""What a council has chosen: its name and colours, its age bands, its own promises, and the definitions it varies.

Everything has a default, so a folder of returns needs no settings at all. `council.toml` beside the returns changes
what it names; a name it does not know, or a value of the wrong kind, is refused with where it stands.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

JUDGED_ON = ("completion", "first meeting")


class CouncilSettingsError(ValueError):
    """A setting in council.toml that is not known, or not of the kind expected."""


@dataclass(frozen=True, slots=True)
class AgeBand:
    """A band of ages in completed years, both ends included; `oldest` None means "and over"."""

    name: str
    youngest: int
    oldest: int | None

    def holds(self, age: int) -> bool:
        """Whether a child of this age is in the band."""
        return age >= self.youngest and (self.oldest is None or age <= self.oldest)


AGE_BANDS = (
    AgeBand("Under 1", 0, 0),
    AgeBand("1 to 4", 1, 4),
    AgeBand("5 to 9", 5, 9),
    AgeBand("10 to 15", 10, 15),
    AgeBand("16 and over", 16, None),
)


@dataclass(frozen=True, slots=True)
class Promise:
    """A council's own shorter limit between reviews, shown beside the law and never instead of it."""

    name: str
    months: int
    under_age: int | None = None


@dataclass(frozen=True, slots=True)
class Council:
    """One council's choices, as read from its council.toml.

    `target_in_time` is a share of one (the file says per cent). `accepted` holds, for a check that does not add up,
    the reason why it is published all the same. `published` holds figures of earlier reports: year, then figure, then
    the number as it was printed. `telephone`, `email` and `write_to` end the children's letter.
    """

    name: str = "The council"
    service: str = "Independent Reviewing Service"
    colour: str = "#1d5c63"
    accent: str = "#c8553d"
    age_bands: tuple[AgeBand, ...] = AGE_BANDS
    promises: tuple[Promise, ...] = ()
    timeliness_judged_on: str = "completion"
    silent_attendance_fails: bool = False
    chinese_is_asian: bool = True
    target_in_time: float | None = None
    accepted: dict[str, str] = field(default_factory=dict)
    published: dict[str, dict[str, float]] = field(default_factory=dict)
    telephone: str = ""
    email: str = ""
    write_to: str = ""
    folder: Path | None = None


def read_council(folder: Path) -> Council:
    """What council.toml in `folder` says, or the defaults where there is none.

    Raises `CouncilSettingsError` that says where, what was found and what was expected.
    """
    file = folder / "council.toml"
    if not file.is_file():
        return Council(folder=folder)
    try:
        settings = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise CouncilSettingsError(f"{file}: this is not TOML: {error}") from None
    except (UnicodeDecodeError, OSError) as error:
        raise CouncilSettingsError(f"{file}: could not be read as UTF-8 text: {error}") from None
    read: dict[str, Any] = {}
    for name, found in settings.items():
        if name not in _READERS:
            raise CouncilSettingsError(f"{file}: {_unknown(name, tuple(_READERS))}")
        try:
            read[name] = _READERS[name](name, found)
        except CouncilSettingsError as error:
            raise CouncilSettingsError(f"{file}, {error}") from None
    return Council(**read, folder=folder)


def _unknown(name: str, known: tuple[str, ...]) -> str:
    close = get_close_matches(name, known, n=1)
    meant = f"; perhaps “{close[0]}” was meant" if close else ""
    return f"“{name}” is not a setting{meant}. Expected one of: {', '.join(sorted(known))}."


def _refuse(where: str, found: object, expected: str) -> CouncilSettingsError:
    shown = f"“{found}”" if isinstance(found, str) else str(found).lower() if isinstance(found, bool) else str(found)
    return CouncilSettingsError(f"{where}: found {shown}, expected {expected}.")


def _text(where: str, found: object) -> str:
    if not isinstance(found, str) or not found.strip() or not found.strip().isprintable():
        raise _refuse(where, found, 'text on one line, in quotation marks, such as "Holm Council"')
    return found.strip()


def _colour(where: str, found: object) -> str:
    if not isinstance(found, str) or not re.fullmatch(r"#[0-9a-fA-F]{6}", found):
        raise _refuse(where, found, 'a colour as # and six digits, such as "#1d5c63"')
    return found.lower()


def _whole(where: str, found: object, *, least: int, most: int, what: str) -> int:
    if not isinstance(found, int) or isinstance(found, bool) or not least <= found <= most:
        raise _refuse(where, found, f"{what}, a whole number from {least} to {most}")
    return found


def _yes_or_no(where: str, found: object) -> bool:
    if not isinstance(found, bool):
        raise _refuse(where, found, "true or false, without quotation marks")
    return found


def _per_cent(where: str, found: object) -> float:
    if not isinstance(found, int | float) or isinstance(found, bool) or not 0 < found <= 100:
        raise _refuse(where, found, "per cent, a number over 0 and up to 100")
    return found / 100


def _judged_on(where: str, found: object) -> str:
    if found not in JUDGED_ON:
        raise _refuse(where, found, " or ".join(f'"{choice}"' for choice in JUDGED_ON))
    return str(found)


def _tables(where: str, found: object, *, known: tuple[str, ...], needed: tuple[str, ...]) -> list[dict[str, Any]]:
    if not isinstance(found, list) or not found or not all(isinstance(one, dict) for one in found):
        raise _refuse(where, found, f"one or more tables, each headed [[{where}]]")
    for at, one in enumerate(found, start=1):
        for name in one:
            if name not in known:
                raise CouncilSettingsError(f"{where}, number {at}: {_unknown(name, known)}")
        for name in needed:
            if name not in one:
                raise CouncilSettingsError(f"{where}, number {at}: “{name}” is missing. Expected: {', '.join(needed)}.")
    return found


def _age_bands(where: str, found: object) -> tuple[AgeBand, ...]:
    bands = []
    for at, one in enumerate(
        _tables(where, found, known=("name", "youngest", "oldest"), needed=("name", "youngest")), start=1
    ):
        here = f"{where}, number {at}, "
        youngest = _whole(f"{here}youngest", one["youngest"], least=0, most=25, what="an age in years")
        oldest = one.get("oldest")
        if oldest is not None:
            oldest = _whole(f"{here}oldest", oldest, least=youngest, most=25, what="an age in years")
        bands.append(AgeBand(_text(f"{here}name", one["name"]), youngest, oldest))
    expected = 0
    for at, band in enumerate(bands, start=1):
        if band.youngest != expected:
            raise CouncilSettingsError(
                f"{where}, number {at}, youngest: found {band.youngest}, expected {expected}, "
                "so that every age is in one band and no age in two."
            )
        if (band.oldest is None) != (at == len(bands)):
            raise CouncilSettingsError(
                f"{where}, number {at}: the last band, and no other, leaves out “oldest” (it means “and over”)."
            )
        expected = (band.oldest or 0) + 1
    if len({band.name for band in bands}) < len(bands):
        raise CouncilSettingsError(f"{where}: two bands have one name; each needs its own.")
    return tuple(bands)


def _promises(where: str, found: object) -> tuple[Promise, ...]:
    promises = []
    for at, one in enumerate(
        _tables(where, found, known=("name", "months", "under_age"), needed=("name", "months")), start=1
    ):
        here = f"{where}, number {at}, "
        under = one.get("under_age")
        promises.append(
            Promise(
                name=_text(f"{here}name", one["name"]),
                months=_whole(f"{here}months", one["months"], least=1, most=5, what="months, fewer than the law's six"),
                under_age=None
                if under is None
                else _whole(f"{here}under_age", under, least=1, most=18, what="an age in years"),
            )
        )
    return tuple(promises)


def _accepted(where: str, found: object) -> dict[str, str]:
    if not isinstance(found, dict):
        raise _refuse(where, found, 'a table of checks and reasons, such as "bands of age" = "why it is so"')
    for check, reason in found.items():
        if not isinstance(reason, str) or len(reason.split()) < 3:
            raise _refuse(f"{where}, “{check}”", reason, "a reason a reader would accept, in words")
    return {check: reason.strip() for check, reason in found.items()}


def _published(where: str, found: object) -> dict[str, dict[str, float]]:
    if not isinstance(found, dict):
        raise _refuse(where, found, "a table for each year, such as [published.2013-14]")
    read: dict[str, dict[str, float]] = {}
    for year, figures in found.items():
        ends = re.fullmatch(r"(\d{4})-(\d\d)", year)
        if ends is None or (int(ends[1]) + 1) % 100 != int(ends[2]):
            raise _refuse(where, year, "a year from April to March, such as 2013-14")
        if not isinstance(figures, Mapping):
            raise _refuse(f"{where}, {year}", figures, "a table of figures, such as children_looked_after = 207")
        for name, value in figures.items():
            if not isinstance(value, int | float) or isinstance(value, bool) or value < 0:
                raise _refuse(f"{where}, {year}, {name}", value, "a number, as it was published")
        read[year] = {name: float(value) for name, value in figures.items()}
    return read


_READERS: Mapping[str, Callable[[str, object], Any]] = {
    "name": _text,
    "service": _text,
    "colour": _colour,
    "accent": _colour,
    "age_bands": _age_bands,
    "promises": _promises,
    "timeliness_judged_on": _judged_on,
    "silent_attendance_fails": _yes_or_no,
    "chinese_is_asian": _yes_or_no,
    "target_in_time": _per_cent,
    "accepted": _accepted,
    "published": _published,
    "telephone": _text,
    "email": _text,
    "write_to": _text,
}
