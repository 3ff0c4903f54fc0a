"""Which totals must a drawing meet, and do they contradict each other?"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from holdfast.drawing.coding import SEX_AS_LETTERS_FROM
from holdfast.drawing.town import DrawingError
from holdfast.rules.facts import SHORT_BREAKS, year_ends_on, year_of

Counts = Mapping[str, int]
LEAST_YEAR_ENDS = 3
OLDEST = 17
BANDED = ("age", "legal_status", "placement", "ethnic", "sex", "inside")
ONLY_AT_THE_END = ("ethnic", "sex", "inside")
SHARES = ("ni66", "c63", "reviews_in_time", "three_placements", "over_20_miles")
NUMBERS = ("reviews_held", "first_reviews_held", "under_365_days", "under_60_days")
KNOWN = {"year_end", "looked_after", "came", "left", "left_by_reason", "participation_codes", "unaccompanied",
         *BANDED, *SHARES, *NUMBERS}  # fmt: skip
PLACEMENTS = re.compile(r"A[3-6]|U[1-6]|P[1-3]|K[1-3]|H5|R[1235]|S1|Z1[1-4]?")
LEGAL_STATUSES = re.compile(r"C[12]|D1|E1|V2|J[123]|L[123]")


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    numerator: int
    denominator: int


@dataclass(frozen=True, slots=True)
class Totals:
    """Totals that agree with each other; what is None or absent is free.

    `ends` are the year ends in order; `came`, `left` and `left_by_reason` are by the end of their year.
    `bands` is name of the split, then year end, then code, then children.
    """

    ends: tuple[date, ...]
    looked_after: Mapping[date, int]
    came: Mapping[date, int]
    left: Mapping[date, int]
    left_by_reason: Mapping[date, Counts]
    bands: Mapping[str, Mapping[date, Counts]]
    unaccompanied: int | None
    participation_codes: Counts | None
    shares: Mapping[str, Share]
    numbers: Mapping[str, int]

    @property
    def last(self) -> date:
        """The 31 March the drawing ends on."""
        return self.ends[-1]


def read_totals(file: Path) -> Totals:
    """The totals in a JSON file of the shape of expected.json; DrawingError in words for any that cannot be met."""
    try:
        found = json.loads(file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise DrawingError(f"{file}: is not UTF-8 text; expected JSON") from None
    except (json.JSONDecodeError, RecursionError) as error:
        raise DrawingError(f"{file}: is not JSON: {error}") from None
    try:
        return totals_of(found)
    except DrawingError as error:
        raise DrawingError(f"{file}: {error}") from None


def totals_of(found: Any) -> Totals:
    """Read the parsed JSON, and refuse what contradicts itself."""
    if not isinstance(found, dict) or "looked_after" not in found:
        raise DrawingError('expected at least "looked_after", such as {"looked_after": {"2014-03-31": 318}}')
    unknown = sorted(set(found) - KNOWN)
    if unknown:
        raise DrawingError(f"{', '.join(unknown)}: totals that are not supported; expected {', '.join(sorted(KNOWN))}")
    told = {name: value for name, value in found.items() if value is not None and value != {}}
    looked_after = _by_day("looked_after", told.get("looked_after", {}))
    ends = tuple(sorted(looked_after))
    _check_ends(ends, told.get("year_end"))
    bands = {name: {day: _counts(f"{name} {day}", value) for day, value in _days(name, told.get(name, {})).items()}
             for name in BANDED}  # fmt: skip
    unaccompanied = told.get("unaccompanied")
    if isinstance(unaccompanied, dict):
        unaccompanied = _by_day("unaccompanied", unaccompanied).get(ends[-1])
    elif unaccompanied is not None:
        unaccompanied = _number("unaccompanied", unaccompanied)
    codes = told.get("participation_codes")
    totals = Totals(
        ends=ends,
        looked_after=looked_after,
        came=_by_day("came", told.get("came", {})),
        left=_by_day("left", told.get("left", {})),
        left_by_reason={day: _counts(f"left_by_reason {day}", value)
                        for day, value in _days("left_by_reason", told.get("left_by_reason", {})).items()},
        bands=bands,
        unaccompanied=unaccompanied,
        participation_codes=None if codes is None else _counts("participation_codes", codes),
        shares={name: _share(name, told[name]) for name in SHARES if name in told},
        numbers={name: _number(name, told[name]) for name in NUMBERS if name in told},
    )  # fmt: skip
    _refuse_contradictions(totals)
    return totals


def ages_in(band: str) -> range:
    """The single years of age of a band: "Under 1", "1-4", "5 to 9", "16+", "16 and over", "7"."""
    text = band.strip().casefold()
    if match := re.fullmatch(r"under (\d+)", text):
        return range(int(match[1]))
    if match := re.fullmatch(r"(\d+)\s*(?:\+|and over|or over)", text):
        return range(int(match[1]), OLDEST + 1)
    if match := re.fullmatch(r"(\d+)(?:\s*(?:-|–|to)\s*(\d+))?", text):
        return range(int(match[1]), min(int(match[2] or match[1]), OLDEST) + 1)
    raise DrawingError(f'age: found the band "{band}"; expected one such as Under 1, 1-4, 16+ or 7')


def _refuse_contradictions(totals: Totals) -> None:
    problems: list[str] = []
    for name, by_day in totals.bands.items():
        for day, counts in by_day.items():
            if name in ONLY_AT_THE_END and day != totals.last:
                continue
            _must_sum(problems, f"{name} on {day}", counts, totals.looked_after.get(day), "looked after")
    for name, flow in (("came", totals.came), ("left", totals.left), ("left_by_reason", totals.left_by_reason)):
        problems += [f"{name}: {day} is not a year end after the first of looked_after"
                     for day in flow if day not in totals.ends[1:]]  # fmt: skip
    for before, day in zip(totals.ends, totals.ends[1:], strict=False):
        opening, closing = totals.looked_after[before], totals.looked_after[day]
        if day in totals.came and day in totals.left and opening + totals.came[day] - totals.left[day] != closing:
            made = opening + totals.came[day] - totals.left[day]
            problems.append(f"{opening} on {before}, {totals.came[day]} came and {totals.left[day]} left by {day}: "
                            f"that makes {made}, looked after says {closing}")  # fmt: skip
        if day in totals.left_by_reason and day in totals.left:
            _must_sum(problems, f"left_by_reason {day}", totals.left_by_reason[day], totals.left[day], "left")
    _check_codes(problems, totals)
    _check_reviews(problems, totals)
    if problems:
        raise DrawingError("the totals contradict each other or cannot be: " + "; ".join(problems))


def _check_codes(problems: list[str], totals: Totals) -> None:
    for day, counts in totals.bands["legal_status"].items():
        for code in counts:
            if code in SHORT_BREAKS:
                problems.append(f"legal_status {day}: {code} is short breaks, never counted as looked after")
            elif not LEGAL_STATUSES.fullmatch(code):
                problems.append(f"legal_status {day}: found {code}, expected a code such as C2")
    for day, counts in totals.bands["placement"].items():
        problems += [f"placement {day}: found {code}, expected a code such as U6 (T0 to T4 are not supported)"
                     for code in counts if not PLACEMENTS.fullmatch(code)]  # fmt: skip
    sexes = {"1", "2"} if year_of(totals.last) < SEX_AS_LETTERS_FROM else {"M", "F", "U"}
    for code in totals.bands["sex"].get(totals.last, {}):
        if code not in sexes:
            problems.append(f"sex {totals.last}: found {code}, expected {' or '.join(sorted(sexes))} in that year")
    for day, counts in totals.bands["age"].items():
        ages = [age for band in counts for age in ages_in(band)]
        if len(ages) != len(set(ages)):
            problems.append(f"age {day}: two bands hold the same age")
    problems += [f"inside: found {code}, expected IN or OUT"
                 for code in totals.bands["inside"].get(totals.last, {}) if code not in ("IN", "OUT")]  # fmt: skip
    problems += [f"participation_codes: found {code}, expected PN0 to PN7"
                 for code in totals.participation_codes or {} if not re.fullmatch(r"PN[0-7]", code)]  # fmt: skip


def _check_reviews(problems: list[str], totals: Totals) -> None:
    there, numbers, shares = totals.looked_after[totals.last], totals.numbers, totals.shares
    held = numbers.get("reviews_held")
    if totals.participation_codes is not None:
        _must_sum(problems, "participation_codes", totals.participation_codes, held, "reviews held")
    in_time = shares.get("reviews_in_time")
    if in_time and held is not None and in_time.denominator != held:
        problems.append(f"reviews_in_time is of {in_time.denominator}, reviews held says {held}")
    order = (
        ("under_60_days", numbers.get("under_60_days"), "under_365_days", numbers.get("under_365_days")),
        ("under_365_days", numbers.get("under_365_days"), "came", totals.came.get(totals.last)),
        ("under_365_days", numbers.get("under_365_days"), "looked after", there),
        ("first_reviews_held", numbers.get("first_reviews_held"), "reviews held", held),
        ("unaccompanied", totals.unaccompanied, "looked after", there),
        *((f"{name} of", shares[name].denominator, "looked after", there) for name in SHARES
          if name in shares and name != "reviews_in_time"),
    )  # fmt: skip
    for less, few, more, many in order:
        if few is not None and many is not None and few > many:
            problems.append(f"{less} {few} is more than {more} {many}")
    if "ni66" in shares and "c63" in shares and shares["c63"].denominator > shares["ni66"].denominator:
        problems.append("c63 counts more children than ni66")
    if "three_placements" in shares and shares["three_placements"].denominator != there:
        problems.append(f"three_placements is of {shares['three_placements'].denominator}, looked after says {there}")
    weeks = there - shares["ni66"].denominator if "ni66" in shares else 0
    if weeks > numbers.get("under_60_days", weeks):
        problems.append("more children under four weeks (looked after less ni66) than under 60 days")


def _must_sum(problems: list[str], what: str, counts: Counts, total: int | None, of: str) -> None:
    if total is None:
        problems.append(f"{what}: there is no {of} to compare it with")
    elif sum(counts.values()) != total:
        problems.append(f"{what} sums to {sum(counts.values())}, {of} says {total}")


def _check_ends(ends: tuple[date, ...], year_end: object) -> None:
    if len(ends) < LEAST_YEAR_ENDS:
        raise DrawingError(f"looked_after: found {len(ends)} year ends; expected 3 at least, to judge reviews by")
    for day in ends:
        if day != year_ends_on(year_of(day)):
            raise DrawingError(f"looked_after: found {day}; expected a 31 March")
    if [day.year for day in ends] != list(range(ends[0].year, ends[-1].year + 1)):
        raise DrawingError(f"looked_after: a year is missing between {ends[0]} and {ends[-1]}")
    if year_end is not None and year_end != ends[-1].isoformat():
        raise DrawingError(f"year_end says {year_end}, looked_after ends {ends[-1]}")


def _days(name: str, found: Any) -> dict[date, Any]:
    if not isinstance(found, dict):
        raise DrawingError(f"{name}: found {found!r}, expected counts by year end")
    try:
        return {date.fromisoformat(day): value for day, value in found.items()}
    except ValueError as error:
        raise DrawingError(f"{name}: {error}; expected a day such as 2014-03-31") from None


def _by_day(name: str, found: Any) -> dict[date, int]:
    return {day: _number(f"{name} {day}", value) for day, value in _days(name, found).items()}


def _counts(name: str, found: Any) -> dict[str, int]:
    if not isinstance(found, dict):
        raise DrawingError(f"{name}: found {found!r}, expected counts by code")
    return {code: _number(f"{name} {code}", value) for code, value in found.items()}


def _number(name: str, found: Any) -> int:
    if not isinstance(found, int) or isinstance(found, bool) or not 0 <= found <= 1_000_000:
        raise DrawingError(f"{name}: found {found!r}, expected a whole number, 0 or more")
    return found


def _share(name: str, found: Any) -> Share:
    if not isinstance(found, dict) or set(found) != {"numerator", "denominator"}:
        raise DrawingError(f'{name}: found {found!r}, expected {{"numerator": 1, "denominator": 2}}')
    met, of = (_number(f"{name} {part}", found[part]) for part in ("numerator", "denominator"))
    share = Share(met, of)
    if share.numerator > share.denominator:
        raise DrawingError(f"{name}: {share.numerator} of {share.denominator} is more than all")
    return share
