"""How is a council drawn so that its totals are exactly those given?"""

from random import Random
from typing import Any

from holdfast.drawing.ages import ages_in
from holdfast.drawing.dating import Drawn, date_them
from holdfast.drawing.life import Life, Town
from holdfast.drawing.population import flows, sketch
from holdfast.drawing.review_quotas import LastYear
from holdfast.drawing.totals import ONLY_AT_THE_END, Totals
from holdfast.drawing.town import FIRST_CHILD_ID, DrawingError
from holdfast.drawing.truth import looked_after, truth_of
from holdfast.rules.facts import age_on

TRIES = 12


def draw_to_totals(totals: Totals, *, name: str, seed: int) -> Town:
    """Invent a council that meets the totals exactly; DrawingError says which of them no drawing was found for."""
    failed: DrawingError | None = None
    for attempt in range(TRIES):
        try:
            town = _draw(totals, name, seed, attempt)
        except DrawingError as error:
            failed = error
            continue
        wrong = differences(town, totals)
        if not wrong:
            return town
        failed = DrawingError("these totals could not be met together: " + "; ".join(wrong))
    raise failed or DrawingError("nothing was drawn")


def _draw(totals: Totals, name: str, seed: int, attempt: int) -> Town:
    rng = Random(f"{seed}/{attempt}/{totals.last}")
    years = flows(totals)
    drawn = date_them(rng, totals, years, sketch(rng, totals, years), late=attempt / TRIES)
    LastYear(rng, totals, drawn).hold_all()
    drawn.sort(key=lambda child: (child.care.starts_on, child.life.born_on))
    for number, child in enumerate(drawn):
        child.life.child_id = str(FIRST_CHILD_ID + seed * 7919 % 400_000 + number)
    return Town(name, tuple(day.year for day in totals.ends[:-1]), _in_care(drawn, totals))


def _in_care(drawn: list[Drawn], totals: Totals) -> tuple[Life, ...]:
    return tuple(child.life for child in drawn if child.care.starts_on <= totals.last)


def differences(town: Town, totals: Totals) -> list[str]:
    """Each total that the council drawn does not meet, in words; none is what is hoped for."""
    truth = truth_of(town)
    wrong: list[str] = []

    def compare(what: str, wanted: Any, drawn: Any) -> None:
        if wanted is not None and wanted != drawn:
            wrong.append(f"{what}: {wanted} asked for, {drawn} drawn")

    for day in totals.ends:
        key = day.isoformat()
        compare(f"looked_after {key}", totals.looked_after[day], truth["looked_after"][key])
        for split, by_day in totals.bands.items():
            wanted = {code: count for code, count in by_day.get(day, {}).items() if count}
            if wanted and (split not in ONLY_AT_THE_END or day == totals.last):
                found = _by_band(town, day, by_day[day]) if split == "age" else truth[split].get(key)
                compare(f"{split} {key}", wanted, found)
        for flow, wanted_by_day in (("came", totals.came), ("left", totals.left)):
            compare(f"{flow} {key}", wanted_by_day.get(day), truth[flow].get(key))
        reasons = totals.left_by_reason.get(day)
        if reasons:
            compare(f"left_by_reason {key}", {r: n for r, n in reasons.items() if n}, truth["left_by_reason"].get(key))
    for name, share in totals.shares.items():
        compare(name, {"numerator": share.numerator, "denominator": share.denominator}, truth[name])
    for name, number in totals.numbers.items():
        compare(name, number, truth[name])
    codes = totals.participation_codes
    if codes is not None:
        compare("participation_codes", {code: n for code, n in codes.items() if n}, truth["participation_codes"])
    compare("unaccompanied", totals.unaccompanied, truth["unaccompanied"][totals.last.isoformat()])
    return wrong


def _by_band(town: Town, day: Any, bands: Any) -> dict[str, int]:
    ages = [age_on(day, life.born_on) for life, _, _ in looked_after(town.lives, day)]
    counted = {band: sum(age in ages_in(band) for age in ages) for band in bands}
    return {band: count for band, count in counted.items() if count}
