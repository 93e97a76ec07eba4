"""With what and how: the words for weapons and tactics beside a trigger."""

from __future__ import annotations

from rasid.model import ArgumentRole
from rasid.model.reading import Argument
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.classify import people_ending
from rasid.reading.lexicon.extent import of_end, of_phrase
from rasid.reading.lexicon.sentence import NounPhrase, Sentence
from rasid.reading.lexicon.vocabulary import Phrases, Vocabulary, match


def weapons(vocabulary: Vocabulary, sentence: Sentence) -> list[Argument]:
    """Return the weapon words of the sentence with their class."""
    return _lexical(vocabulary.weapons, sentence, ArgumentRole.weapon, "weapon.word")


def not_hit(found: list[Argument], candidates: list[Candidate]) -> list[Argument]:
    """Leave out weapons that are themselves hit, or part of what is: "struck a tank", "the attack on artillery positions"."""
    hit = [a.span for one in candidates for a in one.of_role(ArgumentRole.target)]
    return [weapon for weapon in found if not any(span.covers(weapon.span) for span in hit)]


def tactics(vocabulary: Vocabulary, sentence: Sentence) -> list[Argument]:
    """Return the words that tell a tactic, with the codebook's tactic."""
    found = _lexical(vocabulary.tactics, sentence, ArgumentRole.tactic, "tactic.word")
    return [*found, *_armed_sites(vocabulary, sentence, found)]


_SITE_HEADS = frozenset(
    """base bases camp camps barracks outpost outposts post posts headquarters position positions garrison garrisons site
    sites compound trench trenches""".split()
)


_ARMED = frozenset({"military", "armed_group", "peacekeepers"})


def _armed_sites(vocabulary: Vocabulary, sentence: Sentence, known: list[Argument]) -> list[Argument]:
    """Return the sites of armed bodies, of whichever side: "a militia post", "the rebels' camp", "a site of the First Division"."""
    found = []
    for phrase in sentence.phrases:
        if sentence.forms[phrase.head] not in _SITE_HEADS or not _of_armed(vocabulary, sentence, phrase):
            continue
        span = sentence.span(phrase.start, of_end(sentence, phrase))
        if not any(one.code == "military_site" and one.span.overlaps(span) for one in known):
            head = sentence.span(phrase.head, phrase.head + 1)
            found.append(
                Argument(role=ArgumentRole.tactic, span=span, head=head, rule="tactic.armed_site", code="military_site")
            )
    return found


def _of_armed(vocabulary: Vocabulary, sentence: Sentence, phrase: NounPhrase) -> bool:
    """Tell whether a site's owner, modifier or "of" phrase is an armed body."""
    inner = of_phrase(sentence, phrase)
    ends = [
        phrase.head,
        *([phrase.owner] if phrase.owner is not None else []),
        *([inner.head + 1] if inner is not None else []),
    ]
    groups = (people_ending(vocabulary, sentence.forms, 0, end) for end in ends)
    return any(group is not None and group.target_class in _ARMED for group in groups)


def _lexical(table: Phrases, sentence: Sentence, role: ArgumentRole, rule: str) -> list[Argument]:
    found: list[Argument] = []
    at = 0
    while at < len(sentence.forms):
        hit = match(table, sentence.forms, at)
        if hit is None or not _stands_as_noun(sentence, at, hit[0], role):
            at += 1
            continue
        width, code = hit
        end = at + width
        found.append(
            Argument(role=role, span=sentence.span(at, end), head=sentence.span(end - 1, end), rule=rule, code=code)
        )
        at = end
    return found


def _stands_as_noun(sentence: Sentence, at: int, width: int, role: ArgumentRole) -> bool:
    """Keep single weapon words that are verbs or part of a name out: "to shell", "the Rock"."""
    if role is not ArgumentRole.weapon or width > 1:
        return True
    return sentence.tags[at] in {"NN", "NNS", "JJ"} or sentence.phrase_at[at] >= 0
