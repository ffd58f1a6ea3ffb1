"""Bytes into characters: Unicode where it is, else the old western encodings, and it is said which."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class NotTextError(ValueError):
    """The bytes are not text."""


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    r"""The characters of a text file, line ends as "\n", with a note where the encoding had to be guessed.

    >>> decode(b"\xef\xbb\xbfTalks\r\nended")
    ('Talks\nended', ())
    >>> decode(b"caf\xe9")
    ('café', ('not UTF-8: read as windows-1252',))
    """
    text, notes = _decode(data)
    if "\0" in text:
        raise NotTextError("it holds NUL characters, as binary files do")
    return text.replace("\r\n", "\n").replace("\r", "\n"), notes


def _decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), ()
            except UnicodeDecodeError as error:
                raise NotTextError(f"it is marked as {encoding} but is none: {error.reason}") from error
    for encoding, name in (("utf-8", ""), ("cp1252", "windows-1252"), ("latin-1", "latin-1")):
        try:
            return data.decode(encoding), ((f"not UTF-8: read as {name}",) if name else ())
        except UnicodeDecodeError:
            continue
    raise AssertionError("latin-1 decodes any bytes")
