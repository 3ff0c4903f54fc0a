"""The figures' SQL, unchanged, gives the same counts on PostgreSQL as on DuckDB."""

import os
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from holdfast.figures.catalogue import FIGURES
from holdfast.figures.cut import Cut
from holdfast.figures.engine import count, counted
from tests.figures.drawn_councils import cut_of

POSTGRES = os.environ.get("HOLDFAST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")
TYPES = {"string": "text", "int32": "integer", "bool": "boolean", "date32[day]": "date"}


@pytest.fixture(scope="module")
def postgres() -> Iterator[psycopg.Connection]:
    """A connection that is rolled back at the end; the tables in it are temporary."""
    try:
        connection = psycopg.connect(POSTGRES, connect_timeout=3)
    except psycopg.OperationalError as error:
        pytest.skip(f"no PostgreSQL answers at HOLDFAST_POSTGRES: {error}")
    with connection:
        yield connection
        connection.rollback()


@pytest.fixture(scope="module")
def cut(councils: Path, postgres: psycopg.Connection) -> Cut:
    """A cut, whose tables PostgreSQL holds as well."""
    made = cut_of(councils / "portsmouth")
    for name in made.kept:
        table = made.table(name)
        columns = ", ".join(f'"{field.name}" {TYPES[str(field.type)]}' for field in table.schema)
        postgres.execute(f'CREATE TEMPORARY TABLE "{name}" ({columns})')
        with postgres.cursor().copy(f'COPY "{name}" FROM STDIN') as copy:
            for row in table.to_pylist():
                copy.write_row(tuple(row.values()))
    return made


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_the_same_on_both_engines(cut: Cut, postgres: psycopg.Connection, name: str) -> None:
    on_duckdb = count(cut, {name: FIGURES[name]})[name]
    on_postgres = counted(cut, FIGURES[name], lambda query: postgres.execute(query).fetchall())
    assert on_postgres == on_duckdb
