"""How is a measure shown beside its floor and the limit it must keep?"""

from collections.abc import Collection
from dataclasses import dataclass

from bench.measuring import Spent

WIDTH = 116


@dataclass(frozen=True, slots=True)
class Line:
    """One measure: what, what it spent, its floor, and the limits it must keep (seconds, MiB, or times its floor)."""

    what: str
    spent: Spent
    floor: Spent | None = None
    floor_is: str = ""
    most_wall: float | None = None
    most_cpu: float | None = None
    most_memory: float | None = None
    most_times_floor: float | None = None

    @property
    def times_floor(self) -> float | None:
        """How many times the floor's processor time it took."""
        return self.spent.cpu / self.floor.cpu if self.floor and self.floor.cpu else None

    @property
    def broken(self) -> list[str]:
        """The limits it did not keep, in words."""
        limits = (
            ("s wall", self.spent.wall, self.most_wall),
            ("s CPU", self.spent.cpu, self.most_cpu),
            ("MiB", self.spent.memory, self.most_memory),
            ("times its floor", self.times_floor, self.most_times_floor),
        )
        return [f"over {most:g} {unit}" for unit, found, most in limits if most and found and found > most]

    @property
    def limits(self) -> list[str]:
        """The limits it has, in words."""
        limits = (
            ("s wall", self.most_wall),
            ("s CPU", self.most_cpu),
            ("MiB", self.most_memory),
            ("× floor", self.most_times_floor),
        )
        return [f"≤ {most:g} {unit}" for unit, most in limits if most]


def heading(title: str) -> None:
    """Begin a part of the page."""
    print(f"\n{title}")
    print(f"{'':50}{'wall s':>9}{'CPU s':>9}{'MiB':>8}   {'floor CPU s':>11}{'ratio':>7}  limit")


def show(line: Line) -> None:
    """Print one measure."""
    spent, floor = line.spent, line.floor
    beside = f"{floor.cpu:>11.2f}{line.times_floor:>7.2f}" if floor and line.times_floor else f"{'':18}"
    verdict = f"NOT KEPT: {', '.join(line.broken)}" if line.broken else ", ".join(line.limits)
    memory = f"{spent.memory:>8.0f}" if spent.memory else f"{'':8}"
    print(f"  {line.what:<48}{spent.wall:>9.2f}{spent.cpu:>9.2f}{memory}   {beside}  {verdict}", flush=True)
    if line.floor_is:
        print(f"      floor: {line.floor_is}")


def say(words: str) -> None:
    """Print a remark under a measure."""
    print(f"      {words}", flush=True)


def ending(lines: Collection[Line]) -> int:
    """Say which limits were not kept; the exit status."""
    if not lines:
        print("\nNothing was measured.")
        return 0
    broken = [line for line in lines if line.broken]
    print()
    if not broken:
        print("Of what was measured, every limit was kept.")
        return 0
    for line in broken:
        print(f"Not kept: {line.what} ({', '.join(line.broken)})")
    return 1
