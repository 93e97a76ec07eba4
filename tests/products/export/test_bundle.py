from __future__ import annotations

import errno
import hashlib
import json
import zipfile
from datetime import date
from pathlib import Path
from typing import Any, TextIO

import jsonschema
import pytest

from rasid.errors import ExportError
from rasid.products.export import FORMATS, Origin, Table, Unit, table_of, write_export
from rasid.products.schemas import schema
from tests.products import sample

ORIGIN = Origin(filter_text="country IQ", codebook_version="abc", codebook_text="# Codebook\n")


def _table(unit: Unit = Unit.incident) -> Table:
    return table_of(sample.sample_record(), unit)


def _manifest(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("unit", Unit)
def test_an_export_holds_data_codebook_and_manifest(tmp_path: Path, unit: Unit) -> None:
    write_export(_table(unit), tmp_path / "out", origin=ORIGIN)

    names = {path.name for path in (tmp_path / "out").iterdir()}
    data = {f"{unit}s.csv", f"{unit}s.jsonl", f"{unit}s.geojson", f"{unit}s-claims.jsonl"}
    assert names == data | {"codebook.md", "manifest.json"}


def test_the_manifest_tells_rows_filter_codebook_and_sums(tmp_path: Path) -> None:
    write_export(_table(), tmp_path / "out", origin=ORIGIN)
    manifest = _manifest(tmp_path / "out")

    assert (manifest["rows"], manifest["unit"]) == (5, "incident")
    assert (manifest["filter"], manifest["codebook"]) == ("country IQ", "abc")
    assert "run_date" not in manifest
    for file in manifest["files"]:
        content = (tmp_path / "out" / file["name"]).read_bytes()
        assert (file["bytes"], file["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())
    assert {file["name"] for file in manifest["files"]} == {p.name for p in (tmp_path / "out").iterdir()} - {
        "manifest.json"
    }


def test_a_day_is_named_only_when_given(tmp_path: Path) -> None:
    write_export(_table(), tmp_path / "out", origin=Origin(run_date=date(2024, 1, 2)), formats=["csv"])

    assert _manifest(tmp_path / "out")["run_date"] == "2024-01-02"
    assert "2024-01-02" in _manifest(tmp_path / "out")["cite"]


def test_the_codebook_of_an_export_describes_every_column(tmp_path: Path) -> None:
    write_export(_table(Unit.mention), tmp_path / "out", origin=ORIGIN)
    text = (tmp_path / "out" / "codebook.md").read_text(encoding="utf-8")

    assert "| killed_best | " in text
    assert text.endswith("# Codebook\n")


def test_a_zip_is_the_same_on_every_run(tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        write_export(_table(), tmp_path / name, origin=ORIGIN)
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        names = archive.namelist()

    assert names == sorted(names)
    assert "a/incidents.csv" in names
    assert len(list(tmp_path.iterdir())) == 2
    write_export(_table(), tmp_path / "again" / "a.zip", origin=ORIGIN)
    assert (tmp_path / "again" / "a.zip").read_bytes() == (tmp_path / "a.zip").read_bytes()


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    def fail(table: Table, file: TextIO) -> None:
        file.write(f"{len(table.entries)}")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setitem(FORMATS, "geojson", ("{unit}s.geojson", fail))

    with pytest.raises(ExportError, match="the disk is full"):
        write_export(_table(), tmp_path / name, origin=ORIGIN)

    assert list(tmp_path.iterdir()) == []


def test_an_existing_zip_is_kept_unless_told_otherwise(tmp_path: Path) -> None:
    (tmp_path / "out.zip").write_bytes(b"old")

    with pytest.raises(ExportError, match="exists already"):
        write_export(_table(), tmp_path / "out.zip", origin=ORIGIN)

    assert (tmp_path / "out.zip").read_bytes() == b"old"


def test_rows_come_by_day_then_id_undated_last() -> None:
    rows = [entry.row for entry in _table(Unit.mention).entries]

    days = [row.date_start for row in rows]
    assert days == sorted(days, key=lambda day: day or date.max)
    assert days[-1] is None


@pytest.mark.parametrize(("unit", "form"), [(Unit.incident, "incident-claims"), (Unit.mention, "mention")])
def test_every_line_of_the_claims_fits_its_schema(tmp_path: Path, unit: Unit, form: str) -> None:
    write_export(_table(unit), tmp_path / "out", origin=ORIGIN)
    lines = (tmp_path / "out" / f"{unit}s-claims.jsonl").read_text(encoding="utf-8").splitlines()

    assert len(lines) == len(_table(unit).entries)
    for line in lines:
        jsonschema.validate(json.loads(line), schema(form))
    assert f"`{form}.schema.json`" in (tmp_path / "out" / "codebook.md").read_text(encoding="utf-8")


def test_an_empty_record_makes_an_export_of_no_rows(tmp_path: Path) -> None:
    from rasid.products.record import Record  # noqa: PLC0415

    write_export(table_of(Record(), Unit.mention), tmp_path / "out", origin=ORIGIN)

    assert _manifest(tmp_path / "out")["rows"] == 0
    assert json.loads((tmp_path / "out" / "mentions.geojson").read_text(encoding="utf-8"))["features"] == []
