"""Plain text, with or without front matter."""

from __future__ import annotations

import re

from goodoffices.read.dates import bad_day, day
from goodoffices.read.loaded import Loaded, loaded

KEYS = frozenset({"id", "title", "published", "publisher", "url"})
_LINE = re.compile(r"([a-z][a-z_-]*):(?:[ \t]+(.*))?$")


def split(content: str) -> tuple[dict[str, str], str]:
    r"""Front matter and text: lines `key: value` before the first empty line, the text after it unchanged.

    It is front matter only where every line has that form and one of the keys is known; lines `---`
    around it are allowed.

    >>> split("title: Talks end\npublished: 2025-06-27\n\nGENEVA - The talks ended.\n")
    ({'title': 'Talks end', 'published': '2025-06-27'}, 'GENEVA - The talks ended.\n')
    >>> split("note: no front matter\nHere the text goes on.\n")[0]
    {}
    """
    lines = content.split("\n")
    fenced = lines[0].strip() == "---"
    fields: dict[str, str] = {}
    for number in range(int(fenced), len(lines)):
        line = lines[number].rstrip()
        if not line or (fenced and line == "---"):
            rest = lines[number + 1 :]
            if line == "---" and rest and not rest[0].strip():
                rest = rest[1:]
            return (fields, "\n".join(rest)) if KEYS & fields.keys() else ({}, content)
        found = _LINE.match(line)
        if not found:
            return {}, content
        fields[found[1]] = (found[2] or "").strip()
    return (fields, "") if KEYS & fields.keys() else ({}, content)


def from_text(content: str, *, id: str) -> Loaded:
    """The document of a text file; `id` is used where the front matter has none."""
    fields, text = split(content)
    written = fields.get("published", "")
    published = day(written) if written else None
    return loaded(
        id=fields.get("id") or id,
        text=text,
        published=published,
        title=fields.get("title"),
        publisher=fields.get("publisher"),
        url=fields.get("url"),
        notes=(bad_day(written),) if written and not published else (),
    )
