"""Lines with their styles onto standard output: coloured on a terminal, plain elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from goodoffices.present.people import WIDTH, Line

STYLES = {
    "heading": "bold",
    "fact": "",
    "quotation": "italic",
    "source": "dim",
    "note": "dim",
    "kept": "green",
    "dropped": "dim",
    "": "",
}


def show(lines: Iterable[Line]) -> None:
    """Print lines; text from documents is never read as markup."""
    from rich.console import Console
    from rich.text import Text

    console = Console(width=WIDTH, highlight=False, soft_wrap=True)
    for line, style in lines:
        console.print(Text(line, style=STYLES[style]))
