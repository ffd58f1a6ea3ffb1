"""Paths into documents or into the reason why not; nothing is lost without a word."""

import io
import json
import sys
from datetime import date
from pathlib import Path

import pytest

from goodoffices.read.failure import Failure
from goodoffices.read.loaded import Loaded
from goodoffices.read.sources import documents, expected

PAGE = """<!doctype html><html><head><title>Round ends in Lausanne | Lake Wire</title>
<meta property="og:title" content="Round ends in Lausanne">
<meta property="og:site_name" content="Lake Wire">
<meta property="article:published_time" content="2014-03-05T09:00:00+00:00"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><main><article>
<h1>Round ends in Lausanne</h1>
<p>The delegations of Ruritania and Graustark ended their second round of talks in Lausanne on Wednesday.</p>
<p>"We have agreed to meet again in April," said the mediator, a retired judge from Oslo, before leaving.</p>
<p>The two sides did not agree on a ceasefire, which Ruritania had proposed in February after a week of fighting.</p>
</article></main><footer>Terms of use. Cookies.</footer></body></html>"""


def pdf(text: str) -> bytes:
    """A PDF file of one page with the lines of a text."""
    lines = "".join(f"({line}) Tj 0 -14 Td " for line in text.split("\n"))
    stream = f"BT /F1 11 Tf 50 750 Td {lines}ET".encode("latin-1")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length " + str(len(stream)).encode() + b">>stream\n" + stream + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = io.BytesIO(b""), []
    out.write(b"%PDF-1.4\n")
    for number, content in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(f"{number} 0 obj".encode() + content + b"endobj\n")
    start = out.tell()
    out.write(b"xref\n0 6\n0000000000 65535 f \n" + b"".join(f"{p:010} 00000 n \n".encode() for p in places))
    out.write(b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n" + str(start).encode() + b"\n%%EOF")
    return out.getvalue()


def read(*paths: object, published: date | None = None) -> list[Loaded | Failure]:
    return list(documents([str(path) for path in paths], published=published))


def only(*paths: object) -> Loaded:
    (item,) = read(*paths)
    assert isinstance(item, Loaded)
    return item


def failure(*paths: object) -> Failure:
    (item,) = read(*paths)
    assert isinstance(item, Failure)
    return item


def test_html_gives_main_text_title_day_and_publisher(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE)
    loaded = only(tmp_path / "page.html")
    text = loaded.document.text
    assert "second round of talks in Lausanne" in text
    assert "Cookies" not in text
    assert "Home" not in text
    assert "\n\n" in text
    assert loaded.document.title == "Round ends in Lausanne"
    assert loaded.document.publisher == "Lake Wire"
    assert loaded.document.published == date(2014, 3, 5)


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="DC.date.issued" content="2014-03-05">',
        '<meta itemprop="datePublished" content="2014-03-05T23:00:00Z">',
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle", '
        '"datePublished": "2014-03-05", "headline": "Round ends", "publisher": {"name": "Lake Wire"}}]}</script>',
        '<script type="application/ld+json">not json</script><link rel="canonical" href="https://a.example.org/2014/3/5/x">',
        '<meta name="date" content="yesterday"><meta property="og:url" content="https://a.example.org/2014-03-05-round">',
    ],
)
def test_days_of_pages(tmp_path: Path, head: str) -> None:
    page = PAGE.replace('<meta property="article:published_time" content="2014-03-05T09:00:00+00:00">', head)
    (tmp_path / "page.html").write_text(page)
    assert only(tmp_path / "page.html").document.published == date(2014, 3, 5)


