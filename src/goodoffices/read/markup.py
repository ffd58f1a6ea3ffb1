"""What a page's markup says of the page: meta elements, JSON-LD, `time` elements, the address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

TITLES = ("og:title", "twitter:title", "dc.title", "headline")
DAYS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "date",
)
PUBLISHERS = ("og:site_name", "application-name", "dc.publisher", "publisher")
ADDRESSES = ("og:url",)
"""Names of meta elements, surest first."""

_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?:/|-|$)")


@dataclass(frozen=True, slots=True)
class Markup:
    """Title, publisher and address as the markup gives them, and the days it may mean as published, surest first."""

    title: str | None
    publisher: str | None
    url: str | None
    days: tuple[str, ...]


def markup(tree: Any) -> Markup:
    """The markup of a parsed page (`resiliparse.parse.html.HTMLTree`)."""
    meta = _meta(tree)
    linked = dict(_linked(tree))
    canonical = tree.head.query_selector('link[rel="canonical"]') if tree.head else None
    url = next((meta[name] for name in ADDRESSES if name in meta), None) or _attribute(canonical, "href")
    heading = tree.body.query_selector("h1") if tree.body else None
    title = next((meta[name] for name in TITLES if name in meta), None) or linked.get("headline")
    return Markup(
        title=title or (heading.text.strip() if heading else "") or (tree.title or "").strip() or None,
        publisher=next((meta[name] for name in PUBLISHERS if name in meta), None) or linked.get("publisher"),
        url=url,
        days=tuple(_days(tree, meta, linked, url or "")),
    )


def _meta(tree: Any) -> dict[str, str]:
    """The meta elements by their lower-case name, the first of each."""
    found: dict[str, str] = {}
    for node in tree.head.query_selector_all("meta") if tree.head else ():
        name = (_attribute(node, "property") or _attribute(node, "name") or _attribute(node, "itemprop") or "").lower()
        value = (_attribute(node, "content") or "").strip()
        if name and value:
            found.setdefault(name, value)
    return found


def _linked(tree: Any) -> Iterator[tuple[str, str]]:
    """Headline, day and publisher of the first JSON-LD object that has a day of publication."""
    for node in tree.document.query_selector_all('script[type="application/ld+json"]'):
        try:
            objects = list(_objects(json.loads(node.text)))
        except (ValueError, RecursionError):
            continue
        for found in objects:
            if isinstance(found.get("datePublished"), str):
                yield "datepublished", found["datePublished"]
                if isinstance(found.get("headline"), str):
                    yield "headline", found["headline"]
                publisher = found.get("publisher")
                if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
                    yield "publisher", publisher["name"]
                return


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _objects(item)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph", []))


def _days(tree: Any, meta: dict[str, str], linked: dict[str, str], url: str) -> Iterator[str]:
    yield from (meta[name] for name in DAYS if name in meta)
    if "datepublished" in linked:
        yield linked["datepublished"]
    times = tree.body.query_selector_all("time[datetime]") if tree.body else ()
    yield from (value for node in list(times)[:1] if (value := _attribute(node, "datetime")))
    if found := _IN_ADDRESS.search(url):
        yield "-".join(part.zfill(2) for part in found.groups())


def _attribute(node: Any, name: str) -> str | None:
    value = node.getattr(name) if node is not None and node.hasattr(name) else None
    return str(value) if value else None
