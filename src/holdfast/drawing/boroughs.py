"""What might an invented council be called? Believable English place names that no council bears."""

from typing import NamedTuple


class Borough(NamedTuple):
    """An invented council: its name, and how many children live there for each one looked after."""

    name: str
    residents_for_each_child: int


BOROUGHS = (
    Borough("Kelpshore", 132),
    Borough("Marram Bay", 118),
    Borough("Harrowmere", 151),
    Borough("Thornleigh and Wick", 140),
    Borough("Eastmarl", 109),
    Borough("Saltfleet Vale", 164),
    Borough("Ottersby", 126),
    Borough("Brackenhythe", 145),
)


def borough_called(name: str) -> Borough:
    """The invented council of that name, or a new one of middling need if the name is not in the list."""
    for borough in BOROUGHS:
        if borough.name.casefold() == name.casefold():
            return borough
    return Borough(name, 135)


def neighbours_of(name: str) -> tuple[Borough, ...]:
    """The other invented councils, to stand beside this one."""
    return tuple(borough for borough in BOROUGHS if borough.name.casefold() != name.casefold())
