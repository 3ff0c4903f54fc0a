"""Small numbers are hidden, and cannot be worked out from what is left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.figures.catalogue import FIGURES
from holdfast.figures.figure import Count, Counted
from holdfast.figures.suppression import SMALL, hide_small

COUNT = FIGURES["children_looked_after"]
SHARE = FIGURES["children_with_all_reviews_in_time"]


def counted(values: dict[str, int], band: str = "age_band", **more: dict[str, Count]) -> Counted:
    by = {band: {value: Count(number) for value, number in values.items()}, **more}
    return Counted(COUNT, {"2014-15": Count(sum(values.values()))}, {"2014-15": by})


def shown(figure: Counted, band: str = "age_band") -> dict[str, int | None]:
    return {value: count.numerator for value, count in figure.by["2014-15"][band].items()}


def test_a_number_under_six_is_hidden_and_nought_is_not() -> None:
    assert shown(hide_small(counted({"a": 3, "b": 5, "c": 40, "d": 0}))) == {"a": None, "b": None, "c": 40, "d": 0}


def test_one_hidden_number_takes_the_next_smallest_with_it_because_the_total_would_tell() -> None:
    assert shown(hide_small(counted({"a": 3, "b": 50, "c": 40}))) == {"a": None, "b": 50, "c": None}


def test_nothing_is_hidden_where_nothing_is_small() -> None:
    assert shown(hide_small(counted({"a": 6, "b": 50}))) == {"a": 6, "b": 50}


def test_a_small_total_is_hidden_too() -> None:
    hidden = hide_small(counted({"a": 4}))
    assert hidden.years["2014-15"].hidden
    assert hidden.years["2014-15"].numerator is None


def test_single_ages_are_withheld_beside_bands_that_would_give_them_away() -> None:
    figure = counted({"Under 1": 9, "1 to 4": 20}, age={"0": Count(9), "1": Count(20)})
    assert set(hide_small(figure).by["2014-15"]) == {"age_band"}


@pytest.mark.parametrize(
    ("met", "told", "cannot"),
    [(3, 40, 0), (37, 40, 0), (20, 40, 2)],
    ids=["few met it", "few did not", "few cannot be told"],
)
def test_a_share_is_hidden_when_any_part_of_it_is_few(met: int, told: int, cannot: int) -> None:
    figure = Counted(SHARE, {"2014-15": Count(met, told, cannot)}, {"2014-15": {}})
    assert hide_small(figure).years["2014-15"].hidden


@given(st.lists(st.integers(0, 60), min_size=1, max_size=8))
def test_no_small_number_can_be_found_by_subtraction(numbers: list[int]) -> None:
    before = counted({str(place): number for place, number in enumerate(numbers)})
    after = hide_small(before)
    hidden = [numbers[int(value)] for value, number in shown(after).items() if number is None]
    assert not any(0 < number < SMALL for number in shown(after).values() if number is not None)
    if not after.years["2014-15"].hidden and hidden:
        others_to_hide = [number for number in numbers if number > 0]
        assert len(hidden) > 1 or len(others_to_hide) == 1
