"""How old was each of so many children at each year end, if those who stayed grew a year older each time?"""

from collections.abc import Mapping, Sequence

from holdfast.drawing.totals import OLDEST, Counts, ages_in
from holdfast.drawing.town import DrawingError

USUAL = (40, 40, 35, 30, 30, 30, 38, 38, 40, 42, 46, 50, 58, 64, 72, 84, 100, 110)
"""How common each age from 0 to 17 is among children looked after."""

Ages = list[int]


def shared_out(total: int, weights: Sequence[float], most: Sequence[int] | None = None) -> list[int]:
    """Split `total` by weight into whole numbers, none above its `most`; short of the total only if `most` is."""
    caps = list(most) if most is not None else [total] * len(weights)
    given = [0] * len(weights)
    while (rest := total - sum(given)) > 0:
        open_at = [at for at in range(len(weights)) if given[at] < caps[at]]
        if not open_at:
            break
        weight = sum(weights[at] for at in open_at) or 0.0
        shares = {at: rest * (weights[at] / weight if weight else 1 / len(open_at)) for at in open_at}
        whole = {at: min(int(share), caps[at] - given[at]) for at, share in shares.items()}
        if not any(whole.values()):
            for at in sorted(open_at, key=lambda at: -shares[at])[:rest]:
                given[at] += 1
            continue
        for at, share in whole.items():
            given[at] += share
    return given


def ages_at(total: int, bands: Counts | None, weights: Sequence[float]) -> Ages:
    """So many children of each single year of age, keeping to the bands where they are given."""
    if not bands:
        return shared_out(total, weights)
    ages = [0] * (OLDEST + 1)
    for band, count in bands.items():
        within = ages_in(band)
        if count and not within:
            raise DrawingError(f'age: the band "{band}" holds no age from 0 to {OLDEST}')
        for age, share in zip(within, shared_out(count, [weights[age] for age in within]), strict=True):
            ages[age] += share
    return ages


def with_under_fours(ages: Ages, bands: Counts | None, fewest: int, most: int) -> Ages:
    """The ages changed within their bands so that the under-fours number from `fewest` to `most`."""
    changed = list(ages)
    groups = [list(ages_in(band)) for band in bands] if bands else [list(range(OLDEST + 1))]
    while not fewest <= sum(changed[:4]) <= most:
        too_few = sum(changed[:4]) < fewest
        for group in groups:
            young, old = [age for age in group if age < 4], [age for age in group if age > 3]
            givers, takers = (old, young) if too_few else (young, old)
            giver = max(givers, key=lambda age: changed[age], default=None)
            if giver is not None and takers and changed[giver]:
                changed[giver] -= 1
                changed[min(takers, key=lambda age: changed[age])] += 1
                break
        else:
            raise DrawingError(
                f"c63 and ni66 ask for {fewest} to {most} children under four; the ages allow {sum(changed[:4])}"
            )
    return changed


def ages_before(after: Ages, total: int, bands: Counts | None, stayed: int) -> Ages:
    """Ages a year earlier from which `stayed` children can have grown into the ages `after`."""
    for weight_of_leaving in (0.6, 0.25, 0.0):
        weights = [float(after[age + 1]) + 0.3 for age in range(OLDEST)]
        weights.append(weight_of_leaving * sum(weights) / 8)
        before = ages_at(total, bands, weights)
        if sum(can_stay(before, after)) >= stayed:
            return before
    raise DrawingError(
        f"{stayed} children stayed the year, but of the ages at its start only {sum(can_stay(before, after))} "
        "can have grown into the ages at its end"
    )


def can_stay(before: Ages, after: Ages) -> list[int]:
    """How many at most stayed the year, by age at its end."""
    return [0, *(min(before[age], after[age + 1]) for age in range(OLDEST))]


def who_stays(before: Ages, after: Ages, stayed: int) -> list[int]:
    """How many stayed the year, by age at its end."""
    most = can_stay(before, after)
    return shared_out(stayed, [float(count) for count in most], most)


def quota(counts: Mapping[str, int]) -> list[str]:
    """Each code as often as it is counted."""
    return [code for code, count in sorted(counts.items()) for _ in range(count)]
