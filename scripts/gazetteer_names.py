"""Which alternate names of GeoNames are taken."""

from __future__ import annotations

import re

from rasid.text.names import is_arabic

_OTHER_SCRIPT = re.compile(
    r"[\u0250-\u02af\u0370-\u03ff\u0500-\u05ff\u0700-\u1dff\u2c00-\ua6ff\uac00-\ufaff\uff00-\uffef]"
)
_LONGEST = 40
_CODE = 4


def readable(name: str) -> bool:
    """Whether an alternate name is one a report may hold: Latin, Arabic or Cyrillic, no code, no letter-by-letter transliteration."""
    if is_arabic(name):
        return True
    if _OTHER_SCRIPT.search(name) or len(name) > _LONGEST or any(letter.isdigit() for letter in name):
        return False
    transliteration = name[:1].islower() and name.isascii()
    return not transliteration and not (name.isupper() and len(name) <= _CODE)
