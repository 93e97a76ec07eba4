"""The inflected forms of English verbs and nouns, for the lexicon's lemmas."""

from __future__ import annotations

_VOWELS = "aeiou"
_IRREGULAR_VERBS = {
    "shoot": ("shoots", "shot", "shot", "shooting"),
    "beat": ("beats", "beat", "beaten", "beating"),
    "hit": ("hits", "hit", "hit", "hitting"),
    "strike": ("strikes", "struck", "struck", "striking"),
    "blow": ("blows", "blew", "blown", "blowing"),
    "withdraw": ("withdraws", "withdrew", "withdrawn", "withdrawing"),
    "tunnel": ("tunnels", "tunnelled", "tunnelled", "tunnelling"),
    "step": ("steps", "stepped", "stepped", "stepping"),
    "fall": ("falls", "fell", "fallen", "falling"),
    "set": ("sets", "set", "set", "setting"),
    "lay": ("lays", "laid", "laid", "laying"),
    "lie": ("lies", "lay", "lain", "lying"),
    "lead": ("leads", "led", "led", "leading"),
    "let": ("lets", "let", "let", "letting"),
    "slay": ("slays", "slew", "slain", "slaying"),
    "bind": ("binds", "bound", "bound", "binding"),
    "take": ("takes", "took", "taken", "taking"),
    "hold": ("holds", "held", "held", "holding"),
    "lose": ("loses", "lost", "lost", "losing"),
    "die": ("dies", "died", "died", "dying"),
    "go": ("goes", "went", "gone", "going"),
    "throw": ("throws", "threw", "thrown", "throwing"),
    "break": ("breaks", "broke", "broken", "breaking"),
    "burn": ("burns", "burned", "burned", "burning"),
    "fight": ("fights", "fought", "fought", "fighting"),
    "flee": ("flees", "fled", "fled", "fleeing"),
    "leave": ("leaves", "left", "left", "leaving"),
    "sweep": ("sweeps", "swept", "swept", "sweeping"),
    "overrun": ("overruns", "overran", "overrun", "overrunning"),
    "run": ("runs", "ran", "run", "running"),
    "retake": ("retakes", "retook", "retaken", "retaking"),
    "swap": ("swaps", "swapped", "swapped", "swapping"),
    "send": ("sends", "sent", "sent", "sending"),
    "give": ("gives", "gave", "given", "giving"),
    "drive": ("drives", "drove", "driven", "driving"),
    "hang": ("hangs", "hanged", "hanged", "hanging"),
    "put": ("puts", "put", "put", "putting"),
    "be": ("is", "was", "been", "being"),
    "bleed": ("bleeds", "bled", "bled", "bleeding"),
    "stand": ("stands", "stood", "stood", "standing"),
    "spring": ("springs", "sprang", "sprung", "springing"),
    "say": ("says", "said", "said", "saying"),
    "seek": ("seeks", "sought", "sought", "seeking"),
    "hide": ("hides", "hid", "hidden", "hiding"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "do": ("does", "did", "done", "doing"),
    "agree": ("agrees", "agreed", "agreed", "agreeing"),
    "free": ("frees", "freed", "freed", "freeing"),
    "admit": ("admits", "admitted", "admitted", "admitting"),
    "expel": ("expels", "expelled", "expelled", "expelling"),
    "repel": ("repels", "repelled", "repelled", "repelling"),
    "waylay": ("waylays", "waylaid", "waylaid", "waylaying"),
    "tell": ("tells", "told", "told", "telling"),
    "make": ("makes", "made", "made", "making"),
    "undertake": ("undertakes", "undertook", "undertaken", "undertaking"),
    "begin": ("begins", "began", "begun", "beginning"),
    "bring": ("brings", "brought", "brought", "bringing"),
    "come": ("comes", "came", "come", "coming"),
    "suffer": ("suffers", "suffered", "suffered", "suffering"),
    "hurt": ("hurts", "hurt", "hurt", "hurting"),
    "burst": ("bursts", "burst", "burst", "bursting"),
    "mow": ("mows", "mowed", "mown", "mowing"),
    "stone": ("stones", "stoned", "stoned", "stoning"),
    "find": ("finds", "found", "found", "finding"),
    "cut": ("cuts", "cut", "cut", "cutting"),
    "catch": ("catches", "caught", "caught", "catching"),
    "meet": ("meets", "met", "met", "meeting"),
    "become": ("becomes", "became", "become", "becoming"),
    "leap": ("leaps", "leapt", "leapt", "leaping"),
    "write": ("writes", "wrote", "written", "writing"),
    "think": ("thinks", "thought", "thought", "thinking"),
    "deny": ("denies", "denied", "denied", "denying"),
    "lob": ("lobs", "lobbed", "lobbed", "lobbing"),
    "gun": ("guns", "gunned", "gunned", "gunning"),
    "mob": ("mobs", "mobbed", "mobbed", "mobbing"),
    "stab": ("stabs", "stabbed", "stabbed", "stabbing"),
    "snatch": ("snatches", "snatched", "snatched", "snatching"),
    "riot": ("riots", "rioted", "rioted", "rioting"),
    "target": ("targets", "targeted", "targeted", "targeting"),
    "bludgeon": ("bludgeons", "bludgeoned", "bludgeoned", "bludgeoning"),
    "murder": ("murders", "murdered", "murdered", "murdering"),
    "kidnap": ("kidnaps", "kidnapped", "kidnapped", "kidnapping"),
    "mortar": ("mortars", "mortared", "mortared", "mortaring"),
    "plunder": ("plunders", "plundered", "plundered", "plundering"),
    "picket": ("pickets", "picketed", "picketed", "picketing"),
    "pummel": ("pummels", "pummeled", "pummeled", "pummeling"),
    "mutiny": ("mutinies", "mutinied", "mutinied", "mutinying"),
    "murmur": ("murmurs", "murmured", "murmured", "murmuring"),
}
_IRREGULAR_PLURALS = {"man": "men", "child": "children", "person": "people", "wife": "wives", "knife": "knives"}
_NO_DOUBLING = ("en", "er", "on", "or", "al", "et", "el", "it", "ow", "ish")
_PLURAL_AS_IS = ("people", "police", "forces", "personnel", "staff", "military")


_SPELT_OTHERWISE = {"burn": ("burnt",)}
"""Other past forms of a verb."""


def verb_forms(lemma: str) -> dict[str, str]:
    """Return the forms of a verb lemma, each with its Penn tag: VB, VBZ, VBD, VBN, VBG (VBD wins over VBN).

    Only the first word of a phrase is inflected: "set fire to" gives "sets fire to".
    """
    first, _, rest = lemma.partition(" ")
    tail = f" {rest}" if rest else ""
    third, past, participle, gerund = _IRREGULAR_VERBS.get(first) or _regular(first)
    forms = {
        participle + tail: "VBN",
        past + tail: "VBD",
        gerund + tail: "VBG",
        third + tail: "VBZ",
        first + tail: "VB",
    }
    for spelling in _SPELT_OTHERWISE.get(first, ()):
        forms[spelling + tail] = "VBD"
    if first == "be":
        forms |= {f"are{tail}": "VBZ", f"were{tail}": "VBD"}
    return forms


def plural(noun: str) -> str:
    """Return the plural of a noun or noun phrase; the last word is inflected."""
    head, _, last = noun.rpartition(" ")
    prefix = f"{head} " if head else ""
    for single, many in _IRREGULAR_PLURALS.items():
        if last == single or (last.endswith(single) and single in {"man", "child"} and last != "human"):
            return prefix + last[: -len(single)] + many
    if last.endswith(_PLURAL_AS_IS) or last.endswith("men"):
        return noun
    if last.endswith("y") and last[-2:-1] not in _VOWELS:
        return prefix + last[:-1] + "ies"
    if last.endswith(("s", "x", "z", "ch", "sh")):
        return prefix + last + "es"
    return prefix + last + "s"


def _regular(verb: str) -> tuple[str, str, str, str]:
    """Return third person, past, participle and gerund of a regular verb."""
    if verb.endswith("e"):
        return verb + "s", verb + "d", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ies", verb[:-1] + "ied", verb[:-1] + "ied", verb + "ing"
    stem = verb + verb[-1] if _doubles(verb) else verb
    third = verb + "es" if verb.endswith(("s", "x", "z", "ch", "sh")) else verb + "s"
    return third, stem + "ed", stem + "ed", stem + "ing"


def _doubles(verb: str) -> bool:
    """Tell whether the last consonant is doubled: "ambush" no, "rob" yes."""
    if len(verb) < 3 or verb.endswith(_NO_DOUBLING):
        return False
    return verb[-1] not in _VOWELS + "wxy" and verb[-2] in _VOWELS and verb[-3] not in _VOWELS
