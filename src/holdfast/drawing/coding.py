"""Which code did the return want that year for what is the same child, order and placement?"""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from holdfast.drawing.life import Stay

RENAMED = (("H5", "K3", date(2024, 4, 1)), ("Z1", "Z11", date(2025, 4, 1)))
SEX_AS_LETTERS_FROM = 2024
SOCIAL_WORKERS_FROM = 2023


def sex_code(sex: str, year: int) -> str:
    """1 and 2 up to 2023-24, M and F after."""
    return sex if year >= SEX_AS_LETTERS_FROM else {"M": "1"}.get(sex, "2")


def recoded(stays: Sequence[Stay], ends_on: date | None) -> list[Stay]:
    """The stays with placement codes as of their day: one that outlives its code carries on under the new one."""
    coded: list[Stay] = []
    bounds = [stay.starts_on for stay in stays] + [ends_on or date.max]
    for stay, (starts_on, until) in zip(stays, pairwise(bounds), strict=True):
        coded.append(stay)
        for old, new, changed_on in RENAMED:
            if coded[-1].placement != old:
                continue
            if starts_on >= changed_on:
                coded[-1] = coded[-1]._replace(placement=new)
            elif until > changed_on:
                coded.append(coded[-1]._replace(starts_on=changed_on, reason="T", placement=new))
    return coded
