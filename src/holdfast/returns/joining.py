"""How the years become one history: what two years both give is one, and the later file knows its end."""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from holdfast.returns.gathering import Gathered
from holdfast.returns.rows import Rows
from holdfast.returns.texts import NO_DAY, BoolArray, IntArray

NEVER = 4_000_000
"""An ordinal after every believable day: the end of what is still open."""


@dataclass(frozen=True, slots=True, eq=False)
class Joined:
    """Which rows make up the history, each an array of places in its table's rows, in order of child and then of day.

    `born` is each child's day of birth as an ordinal (NO_DAY where it is nowhere), `header` the place of the header
    that describes the child (-1 where there is none). `changed` are pairs of places: an episode as an earlier year
    gave it, and as a later year did, where the two
    disagree, in order of the later. `repeated_reviews` are those a later year gives again.
    """

    episodes: IntArray
    reviews: IntArray
    missing: IntArray
    born: IntArray
    header: IntArray
    changed: tuple[IntArray, IntArray]
    repeated_reviews: IntArray


def joined(gathered: Gathered) -> Joined:
    """Join the rows of all years; `gathered` must hold no row twice."""
    rows = gathered.rows
    header = _latest_header(rows["Header"], len(gathered.meanings.ids.values))
    episodes, changed = _join_episodes(rows["Episodes"])
    reviews, repeated = _join_reviews(rows["Reviews"])
    return Joined(
        episodes=episodes,
        reviews=reviews,
        missing=_join_missing(rows["Missing"]),
        born=_born(gathered, header),
        header=header,
        changed=changed,
        repeated_reviews=repeated,
    )


def ends(rows: Rows) -> IntArray:
    """The day each episode ends, NEVER while it is open."""
    day = rows.days("DEC")
    return np.where(day == NO_DAY, NEVER, day)


def _latest_header(header: Rows, children: int) -> IntArray:
    """The header of each child's latest year.

    Of several in one year it is the one whose contents sort last, so that the order of files and rows does not matter.
    """
    place = np.full(children, -1, dtype=np.int64)
    contents = (header.codes("MOTHER"), header.codes("ETHNIC"), header.codes("SEX"), header.days("DOB"))
    order = np.lexsort((*contents, header.year, header.child))
    place[header.child[order]] = order
    return place


def _born(gathered: Gathered, header: IntArray) -> IntArray:
    """Each child's day of birth: the header's, else the latest year's in any other table that gives one."""
    born: IntArray = np.zeros(len(header), dtype=np.int64)
    described = header >= 0
    born[described] = np.maximum(gathered.rows["Header"].days("DOB")[header[described]], NO_DAY)
    for rows in gathered.rows.values():
        if rows.table.name == "Header" or "DOB" not in rows.cells:
            continue
        day = rows.days("DOB")
        wanted = np.flatnonzero((day > 0) & (born[rows.child] == NO_DAY))
        order = wanted[np.lexsort((day[wanted], rows.year[wanted], rows.child[wanted]))]
        born[rows.child[order]] = day[order]
    return born


