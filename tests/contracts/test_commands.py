"""Every command and exit code is documented, and every command that a page names exists as it is called."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from rasid.cli.exits import MEANINGS
from rasid.cli.main import COMMANDS, load
from tests.contracts.pages import GENERATED, PAGES, ROOT, blocks, code_words, name_of, read

REFERENCE = read(GENERATED / "cli.md")
TARGETS = set(re.findall(r"^([a-z]+):", read(ROOT / "Makefile"), re.MULTILINE))
_OPERATORS = frozenset({"|", ">", "&&"})


def names() -> list[tuple[str, ...]]:
    """Return the words of every command, those of a noun after the noun."""
    found: list[tuple[str, ...]] = []
    for name in COMMANDS:
        found += [(name,), *((name, inner) for inner in getattr(load(name), "commands", {}))]
    return found


def lines_of(page: Path) -> Iterator[str]:
    """Yield the command lines of a page: of its blocks, and what stands between backticks."""
    for block in blocks(read(page)):
        if block.language in {"console", "bash"}:
            for line in block.text.splitlines():
                if block.language == "bash" or line.startswith("$ "):
                    yield line.removeprefix("$ ")
    yield from code_words(read(page))


def calls_of(page: Path, program: str) -> Iterator[list[str]]:
    """Yield the words after `program` of each command line that calls it."""
    for line in lines_of(page):
        if not re.search(rf"(?:^|\| ){program} [a-z-]", line):
            continue
        words = shlex.split(line, comments=True)
        words = words[words.index(program) + 1 :]
        yield words[: next((at for at, word in enumerate(words) if word in _OPERATORS), len(words))]


@pytest.mark.parametrize("words", names(), ids=" ".join)
def test_every_command_has_its_help_in_the_reference(words: tuple[str, ...]) -> None:
    assert f"## `rasid {' '.join(words)}`\n" in REFERENCE


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_shown_in_a_page(name: str) -> None:
    assert any(call[0] == name for page in PAGES for call in calls_of(page, "rasid"))


@pytest.mark.parametrize("code", MEANINGS, ids=str)
def test_every_exit_code_is_in_the_reference(code: int) -> None:
    assert re.search(rf"^\| {int(code)} \| .+ \|$", REFERENCE, re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_commands_in_a_page_exist(page: Path) -> None:
    for words in calls_of(page, "rasid"):
        if words[0].startswith("-"):
            assert words in (["--help"], ["--version"])
            continue
        assert words[0] in COMMANDS, f"rasid {' '.join(words)}"
        command = load(words[0])
        inner = getattr(command, "commands", None)
        if inner is not None and len(words) > 1:
            assert words[1] in inner, f"rasid {' '.join(words)}"
            command = inner[words[1]]
        known = {"--help", *(option for one in command.params for option in one.opts)}
        used = {word for word in words if word.startswith("-") and word != "-"}
        assert used <= known, f"rasid {' '.join(words)}: {used - known}"


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_make_targets_in_a_page_exist(page: Path) -> None:
    called = {words[0] for words in calls_of(page, "make")}
    assert called <= TARGETS, called - TARGETS


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_modules_and_scripts_in_a_page_exist(page: Path) -> None:
    for words in calls_of(page, "python"):
        if words[0] == "-m":
            path = Path(*words[1].split("."))
            files = (path.with_suffix(".py"), path / "__main__.py")
            assert any((ROOT / folder / file).is_file() for folder in (".", "src") for file in files), words[1]
        else:
            assert (ROOT / words[0]).is_file(), words[0]


def test_the_two_commands_are_the_first_that_the_readme_shows() -> None:
    first = next(block for block in blocks(read(ROOT / "README.md")) if block.language == "bash")
    assert [line.split("#")[0].strip() for line in first.text.splitlines()] == ["make demo", "make test"]
