"""Reading the tables of the vocabulary, strictly: every fault is reported with file and line."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from goodoffices.errors import VocabularyError


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: its file and line number (from 1), and its cells by column, stripped."""

    path: Path
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def many(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that holds several values separated by "|"."""
        value = self.cells.get(column, "")
        return tuple(part for part in (piece.strip() for piece in value.split("|")) if part) if value else ()

    def fault(self, reason: str) -> VocabularyError:
        """An error that names file and line."""
        return VocabularyError(f"{self.path.name}:{self.line}: {reason}")


def rows(path: Path, columns: Sequence[str], *, needed: Sequence[str] = ()) -> Iterator[Row]:
    """The rows of a CSV table whose comment lines begin with "#".

    Raises `VocabularyError` for an unknown or missing column, a row with too many or too few cells,
    and an empty cell in one of the `needed` columns.
    """
    with path.open(encoding="utf-8", newline="") as file:
        header: list[str] | None = None
        reader = csv.reader(file)
        for cells in reader:
            line = reader.line_num
            if not cells or cells[0].startswith("#"):
                continue
            if header is None:
                header = cells
                _check_header(path, line, header, columns)
                continue
            if len(cells) != len(header):
                raise VocabularyError(f"{path.name}:{line}: {len(cells)} cells where the header has {len(header)}")
            row = Row(path, line, dict(zip(header, map(str.strip, cells), strict=True)))
            for column in needed:
                if not row[column]:
                    raise row.fault(f"no {column}")
            yield row
        if header is None:
            raise VocabularyError(f"{path.name}: no header line; expected {', '.join(columns)}")


def _check_header(path: Path, line: int, header: list[str], columns: Sequence[str]) -> None:
    unknown = [column for column in header if column not in columns]
    missing = [column for column in columns if column not in header]
    if unknown or missing:
        raise VocabularyError(
            f"{path.name}:{line}: unknown columns {unknown}, missing columns {missing}; expected {', '.join(columns)}"
        )


def plain_rows(path: Path, columns: Sequence[str]) -> Iterator[list[str]]:
    """The rows of a generated table without quotation marks, fast: cells in the order of the columns."""
    lines = path.read_text("utf-8").splitlines()
    at = next(i for i, line in enumerate(lines) if not line.startswith("#"))
    _check_header(path, at + 1, lines[at].split(","), columns)
    for number, line in enumerate(lines[at + 1 :], at + 2):
        cells = line.split(",")
        if len(cells) != len(columns):
            raise VocabularyError(f"{path.name}:{number}: {len(cells)} cells where the header has {len(columns)}")
        yield cells
