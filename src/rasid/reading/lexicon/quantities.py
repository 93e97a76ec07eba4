"""Words before a number that belong to it: "at least five", "between 15 and 20 people"."""

from __future__ import annotations

QUANTITY = frozenset(
    {"about", "around", "nearly", "almost", "some", "approximately", "over", "roughly", "least", "most"}
)
NUMBERISH = frozenset(
    {"several", "multiple", "many", "numerous", "some", "few", "additional", "other", "various", "dozens"}
)
_QUANTITY_WORDS = frozenset(
    {
        "at least", "more than", "as many as", "no fewer than", "not less than", "up to", "fewer than", "less than",
        "no less than", "an estimated", "an additional", "close to", "a total of", "at most", "as few as", "another",
        "not fewer than", "no more than", "only", "just", "upwards of", "in excess of", "some", "a further",
    }
)  # fmt: skip
_FIRST = QUANTITY | {words.split()[0] for words in _QUANTITY_WORDS}
_NUMBERISH_NOUNS = frozenset({"half", "dozens", "scores", "two", "hundreds", "thousands"})
_A_NUMBER = frozenset(
    f"a {number}" for number in "dozen hundred thousand million score couple few handful quarter third".split()
)


def skip_quantity(forms: list[str], tags: list[str], begin: int) -> int:
    """Return where the number that a phrase is read from stands: after "at least", and the second of "20 to 25"."""
    return _skip_range(forms, tags, _skip_words(forms, tags, begin))


def _skip_words(forms: list[str], tags: list[str], at: int) -> int:
    """Return the position after "at least", "more than", "as many as", "up to", "about" where a number follows."""
    taken_over = forms[at] == "over" and at and forms[at - 1] in {"take", "takes", "took", "taken", "taking"}
    if forms[at] not in _FIRST or taken_over:
        return at
    for width in (3, 2, 1):
        after = at + width
        words = " ".join(forms[at:after])
        known = words in _QUANTITY_WORDS or (width == 1 and words in QUANTITY)
        if (
            known
            and after < len(tags)
            and (
                tags[after] == "CD"
                or forms[after] in _NUMBERISH_NOUNS
                or " ".join(forms[after : after + 2]) in _A_NUMBER
            )
        ):
            return after
    return at


def _skip_range(forms: list[str], tags: list[str], at: int) -> int:
    """Return the position of the second number of "between 15 and 20 people", "20 to 25 people"."""
    if at < len(tags) and forms[at] == "between" and _numbers_at(forms, tags, at + 1, {"and"}):
        return at + 3
    if at < len(tags) and _numbers_at(forms, tags, at, {"to", "or", "-", "–"}):
        return at + 2
    return at


def _numbers_at(forms: list[str], tags: list[str], at: int, joining: set[str]) -> bool:
    """Tell whether two numbers joined by one of the words stand at `at`, with a noun after them."""
    if at + 3 >= len(tags) or tags[at] != "CD" or forms[at + 1] not in joining:
        return False
    return tags[at + 2] == "CD" and tags[at + 3] in {"NN", "NNS", "JJ"}
