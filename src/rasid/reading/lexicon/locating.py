"""Places told otherwise than by "in" or "at": "the edge of Hays", "30 km from Sam Ouandja", "sent officers to Hinche"."""

from __future__ import annotations

from rasid.model import ArgumentRole
from rasid.model.reading import Argument
from rasid.reading.lexicon.classify import is_name, kind_of, people_ending
from rasid.reading.lexicon.sentence import NounPhrase, Sentence
from rasid.reading.lexicon.vocabulary import Vocabulary

_PARTS = frozenset(
    """edge edges entrance entrances centre center heart middle vicinity hinterland hinterlands side landing quarter gates
    north-west north-east south-west south-east northwest northeast southwest southeast""".split()
)
_UNITS = frozenset("km kilometre kilometres kilometer kilometers mile miles metres meters".split())
_WAYS = frozenset("road highway route track street railway line".split())
_FLYING = frozenset("passes flew flying flown circled circling hovered hovering".split())
_SENDING = frozenset(
    """send sends sent sending deploy deployed deploying move moved moving dispatch dispatched dispatching rush rushed fly
    flew flown shift shifted arrive arrived return returned flee fled march marched withdraw withdrew withdrawn""".split()
)
_ENTERING = frozenset(
    """enter entered entering invade invaded storm stormed raid raided attack attacked overran overrun capture captured seize
    seized retake retook shell shelled bomb bombed bombard bombarded besiege besieged reach reached left""".split()
)
_SETTLED = frozenset(
    """village town city hamlet community settlement district suburb neighbourhood neighborhood quarter municipality commune
    township locality camp""".split()
)


def locates(vocabulary: Vocabulary, sentence: Sentence, phrase: NounPhrase) -> bool:
    """Tell whether a named phrase behind "of", "from", "over", "to" or "into" is where something happens."""
    before = sentence.form(phrase.start - 1)
    if before not in {"of", "from", "over", "to", "into"} or not _names_place(vocabulary, sentence, phrase):
        return False
    governor = sentence.form(phrase.start - 2)
    outer = sentence.phrase(phrase.start - 2)
    if before == "to" and outer is not None and sentence.forms[outer.head] in _WAYS | {"entrance", "entrances"}:
        return True
    if before == "of":
        common = outer is not None and sentence.text[sentence.starts[outer.head]].islower()
        return governor in _PARTS or (
            outer is not None and common and kind_of(vocabulary, sentence, outer).name == "thing"
        )
    if before == "from":
        return governor in _UNITS or (outer is not None and sentence.forms[outer.head] in _WAYS)
    if before == "over":
        return bool(_FLYING & set(sentence.forms[max(0, phrase.start - 8) : phrase.start]))
    left = next((group for group in reversed(sentence.groups) if group.end < phrase.start), None)
    return (
        left is not None
        and sentence.forms[left.main] in _SENDING
        and "," not in sentence.forms[left.end : phrase.start]
    )


def named_outright(vocabulary: Vocabulary, sentence: Sentence) -> list[Argument]:
    """Return places told by what stands behind them or by the verb: "Sheikh Baba, the farming village", "entered Dangila"."""
    found = []
    for phrase in sentence.phrases:
        if not _names_place(vocabulary, sentence, phrase):
            continue
        group = sentence.group(phrase.start - 1)
        if _is_described(sentence, phrase):
            rule = "place.described"
        elif group is not None and group.end == phrase.start and sentence.forms[group.main] in _ENTERING:
            rule = "place.object"
        else:
            continue
        head = sentence.span(phrase.head, phrase.head + 1)
        found.append(
            Argument(role=ArgumentRole.place, span=sentence.span(phrase.start, phrase.end), head=head, rule=rule)
        )
    return found


def _is_described(sentence: Sentence, phrase: NounPhrase) -> bool:
    """Tell whether "…, the farming village" or "…, a community in" stands behind the phrase."""
    following = sentence.phrase(phrase.end + 1)
    if sentence.form(phrase.end) != "," or following is None or following.start != phrase.end + 1:
        return False
    return sentence.forms[following.start] in {"the", "a", "an"} and sentence.forms[following.head] in _SETTLED


def _names_place(vocabulary: Vocabulary, sentence: Sentence, phrase: NounPhrase) -> bool:
    """Tell whether the words are a name by their capitals, and none of people, days or acts."""
    if not sentence.cased or not is_name(sentence, phrase):
        return False
    if people_ending(vocabulary, sentence.forms, phrase.start, phrase.head + 1) is not None:
        return False
    return kind_of(vocabulary, sentence, phrase).name in {"name", "thing", "other"}
