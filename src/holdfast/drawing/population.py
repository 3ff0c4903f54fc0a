"""Which children must there have been, so that at every year end there are as many of each kind as the totals say?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random

from holdfast.drawing.ages import USUAL, Ages, ages_at, ages_before, shared_out, who_stays, with_under_fours
from holdfast.drawing.totals import OLDEST, Totals
from holdfast.drawing.town import DrawingError

FREE_LEGAL_STATUSES = {"C2": 52, "V2": 26, "C1": 13, "E1": 9}
FREE_PLACEMENTS = {"U6": 48, "U4": 18, "U1": 8, "U3": 6, "K2": 10, "P2": 3, "A5": 3, "S1": 2, "R1": 2}
FREE_REASONS = {"E4A": 36, "E4B": 8, "E46": 12, "E5": 20, "E11": 6, "E12": 4, "E8": 10, "E9": 4}
ADOPTED = ("E11", "E12")
PASSING_THROUGH = 0.12

SUITS = {
    "A": 2, "R3": 0, "U5": 1, "K1": 15, "K2": 14, "H5": 17, "K3": 17, "P2": 17, "P3": 17, "P1": 5, "R1": 14, "R2": 9,
    "R5": 16, "S1": 13, "Z": 15, "U1": 7, "U4": 9, "U": 6,
    "E1": 2, "D1": 2, "L": 1, "C1": 3, "C2": 9, "V2": 13, "J": 16,
    "E11": 3, "E12": 3, "E45": 5, "E46": 5, "E47": 5, "E48": 5, "E41": 8, "E4": 10, "E5": 17, "E6": 17, "E7": 17,
    "E17": 17, "E15": 17, "E16": 17, "E9": 16, "E14": 16, "E13": 14, "E8": 12, "E3": 8, "E2": 8,
}  # fmt: skip
"""The age each code of placement, order or leaving most often goes with; the longest beginning that fits counts."""


@dataclass(slots=True, eq=False)
class Sketch:
    """A child before there are dates: when present (numbers of year ends, first to last) and under which codes.

    `turned` is the age at year end 0 (below nought for who was not yet born). Who came and went inside one year has
    `first` None and `last` the year end after. `left` says whether the child left before the drawing ends.
    """

    turned: int
    first: int | None
    last: int
    left: bool = False
    reason: str = ""
    legal: dict[int, str] = field(default_factory=dict)
    placed: dict[int, str] = field(default_factory=dict)

    def age_at(self, end: int) -> int:
        """Completed years at that year end."""
        return self.turned + end


@dataclass(frozen=True, slots=True)
class Flow:
    """What happened in one year: who came for longer, who left of those there before, who only passed through."""

    new: int
    gone: int
    passing: int
    stayed: int


def flows(totals: Totals) -> list[Flow]:
    """One flow for each year between two year ends, as the totals ask or, where they are silent, as is usual."""
    found = []
    for before, day in zip(totals.ends, totals.ends[1:], strict=False):
        opening, closing = totals.looked_after[before], totals.looked_after[day]
        came, left = totals.came.get(day), totals.left.get(day)
        if left is None and day in totals.left_by_reason:
            left = sum(totals.left_by_reason[day].values())
        if came is None:
            came = closing - opening + left if left is not None else max(round(0.42 * closing), closing - opening)
        left = opening + came - closing if left is None else left
        most = min(came, left)
        least = max(came - closing, left - opening, 0)
        passing = min(max(round(PASSING_THROUGH * came), least), most)
        if day == totals.last:
            passing = _passing_last(totals, came, passing)
        flow = Flow(came - passing, left - passing, passing, opening - left + passing)
        if min(came, left, *(flow.new, flow.gone, flow.stayed)) < 0:
            raise DrawingError(
                f"the year to {day}: {opening} at its start, {came} came, {left} left, {passing} of them both; "
                "no children fit these numbers"
            )
        found.append(flow)
    return found


def _passing_last(totals: Totals, came: int, usual: int) -> int:
    if "under_365_days" in totals.numbers:
        return came - totals.numbers["under_365_days"]
    if "first_reviews_held" in totals.numbers:
        return max(usual, came - totals.numbers["first_reviews_held"])
    return usual


def under_four_weeks(totals: Totals, flow: Flow) -> int:
    """How many at the end had been looked after for less than 28 days."""
    if "ni66" in totals.shares:
        return totals.looked_after[totals.last] - totals.shares["ni66"].denominator
    return min(totals.numbers.get("under_60_days", flow.new // 12), flow.new) // 2


def sketch(rng: Random, totals: Totals, years: list[Flow]) -> list[Sketch]:
    """The children, with ages and codes that meet every total at every year end."""
    ages = _ages(totals, years)
    there = [Sketch(age, 0, 0) for age, count in enumerate(ages[0]) for _ in range(count)]
    everyone = list(there)
    _codes(rng, totals, there, 0)
    for at, flow in enumerate(years, start=1):
        stays = who_stays(ages[at - 1], ages[at], flow.stayed)
        leavers, kept = _part(rng, there, at, stays)
        new = [Sketch(age - at, at, at) for age in range(OLDEST + 1) for _ in range(ages[at][age] - stays[age])]
        passing = [Sketch(rng.choices(range(OLDEST), USUAL[:OLDEST])[0] - at, None, at) for _ in range(flow.passing)]
        for child in leavers + passing:
            child.left = True
        for child in kept:
            child.last = at
        there = kept + new
        everyone += new + passing
        _codes(rng, totals, passing, at, free=True)
        _codes(rng, totals, there, at)
        _reasons(rng, totals, leavers + passing, at)
    return everyone


def _ages(totals: Totals, years: list[Flow]) -> list[Ages]:
    bands = [totals.bands["age"].get(day) for day in totals.ends]
    counts = [totals.looked_after[day] for day in totals.ends]
    last = ages_at(counts[-1], bands[-1], USUAL)
    ni66, c63 = totals.shares.get("ni66"), totals.shares.get("c63")
    if c63:
        weeks = under_four_weeks(totals, years[-1])
        settled = ni66.denominator if ni66 else counts[-1] - weeks
        under_four = settled - c63.denominator
        some = min(weeks // 4, weeks)
        try:
            last = with_under_fours(last, bands[-1], under_four + some // 2, under_four + some)
        except DrawingError:
            last = with_under_fours(last, bands[-1], under_four, under_four + weeks)
    ages = [last]
    for at in range(len(years), 0, -1):
        ages.insert(0, ages_before(ages[0], counts[at - 1], bands[at - 1], years[at - 1].stayed))
    return ages


def _part(rng: Random, there: list[Sketch], at: int, stays: list[int]) -> tuple[list[Sketch], list[Sketch]]:
    """Those who leave in the year and those who stay; placed for adoption, one leaves sooner."""
    leavers, kept = [], []
    by_age: dict[int, list[Sketch]] = {}
    for child in there:
        by_age.setdefault(child.age_at(at), []).append(child)
    for age, group in by_age.items():
        group.sort(key=lambda child: (child.placed[at - 1][:1] != "A", rng.random()))
        leave = len(group) - (stays[age] if age <= OLDEST else 0)
        leavers += group[:leave]
        kept += group[leave:]
    return leavers, kept


def _codes(rng: Random, totals: Totals, children: list[Sketch], at: int, *, free: bool = False) -> None:
    day = totals.ends[at]
    legal = totals.bands["legal_status"].get(day) or FREE_LEGAL_STATUSES
    placed = totals.bands["placement"].get(day) or FREE_PLACEMENTS
    if free:
        placed = {code: count for code, count in placed.items() if code[:1] != "A"} or placed
    assign(rng, children, _as_many(legal, len(children)), at, lambda child: child.legal)
    assign(rng, children, _as_many(placed, len(children)), at, lambda child: child.placed)


def _reasons(rng: Random, totals: Totals, leavers: list[Sketch], at: int) -> None:
    wanted = totals.left_by_reason.get(totals.ends[at]) or FREE_REASONS
    ways: dict[int, dict[int, str]] = {id(child): {} for child in leavers}
    assign(rng, leavers, _as_many(wanted, len(leavers)), at, lambda child: ways[id(child)])
    for child in leavers:
        child.reason = ways[id(child)][at]


def assign(
    rng: Random, children: list[Sketch], counts: Mapping[str, int], at: int, kept_in: Callable[[Sketch], dict[int, str]]
) -> None:
    """Give each code to as many children as it is counted, to those it suits best, and leave it with who had it."""
    left = list(children)
    order = sorted(counts, key=lambda code: (_leaves_last(code), counts[code]))
    for code in order:
        likes = _suits(code)

        def cost(child: Sketch, code: str = code, likes: int = likes) -> float:
            had = kept_in(child).get(at - 1)
            strange = abs(child.age_at(at) - likes) + rng.random() * 5
            if code[:1] == "A":
                strange += 0 if child.legal.get(at) in ("E1", "D1") else 6
            if code in ADOPTED:
                strange += 0 if child.placed.get(at, child.placed.get(at - 1, ""))[:1] == "A" else 40
            return strange - (60 if had == code else 0) + (25 if had and had[:1] == "A" and code[:1] != "A" else 0)

        left.sort(key=cost)
        for child in left[: counts[code]]:
            kept_in(child)[at] = code
        left = left[counts[code] :]


def _leaves_last(code: str) -> bool:
    return code in ("U6", "V2", "C2", "E8", "E4A")


def _suits(code: str) -> int:
    for length in (3, 2, 1):
        if code[:length] in SUITS:
            return SUITS[code[:length]]
    return 9


def _as_many(counts: Mapping[str, int], total: int) -> dict[str, int]:
    """The counts, or counts in their proportion, that sum to the total."""
    if sum(counts.values()) == total:
        return dict(counts)
    shares = shared_out(total, [float(count) for count in counts.values()])
    return dict(zip(counts, shares, strict=True))
