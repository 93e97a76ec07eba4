"""The lexicon reader: rules over tokens, every decision named; no weights beyond the part-of-speech tagger."""

from __future__ import annotations

from dataclasses import dataclass

from rasid.model import ArgumentRole, Reading, Report, Span
from rasid.model.reading import ReadStatement, Trigger
from rasid.reading.lexicon import circumstance, means, relevance
from rasid.reading.lexicon.analyse import analyse, split, tagger
from rasid.reading.lexicon.blame import add_blamed
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.casualties import casualty_candidates, mark_parts
from rasid.reading.lexicon.classify import body_ending
from rasid.reading.lexicon.counter import mark_counter
from rasid.reading.lexicon.dating import attach_times, share_times
from rasid.reading.lexicon.either import count_neither
from rasid.reading.lexicon.find import candidates
from rasid.reading.lexicon.fit import tail_at
from rasid.reading.lexicon.follow import follow, not_taken
from rasid.reading.lexicon.incidents import Group, bring_together, type_of
from rasid.reading.lexicon.keep import keep
from rasid.reading.lexicon.nominal import read_noun
from rasid.reading.lexicon.own_words import own_words
from rasid.reading.lexicon.pointing import pointing
from rasid.reading.lexicon.prefilter import is_relevant
from rasid.reading.lexicon.relations import relations
from rasid.reading.lexicon.roles import role_of
from rasid.reading.lexicon.sentence import Sentence
from rasid.reading.lexicon.sought import add_sought
from rasid.reading.lexicon.speech import attribution_of, attributions, not_of_speakers
from rasid.reading.lexicon.statements import statements
from rasid.reading.lexicon.status import judge
from rasid.reading.lexicon.strands import mark_strands
from rasid.reading.lexicon.untold import drop_untold
from rasid.reading.lexicon.verbal import read_verb
from rasid.reading.lexicon.vocabulary import vocabulary
from rasid.reading.lexicon.worth import is_worth
from rasid.text.letter_case import is_all_capitals

VERSION = "1"


@dataclass(frozen=True, slots=True)
class Seen:
    """A reading, and the sentences that were analysed for it: those that hold a word worth it."""

    reading: Reading
    sentences: tuple[Sentence, ...] = ()


class LexiconReader:
    """Reads English reports by rule; stateless, so one object serves every report."""

    name = f"lexicon/{VERSION}"

    def load(self) -> None:
        """Load the tables that the first report would wait for; once a process."""
        tagger()
        vocabulary()

    def read(self, report: Report) -> Reading:
        """Return what stands in the report; a text without a word of violence comes back empty at once."""
        return self.look(report).reading

    def look(self, report: Report) -> Seen:
        """Return the reading of the report with its analysed sentences, for a reader that goes on from there."""
        if not is_relevant(report.text):
            return Seen(Reading(report_id=report.report_id, reader=self.name))
        stretches = split(report)
        sentences = _analysed(report, stretches)
        words = relevance.words_of(report.text)
        scene = relevance.scene_of(words)
        violent = scene is None and (relevance.armed_weight(words) > 0 or any(map(_names_body, sentences)))
        found, statements_found = [], []
        for sentence in sentences:
            read = read_sentence(sentence)
            found.extend(read)
            own = own_words(vocabulary(), sentence, read) if scene is None else []
            kinds = {statement.kind for statement in own}
            spoken = statements(sentence, violent=violent or (scene is None and bool(read)))
            statements_found.extend([*own, *(statement for statement in spoken if statement.kind not in kinds)])
        kept = keep(found, scene=scene)
        groups = bring_together([one for one in kept if one.dropped is None])
        reading = Reading(
            report_id=report.report_id,
            reader=self.name,
            sentences=tuple(Span(report_id=report.report_id, start=start, end=end) for start, end in stretches),
            triggers=tuple(_trigger(member, group) for group in groups for member in group.members),
            statements=tuple(_about(statement, groups) for statement in statements_found),
            relations=tuple(relations(groups)),
            dropped=tuple(
                (one.sentence.span(one.start, one.end), one.dropped) for one in kept if one.dropped is not None
            ),
        )
        return Seen(reading, tuple(sentences))


