"""Where a list of phrases ends and the next clause begins: "killing nine people, | police and a witness said"."""

from __future__ import annotations

from rasid.reading.lexicon.sentence import NounPhrase, Sentence


def before_next_clause(sentence: Sentence, found: list[NounPhrase], opener: NounPhrase) -> list[NounPhrase]:
    """Return the phrases of a list without those that share the verb behind `opener`, the phrase that opens a clause.

    "and" joins `opener` to the phrases before it back to the last comma: these are its fellow subjects. Without a comma
    the list keeps all: "killing two men and a woman said …" is left as it stands.
    """
    if sentence.form(opener.start - 1) not in {"and", "or"}:
        return found
    for number in range(len(found) - 1, 0, -1):
        if sentence.form(found[number].start - 1) == ",":
            return found[:number]
    return found
