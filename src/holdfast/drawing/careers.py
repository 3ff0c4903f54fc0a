"""How does a child come into care, move, and leave? The paths of law and placement that invented children take."""

from datetime import date, timedelta
from random import Random

from holdfast.drawing.life import Care, Stay
from holdfast.drawing.placements import KINDS, lodged, one_of

COMES_AS = (("proceedings", 34), ("asked for", 24), ("emergency", 19), ("teenager", 23))
"""How a child who is neither unaccompanied nor on remand comes; which of them fits depends on age too."""


def eighteenth_birthday(born_on: date) -> date:
    """The day a child stops being one."""
    return born_on.replace(year=born_on.year + 18)


def off_first_of_april(day: date) -> date:
    """The day, or the next if it is 1 April: nothing drawn happens on the day the years change."""
    return day + timedelta(days=1) if (day.month, day.day) == (4, 1) else day


class Path:
    """The stays of one time in care, as they are added one after the other."""

    def __init__(self, rng: Random, starts_on: date, legal_status: str, kind: str) -> None:
        self.rng = rng
        placement = one_of(rng, KINDS[kind])
        self.stays = [lodged(rng, on=starts_on, reason="S", legal_status=legal_status, placement=placement)]
        self.day = starts_on

    def waits(self, shortest: int, longest: int) -> None:
        """Let some days pass, more often few than many."""
        days = int(self.rng.triangular(shortest, longest, shortest + (longest - shortest) * 0.35)) or 1
        self.day = off_first_of_april(self.day + timedelta(days=days))

    def gets_order(self, legal_status: str) -> None:
        """A new legal status in the same placement."""
        last = self.stays[-1]
        self.stays.append(last._replace(starts_on=self.day, reason="L", legal_status=legal_status))

    def moves(self, kind: str = "", *, placement: str = "", legal_status: str = "") -> None:
        """A new placement with new carers, with a new legal status at once if one is named."""
        status = legal_status or self.stays[-1].legal_status
        chosen = placement or one_of(self.rng, KINDS[kind])
        reason = "B" if status != self.stays[-1].legal_status else "P"
        self.stays.append(lodged(self.rng, on=self.day, reason=reason, legal_status=status, placement=chosen))

    def stays_with_carer_as(self, placement: str) -> None:
        """The same carers under another name, say when foster carers become adopters."""
        last = self.stays[-1]
        self.stays.append(last._replace(starts_on=self.day, reason="T", placement=placement, miles=None))

    def ended(self, born_on: date, reason: str) -> Care:
        """The time in care, ending now, or on the eighteenth birthday if that came first."""
        adult_on = eighteenth_birthday(born_on)
        ends_on, why = (self.day, reason) if reason and self.day < adult_on else (adult_on, "")
        if not why:
            why = one_of(self.rng, (("E17", 28), ("E5", 46), ("E6", 12), ("E7", 14)))
        kept = [stay for stay in self.stays if stay.starts_on < ends_on]
        return Care(kept[0].starts_on, ends_on, why, kept)


def draw_care(rng: Random, *, born_on: date, starts_on: date, how: str) -> Care:
    """One time in care from its first day to its last, by the way the child came."""
    return _WAYS[how](rng, born_on, starts_on)


def _kind_at(starts_on: date, born_on: date) -> str:
    days = (starts_on - born_on).days
    return "baby" if days < 700 else "child" if days < 4500 else "teenager"


def _proceedings(rng: Random, born_on: date, starts_on: date) -> Care:
    kind = _kind_at(starts_on, born_on)
    path = Path(rng, starts_on, one_of(rng, (("V2", 40), ("L1", 6), ("L2", 14), ("C1", 40))), kind)
    if path.stays[0].legal_status != "C1":
        path.waits(5, 70)
        path.gets_order("C1")
    while rng.random() < 0.3:
        path.waits(10, 120)
        path.moves(kind)
    path.waits(150, 380)
    fate = rng.random()
    if fate < 0.2:
        return path.ended(born_on, one_of(rng, (("E4A", 80), ("E41", 20))))
    if fate < 0.42:
        return path.ended(born_on, one_of(rng, (("E45", 25), ("E46", 60), ("E47", 8), ("E48", 7))))
    if kind == "baby" and fate < 0.8:
        return _adopted(rng, path, born_on)
    path.gets_order("C2")
    path.waits(60, 400)
    return _grows_up(rng, path, born_on)


