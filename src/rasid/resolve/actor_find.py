"""Finds the names of organisations and state bodies in a text, and decides which actor a name means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rasid.resolve.actor_bodies import Nation, longest_phrase, state_bodies, with_members
from rasid.resolve.actor_heirs import Heirs
from rasid.resolve.actor_vocabulary import Vocabulary
from rasid.resolve.actor_words import Casing, Token, casing_of, tokenise, without_clitics
from rasid.resolve.register import Actor, Named, Register, Style, is_state_body

ABROAD = "register_name_abroad"
_OPENERS = frozenset("([\"'“‘«")
_CLOSERS = frozenset(")]\"'”’»")
# In a text without capitals an acronym of three letters is too often a word.
_LONG_ACRONYM = 4


@dataclass(frozen=True, slots=True)
class Scan:
    """A text taken apart once: tokens, use of capitals, nations named, and names found."""

    text: str
    tokens: tuple[Token, ...]
    casing: Casing
    nations: tuple[Nation, ...]
    hits: tuple[Hit, ...]

    def focus(self) -> str | None:
        """The country a text names most often, the first named on a tie; None when it names none."""
        named = Counter(nation.country for nation in self.nations)
        return max(named, key=lambda country: named[country]) if named else None


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found, tokens `first` up to `last` (exclusive), offsets in code points; `state` is set for a state's body."""

    first: int
    last: int
    start: int
    end: int
    bearers: tuple[Named, ...] = ()
    state: str = ""
    linked: bool = False

    @property
    def of_state(self) -> bool:
        """Whether it names a state's body, by grammar or by a name of its own."""
        return bool(self.state) or any(is_state_body(named.actor_id) for named in self.bearers)

    @property
    def named(self) -> tuple[Named, ...]:
        """Who bears the name; a state's body found by grammar bears its words anywhere."""
        return self.bearers or (Named(self.state, "", Style.any_case),)


@dataclass(frozen=True, slots=True)
class Decision:
    """The actor a name means and the rule that decided; no actor when nothing decides between several."""

    actor_id: str | None
    rule: str


