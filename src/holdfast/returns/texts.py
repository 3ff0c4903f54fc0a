"""What each distinct text of a return is understood as: a child's id, a day, a code, a distance.

A column of a million cells holds a few thousand different texts. Each text gets a number when it is first seen, a
column is an array of those numbers, and each text is understood once.
"""

import operator
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from holdfast.returns import codes
from holdfast.returns.dates import read_day

IntArray = NDArray[np.int64] | NDArray[np.int32]
BoolArray = NDArray[np.bool_]

NO_DAY, UNREADABLE = 0, -1
"""In an array of days: a blank cell, and a cell that is no date. Real days are counted from 1 January of the year 1."""

_INVISIBLE = "".join(chr(code) for code in (0x09, 0x20, 0xA0, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF))
_BLANK = frozenset({"", "NULL", "NONE", "N/A", "NA", "#N/A", "NAN", "NAT", "-"})
_STANDS_FOR_NONE = frozenset({"00/00/0000", "0000-00-00", "00/01/1900", "31/12/9999", "9999-12-31"})
"""Days that databases and spreadsheets write where there is none; none of them can be a day of anybody's care."""
_WHOLE = re.compile(r"\d+\.0+")
_SHORTENED = re.compile(r"\d(\.\d+)?[Ee]\+\d+")
_CODE_AND_WORDS = re.compile(r"([A-Z0-9]{1,5})(?:\s+[-:\u2010-\u2015]\s*|[-:\u2010-\u2015]\s+)\D.*")
_MILES = re.compile(r"(\d+|\d{1,3}(?:,\d{3})+)?(\.\d*)?(E-\d+)?\s*(MILES?|MI)?", re.ASCII)
FOR_NOTHING = "as a word or day that stands for none"
FARTHEST = 999.9
"""The most miles the return has room for; more is a filler, not a distance."""
_YES = frozenset({"Y", "YES", "TRUE"})
_NO = frozenset({"N", "NO", "FALSE"})


class Numbered(NamedTuple):
    """A column as its distinct texts and, for each cell, the place of its text among them."""

    texts: list[str]
    number: IntArray


