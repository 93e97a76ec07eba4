"""JSON lines: one report a line, {"text": …} with the optional fields of `fields`; read line by line."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from rasid.sources.draft import Draft
from rasid.sources.fields import fields_of
from rasid.sources.refusal import UnfitReportError

MAX_LINE = 8_000_000
"""Most bytes in a line."""

_CHUNK = 1_000_000


def numbered_lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield each line that is not blank with its number, counted from 1, without a byte order mark.

    Of a line over MAX_LINE only MAX_LINE + 1 bytes are kept, enough for read_line to refuse it; its rest is
    passed over in pieces, so that memory stays bounded.
    """
    number = 0
    while line := stream.readline(MAX_LINE + 1):
        number += 1
        if not line.endswith(b"\n"):
            _pass_rest(stream)
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        if line.strip():
            yield number, line


def read_line(line: bytes) -> Draft:
    """Return the text and fields of one line; raises UnfitReportError saying what is wrong and where in it."""
    line = line.rstrip(b"\r\n")
    if len(line) > MAX_LINE:
        msg = f"the line is longer than {MAX_LINE:,} bytes, the most a line may hold; split the report"
        raise UnfitReportError(msg, reason="too_large")
    fields = _object(line)
    text = fields.get("text")
    if not isinstance(text, str):
        found = f"text is {type(text).__name__}, not a string" if "text" in fields else "there is no text"
        msg = f'{found}; write {{"text": "…"}}'
        raise UnfitReportError(msg, reason="bad_field")
    return Draft(text, fields_of(fields))


def _object(line: bytes) -> dict[str, Any]:
    try:
        value = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        msg = f"byte 0x{line[error.start]:02X} at offset {error.start} of the line is not UTF-8; save the file as UTF-8"
        raise UnfitReportError(msg, reason="bad_json") from error
    except (ValueError, RecursionError) as error:
        msg = f"the line is not JSON: {error}; write one object a line"
        raise UnfitReportError(msg, reason="bad_json") from error
    if not isinstance(value, dict):
        msg = f"the line is a JSON {type(value).__name__}, not an object; write one object a line"
        raise UnfitReportError(msg, reason="bad_json")
    return value


def _pass_rest(stream: BinaryIO) -> None:
    while (piece := stream.readline(_CHUNK)) and not piece.endswith(b"\n"):
        pass
