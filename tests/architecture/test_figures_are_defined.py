"""Is every figure of the catalogue whole: a title, a definition, a source, and columns that its table really has?"""

import re

import pytest

from holdfast.figures.catalogue import FIGURES
from holdfast.figures.figure import Figure
from holdfast.figures.judging.judged import SCHEMAS

EACH_FIGURE = pytest.mark.parametrize("figure", FIGURES.values(), ids=FIGURES.keys())
PROMISED = {
    "children_looked_after",
    "children_who_came",
    "children_who_left",
    "reviews_held",
    "first_reviews_held",
    "children_with_all_reviews_in_time",
    "reviews_in_time",
    "children_who_took_part_in_every_review",
    "children_with_three_or_more_placements",
    "children_placed_over_20_miles_away",
    "children_looked_after_under_a_year",
}


def test_every_figure_promised_is_in_the_catalogue() -> None:
    assert not PROMISED - set(FIGURES)


@EACH_FIGURE
def test_a_figure_says_what_it_is_and_where_that_comes_from(figure: Figure) -> None:
    assert figure.title[0].isupper()
    assert not figure.title.endswith(".")
    assert re.search(r"\w{3}.*\.$", figure.definition, re.DOTALL), "a definition is a sentence"
    assert len(figure.definition.split()) >= 6
    assert len(figure.source) > 3


@EACH_FIGURE
def test_a_figure_counts_columns_that_its_table_has(figure: Figure) -> None:
    columns = set(SCHEMAS[figure.table].names)
    wanted = {*figure.bands, *filter(None, (figure.who_is_counted, figure.met))}
    assert not wanted - columns
    assert FIGURES[figure.name] is figure


@EACH_FIGURE
def test_a_verdict_is_in_words_and_every_figure_says_why(figure: Figure) -> None:
    columns = {field.name: str(field.type) for field in SCHEMAS[figure.table]}
    assert columns[figure.because] == "string"
    if figure.met:
        assert columns[figure.met] == "string"
    if figure.who_is_counted:
        assert columns[figure.who_is_counted] == "bool"


def test_no_two_figures_have_one_title() -> None:
    titles = [figure.title for figure in FIGURES.values()]
    assert len(set(titles)) == len(titles)
