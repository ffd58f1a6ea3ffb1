"""The commands as they are called: output, messages, exit status."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from goodoffices.present.cli import cli

ROOT = Path(__file__).resolve().parents[2]
REPORT = """published: 1995-02-20
publisher: Lake Wire

QUITO - Peru and Ecuador agreed on a ceasefire in Brasilia on Friday. Peru rejected a demilitarised zone.
"""


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(REPORT)
    (tmp_path / "b.txt").write_text("The union and the employer agreed on a pay rise after the walkout on Friday.")
    return tmp_path



def test_json_is_one_object_a_document(reports: Path) -> None:
    done = CliRunner().invoke(cli, ["read", str(reports), "--json"])
    assert done.exit_code == 0
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["document"]["id"] for row in rows] == ["a", "b"]
    assert rows[0]["facts"]
    assert rows[1]["dropped"]["stage"] == "screen"
    assert done.stderr.startswith("2 documents = 1 kept")


def test_for_people(reports: Path) -> None:
    done = CliRunner().invoke(cli, ["read", str(reports / "a.txt")])
    assert done.exit_code == 0
    assert "Agreements (1)" in done.stdout
    assert "— a, Lake Wire, 20 February 1995" in done.stdout
    assert "\x1b" not in done.stdout


def test_one_kind(reports: Path) -> None:
    done = CliRunner().invoke(cli, ["read", str(reports / "a.txt"), "--kind", "response", "--json"])
    assert {fact["kind"] for fact in json.loads(done.stdout)["facts"]} <= {"response"}


def test_a_bad_document_is_reported_and_the_others_are_read(reports: Path) -> None:
    (reports / "aa.txt").write_bytes(b"")
    done = CliRunner().invoke(cli, ["read", str(reports), "--json"])
    assert done.exit_code == 1
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["document"]["id"] for row in rows] == ["a", "aa", "b"]
    assert rows[1]["dropped"]["stage"] == "read"
    assert f"goodoffices: {reports / 'aa.txt'}: it is empty; give a file with text" in done.stderr


@pytest.mark.parametrize(
    "words", [["read"], ["read", "x", "--kind", "war"], ["read", "x", "--published", "June"], ["red"]]
)
def test_usage_errors_end_with_two(words: list[str]) -> None:
    assert CliRunner().invoke(cli, words).exit_code == 2


def test_without_a_day_the_output_says_so(tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text("Peru and Ecuador agreed on a ceasefire on Friday after talks in Brasilia.")
    done = CliRunner().invoke(cli, ["read", str(tmp_path / "c.txt")])
    assert "relative dates stay unresolved" in done.stdout
    dated = CliRunner().invoke(cli, ["read", str(tmp_path / "c.txt"), "--published", "1995-02-20"])
    assert "relative dates" not in dated.stdout


def test_explain(reports: Path) -> None:
    done = CliRunner().invoke(cli, ["explain", str(reports / "a.txt")])
    assert done.exit_code == 0
    assert "agreement." in done.stdout
    assert "read as" in done.stdout


def test_explain_page_escapes_all_text(tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text("Peru <script>alert(1)</script> & Ecuador agreed on a ceasefire on Friday.")
    done = CliRunner().invoke(cli, ["explain", str(tmp_path / "d.txt"), "--html", str(tmp_path / "d.html")])
    assert done.exit_code == 0
    page = (tmp_path / "d.html").read_text()
    assert "<script>" not in page
    assert "&lt;" in page
    assert "<svg" in page


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from goodoffices.present.cli import cli\n"
        "try: cli(['--help'])\nexcept SystemExit: pass\n"
        "heavy = {'numpy', 'onnxruntime', 'rich', 'resiliparse', 'trafilatura', 'goodoffices.pipeline'} & set(sys.modules)\n"
        "sys.exit(', '.join(sorted(heavy)) or 0)"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr


ACTORS = """id,name,kind,sort,countries,side,aliases
LAKEFRONT,Lake Front,group,movement,,,Front of the Lakes|LF
"""


@pytest.mark.parametrize("workers", ["1", "2"])
def test_own_actors(tmp_path: Path, workers: str) -> None:
    (tmp_path / "own.csv").write_text(ACTORS)
    (tmp_path / "e.txt").write_text("Peru and the Front of the Lakes agreed on a ceasefire in peace talks on Friday.")
    words = ["read", str(tmp_path / "e.txt"), "--json", "--actors", str(tmp_path / "own.csv"), "--workers", workers]
    done = CliRunner().invoke(cli, words)
    assert done.exit_code == 0, done.output
    assert '"LAKEFRONT"' in done.stdout


def test_a_fault_in_own_actors_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(ACTORS.replace("LAKEFRONT,", ","))
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    words = ["-m", "goodoffices.present.cli", "read", str(ROOT / "examples"), "--actors", str(tmp_path / "own.csv")]
    done = subprocess.run([sys.executable, *words], capture_output=True, text=True, env=environment)
    assert done.returncode == 2
    assert done.stderr.startswith("goodoffices: own.csv:2: ")
