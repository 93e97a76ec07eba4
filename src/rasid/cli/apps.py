"""One look for the help of all commands."""

from __future__ import annotations

import typer


def new_app(words: str | None = None) -> typer.Typer:
    """Return an app for one command, or with `words` as its help for a noun with several."""
    return typer.Typer(
        help=words,
        no_args_is_help=words is not None,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
