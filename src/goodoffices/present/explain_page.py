"""`goodoffices explain --html`: a page that stands alone, with spans marked and parses drawn. All text is escaped."""

from __future__ import annotations

from html import escape

from goodoffices.model.explanation import Considered, Explanation, SentenceExplained
from goodoffices.present.arcs import svg
from goodoffices.present.explain import meaning
from goodoffices.present.people import source
from goodoffices.present.sentence import sentence as said

STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
h1{font-size:1.3rem} section{border-top:1px solid #bbb;padding:.6rem 0} p.text{font-family:Georgia,serif}
mark{padding:0 .15em;border-radius:.2em;color:inherit} .actor{background:#dbe9ff} .place{background:#dff3dd}
.time{background:#fff0c9} .term{background:#f3def3} .predicate{outline:2px solid #a33}
.kept{color:#14532d} .dropped{color:#6b5b5b} ul{margin:.3rem 0;padding-left:1.2rem} details>div{overflow-x:auto}
svg text{font:13px system-ui,sans-serif;text-anchor:middle} svg .t,svg .r{font-size:10px;fill:#555}
svg path{fill:none;stroke:#456} svg .h{stroke-width:1.2}
"""


def page(found: Explanation) -> str:
    """The whole page."""
    document = found.reading.document
    dropped = found.reading.dropped
    verdict = f"<p>Dropped by the {escape(dropped.stage)}: {escape(dropped.reason)}</p>" if dropped else ""
    legend = " ".join(f'<mark class="{name}">{name}</mark>' for name in ("actor", "place", "time", "term"))
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(document.id)}: explained</title><style>{STYLE}</style></head><body>"
        f"<h1>{escape(document.title or document.id)}</h1><p>{escape(source(document))}</p>{verdict}"
        f"<p>Sides: {escape(', '.join(found.sides) or 'none')}. "
        f"Third parties: {escape(', '.join(found.third_parties) or 'none')}. Marked: {legend}.</p>"
        + "".join(_section(sentence) for sentence in found.sentences)
        + "</body></html>\n"
    )


def _section(found: SentenceExplained) -> str:
    considered = "".join(_item(item) for item in found.considered)
    speech = "".join(f"<li>speech: {escape(frame)}</li>" for frame in found.speech)
    return (
        f'<section><p class="text">{_marked(found)}</p><ul>{speech}{considered}</ul>'
        f"<details><summary>Parse</summary><div>{svg(found.sentence)}</div></details></section>"
    )


def _marked(found: SentenceExplained) -> str:
    """The sentence with its mentions marked; of mentions that overlap the first and longest."""
    offset = found.sentence.start
    spans = sorted(
        (
            found.sentence.words[m.first].start - offset,
            -(found.sentence.words[m.last].end - offset),
            m.kind.value,
            f"{meaning(m)} ({m.how})",
        )
        for m in found.mentions
    )
    parts, at = [], 0
    for start, negative_end, kind, title in spans:
        if start < at:
            continue
        parts.append(escape(found.text[at:start]))
        at = -negative_end
        parts.append(f'<mark class="{kind}" title="{escape(title)}">{escape(found.text[start:at])}</mark>')
    return "".join(parts) + escape(found.text[at:])


def _item(found: Considered) -> str:
    cues = f" by <i>{escape(', '.join(found.cues))}</i>" if found.cues else ""
    sources = f"; source {escape(', '.join(found.sources))}" if found.sources else ""
    sure = f"; confidence {found.confidence:.2f}" if found.confidence is not None else ""
    outcome = f"because {found.dropped}" if found.dropped else said(found.fact) if found.fact else ""
    verdict = "dropped" if found.dropped else "kept"
    return (
        f'<li class="{verdict}"><b>{verdict}</b> <code>{escape(found.rule)}</code> at “{escape(found.predicate)}”: '
        f"read as {escape(found.reading)}{cues}{sources}{sure}<br>{escape(outcome)}</li>"
    )
