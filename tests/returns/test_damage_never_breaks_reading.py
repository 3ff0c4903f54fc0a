"""Whatever is done to a return, is it either read or refused in words?"""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.returns.findings import Severity
from holdfast.returns.reading import read
from tests.returns.small_return import TABLES, written

TABLE = st.sampled_from(sorted(TABLES))
SCRAP = st.one_of(
    st.binary(max_size=12),
    st.sampled_from(
        [b",", b"\n", b'"', b";", b"\t", b"\x00", b"\xff\xfe", b"=1+1", b"CHILD", b"31/02/2014", b"PK", b"<"]
    ),
)


@settings(max_examples=120, deadline=None)
@given(table=TABLE, at=st.floats(0, 1), length=st.integers(0, 40), scrap=SCRAP)
def test_a_damaged_file_is_read_or_refused_and_never_raises(table: str, at: float, length: int, scrap: bytes) -> None:
    data = TABLES[table].encode()
    place = int(at * len(data))
    damaged = data[:place] + scrap + data[place + length :]
    with tempfile.TemporaryDirectory() as folder:
        reading = read(written(Path(folder), {**TABLES, table: damaged}))
    refused = reading.findings.of(Severity.REFUSED)
    assert reading.refused == (reading.history is None) == (len(refused) > 0)
    for finding in reading.findings:
        assert finding.message
        assert str(finding)
        if finding.severity is Severity.REFUSED:
            assert finding.file
            assert finding.expected


@settings(max_examples=60, deadline=None)
@given(data=st.one_of(st.binary(max_size=200), st.binary(max_size=60).map(lambda tail: b"\xd0\xcf\x11\xe0" + tail)))
def test_any_bytes_at_all_are_refused_or_passed_over(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "what.csv").write_bytes(data)
        assert read(Path(folder)).history is None


def test_a_child_only_a_review_names_whose_birth_there_cannot_be_read_is_refused(tmp_path: Path) -> None:
    reviews = "CHILD,DOB,REVIEW,REVIEW_CODE\n101,05/06/2005,02/05/2013,PN1\n999,/09/2011,28/06/2013,PN0\n"
    reading = read(written(tmp_path, {**TABLES, "reviews": reviews.encode()}))
    (refused,) = reading.findings.of(Severity.REFUSED)
    assert (refused.child_id, refused.row, refused.column) == ("999", 3, "DOB")
