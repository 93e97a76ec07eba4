"""Options that several commands share, so that they are called and explained alike."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from rasid.model import EventType
from rasid.products.selection import Selection

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
Database = Annotated[Path, typer.Option("--db", envvar="RASID_DB", help="The database file.")]
MaybeDatabase = Annotated[Path | None, typer.Option("--db", help="The database file.")]
Inputs = Annotated[
    list[Path], typer.Argument(help="Text, Markdown, HTML or JSON Lines files, folders, or - for standard input.")
]
Output = Annotated[Path, typer.Option("--output", "-o", help="Where to write.")]
Published = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="Day of publication, for reports that do not say; relative dates need it."),
]
Publisher = Annotated[str | None, typer.Option(help="Publisher, for reports that do not say.")]
Url = Annotated[str | None, typer.Option(help="Address, for reports that do not say.")]
Title = Annotated[str | None, typer.Option(help="Title, for reports that do not say.")]
GazetteerFile = Annotated[
    Path | None,
    typer.Option("--gazetteer", help="A table of your own places (.toml, .csv), or a whole gazetteer file (.sqlite)."),
]
Day = datetime | None
Since = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Incidents on or after this day.")]
Until = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Incidents on or before this day.")]
Country = Annotated[str | None, typer.Option(help="Incidents in this country: ISO 3166-1 alpha-2, such as IQ.")]
Type = Annotated[EventType | None, typer.Option("--type", help="Incidents of this type.")]


OwnActors = Annotated[
    Path | None,
    typer.Option("--actors", help="TOML file with own actors in the register's format, laid over the shipped ones."),
]
UseReader = Annotated[
    str | None,
    typer.Option("--reader", help="neural or lexicon; left out, the neural one where its network is installed."),
]


def day(moment: datetime | None) -> date | None:
    """Return the day of a date option."""
    return moment.date() if moment is not None else None


def selection_of(
    since: datetime | None, until: datetime | None, country: str | None, event_type: EventType | None
) -> Selection:
    """Return the part of a database that the options name."""
    return Selection(
        since=day(since), until=day(until), country=country.upper() if country else None, event_type=event_type
    )