def numbering() -> defaultdict[str, int]:
    """A dictionary that gives each new text the next number; the blank text is 0."""
    numbers: defaultdict[str, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    numbers[""]
    return numbers


def trimmed(text: str) -> str:
    """The text without spaces and invisible characters at its ends, and without what keeps a spreadsheet from it.

    That is a leading apostrophe, or ="…" around the whole.
    """
    plain = text.strip(_INVISIBLE + "\r\n\v\f").removeprefix("'")
    if plain.startswith('="') and plain.endswith('"') and plain.count('"') == 2:
        return plain[2:-1].strip(_INVISIBLE)
    return plain


@dataclass(frozen=True, slots=True, eq=False)
class Meaning:
    """What the texts of one kind mean; every array has one entry a text.

    `number` is the text's place in `values`, which are sorted, so that numbers compare as their values do.
    `known` is whether it can be understood; `as_expected` whether it was written the way the return asks.
    """

    texts: list[str]
    number: IntArray
    values: list[str]
    known: BoolArray
    as_expected: BoolArray


@dataclass(frozen=True, slots=True, eq=False)
class Days:
    """What the dates mean: the day (NO_DAY, UNREADABLE or its ordinal), the date itself, and how it was written."""

    texts: list[str]
    day: IntArray
    dates: list[date | None]
    written: list[str]
    as_expected: BoolArray


@dataclass(frozen=True, slots=True, eq=False)
class Distances:
    """What the distances mean, in miles; None for a blank or for what is no distance."""

    texts: list[str]
    miles: list[float | None]
    known: BoolArray
    as_expected: BoolArray


@dataclass(frozen=True, slots=True, eq=False)
class Meanings:
    """What every text of every kind means."""

    ids: Meaning
    days: Days
    distances: Distances
    codes: Mapping[str, Meaning]


def understand(numbered: Mapping[str, Mapping[str, int]]) -> Meanings:
    """Understand every text once; `numbered` holds, for each kind of column, its texts in order of their numbers."""
    return Meanings(
        ids=_meaning("id", list(numbered["id"])),
        days=_days(list(numbered["date"])),
        distances=_distances(list(numbered["distance"])),
        codes={
            kind: _meaning(kind, list(texts))
            for kind, texts in numbered.items()
            if kind not in ("id", "date", "distance")
        },
    )


def _meaning(kind: str, texts: list[str]) -> Meaning:
    if kind == "id":
        read = [text if text.isalnum() else _id(text) for text in texts]
        known = ["+" not in value or _SHORTENED.fullmatch(value) is None for value in read]
    else:
        read = [_code(kind, text) for text in texts]
        known = [not value or _is_known(kind, value) for value in read]
    values = sorted({"", *read})
    number = dict(zip(values, range(len(values)), strict=True))
    return Meaning(
        texts=texts,
        number=np.fromiter(map(number.__getitem__, read), np.int32, len(read)),
        values=values,
        known=np.array(known, dtype=bool),
        as_expected=np.fromiter(map(operator.eq, read, texts), bool, len(read)),
    )


def _id(text: str) -> str:
    plain = trimmed(text)
    return plain.partition(".")[0] if _WHOLE.fullmatch(plain) else plain


def _code(kind: str, text: str) -> str:
    plain = trimmed(text).upper()
    if plain in _BLANK:
        return ""
    if _WHOLE.fullmatch(plain):
        plain = plain.partition(".")[0]
    with_words = _CODE_AND_WORDS.fullmatch(plain)
    if with_words and _is_known(kind, with_words[1]):
        return with_words[1]
    plain = plain.replace(" ", "")
    if kind == "location":
        return codes.location_said_in_words(plain) or plain
    if kind == "sex":
        return codes.sex_said_in_words(plain) or plain
    if kind == "mother":
        return "1" if plain in _YES else "0" if plain in _NO else plain
    return plain


def _is_known(kind: str, code: str) -> bool:
    return code in ("0", "1") if kind == "mother" else codes.is_known(kind, code)


def _days(texts: list[str]) -> Days:
    days: list[int] = []
    dates: list[date | None] = []
    written: list[str] = []
    same: dict[date, date] = {}
    for text in texts:
        plain = trimmed(text)
        if plain.upper() in _BLANK or re.split("[ T]", plain, maxsplit=1)[0] in _STANDS_FOR_NONE:
            days.append(NO_DAY)
            dates.append(None)
            written.append(FOR_NOTHING if plain else "with spaces" if text else "")
            continue
        read = read_day(plain)
        day = None if read.day is None else same.setdefault(read.day, read.day)
        days.append(UNREADABLE if day is None else day.toordinal())
        dates.append(day)
        written.append(read.written or ("with spaces, an apostrophe or invisible characters" if plain != text else ""))
    as_expected = np.array([not how for how in written], dtype=bool)
    return Days(texts, np.array(days, dtype=np.int32), dates, written, as_expected)


def _distances(texts: list[str]) -> Distances:
    miles: list[float | None] = []
    known: list[bool] = []
    as_expected: list[bool] = []
    for text in texts:
        plain = trimmed(text).upper()
        number = None if plain in _BLANK else _miles(plain)
        sound = plain in _BLANK or number is not None
        miles.append(number)
        known.append(sound)
        as_expected.append(plain in _BLANK or text.replace(".", "", 1).isdigit())
    return Distances(texts, miles, np.array(known, dtype=bool), np.array(as_expected, dtype=bool))


def _miles(plain: str) -> float | None:
    read = _MILES.fullmatch(plain)
    if read is None or not (read[1] or read[2] not in (None, ".")):
        return None
    number = float(f"{(read[1] or '0').replace(',', '')}{read[2] or ''}{read[3] or ''}")
    return number if number <= FARTHEST else None
