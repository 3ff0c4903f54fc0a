"""Does the annual report hold what a committee expects, whatever the figures are?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from holdfast.council import Council, Promise
from holdfast.figures.catalogue import FIGURES
from holdfast.figures.figure import Count, Counted
from holdfast.figures.rates import RATE
from holdfast.reports import annual
from holdfast.reports.annual.composing import FIGURES as KNOWN
from holdfast.reports.document import (
    Block,
    Bullets,
    Callout,
    Chart,
    Details,
    Document,
    Heading,
    KeyFigures,
    Paragraph,
    Table,
)
from holdfast.reports.prose import Prose, typed_numbers
from tests.reports.figures_for_tests import a_council, counted, plain, share


@dataclass(frozen=True)
class Disagreement:
    check: str = "bands to total"
    says: str = "The bands of age do not add up to the children looked after."
    expected: str = "222"
    found: str = "221"
    where: str = "children_looked_after, 2014-15"
    accepted_because: str | None = None


def every(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Callout | Details):
            yield from every(block.blocks)
        if isinstance(block, Chart) and block.table:
            yield block.table


def words(document: Document) -> str:
    said: list[str] = []
    for block in every(document.blocks):
        match block:
            case Paragraph() | Heading():
                said.append(block.text)
            case Bullets():
                said += block.items
            case KeyFigures():
                said += [f"{one.number} {one.says} {one.change}" for one in block.figures]
            case Table():
                said += [block.title, block.note, *block.columns, *(cell for row in block.rows for cell in row)]
                said += block.total or ()
            case Chart():
                said += [block.title, block.alt]
            case Callout():
                said.append(block.title)
            case Details():
                said.append(block.summary)
    return "\n".join(said)


@pytest.fixture(scope="module", params=["wandsworth", "portsmouth"])
def report(request: pytest.FixtureRequest) -> Document:
    year, figures = a_council(request.param)
    return annual.compose(council=Council(name=request.param.title(), target_in_time=0.95), year=year, figures=figures)


def test_every_figure_of_the_catalogue_may_be_named_in_a_section() -> None:
    assert set(FIGURES) <= KNOWN


def test_every_section_opens_with_a_heading_of_its_own(report: Document) -> None:
    sections = [block.text for block in report.blocks if isinstance(block, Heading) and block.level == 1]
    assert sections[0] == "The year at a glance"
    assert sections[-1] == "How each figure is counted"
    assert len(sections) == len(set(sections)) >= 9


def test_names_are_unique(report: Document) -> None:
    for kind in (Table, Chart):
        names = [block.name for block in every(report.blocks) if isinstance(block, kind)]
        assert len(names) == len(set(names))
    anchors = [block.anchor for block in report.blocks if isinstance(block, Heading)]
    assert len(anchors) == len(set(anchors))


def test_every_chart_has_its_table_and_a_sentence_for_a_title(report: Document) -> None:
    charts = [block for block in report.blocks if isinstance(block, Chart)]
    assert len(charts) >= 9
    for chart in charts:
        assert chart.table is not None
        assert not chart.title.startswith(("Figure", "Chart"))
        assert re.search(r"\d", chart.title)
        assert chart.alt.endswith(".")


def test_no_heading_stands_over_nothing(report: Document) -> None:
    for block, after in zip(report.blocks, [*report.blocks[1:], None], strict=True):
        if isinstance(block, Heading):
            assert after is not None
            assert not (isinstance(after, Heading) and after.level <= block.level)


def test_nothing_is_left_unfilled(report: Document) -> None:
    said = words(report)
    for unwanted in ("{", "}", "None", "nan", " ,", "..", "  ", "-1 "):
        assert unwanted not in said, unwanted


def test_rows_are_as_wide_as_their_heads(report: Document) -> None:
    for table in (block for block in every(report.blocks) if isinstance(block, Table)):
        assert {len(row) for row in (*table.rows, *table.values)} <= {len(table.columns)}
        assert len(table.numeric) == len(table.columns)
        assert table.total is None or len(table.total) == len(table.columns)


def test_a_year_is_eight_lines(report: Document) -> None:
    key = next(block for block in report.blocks if isinstance(block, KeyFigures))
    assert len(key.figures) == 8


def test_the_numbers_of_wandsworth_stand_in_its_report() -> None:
    year, figures = a_council("wandsworth")
    said = words(annual.compose(council=Council(), year=year, figures=figures))
    assert "222 children were looked after on 31 March 2015, up from 204 the year before" in said
    assert "130 of 212 children (61 per cent) had every review in time." in said
    assert "469 of 551 reviews (85 per cent) were held in time" in said
    assert "162 of 182 children (89 per cent) took part in every one of their reviews." in said


def test_a_report_without_any_figure_still_says_so() -> None:
    report = annual.compose(council=Council(), year="2014-15", figures={})
    said = words(report)
    assert "No figure of this year can be shown." in said
    assert "This figure was not counted." in said
    assert "Does it add up?" in said


@pytest.mark.parametrize(
    "count",
    [
        pytest.param(Count(0), id="nobody"),
        pytest.param(Count(1), id="one"),
        pytest.param(Count(None), id="not known"),
        pytest.param(Count(3, hidden=True), id="kept back"),
        pytest.param(Count(0, 0), id="a share of nobody"),
        pytest.param(Count(0, 0, cannot_be_told=40), id="a share nobody can tell"),
        pytest.param(Count(1, 1), id="a share of one"),
        pytest.param(Count(2, 9, 3), id="a share of few"),
        pytest.param(Count(3, 300, hidden=True), id="a share kept back"),
    ],
)
def test_every_section_copes_with_every_kind_of_count(count: Count) -> None:
    def split(figure: str) -> dict[str, dict[str, dict[str, Count]]]:
        bands = {band: {"a": count, "b": count, "first": count, "7": count} for band in FIGURES[figure].bands}
        return dict.fromkeys(("2013-14", "2014-15"), bands)

    figures = {
        name: Counted(figure, dict.fromkeys(("2012-13", "2013-14", "2014-15"), count), split(name))
        for name, figure in FIGURES.items()
    }
    said = words(annual.compose(council=Council(target_in_time=0.9), year="2014-15", figures=figures))
    assert "{" not in said
    assert "None" not in said


def test_a_number_kept_back_stands_nowhere_in_the_report() -> None:
    year, figures = a_council("wandsworth")
    secret = Count(7777, hidden=True)
    looked_after = figures["children_looked_after"]
    by = {
        of: {**bands, "legal_group": {**bands["legal_group"], "Care order": secret}}
        for of, bands in looked_after.by.items()
    }
    figures["children_looked_after"] = replace(looked_after, by=by)
    figures["children_who_came"] = counted("children_who_came", {year: secret})
    figures["children_who_went_missing"] = counted("children_who_went_missing", {year: Count(7777, 9999, hidden=True)})
    report = annual.compose(council=Council(), year=year, figures=figures)
    assert not re.search(r"7,?777", words(report))
    values = [
        cell for block in every(report.blocks) if isinstance(block, Table) for row in block.values for cell in row
    ]
    assert 7777 not in values
    assert any("c: kept back" in block.note for block in every(report.blocks) if isinstance(block, Table))


def test_children_and_reviews_are_never_one_number() -> None:
    year, figures = a_council("wandsworth")
    report = annual.compose(council=Council(), year=year, figures=figures)
    heads = [block.text for block in report.blocks if isinstance(block, Heading)]
    assert heads.index("For children") < heads.index("For reviews")


def test_what_does_not_add_up_is_a_warning_and_what_was_accepted_has_its_reason() -> None:
    year, figures = a_council("wandsworth")
    accepted = Disagreement(says="Last year closed at 207.", accepted_because="It was counted before validation.")
    report = annual.compose(
        council=Council(), year=year, figures=figures, disagreements=[Disagreement(), accepted], checks=["bands"]
    )
    warning = next(block for block in report.blocks if isinstance(block, Callout) and block.kind == "warning")
    assert warning.title == "1 thing does not add up"
    assert "Expected 222, found 221" in words(replace(report, blocks=(warning,)))
    assert "It was counted before validation." in words(report)
    assert "all agree" not in words(report)


def test_the_law_of_an_early_year_is_four_weeks() -> None:
    report = annual.compose(council=Council(), year="2009-10", figures={})
    assert "four weeks (28 days)" in words(report)


def test_promises_stand_beside_the_law() -> None:
    council = Council(promises=(Promise("Under fives", 3, 5),))
    said = words(annual.compose(council=council, year="2014-15", figures={}))
    assert "**Under fives**: at least every 3 months for children under 5." in said


def a_folder(tmp_path: Path, **files: str) -> Council:
    for name, text in files.items():
        file = tmp_path / name.replace("__", "/").replace("_md", ".md").replace("_csv", ".csv")
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return Council(folder=tmp_path)


def test_prose_stands_in_its_section_with_figures_filled_in(tmp_path: Path) -> None:
    council = a_folder(tmp_path, prose__timeliness_md="We held {{ reviews_in_time }}.")
    year, figures = a_council("wandsworth")
    report = annual.compose(council=council, year=year, figures=figures)
    prose = next(block for block in report.blocks if isinstance(block, Callout) and block.kind == "prose")
    assert prose.blocks == (Paragraph("We held 469 of 551 reviews (85 per cent)."),)


def test_prose_of_another_name_is_a_section_before_what_could_not_be_told(tmp_path: Path) -> None:
    council = a_folder(tmp_path, prose__plans_md="Next year we will visit more.")
    report = annual.compose(council=council, year="2014-15", figures={})
    heads = [block.text for block in report.blocks if isinstance(block, Heading) and block.level == 1]
    assert heads.index("Plans") < heads.index("What could not be told")


def test_a_changed_section_takes_the_place_of_ours(tmp_path: Path) -> None:
    council = a_folder(tmp_path, sections__children_md="# Our children\n\n{{ says how_many_children }}")
    year, figures = a_council("wandsworth")
    heads = [
        block.text
        for block in annual.compose(council=council, year=year, figures=figures).blocks
        if isinstance(block, Heading)
    ]
    assert "Our children" in heads
    assert "The children" not in heads


@pytest.mark.parametrize(
    ("text", "line", "found"),
    [
        pytest.param("Fine.\n\n{{ reviews_on_time }}", 3, "reviews_on_time", id="a figure that is not known"),
        pytest.param("We held {{ reviews_on_time }}.", 1, "reviews_on_time", id="a value that is not known"),
        pytest.param("{{ table reviews_in_time }}", 1, "by BAND", id="a table of nothing"),
        pytest.param("{{ says anything }}", 1, "anything", id="a sentence that is not known"),
        pytest.param("{{ when reviews_in_time }}\nText", 1, "no “end”", id="a when without an end"),
        pytest.param("{{ end }}", 1, "without a “when”", id="an end without a when"),
        pytest.param("a {{ council", 1, "without the other", id="braces that do not close"),
        pytest.param("{{ council.__class__ }}", 1, "council.__class__", id="something that walks the object graph"),
        pytest.param("x {{ 7*7 }}", 1, "7*7", id="an expression"),
    ],
)
def test_a_wrong_directive_is_refused_with_file_and_line(tmp_path: Path, text: str, line: int, found: str) -> None:
    council = a_folder(tmp_path, prose__timeliness_md=text)
    with pytest.raises(annual.TemplateError) as refused:
        annual.compose(council=council, year="2014-15", figures={})
    assert f"prose/timeliness.md, line {line}:" in str(refused.value)
    assert found in str(refused.value)


def test_a_section_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    council = a_folder(tmp_path, sections__timelines_md="# Timelines")
    with pytest.raises(annual.TemplateError, match="there is no section “timelines”"):
        annual.compose(council=council, year="2014-15", figures={})


def test_numbers_typed_by_hand_are_pointed_out() -> None:
    markdown = (
        "We did well.\n\n85% of reviews were in time, 469 reviews in all.\n"
        "In 2014-15, on 31 March 2015, 3 officers left."
    )
    found = typed_numbers(
        {"timeliness": Prose("timeliness", "prose/timeliness.md", markdown)},
        {"reviews_in_time": counted("reviews_in_time", {"2014-15": share(469, 551)})},
        "2014-15",
    )
    assert [(one.line, one.number, one.figure) for one in found] == [
        (3, "85%", "reviews_in_time"),
        (3, "469", "reviews_in_time"),
    ]
    assert "{{ reviews_in_time }}" in found[0].says


def test_a_percentage_no_figure_holds_is_asked_about() -> None:
    prose = {"p": Prose("p", "prose/p.md", "Participation was 75 per cent.")}
    found = typed_numbers(prose, {}, "2014-15")
    assert [one.figure for one in found] == [""]
    assert "check where it comes from" in found[0].says


def test_the_same_figures_give_the_same_document() -> None:
    year, figures = a_council("portsmouth")
    one, other = (annual.compose(council=Council(), year=year, figures=figures) for _ in range(2))
    assert one == other


def test_the_late_reviews_by_number_are_all_the_late_reviews() -> None:
    kinds = {"first": share(5, 15), "second": share(9, 10), "later": share(30, 30), "not known": share(8, 12)}
    figures = {
        "reviews_in_time": counted("reviews_in_time", {"2014-15": share(52, 67)}, {"2014-15": {"kind": kinds}}),
        "reviews_held_late": counted(
            "reviews_held_late",
            {"2014-15": Count(15)},
            {"2014-15": {"days_late_band": {"1 to 7 days": Count(14), "over 28 days": Count(1)}}},
        ),
    }
    said = words(annual.compose(council=Council(), year="2014-15", figures=figures))
    assert "15 reviews were held late: 14 by a week or less and 1 by more than 28 days." in said
    assert "Of all the late ones 10 were first reviews and 1 second; of 4 the number is not known." in said


def test_a_rate_stands_beside_the_neighbours_and_is_never_a_percentage(tmp_path: Path) -> None:
    council = a_folder(
        tmp_path,
        neighbours_csv="year,name,children_per_10000\n2014-15,Elm,61\n2014-15,Ash,40\n2013-14,Elm,60\n",
        prose__children_md="Our rate is {{ children_per_10000 }}.\n\n{{ chart children_per_10000 over years }}",
    )
    rates = {f"{y}-{y - 1999}": share(number, 58000) for y, number in ((2012, 211), (2013, 204), (2014, 222))}
    figures = {
        RATE.name: Counted(RATE, rates, {}),
        "children_looked_after": counted("children_looked_after", plain(y2014=222)),
    }
    report = annual.compose(council=council, year="2014-15", figures=figures)
    said = words(report)
    assert "That is 38 children looked after for every 10,000 residents under 18 (222 of 58,000)." in said
    assert "The 2 neighbouring councils it is compared with stood from 40 to 61." in said
    assert "Our rate is 38." in said
    table = next(block for block in every(report.blocks) if isinstance(block, Table) and block.name == "neighbours")
    assert [row[1] for row in table.rows] == ["61", "40", "38"]
    chart = next(block for block in every(report.blocks) if isinstance(block, Chart))
    assert chart.table is not None
    assert [row[1] for row in chart.table.rows] == ["36", "35", "38"]
