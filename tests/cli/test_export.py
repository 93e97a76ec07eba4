from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from rasid.cli.exits import Exit
from rasid.cli.main import app
from rasid.errors import ExportError


def _export(*words: str | Path) -> Result:
    return CliRunner().invoke(app, ["export", *map(str, words)], env={"RASID_DB": ""})


def test_an_export_of_a_database(database: Path, tmp_path: Path) -> None:
    shown = _export("--db", database, "-o", tmp_path / "out", "--json")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))

    assert shown.exit_code == Exit.ok
    assert json.loads(shown.stdout)["rows"] == manifest["rows"]
    assert (manifest["filter"], "run_date" in manifest) == (None, False)
    assert "# Codebook" in (tmp_path / "out" / "codebook.md").read_text(encoding="utf-8")


def test_the_filter_stands_in_the_manifest(database: Path, tmp_path: Path) -> None:
    _export("--db", database, "-o", tmp_path / "out", "--unit", "mention", "--country", "SY", "--date", "2024-01-02")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))

    assert (manifest["unit"], manifest["rows"]) == ("mention", 1)
    assert (manifest["filter"], manifest["run_date"]) == ("country SY", "2024-01-02")


def test_only_the_wanted_formats_are_written(database: Path, tmp_path: Path) -> None:
    _export("--db", database, "-o", tmp_path / "out.zip", "--format", "csv, geojson")
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        names = {name.partition("/")[2] for name in archive.namelist()}

    assert names == {"incidents.csv", "incidents.geojson", "codebook.md", "manifest.json"}


@pytest.mark.parametrize("formats", ["xlsx", "csv,xlsx", ""])
def test_an_unknown_format_is_a_misuse(database: Path, tmp_path: Path, formats: str) -> None:
    shown = _export("--db", database, "-o", tmp_path / "out", "--format", formats)

    assert shown.exit_code == Exit.usage
    assert "csv, jsonl, geojson, claims" in " ".join(shown.stderr.split())


def test_an_earlier_export_is_kept_unless_told_otherwise(database: Path, tmp_path: Path) -> None:
    _export("--db", database, "-o", tmp_path / "out")
    again = _export("--db", database, "-o", tmp_path / "out")

    assert isinstance(again.exception, ExportError)
    assert again.exception.exit_code == Exit.export
    assert _export("--db", database, "-o", tmp_path / "out", "--overwrite").exit_code == Exit.ok
