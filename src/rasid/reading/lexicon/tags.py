"""Corrections of part-of-speech tags that the treebanks' genres get wrong in news of violence."""

from __future__ import annotations

from collections.abc import Sequence

_BE = frozenset({"was", "were", "been", "being", "be", "is", "are"})
_HAVE = frozenset({"had", "has", "have", "having"})
_COMING = frozenset({"riding", "driving", "wearing", "carrying"})
_LAID = frozenset("planted hidden buried laid fixed attached placed concealed fastened strapped packed".split())
"""What is done to a device or load; without an object of its own the form is a participle: "a bomb | planted beside the road"."""
_BEFORE_NOUN = frozenset({"DT", "JJ", "PRP$", "POS"})
_VERB_TAGS = frozenset({"VB", "VBZ", "VBD", "VBN", "VBG", "VBP", "MD"})
_HOLDERS_OF_VIEWS = ("adists", "amists", "alists", "atists", "emists", "onists", "orists", "unists")
"""Endings of nouns alone ("jihadists", "separatists"), none of a verb: "insists", "resists", "enlists"."""
_MONTHS = frozenset("""january february march april may june july august september october november december""".split())


def mend(forms: Sequence[str], tags: list[str], capitals: Sequence[bool]) -> None:
    """Correct `tags` in place; `capitals` marks forms with a capital that no sentence begins with."""
    _set_ages_apart(forms, tags)
    _mend_participles(forms, tags)
    _mend_pairs(forms, tags)
    _mend_endings(forms, tags)
    for at in range(len(forms)):
        tag = (
            _by_word(forms, tags, capitals, at)
            or _by_tag(forms, tags, capitals, at)
            or _by_place(forms, tags, capitals, at)
        )
        if tag is not None:
            tags[at] = tag


def _by_word(forms: Sequence[str], tags: Sequence[str], capitals: Sequence[bool], at: int) -> str | None:
    """Return the tag that the word itself tells, with the words beside it."""
    form, before = forms[at], forms[at - 1] if at else ""
    if form in _MONTHS and (capitals[at] or _beside_number(tags, at)):
        return "NN"
    if (form == "dead" and before in {"shot", "shooting", "shoot", "shoots"}) or (
        form in {"hostage", "captive"}
        and at
        and tags[at - 1] in {"NNS", "PRP", "NN"}
        and _HOLD & set(forms[max(0, at - 10) : at])
    ):
        return "RB"
    if form == "lay" and list(forms[at + 1 : at + 3]) == ["in", "wait"]:
        return "VBD"
    if form == "hurt" and (before in _BE or tags[at] in {"JJ", "VB", "VBP"}) and at and tags[at - 1] != "DT":
        return "VBN" if before in _BE else "VBD"
    if form == "firing" and before in {"of", "by", "for", "without"} and forms[at + 1 : at + 2] != ["squad"]:
        return "VBG"
    if at == 0 and tags[at] == "VBN" and capitals[1:2] == [True]:
        return "JJ"
    if form in _TAGS:
        return _TAGS[form]
    if form in _HEDGES and tags[at + 1 : at + 2] and tags[at + 1] in _NOMINAL and tags[at - 1] not in _NOMINAL:
        return "JJ"
    return None


def _by_tag(forms: Sequence[str], tags: Sequence[str], capitals: Sequence[bool], at: int) -> str | None:
    """Return the tag of a name, and of a verb or noun that stands where its tag cannot."""
    form, before = forms[at], forms[at - 1] if at else ""
    if at == 0 and tags[at] == "VBZ" and form not in _VERBS and tags[1:2] and tags[1] in {"VBD", "VBN", "JJ", "IN"}:
        return "NNS"
    if ((capitals[at] or form.startswith(_ARTICLES)) and tags[at] in _NO_NAME_TAGS and form not in _VERBS) or (
        tags[at] == "JJ" and _stands_alone(form, tags, at, capital=capitals[at])
    ):
        return "NN"
    if tags[at] == "VB" and form in _INVARIANT and at and _tells_past(tags, at, before):
        return "VBD"
    if tags[at] == "VBD" and before in _BE:
        return "VBN"
    if tags[at] in {"VB", "VBZ"} and at and tags[at - 1] in _BEFORE_NOUN and form not in _VERBS:
        return "NN" if tags[at] == "VB" else "NNS"
    if tags[at] in {"VBN", "VBD"} and before in {"a", "an"} and _no_noun_follows(tags, at):
        return "NN"
    return None


