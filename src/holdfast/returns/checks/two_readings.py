"""Is there anything that can be read in two ways, so that it must not be read at all?"""

from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from holdfast.returns.findings import Finding, Found, Severity, found_once
from holdfast.returns.gathering import Gathered
from holdfast.returns.rows import Rows, fingerprints
from holdfast.returns.texts import BoolArray, IntArray
from holdfast.rules.facts import year_name

SHARED = 0.2
"""Two files of a table and year that share more than this part of their children and days are two tellings of it."""
DATED = {"Header": None, "Episodes": "DECOM", "Reviews": "REVIEW"}


def check_readings(as_given: Gathered, tidied: Gathered) -> Iterator[Found]:
    """Refuse two returns of one year that differ, and ids that may or may not be one child's."""
    for name, column in DATED.items():
        found = list(_told_twice(as_given.rows[name], column))
        if found:
            yield found_once(found, found[0].message)
    alike = list(_alike(tidied))
    if alike:
        yield found_once(alike, alike[0].message)


def _told_twice(rows: Rows, column: str | None) -> Iterator[Finding]:
    """Pairs of files that tell of the same children and days of a year, and do not say the same throughout."""
    for year in np.unique(rows.year).tolist():
        asked = (rows.year == year) & (rows.child > 0)
        if len(np.unique(rows.source[asked])) < 2:
            continue
        of_year = rows.kept(asked)
        keys = of_year.child.astype(np.int64) * 2**31
        if column:
            keys += of_year.days(column)
        told = [np.unique(keys[of_year.source == source]) for source in np.unique(of_year.source)]
        every, times = np.unique(np.concatenate(told), return_counts=True)
        shared = every[times > 1]
        suspects = [
            int(source)
            for source, mine in zip(np.unique(of_year.source), told, strict=True)
            if np.isin(mine, shared, assume_unique=True).mean() > SHARED
        ]
        yield from _pairs_that_differ(of_year, keys, suspects, year)


def _pairs_that_differ(rows: Rows, keys: IntArray, suspects: list[int], year: int) -> Iterator[Finding]:
    says = fingerprints(rows) if suspects else keys
    of = {source: rows.source == source for source in suspects}
    for at, second in enumerate(suspects):
        for first in suspects[:at]:
            in_both = np.intersect1d(keys[of[first]], keys[of[second]])
            fewer = min(len(np.unique(keys[of[one]])) for one in (first, second))
            if len(in_both) <= SHARED * fewer or _same(says, of[first], of[second]):
                continue
            before, name = rows.sources[first].name, rows.table.name
            yield Finding(
                Severity.REFUSED,
                f"{name}: two returns of one year",
                rows.sources[second].name,
                None,
                "",
                f"{len(in_both):,} of its {fewer:,} also in {before}, not all of them told alike",
                f"one return of {year_name(year)}: leave the other one out of the folder",
                "",
                "Two files tell the same of one year differently, and which is meant cannot be told.",
            )
            break


def _same(says: IntArray, first: BoolArray, second: BoolArray) -> bool:
    return np.array_equal(np.unique(says[first]), np.unique(says[second]))


def _alike(gathered: Gathered) -> Iterator[Finding]:
    """Ids that differ only in leading noughts, capitals, commas or spaces, unless one Header lists them as two."""
    ids = gathered.meanings.ids.values
    if "".join(ids).isdigit() and not any(one.startswith("0") for one in ids):
        return
    plain = [one.upper().replace(",", "").replace(" ", "").lstrip("0") for one in ids]
    if len(set(plain)) == len(plain):
        return
    groups: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(plain):
        groups[one].append(number)
    header = gathered.rows["Header"]
    for group in groups.values():
        if len(group) < 2 or _listed_apart(header, group):
            continue
        places = [place for place in (_first_place(gathered, number) for number in group) if place]
        if len(places) < 2:
            continue
        where, row, child_id = places[-1]
        others = " and ".join(repr(one) for _, _, one in places[:-1])
        yield Finding(
            Severity.REFUSED,
            "ids alike",
            where,
            row,
            "CHILD",
            f"{child_id!r} beside {others}",
            "each child's id written in one way",
            child_id,
            "The ids differ only in noughts, capitals, commas or spaces; whether they are one child cannot be told.",
        )


def _listed_apart(header: Rows, group: list[int]) -> bool:
    years = [set(header.year[header.child == number].tolist()) for number in group]
    return bool(set.intersection(*years))


def _first_place(gathered: Gathered, number: int) -> tuple[str, int, str] | None:
    for rows in gathered.rows.values():
        places = np.flatnonzero(rows.child == number)
        if len(places):
            at = int(places[0])
            return rows.sources[int(rows.source[at])].name, int(rows.row[at]), rows.child_id(at)
    return None
