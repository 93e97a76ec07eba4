"""Who did what to whom around a noun: "the rebels' attack on the base", "the killing of two priests by soldiers"."""

from __future__ import annotations

from rasid.model import ArgumentRole, EventType, Harm
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.classify import ARMED, is_actor, is_person, kind_of, may_be_person
from rasid.reading.lexicon.clauses import Attached, attached, objects
from rasid.reading.lexicon.devices import add_location, add_prison
from rasid.reading.lexicon.lists import members, sides_of
from rasid.reading.lexicon.nations import is_nation, nation_in
from rasid.reading.lexicon.participants import HARM_ROLE
from rasid.reading.lexicon.parties import add_parties
from rasid.reading.lexicon.sentence import NounPhrase, Sentence, VerbGroup
from rasid.reading.lexicon.subjects import subject
from rasid.reading.lexicon.vocabulary import Vocabulary

LIGHT = frozenset(
    """launch launched launches launching carry carried carries carrying stage staged staging conduct conducted
    conducting mount mounted mounting commit committed committing perpetrate perpetrated perpetrating perform performed
    wage waged waging undertake undertook undertaken make made making begin began begun resume resumed resuming
    hold held holding open opened opening organize organized organised execute executed executing unleash unleashed direct directed
    order ordered lead led leading step stepped intensify intensified start started starting stage stages""".split()
)
SUFFER = frozenset(
    "suffer suffered sustain sustained face faced come came coming under repel repelled survive survived".split()
)
_TARGET_AFTER = frozenset({"on", "against", "upon", "targeting"})


def read_noun(vocabulary: Vocabulary, candidate: Candidate) -> None:
    """Fill in the participants around a nominal trigger from its phrase, what follows and the verb over it."""
    _from_possessor(vocabulary, candidate)
    _from_modifiers(vocabulary, candidate)
    _from_following(vocabulary, candidate)
    _from_verb(vocabulary, candidate)
    if candidate.event_type is EventType.prison_break:
        add_prison(vocabulary, candidate)
    elif candidate.event_type is EventType.agreement:
        add_parties(vocabulary, candidate)
    elif candidate.event_type in {EventType.arson_looting, EventType.bombing, EventType.suicide_bombing}:
        add_location(vocabulary, candidate, candidate.end, _noun_clause_end(candidate.sentence, candidate.end))


def _from_possessor(vocabulary: Vocabulary, candidate: Candidate) -> None:
    """Read "the rebels' attack" (doer) and "the mayor's murder" (victim)."""
    sentence, phrase = candidate.sentence, candidate.phrase
    if phrase is None or phrase.owner is None or phrase.owner > candidate.start:
        return
    owner = NounPhrase(phrase.start, phrase.owner, phrase.owner - 1)
    if _is_day(sentence, owner):
        return
    _participant(vocabulary, candidate, owner, "noun.possessor")


def _from_modifiers(vocabulary: Vocabulary, candidate: Candidate) -> None:
    """Read "guerrilla attack", "the ISIS attack": the modifier before an act is who did it."""
    sentence, phrase = candidate.sentence, candidate.phrase
    if phrase is None or candidate.act.frame not in {"act", "self"}:
        return
    begin = phrase.start if phrase.owner is None else phrase.owner + 1
    while begin < candidate.start and sentence.tags[begin] in {"DT", "CD", "PRP$"}:
        begin += 1
    inside = kind_of(vocabulary, sentence, NounPhrase(candidate.start, candidate.start + 1, candidate.start))
    if inside.name == "people" and inside.group is not None and inside.group.target_class in _DOERS:
        own = NounPhrase(candidate.start, candidate.start + 1, candidate.start)
        candidate.add(ArgumentRole.perpetrator, own, "noun.within", kind=inside, whole=False)
    at = candidate.start
    while at > begin and sentence.tags[at - 1] in {"NN", "NNS"}:
        at -= 1
    nation = nation_in(sentence, begin, candidate.start)
    if nation is not None:
        side = NounPhrase(nation, candidate.start, candidate.start - 1)
        candidate.add(ArgumentRole.perpetrator, side, "noun.nation", whole=False)
        return
    if at == candidate.start or sentence.forms[at] in _DAYS:
        return
    modifier = NounPhrase(at, candidate.start, candidate.start - 1)
    kind = kind_of(vocabulary, sentence, modifier)
    known = kind.name == "people" and kind.group is not None and kind.group.target_class in _DOERS
    if known or (kind.name == "name" and sentence.cased):
        candidate.add(ArgumentRole.perpetrator, modifier, "noun.modifier", kind=kind, whole=False)


_DOERS = ARMED | {"protesters"}