def read_sentence(sentence: Sentence) -> list[Candidate]:
    """Return the triggers of one sentence with participants, circumstances, status and attribution."""
    table = vocabulary()
    found = candidates(table, sentence)
    for candidate in found:
        if candidate.act.noun:
            read_noun(table, candidate)
        else:
            read_verb(table, candidate)
        judge(table, candidate)
        add_sought(table, candidate)
    known = {token for one in found for token in _tokens(one)}
    found += [*casualty_candidates(table, sentence, known), *pointing(table, sentence, known)]
    found.sort(key=lambda one: (one.start, one.end))
    if not found:
        return []
    said = attributions(sentence)
    drop_untold(sentence, found, said)
    for candidate in found:
        mark_parts(table, candidate)
    count_neither(sentence, found)
    places = not_of_speakers(sentence, circumstance.places(table, sentence), said)
    mark_strands(sentence, [one for one in found if one.dropped is None], places)
    follow(table, found)
    not_taken(found)
    add_blamed(table, sentence, found)
    mark_counter(sentence, found)
    hosts = [one for one in found if one.dropped is None]
    if hosts:
        circumstance.attach(hosts, places, ArgumentRole.place)
        attach_times(sentence, hosts, circumstance.times(sentence))
        share_times(hosts)
        weapons = means.not_hit(means.weapons(table, sentence), hosts)
        circumstance.attach(hosts, weapons, ArgumentRole.weapon)
        circumstance.attach(hosts, means.tactics(table, sentence), ArgumentRole.tactic)
    for candidate in found:
        candidate.attribution = attribution_of(said, sentence.span(candidate.start, candidate.end))
    return found


def _tokens(candidate: Candidate) -> list[int]:
    """Return the tokens of a trigger, the words that belong to it behind its object included: "shot the driver | dead"."""
    tail = tail_at(candidate.sentence, candidate.end, candidate.act.tail)
    return [*range(candidate.start, candidate.end), *([] if tail is None else [tail])]


def _analysed(report: Report, stretches: list[tuple[int, int]]) -> list[Sentence]:
    """Analyse the sentences that hold a word worth it; quotations are followed over the others."""
    cased = not is_all_capitals(report.text)
    sentences, quoting = [], False
    for number, (start, end) in enumerate(stretches):
        text = report.text[start:end]
        if is_worth(text):
            sentence = analyse(report, number, start, end, cased=cased, inside_quote=quoting)
            sentence.title = number == 0 and not text.rstrip().endswith((".", "!", "?", '"', "”"))
            sentences.append(sentence)
        quoting = _still_open(text, quoting=quoting)
    return sentences


def _names_body(sentence: Sentence) -> bool:
    """Tell whether a sentence names an armed body of the register."""
    table, forms = vocabulary(), sentence.forms
    return any(body_ending(table, forms, phrase.start, phrase.head + 1) for phrase in sentence.phrases)


def _still_open(text: str, *, quoting: bool) -> bool:
    """Tell whether a curly quotation stays open after the sentence."""
    opened, closed = text.rfind("“"), text.rfind("”")
    if opened < 0 and closed < 0:
        return quoting
    return opened > closed


def _trigger(member: Candidate, group: Group) -> Trigger:
    """Freeze one trigger; the incident's type is that of its most telling trigger."""
    head = type_of(group)
    return Trigger(
        span=member.sentence.span(member.start, member.end),
        sentence=member.sentence.number,
        incident=member.incident,
        event_type=member.event_type if member is not head else head.event_type,
        status=member.status,
        status_rule=member.status_rule,
        role=role_of(group),
        rule=member.rule if member.pointer is None else f"{member.rule}+pointer",
        arguments=tuple(member.arguments),
        attribution=member.attribution,
    )


def _about(statement: ReadStatement, groups: list[Group]) -> ReadStatement:
    """Link a statement to the incident told in its sentence, else to the latest one told before it."""
    best = None
    for group in groups:
        for member in group.members:
            if (
                member.sentence.start <= statement.span.start
                and group.members[0].sentence.start <= statement.span.start
            ):
                best = member.incident if best is None or member.sentence.whole() == statement.span else best
    if best is None or statement.kind.value in {"assessment", "warning"}:
        return statement
    return ReadStatement(
        kind=statement.kind,
        span=statement.span,
        cue=statement.cue,
        speaker=statement.speaker,
        rule=statement.rule,
        topic=statement.topic,
        incident=best,
    )
