"""Write the parts of the documentation that come from the program.

    python docs/build.py            write docs/codebook, docs/reference/commands.md and the outputs in README.md
    python docs/build.py --check    say which of them are not what the program says; outputs are not compared

The codebook is made from the kinds' docstrings and their gold sentences, so that it says what the tests test.
"""

from __future__ import annotations

import argparse
import importlib
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from goodoffices.model.facts import OWN_FIELD, Kind

KINDS = ROOT / "src" / "goodoffices" / "extract" / "kinds"
OUTPUT = re.compile(r"(<!-- output of: (?P<command>[^>]+?) -->\n```text\n).*?(^```$)", re.DOTALL | re.MULTILINE)
WITH_OUTPUTS = ("README.md", "docs/tutorial.md")
SHOWN = 12
"""Examples of a kind that the codebook shows."""


def pages() -> Iterator[tuple[Path, str]]:
    """The generated pages: path and content."""
    for kind in Kind:
        yield ROOT / "docs" / "codebook" / f"{kind.value}.md", kind_page(kind)
    yield ROOT / "docs" / "codebook" / "index.md", index_page()
    yield ROOT / "docs" / "reference" / "commands.md", commands_page()


def kind_page(kind: Kind) -> str:
    """The codebook page of a kind: definition, neighbours, own field, examples with what is expected of them."""
    definition = sections(importlib.import_module(f"goodoffices.extract.kinds.{kind.value}").__doc__ or "")
    own = f"\nIts own field is `{OWN_FIELD[kind]}`.\n" if kind in OWN_FIELD else ""
    examples = gold(kind)
    wanted = [row for row in examples if row.get("expect")][:SHOWN]
    refused = [row for row in examples if not row.get("expect")][: SHOWN // 2]
    parts = [f"# {kind.value}\n", definition, own]
    if wanted:
        parts += ["\n## Examples\n", *map(example, wanted)]
    if refused:
        parts += ["\n## No such fact\n", *(f"- {row['text']}\n" for row in refused)]
    parts.append(f"\n{len(examples)} sentences of its gold file are tests.\n" if examples else "")
    return re.sub(r"\n{3,}", "\n\n", "".join(parts).rstrip() + "\n")


def sections(docstring: str) -> str:
    """A docstring as Markdown: its "Counts:", "Status:" … as paragraphs with a bold start."""
    text = docstring.strip() + "\n"
    return re.sub(r"^([A-Z][A-Za-z ]{3,24}):", r"**\1.**", text, flags=re.MULTILINE)


def gold(kind: Kind) -> list[dict[str, Any]]:
    path = KINDS / f"{kind.value}.gold.toml"
    return tomllib.loads(path.read_text("utf-8"))["example"] if path.exists() else []


def example(row: dict[str, Any]) -> str:
    """A gold sentence with the facts expected of it."""
    day = f" ({row['published']})" if row.get("published") else ""
    expected = row["expect"] if isinstance(row["expect"], list) else [row["expect"]]
    facts = "".join(f"  - {', '.join(f'{k}: `{_value(v)}`' for k, v in fact.items())}\n" for fact in expected)
    return f"- {row['text']}{day}\n{facts}"


def _value(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def index_page() -> str:
    rows = "".join(
        f"| [{kind.value}]({kind.value}.md) | {first_sentence(kind)} | {len(gold(kind))} |\n" for kind in Kind
    )
    return (
        "# Codebook\n\nThe ten kinds of fact. These pages are generated from the program (`make docs`): the definition"
        " is the docstring of the kind, the examples are its tests.\n\n| kind | what it is | gold sentences |\n"
        f"|---|---|---|\n{rows}"
    )


def first_sentence(kind: Kind) -> str:
    doc = importlib.import_module(f"goodoffices.extract.kinds.{kind.value}").__doc__ or ""
    return doc.strip().split("\n\n")[0].replace("\n", " ").partition(": ")[2]


def commands_page() -> str:
    """The reference of the commands, from their own help."""
    parts = ["# Commands\n\nGenerated from the program's own help (`make docs`).\n"]
    for command in ("", "read", "explain"):
        words = ["goodoffices", *command.split(), "--help"]
        parts.append(f"\n## goodoffices {command}".rstrip() + f"\n\n```text\n{run(words).rstrip()}\n```\n")
    return "".join(parts)


def run(words: list[str]) -> str:
    """What a command prints, read with the sources of this tree."""
    code = "import sys; from goodoffices.present.cli import main; main()"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "COLUMNS": "100", "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code, *words[1:]], capture_output=True, text=True, check=True, cwd=ROOT, env=environment
    )
    return done.stdout


def fill_outputs() -> None:
    """Put the real output under the commands named in README.md and the tutorial."""
    for name in WITH_OUTPUTS:
        path = ROOT / name
        text = path.read_text("utf-8")
        filled = OUTPUT.sub(lambda m: m[1] + run(m["command"].split()).rstrip() + "\n" + m[3], text)
        path.write_text(filled, "utf-8")


def stale() -> list[str]:
    """The generated pages that are missing or not what the program says."""
    found = [(path, content) for path, content in pages() if not path.exists() or path.read_text("utf-8") != content]
    return [str(path.relative_to(ROOT)) for path, _ in found]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true")
    if parser.parse_args().check:
        old = stale()
        for name in old:
            print(f"{name} is not what the program says: run make docs", file=sys.stderr)
        return 1 if old else 0
    for path, content in pages():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    fill_outputs()
    return 0


if __name__ == "__main__":
    sys.exit(main())
