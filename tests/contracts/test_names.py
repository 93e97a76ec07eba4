"""What the code names, the pages name: public names, packages, the import rule, settling rules, data and decisions."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

import rasid
from tests.contracts.pages import ROOT, blocks, code_words, read

API = read(ROOT / "docs" / "api.md")
ARCHITECTURE = read(ROOT / "docs" / "architecture.md")
METHOD = read(ROOT / "docs" / "method.md")
DATA = read(ROOT / "docs" / "data.md")
DECISIONS = ROOT / "docs" / "decisions"
PACKAGE = ROOT / "src" / "rasid"
PACKAGES = sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))
_RULE = re.compile(r"[a-z_]+\.[a-z_]+")


def settling_rules() -> set[str]:
    """Return the names of the settling rules, as the modules of linking.settle hold them."""
    home = "rasid.linking.settle"
    modules = [import_module(f"{home}.{found.name}") for found in iter_modules(import_module(home).__path__)]
    held = {
        value for module in modules for name, value in vars(module).items() if name.isupper() and isinstance(value, str)
    }
    return {rule for rule in held if _RULE.fullmatch(rule)} | {"weapons.union", "tactics.union"}


def layers() -> Iterator[list[str]]:
    """Yield the layers of the import rule that pyproject.toml holds, without packages that are not there."""
    contracts = tomllib.loads(read(ROOT / "pyproject.toml"))["tool"]["importlinter"]["contracts"]
    for layer in contracts[0]["layers"]:
        names = [name.strip().removeprefix("rasid.") for name in layer.split("|")]
        yield [name for name in names if (PACKAGE / name).is_dir() or (PACKAGE / f"{name}.py").is_file()]


@pytest.mark.parametrize("name", rasid.__all__)
def test_every_public_name_is_in_the_python_interface(name: str) -> None:
    assert name in code_words(API) or any(word.startswith(f"{name}(") for word in code_words(API))


def test_the_python_interface_names_nothing_else_as_public() -> None:
    table = API[API.index("## Names") :]
    assert set(re.findall(r"`(\w+)`", table[: table.index("`rasid.errors`")])) == set(rasid.__all__)


def test_the_import_rule_is_told_as_it_is_held() -> None:
    told = [block.text for block in blocks(ARCHITECTURE) if block.text.startswith("cli\n")]
    assert told == ["".join(f"{' | '.join(layer)}\n" for layer in layers())]


@pytest.mark.parametrize("package", PACKAGES)
def test_every_package_is_in_the_architecture(package: str) -> None:
    assert f"| `{package}` |" in ARCHITECTURE


@pytest.mark.parametrize("package", PACKAGES)
def test_every_package_has_tests_that_mirror_it(package: str) -> None:
    assert list((ROOT / "tests" / package).rglob("test_*.py")), f"tests/{package} has no tests"


@pytest.mark.parametrize("rule", sorted(settling_rules()))
def test_every_settling_rule_is_told_in_the_method(rule: str) -> None:
    assert f"`{rule}`" in METHOD or rule.endswith(".not_stated")


@pytest.mark.parametrize("folder", sorted(path.name for path in (PACKAGE / "data").iterdir() if path.is_dir()))
def test_every_folder_of_data_has_its_licence_told(folder: str) -> None:
    row = next(iter(re.findall(rf"^\| `{folder}/` \|.*$", DATA, re.MULTILINE)), "")
    assert re.search(r"CC BY|Apache-2\.0|public domain|MIT", row)


def test_decisions_are_numbered_and_listed() -> None:
    pages = sorted(path.name for path in DECISIONS.glob("0*.md"))
    assert [name[:4] for name in pages] == [f"{number:04}" for number in range(1, len(pages) + 1)]
    listed = re.findall(r"^\| \[(\d{4})\]\((\S+)\) \| (.+) \|$", read(DECISIONS / "README.md"), re.MULTILINE)
    assert [(number, name) for number, name, _ in listed] == [(name[:4], name) for name in pages]
    assert [f"# {number} {title}" for number, _, title in listed] == [
        read(DECISIONS / name).splitlines()[0] for name in pages
    ]


def test_the_changelog_has_the_version() -> None:
    version = tomllib.loads(read(ROOT / "pyproject.toml"))["project"]["version"]
    assert re.search(rf"^## \[{re.escape(version)}\]", read(ROOT / "CHANGELOG.md"), re.MULTILINE)


def test_paths_in_the_pages_exist() -> None:
    missing = [
        word
        for page in (ARCHITECTURE, DATA, read(ROOT / "CONTRIBUTING.md"))
        for word in code_words(page)
        if re.fullmatch(r"[\w./-]+/[\w.-]*\.(?:py|toml|md|json|sqlite|css)", word) and not _found(Path(word))
    ]
    assert missing == []


def _found(path: Path) -> bool:
    """Whether a path is there: from the root, in the package, or anywhere below a package of it."""
    return (ROOT / path).exists() or (PACKAGE / path).exists() or any(PACKAGE.glob(f"*/{path}"))
