"""Is council.toml read for what it says, and refused with where, what was found and what was expected?"""

from pathlib import Path

import pytest

from holdfast.council import AGE_BANDS, AgeBand, Council, CouncilSettingsError, Promise, read_council
from holdfast.reports.neighbours import Neighbour, NeighboursError, read_neighbours, read_population

HOW_TO = Path(__file__).parent.parent.parent / "docs" / "how-to" / "set-up-your-council.md"
WHOLE = """
name = "Holm Council"
service = "Children's Reviewing Service"
colour = "#1D5C63"
target_in_time = 95
timeliness_judged_on = "first meeting"
silent_attendance_fails = true
telephone = "01632 960000"

[[age_bands]]
name = "Under 5"
youngest = 0
oldest = 4

[[age_bands]]
name = "5 and over"
youngest = 5

[[promises]]
name = "Under fives"
months = 3
under_age = 5

[accepted]
"bands to total" = "Two children's ages are being looked into."

[published.2013-14]
children_looked_after = 207
"""


def read(tmp_path: Path, text: str) -> Council:
    (tmp_path / "council.toml").write_text(text, encoding="utf-8")
    return read_council(tmp_path)


def test_a_folder_without_settings_has_the_defaults(tmp_path: Path) -> None:
    assert read_council(tmp_path) == Council(folder=tmp_path)


def test_everything_can_be_set(tmp_path: Path) -> None:
    council = read(tmp_path, WHOLE)
    assert council.name == "Holm Council"
    assert council.colour == "#1d5c63"
    assert council.target_in_time == 0.95
    assert council.age_bands == (AgeBand("Under 5", 0, 4), AgeBand("5 and over", 5, None))
    assert council.promises == (Promise("Under fives", 3, 5),)
    assert council.accepted == {"bands to total": "Two children's ages are being looked into."}
    assert council.published == {"2013-14": {"children_looked_after": 207.0}}
    assert council.folder == tmp_path


def test_a_byte_order_mark_is_no_matter(tmp_path: Path) -> None:
    (tmp_path / "council.toml").write_bytes(b"\xef\xbb\xbfname = 'Holm'\n")
    assert read_council(tmp_path).name == "Holm"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("nam = 'Holm'", ("“nam” is not a setting", "“name” was meant"), id="a name misspelt"),
        pytest.param("name = 7", ("name: found 7", "text on one line"), id="a number for a name"),
        pytest.param("name = ''", ("name: found “”",), id="an empty name"),
        pytest.param("colour = 'teal'", ("colour: found “teal”", "#1d5c63"), id="a colour in words"),
        pytest.param("target_in_time = '95%'", ("target_in_time: found “95%”", "per cent"), id="a target as text"),
        pytest.param("target_in_time = 120", ("found 120", "up to 100"), id="a target over all"),
        pytest.param("chinese_is_asian = 'yes'", ("found “yes”", "true or false"), id="yes for true"),
        pytest.param("silent_attendance_fails = 1", ("found 1", "true or false"), id="one for true"),
        pytest.param("timeliness_judged_on = 'start'", ("found “start”", '"first meeting"'), id="an unknown choice"),
        pytest.param("promises = 3", ("promises: found 3", "[[promises]]"), id="a number for promises"),
        pytest.param("[[promises]]\nname = 'x'", ("number 1: “months” is missing",), id="a promise without months"),
        pytest.param(
            "[[promises]]\nname = 'x'\nmonths = 9",
            ("months: found 9", "from 1 to 5"),
            id="a promise longer than the law",
        ),
        pytest.param("[[promises]]\nname = 'x'\nmonth = 3", ("“months” was meant",), id="a key misspelt in a table"),
        pytest.param(
            "[[age_bands]]\nname = 'a'\nyoungest = 0\noldest = 4\n[[age_bands]]\nname = 'b'\nyoungest = 6",
            ("number 2, youngest: found 6, expected 5",),
            id="ages in no band",
        ),
        pytest.param(
            "[[age_bands]]\nname = 'a'\nyoungest = 0\noldest = 4",
            ("number 1", "leaves out “oldest”"),
            id="no last band",
        ),
        pytest.param("[accepted]\nbands = 'ok'", ("accepted, “bands”", "a reason"), id="an empty excuse"),
        pytest.param("[published.2013]\nx = 1", ("published: found “2013”", "2013-14"), id="a year of one number"),
        pytest.param("[published.2013-14]\nx = 'many'", ("x: found “many”",), id="a published word"),
        pytest.param("name = \ncolour = 1", ("this is not TOML", "line 1"), id="a broken file"),
    ],
)
def test_a_wrong_setting_is_refused_with_where_found_and_expected(
    tmp_path: Path, text: str, says: tuple[str, ...]
) -> None:
    with pytest.raises(CouncilSettingsError) as refused:
        read(tmp_path, text)
    for part in (str(tmp_path / "council.toml"), *says):
        assert part in str(refused.value)


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "council.toml").write_bytes(b"name = '\xff\xfe'")
    with pytest.raises(CouncilSettingsError, match="UTF-8"):
        read_council(tmp_path)


def test_every_age_is_in_one_of_our_own_bands() -> None:
    assert all(sum(band.holds(age) for band in AGE_BANDS) == 1 for age in range(26))


def test_the_example_in_the_guide_is_read(tmp_path: Path) -> None:
    guide = HOW_TO.read_text(encoding="utf-8")
    example = guide.split("```toml\n")[1].split("```")[0]
    council = read(tmp_path, example)
    assert council.promises
    assert council.age_bands != AGE_BANDS


def test_the_guide_names_every_setting() -> None:
    guide = HOW_TO.read_text(encoding="utf-8")
    for name in Council.__dataclass_fields__:
        assert name == "folder" or f"`{name}`" in guide, name


def test_neighbours_and_residents_are_read(tmp_path: Path) -> None:
    (tmp_path / "population.csv").write_text('Year,Residents_under_18\n2014-15,"58,000"\n')
    (tmp_path / "neighbours.csv").write_text("year,name,children_per_10000,note\n2014-15,Elm,61.5,x\n")
    assert read_population(tmp_path) == {"2014-15": 58000}
    assert read_neighbours(tmp_path) == (Neighbour("2014-15", "Elm", 61.5),)


def test_no_file_is_no_neighbours(tmp_path: Path) -> None:
    assert read_neighbours(tmp_path) == ()
    assert read_population(tmp_path) == {}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("", "line 1: the column “year” is missing", id="an empty file"),
        pytest.param("year,name\n", "the column “children_per_10000” is missing", id="a column missing"),
        pytest.param(
            "year,name,children_per_10000\n2015,Elm,61", "line 2, year: found “2015”", id="a year of one number"
        ),
        pytest.param("year,name,children_per_10000\n2014-15,,61", "line 2, name", id="a council without a name"),
        pytest.param(
            "year,name,children_per_10000\n2014-15,Elm,many", "children_per_10000: found “many”", id="a rate in words"
        ),
    ],
)
def test_a_wrong_row_of_neighbours_is_refused_with_its_line(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "neighbours.csv").write_text(text)
    with pytest.raises(NeighboursError) as refused:
        read_neighbours(tmp_path)
    assert says in str(refused.value)
    assert "neighbours.csv" in str(refused.value)