def _from_following(vocabulary: Vocabulary, candidate: Candidate) -> None:
    """Read the phrases behind the noun: "by" the doer, "on/against" the target, "of" the victim, "between/with"."""
    sentence = candidate.sentence
    stop = _noun_clause_end(sentence, candidate.end)
    harmful = candidate.act.frame == "harm"
    behind = [*attached(sentence, candidate.end, stop=stop), *_behind_occurrence(sentence, candidate, stop)]
    for preposition, phrase in behind:
        word = sentence.form(preposition)
        kind = kind_of(vocabulary, sentence, phrase)
        if word == "by" and is_actor(kind):
            for member in members(sentence, phrase):
                candidate.add(ArgumentRole.perpetrator, member, "noun.by", kind=kind_of(vocabulary, sentence, member))
        elif word == "from" and candidate.act.frame == "act" and is_nation(sentence, phrase.start, phrase.end):
            candidate.add(ArgumentRole.perpetrator, phrase, "noun.from", kind=kind)
        elif word in _TARGET_AFTER and kind.name not in {"weapon", "act", "number"} and not _is_day(sentence, phrase):
            for member in members(sentence, phrase):
                candidate.add(ArgumentRole.target, member, "noun.on", kind=kind_of(vocabulary, sentence, member))
        elif word == "of" and preposition == candidate.end and candidate.act.frame == "self" and is_actor(kind):
            candidate.add(ArgumentRole.perpetrator, phrase, "noun.of", kind=kind)
        elif word == "of" and preposition == candidate.end and (harmful or kind.name == "thing"):
            for member in members(sentence, phrase):
                _participant(vocabulary, candidate, member, "noun.of")
        elif (
            word == "of" and preposition == candidate.end and candidate.act.lemma in _DONE_TO and kind.name == "people"
        ):
            for member in members(sentence, phrase):
                candidate.add(ArgumentRole.target, member, "noun.of", kind=kind_of(vocabulary, sentence, member))
        elif word in {"between", "with", "among"} and candidate.act.frame == "mutual":
            _mutual(vocabulary, candidate, word, members(sentence, phrase))
        elif word == "between":
            continue


_DONE_TO = frozenset(
    """ambush bombing shelling bombardment strafing machinegunning shooting stabbing beating torture harassment
    firebombing""".split()
)
"""Nouns before whose "of" stand those it is done to: "the ambush of a patrol"; "the attack of the rebels" is theirs."""
OCCURRED = frozenset(
    "broke erupted took occurred happened continued raged resumed flared began started ended escalated".split()
)


def _behind_occurrence(sentence: Sentence, candidate: Candidate, stop: int) -> list[Attached]:
    """Return the phrases behind a verb that only says that the act took place: "fighting broke out … between A and B"."""
    group = sentence.group(stop)
    if candidate.act.frame != "mutual" or group is None or sentence.forms[group.main] not in OCCURRED:
        return []
    end = group.end + 1 if sentence.form(group.end) in {"out", "on", "up", "place"} else group.end
    return list(attached(sentence, end, stop=_noun_clause_end(sentence, end)))


def _mutual(vocabulary: Vocabulary, candidate: Candidate, word: str, phrases: list[NounPhrase]) -> None:
    """Read "clashes between A and B" and "fighting with B"."""
    sentence = candidate.sentence
    if len(phrases) == 1:
        phrases = sides_of(sentence, phrases[0])
    for number, phrase in enumerate(phrases):
        kind = kind_of(vocabulary, sentence, phrase)
        if is_actor(kind):
            role = ArgumentRole.perpetrator if word == "between" and number == 0 else ArgumentRole.target
            candidate.add(role, phrase, "noun.mutual", kind=kind)


def _participant(vocabulary: Vocabulary, candidate: Candidate, phrase: NounPhrase, rule: str) -> None:
    """Add a possessor or "of" phrase as the one harmed (harm nouns) or as the one who acts (the others)."""
    kind = kind_of(vocabulary, candidate.sentence, phrase)
    act = candidate.act
    if candidate.event_type is EventType.deployment and is_actor(kind):
        candidate.add(ArgumentRole.perpetrator, phrase, f"{rule}.moved", kind=kind)
    elif act.frame == "harm":
        if act.harm is not None and (is_person(kind) or may_be_person(candidate.sentence, phrase, kind)):
            candidate.add(HARM_ROLE[act.harm], phrase, rule, kind=kind)
        if kind.name not in {"act", "weapon"} and act.harm != Harm.displaced:
            candidate.add(ArgumentRole.target, phrase, rule, kind=kind)
    elif rule == "noun.of" and kind.name == "thing":
        candidate.add(ArgumentRole.target, phrase, rule, kind=kind)
    elif is_actor(kind) and rule == "noun.possessor":
        candidate.add(ArgumentRole.perpetrator, phrase, rule, kind=kind, whole=False)


