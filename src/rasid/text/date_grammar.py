"""The grammar of time expressions: rules over the classes of words, in the order in which they are tried.

In a pattern a lower-case word is a class of the vocabulary, an upper-case one a fragment, the rest is regular
expression; blanks mean nothing. The first rule that fits at a place wins, so longer forms stand first. No repetition
is unbounded, so that the time is linear in the number of words.
"""

from __future__ import annotations

import re
from functools import cache

from rasid.text.date_words import LETTERS

_FRAGMENTS = {
    "ONEMONTH": "(month | short_month dot? | loose_month (?! verb))",
    "MONTH": "(ONEMONTH (slash ONEMONTH)?)",  # Arabic texts give both names of a month
    "UNIT": "(unit | units)",
    "NUMBER": "(word_number (hyphen? word_number){0,6} | day | pair | digits | old_year | round_year)",
    "COUNT": "(article? few of? | NUMBER | article)",
    "DEICTIC": "(this | the? (last | next | current))",
    "ANCHORED": "(that | the? (same | previous | following) | the next)",
    "WHICH": "(DEICTIC | ANCHORED)",
    "AYEAR": "(year | old_year | round_year)",
    "YEARTAIL": "((comma | dot)? AYEAR | of AYEAR | (comma | of)? short_year | (comma | of)? WHICH unit)",
    # "3 JAN 90": two digits are a year only where no counted word follows.
    "SHORTYEAR": "(pair | day) (?! other | UNIT | of | word_number)",
    "THROUGH": "(and | to | until | hyphen | dash)",
    "FOUR": "(AYEAR | digits)",
    "DAYNUM": "(day | ordinal | (word_number hyphen?)? rank (?= of))",
    "MANYDAYS": "(day | ordinal) (comma (day | ordinal)){0,5} (comma? and | hyphen | to) the? (day | ordinal)",
    "DMY": """dayword? (the? DAYNUM hyphen? of? | named_number from one_unit?) MONTH
            (hyphen? YEARTAIL | hyphen? SHORTYEAR)?""",
    "MDY": "MONTH the? (day | ordinal) YEARTAIL?",
    "HEAD": "((weekday | short_weekday) dot? comma? agreeing?)",
    "HOUR": "(part on? | the? part units of | (part on? | on)? the? daypart (of | on) the? | clock zone? comma? on?)",
    "NIGHT": "(overnight on? | on? the? daypart (between | from) | the weekend of the?)",
    "ARABIC": "(roughly? (two_units | (few | NUMBER)? (many_units | one_unit)))",
    "EARLY": "(the? edge of the? | the? part (in | on | of)? the? hyphen? one_unit? | relation (in | on)? the?)",
    # What may stand before a month that is also a verb, and before a figure that may be a count.
    "LOOSE": "(in | of | since | until | by | from | one_unit)",
    "AFTER": "(in | on | at | by | from | since | until | around)",
    "BEFORE": "(in | of | since | until | by | from | to | between | and | around | open | one_unit)",
}

