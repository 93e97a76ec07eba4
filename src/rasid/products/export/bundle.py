"""A whole export: data files, the codebook and a manifest, as a folder or one zip file."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TextIO

from rasid.products.atomic import whole_file, whole_folder
from rasid.products.export.codebook_text import codebook_text
from rasid.products.export.csv_file import write_csv
from rasid.products.export.geojson_file import write_geojson
from rasid.products.export.jsonl_file import write_claims, write_jsonl
from rasid.products.export.manifest import Origin, manifest_text
from rasid.products.export.table import Table

Write = Callable[[Table, TextIO], None]

FORMATS: dict[str, tuple[str, Write]] = {
    "csv": ("{unit}s.csv", write_csv),
    "jsonl": ("{unit}s.jsonl", write_jsonl),
    "geojson": ("{unit}s.geojson", write_geojson),
    "claims": ("{unit}s-claims.jsonl", write_claims),
}
"""Format name -> file name and writer."""

# The earliest time that a zip entry can hold: entries without a clock make the same zip on every day.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def write_export(
    table: Table, target: Path, *, origin: Origin, formats: Iterable[str] = tuple(FORMATS), overwrite: bool = False
) -> None:
    """Write `table` to `target`: a zip file when its name ends in .zip, else a folder.

    `formats` are keys of FORMATS. The result appears whole or not at all; the same input gives the same bytes.
    Raises ExportError when `target` exists and `overwrite` is false, or when the disk refuses.
    """
    formats = tuple(formats)
    if target.suffix.lower() != ".zip":
        with whole_folder(target, overwrite=overwrite) as folder:
            _fill(folder, table, origin, formats)
        return
    with whole_file(target, overwrite=overwrite) as part, tempfile.TemporaryDirectory(dir=part.parent) as name:
        _fill(Path(name), table, origin, formats)
        _zip(Path(name), part, target.stem)


def _fill(folder: Path, table: Table, origin: Origin, formats: Iterable[str]) -> None:
    for name in formats:
        pattern, write = FORMATS[name]
        with (folder / pattern.format(unit=table.unit.value)).open("w", encoding="utf-8", newline="") as file:
            write(table, file)
    (folder / "codebook.md").write_text(codebook_text(table, origin), encoding="utf-8", newline="\n")
    (folder / "manifest.json").write_text(manifest_text(table, origin, folder), encoding="utf-8", newline="\n")


def _zip(folder: Path, target: Path, stem: str) -> None:
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(folder.iterdir()):
            entry = zipfile.ZipInfo(f"{stem}/{path.name}", date_time=_ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes())
