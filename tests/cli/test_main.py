from __future__ import annotations

import subprocess
import sys

import pytest
from typer.testing import CliRunner

from rasid.cli import main
from rasid.cli.exits import MEANINGS, Exit
from rasid.cli.main import COMMANDS, app, load
from rasid.errors import ExportError, InputError, RasidError, StoreError, UnknownNameError

RUNNER = CliRunner()


def test_help_names_every_command_and_exit_code() -> None:
    shown = RUNNER.invoke(app, ["--help"]).output

    assert all(f"  {name} " in shown for name in COMMANDS)
    assert all(f"{code.value} " in " ".join(shown.split()) for code in MEANINGS)


def test_every_exit_code_has_a_meaning_and_errors_carry_theirs() -> None:
    assert set(MEANINGS) == set(Exit)
    errors = (RasidError, InputError, StoreError, ExportError, UnknownNameError)
    assert [error.exit_code for error in errors] == [
        Exit.error,
        Exit.no_input,
        Exit.store,
        Exit.export,
        Exit.unknown_name,
    ]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_helps_and_has_json(name: str) -> None:
    command = load(name)
    inner = getattr(command, "commands", {"": command})

    assert RUNNER.invoke(app, [name, "--help"]).exit_code == Exit.ok
    for words in inner:
        shown = RUNNER.invoke(app, [name, *filter(None, [words]), "--help"])
        assert "--json" in shown.output


@pytest.mark.parametrize("name", COMMANDS)
def test_the_line_of_help_fits(name: str) -> None:
    assert len(COMMANDS[name]) <= 66


def test_a_misspelt_command_is_answered_with_the_right_one() -> None:
    shown = RUNNER.invoke(app, ["incident"])

    assert shown.exit_code == Exit.usage
    assert "incidents" in shown.output


def test_help_imports_no_command() -> None:
    code = (
        "import sys; from typer.testing import CliRunner; from rasid.cli.main import app; "
        "CliRunner().invoke(app, ['--help']); "
        "print([name for name in sys.modules if name in ('rasid.cli.code', 'rasid.pipeline', 'sqlalchemy', 'pydantic')])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603

    assert shown.stdout.strip() == "[]"


def test_version() -> None:
    shown = RUNNER.invoke(app, ["--version"])

    assert shown.output.startswith("rasid 0.")


def _run(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> int:
    def fail() -> None:
        raise error

    monkeypatch.setattr(main, "app", fail)
    with pytest.raises(SystemExit) as ended:
        main.run()
    return int(ended.value.code or 0)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (StoreError("no database"), 4),
        (ExportError("disk full"), 5),
        (UnknownNameError("no id"), 6),
        (InputError("bad"), 3),
    ],
)
def test_an_error_of_rasid_ends_with_its_message_and_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: RasidError, code: int
) -> None:
    assert _run(monkeypatch, error) == code
    assert capsys.readouterr().err == f"rasid: {error}\n"


def test_any_other_error_is_told_as_a_fault(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("RASID_TRACEBACK", raising=False)

    assert _run(monkeypatch, ZeroDivisionError("by zero")) == Exit.bug
    told = capsys.readouterr().err
    assert "a fault in rasid, not in your input: ZeroDivisionError: by zero" in told
    assert "Traceback" not in told


def test_the_place_of_a_fault_is_shown_when_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RASID_TRACEBACK", "1")
    _run(monkeypatch, ZeroDivisionError("by zero"))

    assert "Traceback" in capsys.readouterr().err