class NameFinder:
    """Finds register names and state bodies in texts."""

    def __init__(self, register: Register, vocabulary: Vocabulary) -> None:
        self.register = register
        self.vocabulary = vocabulary
        self._members = with_members(vocabulary)
        self._heirs = Heirs(register)

    def scan(self, text: str, *, members: bool = False) -> Scan:
        """Return what names a text holds; overlapping names are kept, see `apart`.

        With `members`, a nation's soldiers, policemen and the like name its body too.
        """
        tokens = tuple(tokenise(text))
        casing = casing_of(text)
        keys = [token.key for token in tokens]
        nations = tuple(self._nations(text, tokens, keys, casing))
        bodies = state_bodies(keys, nations, self.vocabulary, self._members if members else self.vocabulary.bodies)
        hits = [*self._names(text, tokens, keys, casing)]
        hits += [
            Hit(first, last, tokens[first].start, tokens[last - 1].end, state=body) for first, last, body in bodies
        ]
        free = (hit for hit in hits if not self._affixed(text, tokens, keys, hit))
        marked = (replace(hit, linked=True) if self._linked(keys, hit) else hit for hit in free)
        return Scan(text, tokens, casing, nations, tuple(marked))

    def decide(self, hit: Hit, country: str | None, on: date | None) -> Decision | None:
        """Return the actor a found name means; None when its bearers exist in other countries only."""
        if hit.state:
            return Decision(hit.state, "state_by_nationality")
        local = [named for named in hit.bearers if named.only_in and named.only_in == country]
        anywhere = [named for named in hit.bearers if not named.only_in]
        alive = [named for named in local if self.register.actor(named.actor_id).alive(on)]
        # Common words ("the coalition", "peacekeepers") mean nobody who was not there on the day; names outlive their bearers.
        bearers = alive or anywhere or [named for named in local if named.style is not Style.any_case]
        if not bearers:
            return None
        decision = self._choose(bearers, country, on)
        if decision.actor_id and hit.linked:
            return replace(decision, rule="register_name_linked")
        if decision.rule == "register_name" and self._out_of_place(bearers[0], country):
            return replace(decision, rule=ABROAD)
        return decision

    def _out_of_place(self, named: Named, country: str | None) -> bool:
        """Whether a short acronym stands where its only bearer is not known to act: "PMF" in Myanmar is not Iraq's."""
        actor = self.register.actor(named.actor_id)
        short = named.style is Style.acronym and len(_letters(named.written)) < _LONG_ACRONYM
        return short and country is not None and bool(actor.countries) and country not in actor.countries

    def _choose(self, named: Sequence[Named], country: str | None, on: date | None) -> Decision:
        bearers = {one.actor_id: one for one in sorted(named, key=lambda one: one.primary)}
        actors = [self.register.actor(actor_id) for actor_id in bearers]
        steps = (
            ("register_name", actors),
            ("register_name_country", [actor for actor in actors if country in actor.countries]),
            ("register_name_date", [actor for actor in actors if actor.alive(on)]),
            ("register_name_primary", [actor for actor in actors if bearers[actor.actor_id].primary]),
        )
        left = actors
        for rule, some in steps:
            left = [actor for actor in left if actor in some] or left
            if len(left) == 1:
                local = rule == "register_name" and bearers[left[0].actor_id].only_in
                found = "register_name_country" if local else rule
                return self._dated(left[0], found, on)
        return Decision(None, "register_name_ambiguous")

    def _dated(self, actor: Actor, rule: str, on: date | None) -> Decision:
        """The decision for the one bearer of a name: whoever carries it on where it had ended, else with doubt if it was not there."""
        if actor.alive(on):
            return Decision(actor.actor_id, rule)
        heir = self._heirs.of(actor, on)
        return (
            Decision(heir.actor_id, "register_name_heir")
            if heir
            else Decision(actor.actor_id, "register_name_dates_differ")
        )

    def _nations(self, text: str, tokens: Sequence[Token], keys: Sequence[str], casing: Casing) -> Iterable[Nation]:
        vocabulary = self.vocabulary
        at = 0
        while at < len(tokens):
            size = longest_phrase(keys, at, vocabulary.longest, vocabulary.nations)
            follows = keys[at + 1 : at + 2] and keys[at + 1] in vocabulary.bodies
            if size and _is_name(text, tokens[at], casing) and (follows or not _pronoun(text, tokens[at], casing)):
                country, sort = vocabulary.nations[" ".join(keys[at : at + size])]
                if country:
                    yield Nation(at, at + size, country, sort == "people")
            at += size or 1

    def _names(self, text: str, tokens: Sequence[Token], keys: Sequence[str], casing: Casing) -> Iterable[Hit]:
        longest = self.register.longest
        whole = (len(text) - len(text.lstrip()), len(text.rstrip()))
        for at, key in enumerate(keys):
            bare = ((word, taken) for word, taken in without_clitics(key) if word in longest)
            first, moved = (key, 0) if key in longest else next(bare, (key, 0))
            reach = min(longest.get(first, 0), len(keys) - at)
            for size in range(reach, 0, -1):
                bearers = self.register.bearers(" ".join((first, *keys[at + 1 : at + size])))
                start, end = tokens[at].start + moved, tokens[at + size - 1].end
                fitting = tuple(named for named in bearers if self._fits(named, text, (start, end), casing, whole))
                if fitting:
                    yield Hit(at, at + size, start, end, fitting)

    def _fits(self, named: Named, text: str, at: tuple[int, int], casing: Casing, whole: tuple[int, int]) -> bool:
        """Whether a name may be read in these letters (see Style); an acronym that is a word needs brackets among capitals.

        `at` is where it stands, `whole` where the text stands without the blanks around it.
        """
        start, end = at
        if named.style is Style.any_case:
            return True
        if named.style is Style.capital:
            return casing is not Casing.mixed or not text[start].islower()
        letters = _letters(text[start:end])
        written = _letters(named.written)
        is_word = written.lower() in self.vocabulary.word_acronyms
        if casing is Casing.mixed:
            return letters == written
        alone = at == whole or _enclosed(text, start, end)
        short = casing is Casing.small and len(written) < _LONG_ACRONYM and written.isalpha()
        return letters.upper() == written.upper() and (alone or not (is_word or short))

    def _affixed(self, text: str, tokens: Sequence[Token], keys: Sequence[str], hit: Hit) -> bool:
        """Whether a hyphen ties the name to a word that makes it another's ("anti-Taliban", "Iran-backed")."""
        before = hit.first > 0 and keys[hit.first - 1] in self.vocabulary.not_before
        after = hit.last < len(keys) and keys[hit.last] in self.vocabulary.not_after - self.vocabulary.linked
        return (before and hyphen(text, tokens[hit.first - 1].end, hit.start)) or (
            after and hyphen(text, hit.end, tokens[hit.last].start)
        )

    def _linked(self, keys: Sequence[str], hit: Hit) -> bool:
        """Whether the actor is only said to stand near the organisation ("al-Qaeda-linked", "loyal to the Taliban")."""
        before = [key for key in keys[max(hit.first - 3, 0) : hit.first] if key not in {"to", "with", "the"}]
        return {*before[-1:], *keys[hit.last : hit.last + 1]} & self.vocabulary.linked != frozenset()


def apart(hits: Iterable[Hit]) -> list[Hit]:
    """Return names that do not overlap, the longest kept, register names before state bodies, in the order of the text."""
    taken: set[int] = set()
    kept = []
    for hit in sorted(hits, key=lambda hit: (hit.first - hit.last, bool(hit.state), hit.first)):
        span = range(hit.first, hit.last)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.first)


def _letters(written: str) -> str:
    return "".join(filter(str.isalnum, written))


def _enclosed(text: str, start: int, end: int) -> bool:
    return start > 0 and end < len(text) and text[start - 1] in _OPENERS and text[end] in _CLOSERS


def hyphen(text: str, end: int, start: int) -> bool:
    """Whether nothing but a hyphen stands between two tokens."""
    return text[end:start].strip() in {"-", "‐", "‑", "–"}


def _is_name(text: str, token: Token, casing: Casing) -> bool:
    return casing is not Casing.mixed or not text[token.start].islower()


def _pronoun(text: str, token: Token, casing: Casing) -> bool:
    """Whether "US" may be the pronoun: it has no dots, and its capitals tell nothing."""
    return token.key == "us" and casing is not Casing.mixed and "." not in text[token.start : token.end]
