"""Making a report opens no connection: children's records stay on the machine."""

import os
import subprocess
import sys
from pathlib import Path

GUARD = """
import socket

def refuse(*_arguments, **_named):
    raise SystemExit("something tried to reach a network")

socket.socket.connect = socket.socket.connect_ex = socket.socket.sendto = refuse
socket.getaddrinfo = socket.create_connection = refuse
"""


def run(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    (tmp_path / "sitecustomize.py").write_text(GUARD, "utf-8")
    environment = {
        **os.environ,
        "PYTHONPATH": str(tmp_path),
        "https_proxy": "http://127.0.0.1:9",
        "HOME": str(tmp_path),
    }
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, env=environment, check=False, timeout=120
    )


def test_the_guard_would_notice(tmp_path: Path) -> None:
    tried = run(tmp_path, "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')")
    assert tried.returncode != 0
    assert "something tried to reach a network" in tried.stderr


def test_a_report_in_every_format_is_made_without_a_network(tmp_path: Path, councils: Path) -> None:
    out = tmp_path / "report"
    made = run(tmp_path, "-m", "holdfast", "report", str(councils / "wandsworth"), "--out", str(out))
    assert made.returncode == 0, made.stderr
    assert {file.suffix for file in out.iterdir()} == {".html", ".pdf", ".docx", ".xlsx"}