def _by_place(forms: Sequence[str], tags: Sequence[str], capitals: Sequence[bool], at: int) -> str | None:
    """Return the tag that what follows or governs the word tells."""
    form, before = forms[at], forms[at - 1] if at else ""
    if form == "displaced" and tags[at + 1 : at + 2] == ["NNS"] and before.endswith("ing"):
        return "JJ"
    if form in _GERUND_NOUNS and tags[at] == "VBG" and _is_noun(forms, tags, at):
        return "NN"
    if form == "her" and tags[at] == "PRP$" and tags[at + 1 : at + 2] in (["IN"], ["."], [","], ["RB"]):
        return "PRP"
    if tags[at] == "NN" and at and tags[at - 1] == "MD":
        return "VB"
    if (
        tags[at] in {"VBD", "VBN"} and form in _TAKEN_GOODS and _takes_goods(tags, at, before)
    ) or _is_compound_adjective(form, tags, at):
        return "JJ"
    if (
        tags[at] == "JJ"
        and capitals[at]
        and (at == 0 or tags[at - 1] != "DT")
        and _joined_name(forms, tags, capitals, at)
    ):
        return "NN"
    if form in _PAST_FORMS and _is_past(tags, at, before):
        return "VBN" if before in _BE else _PAST_FORMS[form]
    return None


def _mend_participles(forms: Sequence[str], tags: list[str]) -> None:
    """Tell "a gunman | riding on", "the monitor | said" and "a bomb | planted beside" for what they are."""
    for at in range(1, len(forms)):
        form, before, after = forms[at], forms[at - 1], tags[at + 1 : at + 2]
        if form in _COMING and tags[at] == "NN" and tags[at - 1] in {"NN", "NNS"} and after in (["IN"], ["DT"]):
            tags[at] = "VBG"
        elif form == "said" and tags[at] == "VBN" and before not in _BE | _HAVE:
            tags[at] = "VBD"
        elif form in _LAID and tags[at] == "VBD" and after == ["IN"] and before not in _HAVE:
            tags[at] = "VBN"


def _mend_endings(forms: Sequence[str], tags: list[str]) -> None:
    """Tell verbs of speech from nouns, and those who hold a view from verbs, by their form: "the mission | condemns"."""
    for at, form in enumerate(forms):
        if form in _SPEAKING and tags[at] in {"NN", "NNS", "JJ"} and at and tags[at - 1] in _SPEAKERS:
            tags[at] = "VBZ" if form.endswith("s") else "VB"
        elif tags[at] in _VERB_TAGS and form.endswith(_HOLDERS_OF_VIEWS):
            tags[at] = "NNS"


def _set_ages_apart(forms: Sequence[str], tags: list[str]) -> None:
    """Keep "aged nine and twelve" out of noun phrases: it says how old those before it are."""
    for at in range(len(forms) - 1):
        if forms[at] == "aged" and tags[at + 1] == "CD":
            end = at + 4 if forms[at + 2 : at + 3] in (["and"], ["to"]) and tags[at + 3 : at + 4] == ["CD"] else at + 2
            tags[at:end] = ["RB"] * (end - at)


_UNHURT = frozenset({"unhurt", "unharmed", "uninjured", "unscathed", "alive"})


def _mend_pairs(forms: Sequence[str], tags: list[str]) -> None:
    """Correct what the words beside show: "from stall to | stall", "police | set up", "stayed at home | to protest"."""
    for at in range(1, len(forms)):
        before, after = forms[at - 1], forms[at + 1] if at + 1 < len(forms) else ""
        if before == "to" and at > 2 and forms[at - 3] == "from" and forms[at - 2] == forms[at]:
            tags[at] = "NN"
        elif before == "to" and tags[at] == "VB" and tags[at - 1] == "IN":
            tags[at - 1] = "TO"
        elif (
            forms[at] == "set"
            and after in {"up", "off", "fire"}
            and tags[at] == "NN"
            and tags[at - 1] in _NOMINAL | {"CC"}
        ):
            tags[at] = "VBD"
        elif forms[at] == "warning" and before == "," and after in {"that", "of"}:
            tags[at] = "VBG"
        elif forms[at] in _UNHURT and tags[at - 1] in {"NN", "NNS", "PRP"}:
            tags[at] = "RB"


