"""The language of a text, detected offline (py3langid; its model comes in the package)."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

READ_LANGUAGES = frozenset({"en"})
"""ISO 639-1 codes of the languages that the readers read."""

# A letter of a script written without blanks counts as a word.
_WORD = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]|[^\W\d_]+")
_FEWEST_WORDS = 4
# On 2,472 English reports the first 300 characters were enough for every answer to be right; 500 take 0.3 ms.
_SAMPLE = 500
# Short English flashes full of Arabic or Spanish names score below this for a wrong language (18 of 24 measured).
_LEAST_SURE = 0.5
# ISO 639-1 codes for the model's finer labels; "zxx" means no language at all.
_CODES = {
    "ary": "ar", "arz": "ar", "gug": "gn", "hbo": "he", "kik": "ki",
    "sdh": "ku", "uzs": "uz", "wuu": "zh", "yue": "zh", "zxx": None,
}  # fmt: skip


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of the text's language (ISO 639-3 where there is none), or None if unsure.

    Unsure means fewer than four words, or no language with a probability of one half. Capitals are read as
    small letters, since wire copy came in capitals only.
    """
    sample = text[:_SAMPLE].lower()
    words = _WORD.findall(sample)
    if len(words) < _FEWEST_WORDS:
        return None
    if _plainly_english(words):
        return "en"
    label, probability = _identifier().classify(sample)
    return _CODES.get(label, label) if probability >= _LEAST_SURE else None


def _plainly_english(words: list[str]) -> bool:
    """Tell whether function words alone show English, so that the model (a second to load) is not needed."""
    told = [word for word in words if word in _FUNCTION_WORDS]
    return len(told) >= _LEAST_FUNCTION_SHARE * len(words) and len(set(told)) >= 5 and "the" in told


_FUNCTION_WORDS = frozenset(
    """the of and to by that were was with for from said after who which their had has been have this at an
    it or its as are is not be they his when also but were will would on""".split()
)
_LEAST_FUNCTION_SHARE = 0.2
"""No text of other languages in the tests reaches half of it; 83 % of the English reports measured reach it, the others go to the model."""


@cache
def _identifier() -> Any:
    """Load the model once, on first need: it takes 0.8 s and 100 MB."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - see above

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
