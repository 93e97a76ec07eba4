from __future__ import annotations

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.errors import SourceError
from rasid.sources.decode import decode
from tests.sources.take import ARABIC, SENTENCE

MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}


@pytest.mark.parametrize("encoding", MARKS)
@pytest.mark.parametrize("text", [SENTENCE, ARABIC])
def test_byte_order_marks_decide_and_go(encoding: str, text: str) -> None:
    assert decode(MARKS[encoding] + text.encode(encoding)) == text


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff")))
def test_utf8_round_trips(text: str) -> None:
    assert decode(text.encode()) == text or text.startswith("%PDF-")


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1256", ARABIC),
        ("cp1252", "Señor Muñoz was killed in Bogotá — “a cowardly act”, his brother said."),
        ("latin-1", "El ejército informó de dos muertos en Arauca. Mañana habrá más, según el comandante."),
        ("cp1251", "Вооруженные люди на рассвете атаковали военный лагерь и убили одиннадцать солдат."),
        ("shift_jis", "武装集団が夜明けに軍の駐屯地を襲撃し、兵士11人が死亡した。"),
    ],
)
def test_older_encodings_are_guessed(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_damaged_utf8_is_named_not_guessed() -> None:
    data = ARABIC.encode()
    broken = data[:20] + b"\xff" + data[20:]
    with pytest.raises(SourceError, match="byte 0xFF at offset 20 is not utf-8"):
        decode(broken)


def test_cut_utf16_is_named_with_its_offset_in_the_file() -> None:
    with pytest.raises(SourceError, match=r"byte 0x21 at offset 4 is not utf-16.*save the file as UTF-8"):
        decode(codecs.BOM_UTF16_LE + b"a\0!")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"),
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"\xff\xd8\xff\xe0JFIF", "JPEG"),
        (b"PK\x03\x04\x14\0", "ZIP"),
        (b"\x1f\x8b\x08\0", "gzip"),
        (b"Gunmen killed\0three", "0x00 at offset 13"),
        ("Gunmen".encode("utf-16-le"), "0x00 at offset 1"),
    ],
)
def test_binary_files_are_refused_by_kind(data: bytes, kind: str) -> None:
    with pytest.raises(SourceError, match=kind):
        decode(data)


def test_bytes_that_no_encoding_fits_are_refused_with_the_first() -> None:
    noise = bytes((i * 73 + i * i * 31) % 255 + 1 for i in range(3000))
    with pytest.raises(SourceError, match=r"byte 0x\w\w at offset \d+ is not utf-8; no other encoding fits"):
        decode(noise)


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    with suppress(SourceError):
        assert isinstance(decode(data), str)
