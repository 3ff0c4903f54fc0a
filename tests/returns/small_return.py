"""A small return that is right in every way, for tests to spoil in one way each."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from holdfast.returns.findings import Finding, Severity
from holdfast.returns.reading import Reading, read

HEADER = """CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB
101,1,05/06/2005,WBRI,A1,,
102,2,17/09/2011,BAFR,A2,,
103,2,30/01/1999,MWBC,A3,1,02/02/2014
"""
EPISODES = """CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
101,10/05/2012,S,V2,N1,U6,PR1,20/08/2013,X1,CARPL,,,
101,20/08/2013,P,V2,N1,K2,PR4,,,,,,
102,03/06/2013,S,C1,N1,U6,PR1,12/02/2014,E4A,,,,
103,01/03/2013,S,V2,N5,U4,PR4,,,,,,
"""
REVIEWS = """CHILD,DOB,REVIEW,REVIEW_CODE
101,05/06/2005,02/05/2013,PN1
101,05/06/2005,28/10/2013,PN6
102,17/09/2011,28/06/2013,PN0
103,30/01/1999,20/09/2013,PN7
"""
TABLES = {"header": HEADER, "episodes": EPISODES, "reviews": REVIEWS}


def written(folder: Path, tables: Mapping[str, str | bytes] = TABLES, *, year: str = "2013-14") -> Path:
    """Write the tables as CSV files into a folder of the year, and give back the folder above it."""
    inside = folder / year if year else folder
    inside.mkdir(parents=True, exist_ok=True)
    for name, text in tables.items():
        (inside / f"{name}.csv").write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def spoiled(folder: Path, table: str, was: str, becomes: str) -> Reading:
    """Read the return with one thing in one table changed."""
    assert was in TABLES[table], f"{was!r} is not in {table}"
    return read(written(folder, {**TABLES, table: TABLES[table].replace(was, becomes, 1)}))


def of_check(reading: Reading, *words: str) -> list[Finding]:
    """The findings of the one check whose name holds all the words."""
    return [finding for finding in reading.findings if all(word in finding.check for word in words)]


def serious(reading: Reading) -> list[Finding]:
    """The findings that are refusals or errors."""
    return [finding for finding in reading.findings if finding.severity in (Severity.REFUSED, Severity.ERROR)]


def rows_of(text: str) -> list[list[str]]:
    """The cells of a table's text."""
    return [line.split(",") for line in text.strip().splitlines()]


def text_of(rows: Sequence[Sequence[str]], separator: str = ",") -> str:
    """The text of a table's cells."""
    return "".join(separator.join(row) + "\n" for row in rows)
