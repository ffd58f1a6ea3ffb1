"""The documentation says what the program does: snippets run, pages are fresh, links lead somewhere."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from goodoffices.model.facts import Kind
from goodoffices.present.cli import KINDS, cli

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


def blocks(page: Path, language: str) -> str:
    return "\n".join(body for kind, body in BLOCK.findall(page.read_text("utf-8")) if kind == language)


@pytest.mark.parametrize("page", [p for p in PAGES if blocks(p, "python")], ids=lambda p: p.name)
def test_python_snippets_run(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    exec(compile(blocks(page, "python"), str(page), "exec"), {})


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(page: Path) -> None:
    missing = [link for link in LINK.findall(page.read_text("utf-8")) if not (page.parent / link).exists()]
    assert not missing


def test_generated_pages_are_fresh() -> None:
    done = subprocess.run([sys.executable, "docs/build.py", "--check"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_commands_of_the_tutorial_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (ROOT / "docs" / "tutorial.md").read_text("utf-8")
    report = next(body for kind, body in BLOCK.findall(page) if kind == "text" and body.startswith("title:"))
    (tmp_path / "talks.txt").write_text(report)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    for line in blocks(ROOT / "docs" / "tutorial.md", "sh").splitlines():
        if line.startswith("goodoffices "):
            done = CliRunner().invoke(cli, line.split()[1:])
            assert done.exit_code == 0, (line, done.output, done.exception)
            assert done.output.strip()


def test_every_command_and_option_has_help() -> None:
    for command in cli.commands.values():
        assert command.help
        for parameter in command.params:
            assert parameter.param_type_name == "argument" or getattr(parameter, "help", None), parameter.name


def test_kinds_of_the_command_are_those_of_the_contract() -> None:
    assert list(KINDS) == [kind.value for kind in Kind]
