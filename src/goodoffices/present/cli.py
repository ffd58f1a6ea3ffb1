"""The command `goodoffices`. Everything heavy is imported where it is used, so that `--help` is quick."""

from __future__ import annotations

import gc
import sys
from io import TextIOWrapper
from typing import Any

import click

from goodoffices import __version__
from goodoffices.errors import GoodOfficesError

KINDS = (
    "meeting",
    "proposal",
    "response",
    "agreement",
    "exchange",
    "ceasefire",
    "mediation",
    "pressure",
    "process_change",
    "statement",
)
"""The kinds of fact, written out: the enumeration is not imported for `--help`; a test compares them."""


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", prog_name="goodoffices", message="%(prog)s %(version)s")
def cli() -> None:
    """Reads reports on peace negotiations and keeps what they say as facts, each with its quotation."""


@cli.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines, one object for each document, in input order.")
@click.option("--brief", is_flag=True, help="Print a short summary with numbered sources.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Print only this kind; may be repeated.")
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Day of publication of documents that do not say theirs.",
)
@click.option(
    "--actors",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False),
    metavar="FILE",
    help="Your own table of actors or persons (CSV), besides the bundled ones; may be repeated.",
)
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes that read.")
def read(**options: Any) -> None:
    """Read reports and print their facts, each with its quotation and source.

    A PATH is a file, a folder, a pattern or - for standard input. Text (with or without front matter), HTML,
    PDF, JSON, JSON Lines and WARC are read. A document that cannot be read is reported and the others go on.

    \b
    Examples:
      goodoffices read examples
      goodoffices read report.txt --published 2025-06-27 --json
      goodoffices read 'archive/*.jsonl' --kind meeting --workers 4 --json > facts.jsonl

    Exit status: 0 when every document was read or dropped with a reason, 1 when one or more could not be
    read, 2 when the command was not understood.
    """
    from goodoffices.present.reading import run

    sys.exit(run(**options))


@cli.command()
@click.argument("path")
@click.option("--html", "page", type=click.Path(dir_okay=False), metavar="FILE", help="Write a page that draws the parses.")
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Day of publication of a document that does not say its own.",
)
@click.option(
    "--actors",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False),
    metavar="FILE",
    help="Your own table of actors or persons (CSV), besides the bundled ones; may be repeated.",
)
def explain(**options: Any) -> None:
    """Tell how the facts of a report came about, sentence by sentence.

    For each sentence: who and what was recognised in it, who speaks, which rule saw what, which words decided
    whether it is held, planned or denied, and what was considered and dropped, with the reason.

    \b
    Examples:
      goodoffices explain examples/07-wire-resumption.txt
      goodoffices explain report.txt --published 2025-06-27 --html report.html
    """
    from goodoffices.present.explaining import run

    sys.exit(run(**options))


def main() -> None:
    """The entry of the command; interrupted or cut off by a closed pipe it ends quietly."""
    gc.set_threshold(100_000, 50, 50)  # the tables stay for good: to search them for garbage slows the start
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    try:
        cli(prog_name="goodoffices")
    except GoodOfficesError as error:
        print(f"goodoffices: {error}", file=sys.stderr)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)


if __name__ == "__main__":
    main()
