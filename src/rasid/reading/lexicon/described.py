"""What stands behind people and says how they come or whose they are: "men on a motorcycle", "forces loyal to the marshal"."""

from __future__ import annotations

from rasid.reading.lexicon.extent import of_end
from rasid.reading.lexicon.sentence import NounPhrase, Sentence

_DRESS = frozenset(
    """uniform uniforms clothes clothing fatigues masks hoods balaclavas dress attire camouflage plainclothes robes gear
    turbans veils helmets burqas disguise""".split()
)
_MOUNTS = frozenset(
    """motorcycle motorcycles motorbike motorbikes horseback horses camels camelback foot boats bicycles pickups jeeps
    scooter scooters speedboat speedboats""".split()
)
_SIDED = frozenset("loyal allied aligned affiliated linked belonging opposed hostile".split())
_WEARING = frozenset("wearing riding dressed disguised carrying".split())


def described_end(sentence: Sentence, phrase: NounPhrase) -> int:
    """Return the end token of a phrase for people with what describes them, and with its "of" phrases."""
    end = of_end(sentence, phrase)
    if sentence.form(end) in _SIDED and sentence.form(end + 1) in {"to", "with"}:
        side = sentence.phrase(end + 2)
        return end if side is None or side.start != end + 2 else of_end(sentence, side)
    at = end + 1 if sentence.form(end) in _WEARING else end
    inner = sentence.phrase(at + 1) if sentence.form(at) in {"in", "on", "with"} else sentence.phrase(at)
    if inner is None or inner.start > at + 1 or (at == end and sentence.form(at) not in {"in", "on"}):
        return end
    return inner.end if sentence.forms[inner.head] in _DRESS | _MOUNTS else end