def test_a_page_without_markup(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<h1>Round ends</h1><p>The talks ended.</p><time datetime='2014-03-05'>")
    document = only(tmp_path / "page.html").document
    assert (document.title, document.published) == ("Round ends", date(2014, 3, 5))


def test_old_encodings_of_pages(tmp_path: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-1">').replace("Oslo", "Z\u00fcrich")
    (tmp_path / "page.html").write_bytes(page.encode("latin-1"))
    assert "Z\u00fcrich" in only(tmp_path / "page.html").document.text


def test_pdf_lines_become_paragraphs(tmp_path: Path) -> None:
    lines = "The delegations of Ruritania and Graus-\ntark met in the old town of Lausanne\non Monday."
    (tmp_path / "readout.pdf").write_bytes(pdf(lines))
    loaded = only(tmp_path / "readout.pdf")
    whole = "The delegations of Ruritania and Graustark met in the old town of Lausanne on Monday."
    assert loaded.document.text == whole
    assert loaded.document.published is None


def test_broken_pdf(tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 and nothing else")
    assert "cannot be opened" in failure(tmp_path / "broken.pdf").why


def test_json_takes_the_known_fields(tmp_path: Path) -> None:
    record = {"id": 7, "published": "2025-06-27", "text": "Talks.", "title": None, "facts": [], "publisher": "A"}
    (tmp_path / "one.json").write_text(json.dumps(record))
    document = only(tmp_path / "one.json").document
    assert (document.id, document.published, document.publisher) == ("7", date(2025, 6, 27), "A")


def test_json_lines_report_each_bad_line(tmp_path: Path) -> None:
    lines = ['{"text": "One."}', "not json", "", '{"title": "no text"}', '{"id": "b", "text": "Two."}', '{"text": " "}']
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join(lines))
    found = read(path)
    assert [item.document.id if isinstance(item, Loaded) else "-" for item in found] == ["many-1", "-", "-", "b", "-"]
    said = [str(item) for item in found if isinstance(item, Failure)]
    assert said[0].startswith(f"{path}:2: not JSON")
    assert said[1].startswith(f'{path}:4: no "text"')
    assert "holds no text" in said[2]


def test_a_list_of_records(tmp_path: Path) -> None:
    (tmp_path / "list.json").write_text('[{"text": "One."}, {"text": "Two."}]')
    found = [item.document.id for item in read(tmp_path / "list.json") if isinstance(item, Loaded)]
    assert found == ["list-1", "list-2"]


def test_warc(tmp_path: Path) -> None:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.encode()
    head = (
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://lake-wire.example.org/2\r\n"
        "WARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2014-03-06T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    (tmp_path / "crawl.warc").write_bytes(head.encode() + body + b"\r\n\r\n")
    document = only(tmp_path / "crawl.warc").document
    assert (document.id, document.url) == ("crawl-1", "https://lake-wire.example.org/2")
    assert "second round" in document.text


def test_folder_is_read_by_name_and_says_what_it_leaves_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "photo.png", ".hidden.txt"):
        (tmp_path / name).write_text("Talks.")
    found = read(tmp_path)
    assert [item.document.id for item in found if isinstance(item, Loaded)] == ["a", "b"]
    (left,) = [item for item in found if isinstance(item, Failure)]
    assert left.skipped
    assert left.where.endswith("photo.png")


def test_pattern(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md"):
        (tmp_path / name).write_text("Talks.")
    assert [item.document.id for item in read(tmp_path / "*.txt") if isinstance(item, Loaded)] == ["a", "b"]


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("empty.txt", b"", "it is empty"),
        ("front.txt", b"title: Only\npublished: 2025-01-01\n\n", "holds no text"),
        ("binary.txt", b"\x00\x01", "cannot be read as text"),
        ("bad.json", b"{", "not JSON"),
        ("list.json", b"[]", "it holds no documents"),
        ("mark.jsonl", b"\xef\xbb\xbf", "it holds no documents"),
        ("half.json", b'{"text": "Talks \\ud800 ended."}', "half characters"),
        ("none.html", b"<html></html>", "holds no text"),
        ("bad.warc.gz", b"\x1f\x8bnothing", ""),
    ],
)
def test_bad_files_are_failures(tmp_path: Path, name: str, data: bytes, why: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert why in failure(tmp_path / name).why


def test_no_such_file(tmp_path: Path) -> None:
    found = failure(tmp_path / "absent.txt")
    assert found.why == "there is no such file, folder or match"
    assert found.remedy == "check the path"


def test_published_is_for_documents_that_do_not_say(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Talks.")
    (tmp_path / "b.txt").write_text("published: 2001-01-01\n\nTalks.")
    found = read(tmp_path, published=date(2025, 6, 27))
    days = [item.document.published for item in found if isinstance(item, Loaded)]
    assert days == [date(2025, 6, 27), date(2001, 1, 1)]


@pytest.mark.parametrize(
    ("data", "count"),
    [(b"Talks ended.", 1), (b'{"text": "One."}\n{"text": "Two."}\n', 2), (PAGE.encode(), 1), (pdf("Talks ended."), 1)],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes, count: int) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    found = read("-")
    assert len(found) == count
    assert all(isinstance(item, Loaded) for item in found)


def test_how_many_are_expected(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Talks.")
    (tmp_path / "b.jsonl").write_text('{"text": "One."}\n\n{"text": "Two."}\n')
    assert expected([str(tmp_path)]) == 3
    assert expected([str(tmp_path / "*.txt"), str(tmp_path / "b.jsonl")]) == 3
    assert expected(["-"]) is None
