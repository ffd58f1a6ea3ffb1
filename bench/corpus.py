"""Where the annotated documents are, and their parses kept between runs."""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import sys
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path

from goodoffices.model.document import Document
from goodoffices.model.words import Sentence

CACHE = Path(__file__).parent / "cache"


def shared() -> Path:
    """The folder with the annotated documents and corpora: GOODOFFICES_SHARED, else ../shared."""
    path = Path(os.environ.get("GOODOFFICES_SHARED", "../shared"))
    if not (path / "gold").is_dir():
        sys.exit(f"no annotated documents at {path.resolve()}: set GOODOFFICES_SHARED to the folder that holds gold/")
    return path


def gold(name: str) -> list[dict]:
    """Gold documents of a set: seed, dev, wikipedia, develop, watched (halves of train), train."""
    root = shared() / "gold"
    if name == "seed":
        return [json.loads((root / "dev" / "seed.json").read_text("utf-8"))]
    if name == "dev":
        return [json.loads(path.read_text("utf-8")) for path in sorted((root / "dev").glob("*.json"))]
    if name == "wikipedia":
        return list(_lines(root / "dev-wikipedia.jsonl"))
    train = [json.loads(path.read_text("utf-8")) for path in sorted((root / "train").glob("*.json"))]
    for path in sorted((root / "train").glob("*.jsonl")):
        train += _lines(path)
    if name == "train":
        return train
    half = set(json.loads((root / "SPLIT.json").read_text("utf-8"))[{"develop": "develop", "watched": "watch"}[name]])
    return [document for document in train if document["id"] in half]


def _lines(path: Path) -> Iterator[dict]:
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def document(row: dict) -> Document:
    """The document of a gold row."""
    day = date.fromisoformat(row["published"]) if row.get("published") else None
    return Document(id=row["id"], text=row["text"], published=day, title=row.get("title"))


@lru_cache(maxsize=1)
def _reader_stamp() -> str:
    """A hash of the parser's code and weights."""
    folder = Path(sys.modules["goodoffices.parse"].__file__ or "").parent
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".pyc" and "spacy" not in path.name:
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def parsed(text: str) -> tuple[Sentence, ...]:
    """The parse of a text, from the cache where this reader has parsed it before."""
    from goodoffices.parse import parse

    key = hashlib.sha256((_reader_stamp() + text).encode()).hexdigest()[:24]
    path = CACHE / key[:2] / f"{key}.pickle"
    if path.exists():
        return pickle.loads(path.read_bytes())
    result = parse(text)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pickle.dumps(result))
    return result