def _from_verb(vocabulary: Vocabulary, candidate: Candidate) -> None:
    """Read the light verb over the noun: "rebels launched an attack", "the attack carried out by rebels"."""
    sentence, phrase = candidate.sentence, candidate.phrase
    if phrase is None:
        return
    left = _governor(sentence, phrase)
    if left is not None and sentence.forms[left.main] in LIGHT and not left.passive:
        doer = subject(sentence, left)
        if doer is not None:
            for member in members(sentence, doer):
                kind = kind_of(vocabulary, sentence, member)
                if member.end <= left.start and is_actor(kind):
                    candidate.add(ArgumentRole.perpetrator, member, "noun.light_verb", kind=kind)
            candidate.doer = doer
        candidate.group = left
    elif left is not None and sentence.forms[left.main] in SUFFER and not left.passive:
        victim = subject(sentence, left)
        if victim is not None:
            candidate.add(ArgumentRole.target, victim, "noun.suffered", kind=kind_of(vocabulary, sentence, victim))
    elif sentence.form(phrase.start - 1) == "with":
        _from_means(vocabulary, candidate, phrase)
    right = _following_group(sentence, candidate)
    if right is not None and sentence.forms[right.main] in LIGHT and (right.passive or right.tense == "participle"):
        for preposition, doer in attached(sentence, right.end, stop=right.end + 8):
            kind = kind_of(vocabulary, sentence, doer)
            if sentence.form(preposition) == "by" and is_actor(kind):
                candidate.add(ArgumentRole.perpetrator, doer, "noun.carried_out_by", kind=kind)
                break
    elif right is not None and sentence.forms[right.main] in {"targeting", "targeted"} and not right.passive:
        for target in objects(sentence, right):
            candidate.add(ArgumentRole.target, target, "noun.targeting", kind=kind_of(vocabulary, sentence, target))


_ENGAGE = frozenset({"engage", "engaged", "engages", "engaging"})


def _from_means(vocabulary: Vocabulary, candidate: Candidate, phrase: NounPhrase) -> None:
    """Read the act that somebody is fought with: "engaged the rebels with | air strikes"."""
    sentence = candidate.sentence
    hit = sentence.phrase(phrase.start - 2)
    verb = sentence.group(hit.start - 1) if hit is not None else None
    if hit is None or verb is None or sentence.forms[verb.main] not in _ENGAGE or verb.passive:
        return
    candidate.doer, candidate.group = subject(sentence, verb), verb
    if candidate.doer is not None and is_actor(kind := kind_of(vocabulary, sentence, candidate.doer)):
        candidate.add(ArgumentRole.perpetrator, candidate.doer, "noun.means", kind=kind)
    candidate.add(ArgumentRole.target, hit, "noun.means", kind=kind_of(vocabulary, sentence, hit))


def _governor(sentence: Sentence, phrase: NounPhrase) -> VerbGroup | None:
    """Return the verb group whose object the phrase is, looking over "the launch of" and particles."""
    before = phrase.start - 1
    while sentence.form(before) in {"out", "on", "up", "off", "under"}:
        before -= 1
    if sentence.form(before) == "of":
        outer = sentence.phrase(before - 1)
        if outer is not None and sentence.forms[outer.head] in {
            "launch",
            "start",
            "beginning",
            "target",
            "victim",
            "wave",
            "series",
        }:
            return _governor(sentence, outer)
    return sentence.group(before)


def _following_group(sentence: Sentence, candidate: Candidate) -> VerbGroup | None:
    """Return the participle or passive that says more of the noun within the next few tokens."""
    for at in range(candidate.end, min(candidate.end + 10, len(sentence.forms))):
        group = sentence.group(at)
        if group is not None:
            return group
    return None


def _noun_clause_end(sentence: Sentence, start: int) -> int:
    """Return where the phrases behind a noun end: at the next verb, semicolon or full stop."""
    at = start
    while at < len(sentence.forms):
        if sentence.form(at) in {";", ":"} or sentence.group_at[at] >= 0 or sentence.tags[at] in {"W", "WRB"}:
            return at
        at += 1
    return at


def _is_day(sentence: Sentence, phrase: NounPhrase) -> bool:
    """Tell whether "on …" gives a day: "the attack on Monday", "on 5 May"."""
    words = set(sentence.forms[phrase.start : phrase.end])
    return bool(words & _DAYS) or (sentence.tags[phrase.start] == "CD" and len(words) <= 3)


_DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december morning night evening afternoon day days weekend eve jan. feb. mar. apr. jun.
    jul. aug. sept. oct. nov. dec. week occasions""".split()
)
