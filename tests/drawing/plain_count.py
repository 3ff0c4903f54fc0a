"""What do the files say, counted the plain way: with the csv module, no rule or figure of the product's own?"""

import csv
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import holidays

Row = dict[str, str]
SHORT_BREAKS = {"V3", "V4"}


@cache
def day_of(text: str) -> date | None:
    return datetime.strptime(text, "%d/%m/%Y").date() if text else None


def rows_of(folder: Path, table: str, only: str = "20??-??") -> Iterator[Row]:
    for year in sorted(folder.glob(only)):
        file = year / f"{table}.csv"
        if file.is_file():
            with file.open(encoding="utf-8-sig", newline="") as stream:
                yield from csv.DictReader(stream)


@cache
def bank_holidays() -> frozenset[date]:
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=range(2000, 2062)))


def working_days_on(start: date, count: int) -> date:
    day = start
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5 and day not in bank_holidays()
    return day


def months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def age(day: date, born: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def band(years: int, names: list[str]) -> str:
    for name in names:
        low, _, high = name.replace("Under 1", "0-0").replace("16+", "16-99").partition("-")
        if int(low) <= years <= int(high):
            return name
    return f"{years}?"


class Files:
    """The rows of a drawn folder, each episode once, and the reviews of each child in order."""

    def __init__(self, folder: Path) -> None:
        self.children = {row["CHILD"]: row for row in rows_of(folder, "header")}
        episodes: dict[tuple[str, str], Row] = {}
        for row in rows_of(folder, "episodes"):
            episodes[row["CHILD"], row["DECOM"]] = row
        self.unaccompanied = {row["CHILD"] for row in rows_of(folder, "uasc")}
        self.cares: dict[str, list[list[Row]]] = {}
        for (child, _), row in sorted(episodes.items(), key=lambda item: (item[0][0], day_of(item[1]["DECOM"]))):
            runs = self.cares.setdefault(child, [])
            if not runs or row["RNE"] == "S" or runs[-1][-1]["REC"] not in ("X1", ""):
                runs.append([])
            runs[-1].append(row)
        for child, runs in self.cares.items():
            self.cares[child] = [run for run in runs if any(row["LS"] not in SHORT_BREAKS for row in run)]
        self.reviews: dict[str, list[tuple[date, str]]] = {}
        for row in rows_of(folder, "reviews"):
            self.reviews.setdefault(row["CHILD"], []).append((day_of(row["REVIEW"]), row["REVIEW_CODE"]))
        for held in self.reviews.values():
            held.sort()

    def there(self, day: date) -> list[tuple[str, list[Row], Row]]:
        return [
            (child, run, row)
            for child, runs in self.cares.items()
            for run in runs
            for row in run
            if day_of(row["DECOM"]) <= day and (not row["DEC"] or day_of(row["DEC"]) > day)
        ]

    def born(self, child: str) -> date:
        return day_of(self.children[child]["DOB"])

    def held_in(self, child: str, run: list[Row]) -> list[date]:
        start, end = day_of(run[0]["DECOM"]), day_of(run[-1]["DEC"]) or date.max
        return [day for day, _ in self.reviews.get(child, []) if start <= day <= end]

    def judged(self, child: str, run: list[Row], until: date, *, authority_counts: bool) -> Iterator[tuple[date, date]]:
        """Each (due, held) of a time in care, and at last (due, date.max) if one was due by `until` and is not held."""
        start = day_of(run[0]["DECOM"])
        placed = next((day_of(row["DECOM"]) for row in run if row["PLACE"][0] == "A"), None)
        left_adopters = next((day_of(r["DECOM"]) for r in run if placed and day_of(r["DECOM"]) > placed
                              and r["PLACE"][0] != "A"), None)  # fmt: skip
        authority = next((day_of(row["DECOM"]) for row in run if row["LS"] in ("E1", "D1")), None)
        held = self.held_in(child, run)
        known = run[0]["RNE"] == "S"
        for at in range(len(held) + 1):
            this = held[at] if at < len(held) else date.max
            last = held[at - 1] if at else None
            if last is None:
                due = working_days_on(start, 20) if known else date.max
            elif placed and last > placed and not (left_adopters and last > left_adopters):
                due = months_on(last, 3 if sum(day > placed for day in held[:at]) == 1 else 6)
            else:
                due = months_on(last, 3 if at == 1 and known else 6)
                if authority_counts and authority and last <= authority < due:
                    due = min(due, months_on(authority, 3))
            if placed and (last is None or last <= placed) and placed <= min(due, this):
                due = placed + timedelta(days=28)
            if this != date.max or (due <= until and run[-1]["DEC"] == ""):
                yield due, this


def counted(folder: Path, names: dict[str, Any], *, authority_counts: bool = False) -> dict[str, Any]:
    """Every count of an expected.json, from the files; `names` gives the days and the bands of age to count by."""
    files = Files(folder)
    days = [date.fromisoformat(day) for day in sorted(names["looked_after"])]
    last, opens = days[-1], date(days[-1].year - 1, 4, 1)
    bands = sorted({name for by_day in names["age"].values() for name in by_day})
    now = files.there(last)
    said: dict[str, Any] = {"looked_after": {}, "age": {}, "legal_status": {}, "placement": {}}
    for day in days:
        key, there = day.isoformat(), files.there(day)
        said["looked_after"][key] = len({child for child, _, _ in there})
        said["age"][key] = dict(Counter(band(age(day, files.born(child)), bands) for child, _, _ in there))
        said["legal_status"][key] = dict(Counter(row["LS"] for _, _, row in there))
        said["placement"][key] = dict(Counter(row["PLACE"] for _, _, row in there))
    said["ethnic"] = {last.isoformat(): dict(Counter(files.children[child]["ETHNIC"] for child, _, _ in now))}
    said["sex"] = {last.isoformat(): dict(Counter(files.children[child]["SEX"] for child, _, _ in now))}
    said.update(_flows(files, days))
    said.update(_reviews(files, now, opens, last, authority_counts))
    far = [float(row["PL_DISTANCE"]) > 20 for child, _, row in now
           if row.get("PL_DISTANCE") and child not in files.unaccompanied]  # fmt: skip
    said["over_20_miles"] = {"numerator": sum(far), "denominator": len(far)}
    moved = [_placements(files.cares[child], opens, last) >= 3 for child, _, _ in now]
    said["three_placements"] = {"numerator": sum(moved), "denominator": len(moved)}
    since = [(last - day_of(run[0]["DECOM"])).days for _, run, _ in now]
    said["under_365_days"], said["under_60_days"] = sum(n < 365 for n in since), sum(n < 60 for n in since)
    said["unaccompanied"] = sum(child in files.unaccompanied for child, _, _ in now)
    return said


def _flows(files: Files, days: list[date]) -> dict[str, Any]:
    said: dict[str, Any] = {"came": {}, "left": {}, "left_by_reason": {}}
    for day in days[1:]:
        opens, key = date(day.year - 1, 4, 1), day.isoformat()
        runs = [(child, run) for child, care in files.cares.items() for run in care]
        said["came"][key] = len({child for child, run in runs if run[0]["RNE"] == "S"
                                 and opens <= day_of(run[0]["DECOM"]) <= day})  # fmt: skip
        gone = {child: run[-1]["REC"] for child, run in runs if run[-1]["DEC"]
                and opens <= day_of(run[-1]["DEC"]) <= day}  # fmt: skip
        said["left"][key], said["left_by_reason"][key] = len(gone), dict(Counter(gone.values()))
    return said


def _reviews(files: Files, now: list[Any], opens: date, last: date, authority_counts: bool) -> dict[str, Any]:
    held = [(child, day, code) for child, days in files.reviews.items() for day, code in days if opens <= day <= last]
    late, first, failed = 0, 0, set()
    for child, runs in files.cares.items():
        for run in runs:
            days = files.held_in(child, run)
            first += bool(days) and run[0]["RNE"] == "S" and opens <= days[0] <= last and day_of(run[0]["DECOM"]) > (
                opens - timedelta(days=100))  # fmt: skip
            for due, this in files.judged(child, run, last, authority_counts=authority_counts):
                if due < this and (opens <= this <= last or opens <= due <= last or (due < opens and this > last)):
                    late += opens <= this <= last
                    failed.add(child)
    settled = {child for child, run, _ in now if (last - day_of(run[0]["DECOM"])).days >= 28}
    codes: dict[str, list[str]] = {}
    for child, day, code in held:
        if child in settled and day >= months_on(files.born(child), 48):
            codes.setdefault(child, []).append(code)
    return {
        "reviews_held": len(held),
        "first_reviews_held": first,
        "participation_codes": dict(Counter(code for _, _, code in held)),
        "reviews_in_time": {"numerator": len(held) - late, "denominator": len(held)},
        "ni66": {"numerator": len(settled - failed), "denominator": len(settled)},
        "c63": {"numerator": sum("PN7" not in said for said in codes.values()), "denominator": len(codes)},
    }


def _placements(runs: list[list[Row]], opens: date, last: date) -> int:
    count = 0
    for run in runs:
        homes: list[list[Row]] = []
        for row in run:
            if homes and row["RNE"] in ("L", "T", "U"):
                homes[-1].append(row)
            else:
                homes.append([row])
        count += sum(day_of(home[0]["DECOM"]) <= last and (not home[-1]["DEC"] or day_of(home[-1]["DEC"]) > opens)
                     for home in homes)  # fmt: skip
    return count
