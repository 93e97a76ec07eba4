"""Strings in the form of the MUC-4 key: names without titles, heads without what follows, organisations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rasid.model import Report, Span
from rasid.reading.lexicon.analyse import tagger
from rasid.reading.lexicon.vocabulary import vocabulary
from rasid.text.tokens import tokenise

_CONNECTORS = frozenset({"de", "la", "del", "los", "las", "y", "von", "da", "dos"})
_NO_NAMES = frozenset(
    """san santa el department municipality guerrillas terrorists fmln eln farc colombia peru salvador guatemala chile
    bolivia honduras nicaragua panama lima bogota medellin ecuador venezuela argentina brazil mexico cuba washington
    santiago managua tegucigalpa quito cali barranquilla soyapango mejicanos usulutan chalatenango""".split()
)
_ROLE_SUFFIXES = ("ist", "ists", "man", "men", "ers", "ors", "ian", "ians", "ese", "ites")


def clean(words: str) -> str:
    """Return lower-case words on one line without brackets and surrounding marks."""
    return " ".join(re.sub(r"[\[\]\"“”()]", " ", words).lower().split())


_NOT_NAMES = frozenset(
    """msgr monsignor monsigno dr dr. mr mrs gen gen. col col. lt lt. companion jr mnr spokesman spolesman ex-president
    father attacked killed murdered kidnapped passerby catapults airstrips massacre gen. capt. maj. sgt. ambassador
    salvadoran colombian peruvian guatemalan chilean honduran bolivian ecuadoran argentine brazilian""".split()
)


@cache
def is_name_token(form: str) -> bool:
    """Tell whether a lower-case form is no common English word, and so may be part of a name."""
    table = vocabulary()
    if not form[0].isalpha() or form in _NOT_NAMES or form in table.people or form in table.things:
        return False
    return not tagger().knows(form) and not form.endswith("-")


@dataclass(frozen=True, slots=True)
class Names:
    """The personal names of one report: each run of name words with two or more of them."""

    full: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, text: str) -> Names:
        """Collect the runs of two or more name words of a text."""
        runs: list[tuple[str, ...]] = []
        run: list[str] = []
        for token in [*tokenise(text), None]:
            if token is not None and (is_name_token(token.form) or (run and token.form in _CONNECTORS)):
                run.append(token.form)
                continue
            while run and run[-1] in _CONNECTORS:
                run.pop()
            if 2 <= len(run) <= 5 and not _NO_NAMES & set(run):
                runs.append(tuple(run))
            run = []
        return cls(tuple(sorted(set(runs), key=lambda one: (-runs.count(one), runs.index(one)))))

    def person(self, words: str) -> str | None:
        """Return the full personal name that a phrase ends in or stands for, or None for a description."""
        forms = [token.form for token in tokenise(clean(words))]
        run = _last_run(forms)
        if not run or _NO_NAMES & set(run):
            return None
        if len(run) == 1:
            return next((" ".join(full) for full in self.full if run[0] in full[-2:]), None)
        return " ".join(run)

    def full_name(self, words: str) -> str | None:
        """Return the longest name of the report that holds the phrase's personal name: "Galan" and "Luis Carlos Galan"."""
        name = self.person(words)
        if name is None:
            return None
        run = name.split()
        longer = [full for full in self.full if len(full) >= len(run) and set(run) <= set(full)]
        longest = max([tuple(run), *longer], key=len)
        return " ".join(longest)


def _last_run(forms: list[str]) -> list[str]:
    """Return the name words at the end of a phrase, before any comma or relative clause."""
    cut = next(
        (at for at, form in enumerate(forms) if form in {",", "who", "which", ";", ":", "of", "and", "in", "-"}),
        len(forms),
    )
    run: list[str] = []
    for form in reversed(forms[:cut]):
        if form in {".", "'s"}:
            if run:
                break
            continue
        if not (is_name_token(form) or (run and form in _CONNECTORS)):
            break
        run.insert(0, form)
    while run and (run[0] in _CONNECTORS or run[0].endswith(_ROLE_SUFFIXES[:2]) or _is_calling(run)):
        run.pop(0)
    return run


def _is_calling(run: list[str]) -> bool:
    """Tell whether a name of three words or more begins with what a man does or where he is from: "cattleman", "Spaniard"."""
    return len(run) > 2 and run[0].endswith(("man", "iard")) and run[0] not in _FIRST_NAMES


_FIRST_NAMES = frozenset({"german", "roman", "norman", "herman", "hernan", "guzman"})


_QUANTITY = re.compile(
    r"^(?:(?:at least|about|some|nearly|over|more than|approximately|around|the|a|an) )*"
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|various|many|a few|a number of|numerous|other) (?=\w)"
)


def thing_phrase(report: Report, span: Span) -> str:
    """Return the whole phrase for a thing, without its article and number: "the house of the judge" is one string of the key."""
    words = clean(span.quote(report.text))
    return _QUANTITY.sub("", _ARTICLE.sub("", words))


_ARTICLE = re.compile(r"^(?:the|a|an|some|these|those|about|his|her|their|its|this|that)\s+")


def head_phrase(report: Report, span: Span, head: Span) -> str:
    """Return the phrase up to its head noun, without its article: "the three armed men of …" gives "three armed men"."""
    words = clean(report.text[span.start : head.end])
    return _ARTICLE.sub("", words)