def _is_past(tags: Sequence[str], at: int, before: str) -> bool:
    """Tell whether a past form that was tagged otherwise, or as a base form, is a verb in the past."""
    if tags[at] == "VB":
        return before != "to" and not (at and tags[at - 1] == "MD")
    return tags[at] not in _VERB_TAGS and not (at and tags[at - 1] in _BEFORE_NOUN)


def _stands_alone(form: str, tags: Sequence[str], at: int, *, capital: bool) -> bool:
    """Tell whether an adjective names a person: "one civilian was killed", "a Palestinian was shot"."""
    before = tags[at - 1] if at else ""
    after = tags[at + 1] if at + 1 < len(tags) else "."
    if before not in {"DT", "CD", "JJ", "PRP$"} or after in _NOMINAL:
        return False
    return form in _PERSONS or (capital and after not in {"CC", "POS"})


def _beside_number(tags: Sequence[str], at: int) -> bool:
    return (at > 0 and tags[at - 1] == "CD") or (at + 1 < len(tags) and tags[at + 1] == "CD")


def _no_noun_follows(tags: Sequence[str], at: int) -> bool:
    """Tell whether what follows cannot be a noun that a participle stands before: "a | gunfight between"."""
    return not tags[at + 1 : at + 2] or tags[at + 1] in {"IN", "VBD", "VBZ", "MD", ",", "."}


_TAKEN_GOODS = frozenset({"looted", "stolen", "captured", "kidnapped", "detained", "abandoned"})
"""Participles that stand before goods: "to carry | looted goods"."""


def _takes_goods(tags: Sequence[str], at: int, before: str) -> bool:
    """Tell whether a participle stands between a verb of its own and a noun."""
    verb = at > 0 and tags[at - 1] in {"VB", "VBG", "VBD"} and before not in _BE | {"had", "having", "have"}
    return verb and tags[at + 1 : at + 2] in (["NN"], ["NNS"])


def _is_compound_adjective(form: str, tags: Sequence[str], at: int) -> bool:
    """Tell whether a participle with a hyphen stands before a noun ("rocket-propelled grenades") and is no verb."""
    if tags[at] not in {"VBD", "VBN"} or "-" not in form or not form.endswith("ed"):
        return False
    return tags[at + 1 : at + 2] not in (["CD"], ["DT"], ["PRP$"], ["PRP"])


_HOLD = frozenset("take takes took taken taking hold holds held holding".split())
_INVARIANT = frozenset("put set hit beat burst cut shut hurt let".split())
"""Verbs whose past has the form of the infinitive."""


def _tells_past(tags: Sequence[str], at: int, before: str) -> bool:
    """Tell whether such a verb has a subject before it or goes on with a past: "broke the gate … and | let out"."""
    return tags[at - 1] in {"NN", "NNS", "PRP"} or (before == "and" and "VBD" in tags[:at] and "TO" not in tags[:at])


