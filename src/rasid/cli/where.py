"""`rasid where`: which places a phrase may mean, and what speaks for each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rasid.cli.apps import new_app
from rasid.cli.exits import Exit
from rasid.cli.options import AsJson, GazetteerFile
from rasid.cli.output import console, print_json, text

if TYPE_CHECKING:
    from rasid.resolve.place_explain import Explanation, Weighed
    from rasid.resolve.places import PlaceResolver

app = new_app()

_SIGNS = {
    "size": "size",
    "kind": "kind",
    "word": "word of its kind",
    "spelling": "spelling",
    "countries": "country of the report",
    "units": "unit of the report",
    "company": "places near by",
    "holder": "lies in what the phrase names",
    "others": "other places of the report",
    "point": "no point known",
}


@app.command()
def where(
    words: Annotated[str, typer.Argument(help="A place phrase as a report has it: “12 km north of Mosul”.")],
    *,
    country: Annotated[
        list[str] | None,
        typer.Option("--country", help="A country the report is about, ISO 3166-1 alpha-2. May be repeated."),
    ] = None,
    near: Annotated[
        list[str] | None, typer.Option("--near", help="Another place that the report names. May be repeated.")
    ] = None,
    report: Annotated[
        Path | None,
        typer.Option("--text", help="A text file: its countries and its other places are taken into account."),
    ] = None,
    gazetteer: GazetteerFile = None,
    as_json: AsJson = False,
) -> None:
    """Show which place a phrase is taken for, how finely, and the candidates with what speaks for and against each."""
    from rasid.resolve.place_explain import explain  # noqa: PLC0415 - keeps the help fast
    from rasid.resolve.places import PlaceResolver  # noqa: PLC0415 - as above

    resolver = PlaceResolver.open(gazetteer)
    countries, others = [code.upper() for code in country or ()], list(near or ())
    if report is not None:
        told = read_text(report)
        countries += [code for code in resolver.countries_of(told) if code not in countries]
        others += [span.words for span in resolver.find(told)]
    found = explain(resolver, words, countries=countries[:3], others=others)
    if as_json:
        print_json(plain(found))
    else:
        show(resolver, found)
    raise typer.Exit(Exit.ok if found.where is not None else Exit.unknown_name)


def read_text(path: Path) -> str:
    """Return the text of a file. Raises BadParameter, which ends with the code for usage, where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        msg = f"{path} cannot be read as text ({error})"
        raise typer.BadParameter(msg, param_hint="--text") from error


def show(resolver: PlaceResolver, found: Explanation) -> None:
    """Print the place and its candidates for reading."""
    shown = console()
    place = found.where
    if place is None:
        shown.print(text(f"{found.words}: no place of the gazetteer, in what the report is about"))
    else:
        names = dict.fromkeys(name for name in (place.name, place.admin2, place.admin1, place.country) if name)
        shown.print(text(", ".join(names), "bold"))
        point = "no point" if place.lat is None else f"{place.lat:.3f}, {place.lon:.3f} within {place.extent_km:g} km"
        shown.print(text(f"  {place.place_id}  {point}"))
        shown.print(text(f"  {place.rule}: {place.precision.value}, UCDP {place.ucdp_prec}, ACLED {place.acled_prec}"))
        shown.print(text(f"  confidence {place.confidence:.2f}"))
    for candidate in found.candidates:
        shown.print(text(f"{candidate.share:6.2f}  {_named(resolver, candidate)}"))
        shown.print(
            text(f"        {'; '.join(f'{_SIGNS.get(n, n)} {amount:+.1f}' for n, amount in candidate.reasons)}", "dim")
        )


def _named(resolver: PlaceResolver, candidate: Weighed) -> str:
    place = candidate.place
    units = [resolver.gazetteer.get(unit) for unit in (place.admin2_id, place.admin1_id) if unit and unit != place.id]
    country = (place.country,) if place.country and place.country != place.id else ()
    names = (place.name, *(unit.name for unit in units if unit), *country)
    people = f", {place.population} inhabitants" if place.population else ""
    return f"{', '.join(names)} ({place.kind}{people}) {place.id}"


def plain(found: Explanation) -> dict[str, Any]:
    """Return the explanation as plain values."""
    place = found.where
    return {
        "words": found.words,
        "name": found.name,
        "how": found.how,
        "kind": found.kind,
        "where": None if place is None else {
            "place_id": place.place_id, "name": place.name, "country": place.country, "admin1": place.admin1,
            "admin2": place.admin2, "lat": place.lat, "lon": place.lon, "extent_km": place.extent_km,
            "precision": place.precision.value, "ucdp_prec": place.ucdp_prec, "acled_prec": place.acled_prec,
            "confidence": place.confidence, "rule": place.rule,
        },
        "candidates": [
            {
                "place_id": one.place.id, "name": one.place.name, "kind": one.place.kind, "country": one.place.country,
                "lat": one.place.lat, "lon": one.place.lon, "population": one.place.population,
                "share": round(one.share, 3), "score": round(one.score, 2), "reasons": dict(one.reasons),
            }
            for one in found.candidates
        ],
    }  # fmt: skip
