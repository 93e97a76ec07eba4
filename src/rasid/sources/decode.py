"""Bytes to text: marks of byte order, then UTF-8 strictly, then a guess, then a refusal that names the byte."""

from __future__ import annotations

import codecs

from rasid.sources.refusal import UnfitSourceError

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEADERS = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
)
# Without their mark these are refused above for their NUL bytes, or are not used for files.
_NEVER_GUESSED = ["utf_7", "utf_8", "utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le"]


def decode(data: bytes) -> str:
    """Return the text of a file, without its byte order mark.

    Raises UnfitSourceError for a binary file, and naming byte and offset for one in no encoding that fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, len(mark), encoding)
    _refuse_binary(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(data):
            raise _undecodable(data, error, "the rest is UTF-8, so repair or remove it") from error
        return _guessed(data, error)


def _strictly(data: bytes, skip: int, encoding: str) -> str:
    try:
        return str(memoryview(data)[skip:], encoding)
    except UnicodeDecodeError as error:
        error.start += skip
        raise _undecodable(data, error, f"its byte order mark says {encoding}; save the file as UTF-8") from error


def _refuse_binary(data: bytes) -> None:
    for header, kind in _HEADERS:
        if data.startswith(header):
            msg = f"the file is {kind}, not text; give its text as .txt, .md, .html or .jsonl"
            raise UnfitSourceError(msg, reason="not_text")
    if (offset := data.find(b"\0")) >= 0:
        msg = f"byte 0x00 at offset {offset}: the file is binary, or UTF-16 without its mark; save its text as UTF-8"
        raise UnfitSourceError(msg, reason="not_text")


def _is_damaged_utf8(data: bytes) -> bool:
    """More well-formed UTF-8 sequences than broken ones do not happen in another encoding; a guess would garble."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    return beyond_ascii - broken > broken


def _guessed(data: bytes, error: UnicodeDecodeError) -> str:
    """Guess the encoding; of those that fit equally well, Windows-1252 is by far the commonest on the web."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - rarely needed, so not paid for by every import

    matches = from_bytes(data, cp_exclusion=_NEVER_GUESSED)
    best = matches.best()
    if best is None:
        raise _undecodable(data, error, "no other encoding fits; save the file as UTF-8") from error
    ties = {match.encoding for match in matches if (match.chaos, match.coherence) == (best.chaos, best.coherence)}
    return data.decode("cp1252" if "cp1252" in ties else best.encoding)


def _undecodable(data: bytes, error: UnicodeDecodeError, advice: str) -> UnfitSourceError:
    msg = f"byte 0x{data[error.start]:02X} at offset {error.start} is not {error.encoding}; {advice}"
    return UnfitSourceError(msg, reason="not_text")
