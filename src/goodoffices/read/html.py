"""Web pages: the main text, with title, day and publisher as the page's markup gives them."""

from __future__ import annotations

import re

from goodoffices.read.dates import day
from goodoffices.read.loaded import Loaded, loaded
from goodoffices.read.markup import Markup, markup

_BLANK = re.compile(r"[^\S\n]+")
_LEAST = 200
"""Characters of main text below which the whole page is taken, as on very short pages it is cut away."""
_GAPS = re.compile(r"\s*\n\s*\n\s*")


def from_html(data: bytes, *, id: str, url: str | None = None) -> Loaded:
    """The document of a page; its text is the main text, paragraphs parted by empty lines."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse_from_bytes(data, detect_encoding(data, from_html_meta=True) or "utf-8")
    found: Markup = markup(tree)
    published = next((known for value in found.days if (known := day(value))), None)
    text = extract_plain_text(tree, main_content=True, alt_texts=False, list_bullets=False)
    if len(text) < _LEAST:
        whole = extract_plain_text(tree, main_content=False, alt_texts=False, list_bullets=False)
        text = max(text, whole, key=len)
    return loaded(
        id=id,
        text=_clean(text),
        published=published,
        title=found.title,
        publisher=found.publisher,
        url=url or found.url,
        notes=(f"the day of publication, {published}, is that of the page's markup",) if published else (),
    )


def _clean(text: str) -> str:
    """One paragraph a block, blocks parted by one empty line."""
    return _GAPS.sub("\n\n", _BLANK.sub(" ", text).replace("\n", "\n\n")).strip()
