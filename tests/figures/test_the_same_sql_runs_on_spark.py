"""The figures' SQL, unchanged, gives the same counts on Spark (the extra "spark") as on DuckDB."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from holdfast.council import Council
from holdfast.figures.catalogue import FIGURES
from holdfast.figures.cut import Cut, save
from holdfast.figures.engine import count, counted
from holdfast.figures.from_returns import judged

sql = pytest.importorskip("pyspark.sql", reason="Spark is not installed: pip install 'holdfast[spark]'")


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """A Spark of this machine's own, on two cores."""
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java, and there is none on this machine")
    session = (
        sql.SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def cut(councils: Path, spark: Any, tmp_path_factory: pytest.TempPathFactory) -> Cut:
    """A cut on disk, whose Parquet files Spark reads as they are."""
    folder = tmp_path_factory.mktemp("cut") / "portsmouth"
    manifest, tables, _ = judged(councils / "portsmouth", council=Council(), name="a test", made="2014-04-24")
    made = save(manifest, tables, folder)
    for name in tables:
        spark.read.parquet(str(folder / f"{name}.parquet")).createOrReplaceTempView(name)
    return made


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_the_same_on_both_engines(cut: Cut, spark: Any, name: str) -> None:
    on_spark = counted(cut, FIGURES[name], lambda query: [tuple(row) for row in spark.sql(query).collect()])
    assert on_spark == count(cut, {name: FIGURES[name]})[name]
