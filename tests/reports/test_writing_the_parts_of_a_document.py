"""What the writers share: the day, the order of headings, and which tables are small."""

from dataclasses import replace
from datetime import date

import pytest

from holdfast.reports.document import Callout, Details, Heading, KeyFigure
from holdfast.reports.writers import parts
from tests.reports.sample_document import AGES, LONG, WIDE, sample


@pytest.mark.parametrize(
    ("made", "day"),
    [
        ("Made on 4 June 2015 from the returns", date(2015, 6, 4)),
        ("made 2015-06-04", date(2015, 6, 4)),
        ("from the returns for 2013-14 and 2014-15", None),
        ("31 February 2015", None),
        ("", None),
    ],
    ids=["in words", "in figures", "only years", "a day there never was", "nothing"],
)
def test_the_day_is_the_one_the_document_says(made: str, day: date | None) -> None:
    assert parts.made_on(replace(sample(), made=made)) == day


def test_tables_are_found_once_each_wherever_they_stand() -> None:
    assert [table.name for table in parts.tables(sample())] == ["ages", WIDE.name, "late", "codes"]


def test_no_heading_is_more_than_one_level_below_the_one_before() -> None:
    inside = Details("d", (Callout("note", "c", (Heading("c", 3, "c"),)),))
    made = parts.every_block(parts.in_order((Heading("a", 2, "a"), inside, Heading("b", 1, "b"), Heading("d", 3, "d"))))
    assert [block.level for block in made if isinstance(block, Heading)] == [1, 2, 1, 2]


def test_a_table_of_few_rows_and_words_stays_together_and_another_runs_on() -> None:
    assert parts.stays_together(AGES)
    assert not parts.stays_together(LONG)
    assert not parts.stays_together(replace(AGES, rows=(("Under 1", "x" * 500, "", "", ""),)))


def test_a_slight_table_has_few_columns_and_short_cells() -> None:
    assert parts.is_slight(replace(AGES, columns=("Age", "Number"), rows=(("Under 1", "15"),), total=None))
    assert not parts.is_slight(AGES)
    assert not parts.is_slight(
        replace(AGES, columns=("Age", "Why"), rows=(("1", "a reason of many words"),), total=None)
    )


def test_columns_of_words_share_the_room_and_columns_of_figures_take_what_they_need() -> None:
    assert [share > 0 for share in parts.shares(LONG)] == [False, False, False, False, True]
    assert [share > 0 for share in parts.shares(AGES)] == [True, False, False, False, False]


@pytest.mark.parametrize(
    ("change", "said"),
    [("up from 86%", "Better:"), ("4 more", "Better:"), ("Up from 86%.", "Better."), ("", "Better")],
    ids=["a small letter", "a figure", "a sentence", "nothing more"],
)
def test_the_word_for_a_change_leads_into_it(change: str, said: str) -> None:
    assert parts.direction_said(KeyFigure("93%", "in time", change, "better")) == said


def test_a_change_that_is_neither_better_nor_worse_has_no_word() -> None:
    assert parts.direction_said(KeyFigure("93", "children", "up from 86")) == ""
