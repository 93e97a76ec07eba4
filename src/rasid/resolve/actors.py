"""Resolves the words for an actor to the register's actor or to an unidentified class, by named rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from rasid.model.actor import ActorKind, ActorRef
from rasid.resolve.actor_find import ABROAD, Decision, Hit, NameFinder, Scan, apart, hyphen
from rasid.resolve.actor_people import Head, foreign_from, head_of, last_noun
from rasid.resolve.actor_vocabulary import PeopleClass, Vocabulary, load_vocabulary
from rasid.resolve.actor_words import Token, tokenise
from rasid.resolve.register import Actor, Register, load_register

_ATTRIBUTE = "-"
_AND = frozenset({"and", "or", ","})
# An opaque or civilian noun keeps its own class when the organisation is named behind it.
_OWN_CLASS = frozenset({ActorKind.civilians, ActorKind.protesters})


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase with what was read in it; `country` is that of its nationality, else the report's."""

    words: str
    scan: Scan
    head: Head | None
    country: str | None
    told: bool
    at: str | None
    on: date | None


class ActorResolver:
    """Turns words for actors into references; one instance serves any number of reports."""

    def __init__(self, register: Register | None = None, vocabulary: Vocabulary | None = None) -> None:
        self.register = register or load_register()
        self.vocabulary = vocabulary or load_vocabulary()
        self._finder = NameFinder(self.register, self.vocabulary)

    def resolve(self, words: str, *, country: str | None = None, on: date | None = None) -> ActorRef:
        """Return who `words` mean, given the ISO alpha-2 country and the day of the act.

        Never fails: words without any known noun or name give kind `unknown`. `basis` is the name of the rule that decided
        (see `Vocabulary.rules`). A state's force abroad is an `external_force` there.
        """
        phrase = self._phrase(words, country, on)
        named = self._named(phrase)
        if named is not None:
            return self._reference(phrase, *named)
        if phrase.head is not None:
            return self._people(phrase, phrase.head.people)
        return self._nation_or_unknown(phrase)

    def resolve_each(self, words: str, *, country: str | None = None, on: date | None = None) -> tuple[ActorRef, ...]:
        """Return every actor of a co-ordination ("soldiers and policemen"), in order; at least one."""
        phrases = self._conjuncts(words) or [(words, words)]
        refs = [self.resolve(full, country=country, on=on) for full, _ in phrases]
        return tuple(replace(ref, words=own) for ref, (_, own) in zip(refs, phrases, strict=True))

    def find(
        self, text: str, *, country: str | None = None, on: date | None = None, members: bool = False
    ) -> list[tuple[int, int, str]]:
        """Return (start, end, actor id) of the register names and state bodies in `text`, in code points, without overlaps.

        Short acronyms need their capitals unless the whole text is in capitals. Without `country`, a name that several
        actors bear is decided by the country that the text names most. A name that stays undecided is left out, and so is one
        that was not in use on the day `on` (see `Actor.in_use`), or a short acronym of one that does not act in `country`.
        With `members`, a nation's soldiers and policemen are found as its body.
        """
        scan = self._finder.scan(text, members=members)
        focus = country or scan.focus()
        decided = {hit: self._finder.decide(hit, focus, on) for hit in scan.hits}
        sure = {
            hit: found.actor_id
            for hit, found in decided.items()
            if found
            and found.actor_id
            and self.register.actor(found.actor_id).in_use(on)
            and not (country and found.rule == ABROAD)
        }
        return [(hit.start, hit.end, sure[hit]) for hit in apart(sure)]

    def hits(self, text: str, *, members: bool = False) -> tuple[Hit, ...]:
        """Return every name found in `text` with all who bear it, nothing decided; they may overlap. `members` as in `find`."""
        return self._finder.scan(text, members=members).hits

    def class_of(self, words: str) -> PeopleClass | None:
        """Return the class of people that the head noun of `words` names, with its victim class; None when unknown."""
        head = head_of(self._keys(words, tokenise(words)), self.vocabulary)
        return head.people if head else None

    def _keys(self, words: str, tokens: Sequence[Token]) -> list[str]:
        """The keys of a phrase without what a hyphen makes an attribute: "state-backed militia", "rebel-held area"."""
        keys = [token.key for token in tokens]
        for at, (one, other) in enumerate(pairwise(tokens)):
            if other.key in self.vocabulary.not_after and hyphen(words, one.end, other.start):
                keys[at] = keys[at + 1] = _ATTRIBUTE
        return keys

    def _phrase(self, words: str, country: str | None, on: date | None) -> _Phrase:
        scan = self._finder.scan(words)
        own = self._own_nation(scan, [token.key for token in scan.tokens])
        head = head_of(self._keys(words, scan.tokens), self.vocabulary)
        return _Phrase(words, scan, head, own or country, own is not None, country, on)

    def _own_nation(self, scan: Scan, keys: list[str]) -> str | None:
        """The first nation that qualifies the actor itself: not part of a name, and not tied away by a hyphen or "backed"."""
        inside = {
            at for hit in scan.hits if not hit.state for at in range(hit.first, hit.last) if hit.last - hit.first > 1
        }
        limit = foreign_from(keys, self.vocabulary)
        head = head_of(keys, self.vocabulary)
        for nation in scan.nations:
            if head and {"and", "or"} & {*keys[nation.last : head.first]}:
                continue
            tied = {*keys[max(nation.first - 1, 0) : nation.first]} & self.vocabulary.not_before
            tied |= {*keys[nation.last : nation.last + 1]} & self.vocabulary.not_after
            if nation.first not in inside and nation.first < limit and not tied:
                return nation.country
        return None

    def _named(self, phrase: _Phrase) -> tuple[Hit, Decision] | None:
        """The longest name that means the actor itself, register names before state bodies."""
        keys = [token.key for token in phrase.scan.tokens]
        limit = foreign_from(keys, self.vocabulary)
        decided = (
            (hit, self._finder.decide(hit, phrase.country, phrase.on)) for hit in phrase.scan.hits if hit.first < limit
        )
        found = [(hit, decision) for hit, decision in decided if decision and not _behind(phrase.head, hit)]
        return min(
            found,
            key=lambda pair: (pair[0].of_state, pair[0].start - pair[0].end, pair[0].first),
            default=None,
        )

    def _reference(self, phrase: _Phrase, hit: Hit, decision: Decision) -> ActorRef:
        confidence = self.vocabulary.rules[decision.rule].confidence
        if decision.actor_id is None:
            kinds = {self.register.actor(named.actor_id).kind for named in hit.bearers}
            kind = kinds.pop() if len(kinds) == 1 else ActorKind.unknown
            name = phrase.words[hit.start : hit.end]
            return ActorRef(
                actor_id=None,
                name=name,
                kind=kind,
                words=phrase.words,
                basis=decision.rule,
                confidence=confidence,
            )
        return self._actor(phrase, self.register.actor(decision.actor_id), decision.rule)

    def _actor(self, phrase: _Phrase, actor: Actor, rule: str) -> ActorRef:
        abroad = phrase.at is not None and actor.home not in {None, phrase.at}
        kind = actor.kind_on(phrase.on)
        return ActorRef(
            actor_id=actor.actor_id,
            name=actor.name,
            kind=ActorKind.external_force if abroad and kind is ActorKind.state_force else kind,
            words=phrase.words,
            country=actor.home,
            basis=rule,
            confidence=self.vocabulary.rules[rule].confidence,
        )

    def _people(self, phrase: _Phrase, people: PeopleClass) -> ActorRef:
        state = f"{phrase.country.lower()}.{people.body}" if phrase.country and people.body else None
        if people.body and (self._another_army(phrase) or self._proxy(phrase)):
            return self._unidentified(
                phrase,
                "Unidentified armed group",
                ActorKind.unidentified_armed_group,
                self._class_rule(phrase),
            )
        if state in self.register:
            rule = "state_by_nationality" if phrase.told else "state_by_country"
            return self._actor(phrase, self.register.actor(str(state)), rule)
        return self._unidentified(phrase, people.label, people.kind, self._class_rule(phrase))

    def _another_army(self, phrase: _Phrase) -> bool:
        """Whether an army, police or force carries a name that is no state's and that the register does not hold."""
        return any(token.key in self.vocabulary.not_a_state for token in phrase.scan.tokens)

    def _proxy(self, phrase: _Phrase) -> bool:
        """Whether a force is only said to be led or backed by a state ("US-backed forces")."""
        before = phrase.scan.tokens[1 : phrase.head.first if phrase.head else 0]
        return not phrase.told and any(token.key in self.vocabulary.not_after for token in before)

    def _class_rule(self, phrase: _Phrase) -> str:
        if phrase.told:
            return "class_by_nationality"
        return "class_by_country" if phrase.country else "class_only"

    def _unidentified(self, phrase: _Phrase, label: str, kind: ActorKind, rule: str) -> ActorRef:
        place = self.vocabulary.countries.get(phrase.country or "")
        return ActorRef(
            actor_id=None,
            name=f"{label} ({place})" if place else label,
            kind=kind,
            words=phrase.words,
            country=phrase.country if place else None,
            basis=rule,
            confidence=self.vocabulary.rules[rule].confidence,
        )

    def _nation_or_unknown(self, phrase: _Phrase) -> ActorRef:
        country = phrase.country if phrase.told else None
        nation = next((nation for nation in phrase.scan.nations if nation.country == country), None)
        around = [
            token.key for at, token in enumerate(phrase.scan.tokens) if nation and not nation.first <= at < nation.last
        ]
        if nation and nation.people and all(key.isdigit() or key in self.vocabulary.counts for key in around):
            return self._unidentified(phrase, "Unidentified people", ActorKind.unknown, "nationals")
        if nation and not nation.people and not {*around} - {"the"}:
            return self._actor(phrase, self.register.actor(f"{nation.country.lower()}.government"), "state_name")
        unknown = ActorKind.unknown
        return ActorRef(
            actor_id=None,
            name=phrase.words,
            kind=unknown,
            words=phrase.words,
            country=country,
            basis="unknown",
            confidence=0.0,
        )

    def _conjuncts(self, words: str) -> list[tuple[str, str]]:
        """Return (full phrase, own words) of each conjunct; one without a noun borrows the last one's ("Afghan and US troops")."""
        scan = self._finder.scan(words)
        inside = {at for hit in apart(scan.hits) for at in range(hit.first + 1, hit.last)}
        cuts = [at for at, token in enumerate(scan.tokens) if token.key in _AND and at not in inside]
        bounds = list(zip([-1, *cuts], [*cuts, len(scan.tokens)], strict=True))
        own = [words[scan.tokens[a + 1].start : scan.tokens[b - 1].end] for a, b in bounds if b - a > 1]
        return [(self._completed(part, own[-1]), part) for part in own]

    def _completed(self, part: str, last: str) -> str:
        keys = [token.key for token in tokenise(part)]
        scan = self._finder.scan(part)
        if head_of(keys, self.vocabulary) or any(not hit.state for hit in scan.hits) or not scan.nations:
            return part
        tokens = tokenise(last)
        head = last_noun([token.key for token in tokens], self.vocabulary)
        return f"{part} {last[tokens[head.first].start : tokens[head.last - 1].end]}" if head else part


def _behind(head: Head | None, hit: Hit) -> bool:
    """Whether a name is another's than the head's: any beside an opaque noun, one behind a civilian noun."""
    if head is None:
        return False
    after = hit.first >= head.last
    if head.people.opaque:
        return after or hit.last <= head.first
    return after and head.people.kind in _OWN_CLASS