def _join_episodes(rows: Rows) -> tuple[IntArray, tuple[IntArray, IntArray]]:
    start, end = rows.days("DECOM"), ends(rows)
    order = np.lexsort((end, rows.year, start, rows.child))  # year before end: files come in turn
    child, start_in_order, year = rows.child[order], start[order], rows.year[order]
    same = (child[1:] == child[:-1]) & (start_in_order[1:] == start_in_order[:-1])
    keep: BoolArray = np.ones(len(order), dtype=bool)
    pairs: list[tuple[int, int]] = []
    first = np.concatenate([[True], ~same]) if len(order) else np.zeros(0, dtype=bool)
    run = np.cumsum(first) - 1
    twice_in_a_year = np.zeros(int(run[-1]) + 1 if len(run) else 0, dtype=bool)
    twice_in_a_year[run[1:][same & (year[1:] == year[:-1])]] = True
    simple = same & ~twice_in_a_year[run[1:]] if len(order) else same
    earlier = np.flatnonzero(simple)
    keep[earlier] = False
    pairs_simple = (order[earlier], order[earlier + 1])
    for group in np.flatnonzero(twice_in_a_year):
        begins, stops = np.searchsorted(run, [group, group + 1])
        if year[begins] != year[begins:stops].max():
            places = {int(at): number for number, at in enumerate(order[begins:stops], start=int(begins))}
            for old, new in _matched(rows, list(places)):
                keep[places[old]] = False
                pairs.append((old, new))
    old = np.concatenate([pairs_simple[0], np.array([old for old, _ in pairs], dtype=np.int64)])
    new = np.concatenate([pairs_simple[1], np.array([new for _, new in pairs], dtype=np.int64)])
    differs = np.zeros(len(old), dtype=bool)
    for column in ("LS", "PLACE"):
        codes = rows.codes(column)
        differs |= codes[old] != codes[new]
    differs |= (end[old] != NEVER) & (end[old] != end[new])
    old, new = old[differs], new[differs]
    by_place = np.argsort(new)
    kept = order[keep]
    contents = [rows.codes(column)[kept] for column in ("PLACE_PROVIDER", "PLACE", "LS", "RNE", "REC")]
    return kept[np.lexsort((*contents, end[kept], start[kept], rows.child[kept]))], (old[by_place], new[by_place])


def _matched(rows: Rows, members: list[int]) -> list[tuple[int, int]]:
    """Pairs of one child's episodes that began on one day, as an earlier year and the next that has them gave them.

    Two on one day are told apart by why they began, then by legal status and placement; the open one carries on last.
    """
    by_year: dict[int, list[int]] = defaultdict(list)
    for at in members:
        by_year[int(rows.year[at])].append(at)
    rne, status, place, end = rows.codes("RNE"), rows.codes("LS"), rows.codes("PLACE"), ends(rows)
    alike = (
        lambda old, new: rne[old] == rne[new] and status[old] == status[new] and place[old] == place[new],
        lambda old, new: rne[old] == rne[new] and end[old] == NEVER,
        lambda old, _: end[old] == NEVER,
    )
    pairs: list[tuple[int, int]] = []
    standing: list[int] = []
    for year in sorted(by_year):
        coming = list(by_year[year])
        for is_alike in alike:
            for old in list(standing):
                new = next((new for new in coming if is_alike(old, new)), None)
                if new is not None:
                    pairs.append((old, new))
                    standing.remove(old)
                    coming.remove(new)
        standing = [*standing, *by_year[year]]
    return pairs


def _join_reviews(rows: Rows) -> tuple[IntArray, IntArray]:
    """Reviews in order; one that a later year gives again, on the same day, is the later year's."""
    day = rows.days("REVIEW")
    order = np.lexsort((rows.codes("REVIEW_CODE"), rows.year, day, rows.child))
    child, day, year = rows.child[order], day[order], rows.year[order]
    latest = _last_of_run(child, day, year)
    return order[year == latest], order[year != latest]


def _join_missing(rows: Rows) -> IntArray:
    """Times missing in order; one that a later year gives again is the later year's, which knows its end."""
    start = rows.days("MIS_START")
    order = np.lexsort((rows.days("MIS_END"), rows.year, rows.codes("MISSING"), start, rows.child))
    year = rows.year[order]
    latest = _last_of_run(rows.child[order], start[order], year, rows.codes("MISSING")[order])
    return order[year == latest]


def _last_of_run(child: IntArray, day: IntArray, year: IntArray, kind: IntArray | None = None) -> IntArray:
    """For rows in order, the year of the last row of each run about the same child and day (and kind)."""
    if not len(child):
        return year
    new = (child[1:] != child[:-1]) | (day[1:] != day[:-1])
    if kind is not None:
        new |= kind[1:] != kind[:-1]
    run = np.concatenate([[0], np.cumsum(new)])
    last = np.concatenate([np.flatnonzero(new), [len(child) - 1]])
    latest: IntArray = year[last][run]
    return latest
