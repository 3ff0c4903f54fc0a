"""Who are the invented children: how old when they come, of which sex, of which family?"""

from datetime import date, timedelta
from random import Random

from holdfast.drawing.careers import COMES_AS, eighteenth_birthday
from holdfast.drawing.life import Life
from holdfast.drawing.placements import one_of

ETHNICITIES = (
    ("WBRI", 604), ("WIRI", 8), ("WOTH", 48), ("WIRT", 4), ("WROM", 7), ("MWBC", 48), ("MWBA", 18), ("MWAS", 18),
    ("MOTH", 28), ("AIND", 7), ("APKN", 22), ("ABAN", 14), ("AOTH", 18), ("CHNE", 3), ("BCRB", 30), ("BAFR", 42),
    ("BOTH", 16), ("OOTH", 22), ("REFU", 3), ("NOBT", 6),
)  # fmt: skip
ETHNICITIES_OF_UNACCOMPANIED = (("OOTH", 34), ("BAFR", 32), ("AOTH", 24), ("WOTH", 7), ("NOBT", 3))
NEEDS = (("N1", 66), ("N2", 4), ("N3", 4), ("N4", 8), ("N5", 12), ("N6", 3), ("N7", 1), ("N8", 2))
AGES_ON_COMING = (("0", 27), ("1", 7), ("2", 6), ("3", 5), ("4", 5), ("5", 4), ("6", 4), ("7", 4), ("8", 4), ("9", 4),
                  ("10", 4), ("11", 4), ("12", 5), ("13", 7), ("14", 9), ("15", 13), ("16", 12), ("17", 5))  # fmt: skip
WAYS = (("family", 824), ("unaccompanied", 115), ("remand", 28), ("short breaks", 33))
SISTERS_AND_BROTHERS = (("1", 66), ("2", 20), ("3", 9), ("4", 5))
LONGEST_WITHOUT_LEAP = 28


def born_to_be(rng: Random, age: int, on: date) -> date:
    """A day of birth that makes the child `age` completed years old on the day; never 29 February."""
    newest = 200 if age == 0 else 364
    day = on.replace(year=on.year - age, day=min(on.day, LONGEST_WITHOUT_LEAP)) - timedelta(days=rng.randrange(newest))
    return day.replace(day=28) if (day.month, day.day) == (2, 29) else day


def new_life(rng: Random, *, age: int, on: date, how: str, ethnicity: str = "") -> Life:
    """A child of that age on the day they come, described but not yet in care."""
    alone = how == "unaccompanied"
    sex = "M" if rng.random() < (0.92 if alone else 0.88 if how == "remand" else 0.53) else "F"
    chosen = ethnicity or one_of(rng, ETHNICITIES_OF_UNACCOMPANIED if alone else ETHNICITIES)
    need = "N8" if alone else "N3" if how == "short breaks" else one_of(rng, NEEDS)
    life = Life("", born_to_be(rng, age, on), sex, chosen, need, unaccompanied=alone)
    life.strengths_score = max(0, min(40, round(rng.gauss(14, 7))))
    if sex == "F" and age >= 15 and rng.random() < 0.02:
        life.mother_of_one_born_on = on + timedelta(days=rng.randrange(20, 200))
    return life


def family(rng: Random, on: date) -> list[tuple[Life, str]]:
    """The children who come together that day, each with the way they come: one, or brothers and sisters."""
    way = one_of(rng, WAYS)
    if way != "family":
        age = rng.choice((15, 16, 16, 17, 17)) if way == "unaccompanied" else rng.randrange(13, 18)
        if way == "short breaks":
            age = rng.randrange(6, 16)
        return [(new_life(rng, age=age, on=on, how=way), way)]
    ages = [int(one_of(rng, AGES_ON_COMING))]
    for _ in range(int(one_of(rng, SISTERS_AND_BROTHERS)) - 1):
        nearby = ages[-1] + rng.choice((-5, -4, -3, -2, -2, 2, 2, 3, 4, 5))
        if 0 <= nearby < 17:
            ages.append(nearby)
    how = one_of(rng, COMES_AS)
    ethnicity = one_of(rng, ETHNICITIES)
    return [(new_life(rng, age=age, on=on, how=how, ethnicity=ethnicity), _fits(how, age)) for age in ages]


def _fits(how: str, age: int) -> str:
    if age == 0 and how in ("asked for", "teenager"):
        return "proceedings"
    if age >= 13 and how == "proceedings":
        return "teenager"
    if age < 13 and how == "teenager":
        return "proceedings" if age < 3 else "asked for"
    return how


def is_still_a_child(life: Life, on: date) -> bool:
    """Whether there are some weeks left before the eighteenth birthday."""
    return on + timedelta(days=30) < eighteenth_birthday(life.born_on)