def _adopted(rng: Random, path: Path, born_on: date) -> Care:
    path.gets_order("E1")
    path.waits(90, 480)
    if rng.random() < 0.22:
        path.stays_with_carer_as("A3")
    else:
        path.moves(placement=one_of(rng, (("A5", 70), ("A6", 18), ("A4", 12))))
    path.waits(120, 330)
    return path.ended(born_on, one_of(rng, (("E11", 60), ("E12", 40))))


def _grows_up(rng: Random, path: Path, born_on: date) -> Care:
    """Long in care: settled sooner or later, moved now and then, home or to a guardian sometimes, else to eighteen."""
    adult_on = eighteenth_birthday(born_on)
    while rng.random() < 0.4:
        path.moves("settled" if rng.random() < 0.5 else _kind_at(path.day, born_on))
        path.waits(20, 200)
    path.moves("settled")
    while path.day < adult_on:
        age = (path.day - born_on).days / 365.25
        restless = 0.4 if age > 13 else 0.2
        path.waits(150, 1100 if age < 13 else 600)
        fate = rng.random()
        if fate < 0.17:
            return path.ended(born_on, one_of(rng, (("E45", 34), ("E46", 22), ("E4A", 34), ("E41", 10))))
        while rng.random() < restless:
            path.moves("teenager" if age > 12 else "settled")
            path.waits(10, 120)
    return path.ended(born_on, "")


def _asked_for(rng: Random, born_on: date, starts_on: date) -> Care:
    kind = _kind_at(starts_on, born_on)
    path = Path(rng, starts_on, "V2", kind)
    if rng.random() < 0.25:
        path.waits(7, 60)
        path.moves(kind)
    path.waits(20, 320)
    if rng.random() < 0.68:
        return path.ended(born_on, one_of(rng, (("E4A", 66), ("E4B", 18), ("E13", 8), ("E8", 8))))
    path.gets_order("C2")
    path.waits(20, 200)
    return _grows_up(rng, path, born_on)


def _emergency(rng: Random, born_on: date, starts_on: date) -> Care:
    path = Path(rng, starts_on, one_of(rng, (("V2", 50), ("L1", 20), ("L2", 30))), _kind_at(starts_on, born_on))
    path.waits(1, 30)
    return path.ended(born_on, one_of(rng, (("E4A", 55), ("E4B", 30), ("E3", 3), ("E8", 12))))


def _teenager(rng: Random, born_on: date, starts_on: date) -> Care:
    path = Path(rng, starts_on, "V2", "teenager")
    while True:
        path.waits(10, 420)
        fate = rng.random()
        if fate < 0.18 or path.day >= eighteenth_birthday(born_on):
            return path.ended(born_on, one_of(rng, (("E4A", 46), ("E4B", 30), ("E13", 12), ("E8", 12))))
        if fate < 0.7:
            path.moves("teenager")


def _unaccompanied(rng: Random, born_on: date, starts_on: date) -> Care:
    path = Path(rng, starts_on, "V2", "unaccompanied")
    while path.day < eighteenth_birthday(born_on):
        path.waits(60, 420)
        if rng.random() < 0.03:
            return path.ended(born_on, "E8")
        path.moves("unaccompanied")
    return path.ended(born_on, "")


def _remand(rng: Random, born_on: date, starts_on: date) -> Care:
    path = Path(rng, starts_on, "J1", "remand")
    path.waits(7, 150)
    return path.ended(born_on, one_of(rng, (("E14", 60), ("E9", 40))))


def _short_breaks(rng: Random, born_on: date, starts_on: date) -> Care:
    path = Path(rng, starts_on, one_of(rng, (("V4", 70), ("V3", 30))), "short breaks")
    path.waits(90, 900)
    return path.ended(born_on, "E8")


_WAYS = {
    "proceedings": _proceedings,
    "asked for": _asked_for,
    "emergency": _emergency,
    "teenager": _teenager,
    "unaccompanied": _unaccompanied,
    "remand": _remand,
    "short breaks": _short_breaks,
}


def same_home(stays: list[Stay]) -> list[list[Stay]]:
    """The stays put together by placement: a new legal status or a new name for the same carers is no move."""
    homes: list[list[Stay]] = []
    for stay in stays:
        if homes and stay.reason in ("L", "T", "U"):
            homes[-1].append(stay)
        else:
            homes.append([stay])
    return homes
