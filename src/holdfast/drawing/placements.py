"""Where does an invented child live: with which kind of carer, whose, how far away?"""

from datetime import date
from random import Random

from holdfast.drawing.life import Stay

KINDS = {
    "baby": (("U6", 62), ("U3", 12), ("U5", 10), ("R3", 9), ("U1", 4), ("P1", 3)),
    "child": (("U6", 50), ("U4", 18), ("U3", 12), ("U1", 10), ("P1", 6), ("K2", 4)),
    "teenager": (("U6", 38), ("U4", 14), ("K2", 20), ("H5", 14), ("P2", 4), ("U3", 5), ("S1", 3), ("Z1", 2)),
    "unaccompanied": (("U6", 55), ("H5", 35), ("P2", 6), ("K2", 4)),
    "remand": (("R5", 40), ("K1", 25), ("U6", 20), ("K2", 15)),
    "settled": (("U4", 70), ("U1", 18), ("K2", 8), ("S1", 4)),
    "short breaks": (("U6", 70), ("K2", 30)),
}
PROVIDERS = {
    "A": (("PR1", 70), ("PR2", 20), ("PR5", 10)),
    "U": (("PR1", 62), ("PR4", 36), ("PR5", 2)),
    "K": (("PR4", 78), ("PR1", 18), ("PR5", 4)),
    "H": (("PR4", 80), ("PR1", 12), ("PR5", 8)),
    "S": (("PR4", 70), ("PR5", 30)),
    "R": (("PR3", 50), ("PR4", 50)),
    "Z": (("PR1", 60), ("PR4", 40)),
}
USUAL_MILES = {"U": 8.0, "A": 30.0, "K": 19.0, "S": 34.0, "R": 28.0, "H": 9.0, "P": 4.0, "Z": 10.0}
RELATIVES = frozenset({"U1", "U2", "U3"})
DISTANCE_UNKNOWN = 0.02


def one_of(rng: Random, weighted: tuple[tuple[str, int], ...]) -> str:
    """One of the names, each as likely as its weight."""
    at = rng.random() * sum(weight for _, weight in weighted)
    for name, weight in weighted:
        at -= weight
        if at < 0:
            return name
    return weighted[-1][0]


def provider_of(rng: Random, placement: str) -> str:
    """Who provides the placement, as its kind makes likely."""
    if placement == "P1":
        return "PR0"
    if placement in RELATIVES:
        return "PR1"
    return one_of(rng, PROVIDERS.get(placement[:1], (("PR1", 50), ("PR4", 50))))


def lodged(rng: Random, *, on: date, reason: str, legal_status: str, placement: str, provider: str = "") -> Stay:
    """A stay in a new placement of that kind, with a believable distance from home."""
    miles: float | None = round(rng.expovariate(1 / USUAL_MILES.get(placement[:1], 10.0)), 1)
    inside = rng.random() < (0.92 if miles is not None and miles < 7 else 0.12)
    if placement[:1] == "A" or rng.random() < DISTANCE_UNKNOWN:
        miles = None
    given = provider or provider_of(rng, placement)
    return Stay(on, reason, legal_status, placement, given, inside, miles)