_RULES = {
    "number": "numbered dot? (NUMBER | AYEAR)",
    "fiscal": """the? fiscal (AYEAR ((hyphen | slash) (AYEAR | pair | day))? | pair | day)
               | the? AYEAR ((hyphen | slash) (AYEAR | pair | day))? fiscal""",
    "hour": """FOUR zone | at (around | roughly)? FOUR (zone | units)? | FOUR THROUGH clock zone?
             | clock zone? THROUGH FOUR zone? | FOUR THROUGH FOUR zone""",
    "age": "old NUMBER | NUMBER hyphen? UNIT hyphen? old",
    "lunar": "HEAD? dayword? DAYNUM of? lunar_month (comma? AYEAR)?",
    "solar": "HEAD? dayword? DAYNUM of? solar_month (comma? AYEAR)?",
    "iso": "HEAD? iso",
    "numeric": "HEAD? numeric",
    # "in July 10 people": without a year or a stop the figure counts what follows.
    "month": "(?<= in) MONTH (?= day other)",
    "days": """(from | between)? (HOUR | NIGHT)? the? MANYDAYS of? MONTH YEARTAIL?
             | (HOUR | NIGHT) MONTH MANYDAYS YEARTAIL?
             | (from | between)? MONTH MANYDAYS (?! other | UNIT) YEARTAIL? | (?<= on) MONTH MANYDAYS YEARTAIL?""",
    "months": "(from | between)? EARLY? MONTH (to | hyphen | and) EARLY? MONTH YEARTAIL?",
    "day": "HOUR? (HEAD | weekday daypart of)? last? (DMY | MDY)",
    "half": """the? (rank | part) half of (AYEAR | MONTH YEARTAIL? | WHICH unit | the unit)
             | the? (rank | last) quarter of (AYEAR | WHICH unit)""",
    "quarter": "quarter_sign day (of | comma)? AYEAR",
    "nth": """the? (rank | last) NUMBER? UNIT (of | in) (the? MONTH YEARTAIL? | AYEAR | WHICH unit | the unit)
            | the? edge UNIT of (the? MONTH YEARTAIL? | AYEAR)""",
    "named_day": "named_day | (?<= on) the rank unit (?! of)",
    "century": "(EARLY | the)? (rank | ordinal) hyphen? unit era?",
    "decade": "(EARLY | the)? decade",
    "month_year": "EARLY? MONTH (YEARTAIL | SHORTYEAR)",
    "bare_month": """EARLY MONTH | the? last ONEMONTH | (this | next | past)? month (slash ONEMONTH)?
                   | (?<= LOOSE) (short_month dot? | loose_month (?! verb))""",
    "any_season": "(?<! (LOOSE | and)) season (?= other)",
    "season": """(EARLY | the)? WHICH? (season | loose_season) YEARTAIL
               | EARLY? (WHICH | the | this? past)? season
               | (EARLY WHICH? | WHICH) loose_season (?! of) | (?<= in) the? loose_season""",
    "ago": "(COUNT | few)? UNIT ago | (before_unit | since) ARABIC (?! from | AYEAR | MONTH | lunar_month)",
    "before_last": "the (unit | daypart) beside last",
    "after": "after_unit ARABIC (?! from)",
    "weekday_of": "weekday daypart? (of | in)? WHICH unit",
    "nights": """the? daypart (between | of | from) weekday (and | to | hyphen) weekday
               | (overnight | the? daypart) to weekday | daypart weekday hyphen? weekday
               | overnight (from | on)? weekday ((to | hyphen) weekday)? | weekday (hyphen | to) weekday daypart
               | overnight | nightlong""",
    "weekday": """HOUR? (dayword | near comma?)? (WHICH | (this | the)? past)? weekday (just_past | just_next)? (at? daypart)?
                | daypart (dayword | near)? weekday (just_past | just_next)?""",
    "near": "(part | relation)? daypart? near daypart?",
    "this_daypart": "(part | relation)? WHICH daypart | the daypart (relation | beside | following)",
    "later": "(COUNT UNIT | units | the unit) (relation | beside | following)",
    "period": "EARLY? WHICH unit (?! daypart) | (?<= AFTER) unit edge | (EARLY | the edge of the) unit | past_unit | this_unit | next_unit",
    "next_daypart": "(part | relation)? WHICH unit daypart",
    "past": """the? COUNT previous UNIT | (this | the)? (past | last | previous | recently_past) COUNT? units
             | (this | the)? past NUMBER? unit
             | NUMBER? (two_units | many_units | one_unit) the_number? just_past""",
    "coming": "the? (next | following) COUNT? units | COUNT (following | next) UNIT",
    "weekend_of": "the weekend of (DMY | MDY)",
    "weekend": "(over | on | in)? (the | this | last | past | next | previous | following){0,3} weekend",
    "span": "NUMBER hyphen unit (?! hyphen)",
    "duration": "COUNT hyphen? UNIT | units | per unit",
    "years": "AYEAR hyphen (AYEAR | pair | day)",
    "era": "(digits | pair | day | AYEAR) dot? era dot?",
    "year": """one_unit AYEAR | (EARLY | part hyphen) AYEAR | year (?! hyphen) | short_year | (?<= the) old_year
             | (?<= BEFORE) old_year (?! UNIT) | (?<= BEFORE) round_year (?! other | UNIT)""",
    "holiday": "holiday daypart? YEARTAIL?",
    "recent": "recent",
    "clock": "clock zone?",
    "frequency": "frequency | each unit",
    "vague": "vague | (?<= AFTER) loose_vague | current | recently_past",
    "habit": "daypart",
}

# Classes that begin no rule: no rule is tried at them.
_QUIET = (
    "other", "campaign", "verb", "of", "to", "and", "until", "by", "around", "mark", "comma", "dot", "dash", "open",
    "hyphen", "slash",
)  # fmt: skip

_NAME = re.compile(r"[a-z_]+|[A-Z]+")


def _compile(pattern: str) -> str:
    """Return the regular expression over class letters for a pattern of class and fragment names."""

    def put(match: re.Match[str]) -> str:
        name = match.group()
        return LETTERS[name] if name.islower() else f"(?:{_compile(_FRAGMENTS[name])})"

    return re.sub(r"\((?!\?)", "(?:", "".join(_NAME.sub(put, pattern).split()))


@cache
def grammar() -> re.Pattern[str]:
    """Return all rules as one alternation; the name of the group that matched is the rule."""
    quiet = "".join(LETTERS[name] for name in _QUIET)
    rules = "|".join(f"(?P<{name}>{_compile(pattern)})" for name, pattern in _RULES.items())
    return re.compile(f"(?![{quiet}])(?:{rules})")