def _is_noun(forms: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Tell whether a gerund stands as a noun: "Fighting between …", "in shelling of …", "Shelling wounded …"."""
    before, after = forms[at - 1] if at else "", forms[at + 1] if at + 1 < len(forms) else ""
    if at and before in _NOUN_GOVERNORS:
        return after in {"between", "of", "by", "near", "around", "among"}
    opens = at == 0 or tags[at - 1] in _BEFORE_NOUN or tags[at - 1] == "CD"
    return opens and (after in _AFTER_GERUND_NOUN or (at + 1 < len(tags) and tags[at + 1] in {"VBD", "VBN"}))


_GERUND_NOUNS = frozenset(
    "fighting shelling looting bombing shooting killing kidnapping burning rioting stabbing hijacking raping".split()
)
_NOUN_GOVERNORS = frozenset("in from of during after amid despite following by since".split())
_AFTER_GERUND_NOUN = frozenset("between of by in on near around at over among across along".split())


def _joined_name(forms: Sequence[str], tags: Sequence[str], capitals: Sequence[bool], at: int) -> bool:
    """Tell whether a nationality stands for a side of its own: "Armenian | and Azerbaijani troops"."""
    return at + 2 < len(forms) and forms[at + 1] == "and" and capitals[at + 2] and tags[at + 2] in {"JJ", "NN", "NNS"}


_ARTICLES = ("al-", "el-", "ash-", "ar-")
"""Arabic articles that open a name, which at the head of a sentence has no more capitals than other words."""
_NO_NAME_TAGS = _VERB_TAGS | {"RB", "RP", "UH", "FW"}
"""Tags that a word with a capital inside a sentence does not have: it is part of a name."""
_TAGS = {
    "gunmen": "NNS", "gunman": "NN", "policemen": "NNS", "kidnapped": "VBN", "guerrilla": "NN", "guerrillas": "NNS",
    "rebel": "NN", "rebels": "NNS", "troops": "NNS", "wounded": "VBN", "airstrike": "NN", "peshmerga": "NNS",
    "militiamen": "NNS", "servicemen": "NNS", "insurgents": "NNS", "militants": "NNS", "militant": "NN",
    "terrorist": "NN", "terrorists": "NNS", "injured": "VBN", "insurgent": "NN",
    "alight": "RB", "ablaze": "RB", "inmates": "NNS", "inmate": "NN", "detainees": "NNS", "detainee": "NN", "accuse": "VB", "monitor": "NN", "cooperative": "NN", "neighbours": "NNS", "armoured": "JJ", "armored": "JJ", "unarmed": "JJ", "dozen": "CD", "dozens": "NNS", "unidentified": "JJ", "bedouin": "JJ", "armed": "JJ", "fmln": "NN", "dead": "JJ", "masked": "JJ",
    "condemns": "VBZ", "denies": "VBZ", "rejects": "VBZ", "warns": "VBZ", "deplores": "VBZ", "denounces": "VBZ",
    "refutes": "VBZ", "urges": "VBZ", "insists": "VBZ", "deny": "VB", "condemn": "VB", "denounce": "VB",
}  # fmt: skip
_SPEAKING = frozenset(
    "condemn condemns deny denies denounce denounces deplore deplores reject rejects warn warns urges".split()
)
"""Present forms of verbs of speech that are no nouns."""
_SPEAKERS = frozenset({"NN", "NNS", "PRP", ",", "RB", "W"})
_PAST_FORMS = {
    "struck": "VBD", "burst": "VBD", "slept": "VBD", "fled": "VBD", "shot": "VBD", "hidden": "VBN", "stolen": "VBN",
    "hacked": "VBD", "stabbed": "VBD", "raided": "VBD", "stormed": "VBD", "torched": "VBD", "looted": "VBD",
    "tunnelled": "VBD", "mutinied": "VBD", "stoned": "VBD", "lynched": "VBD", "rallied": "VBD", "shelled": "VBD",
    "overran": "VBD", "ambushed": "VBD", "blockaded": "VBD", "retook": "VBD", "drove": "VBD", "planted": "VBN",
    "detained": "VBD", "arrested": "VBD", "captured": "VBD", "apprehended": "VBD", "abducted": "VBD", "died": "VBD",
    "beat": "VBD", "threw": "VBD", "burnt": "VBD", "overpowered": "VBD", "freed": "VBD",
}  # fmt: skip
"""Verb forms that the tagger takes for other words where it has not seen them."""
_PERSONS = frozenset(
    {"civilian", "individual", "suspect", "official", "national", "local", "militant", "criminal", "minor"}
)
_HEDGES = frozenset({"suspected", "alleged", "presumed"})
_NOMINAL = frozenset({"NN", "NNS", "JJ", "PRP"})
_VERBS = frozenset({"is", "are", "was", "were", "be", "has", "have", "says", "said", "do", "does", "did"})
