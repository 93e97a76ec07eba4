"""What a format's reader hands on, and the last step from there to a Report."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple, cast

from rasid.model.report import Report, ReportFields, make_report
from rasid.sources.language import language_of
from rasid.sources.refusal import UnfitReportError

# Neither can be stored: U+0000 ends strings in databases, a lone surrogate has no UTF-8 form.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class Draft(NamedTuple):
    """A text and the fields that stood with it; None in a field means that the input did not say."""

    text: str
    fields: ReportFields


def finish(draft: Draft, defaults: ReportFields) -> Report:
    """Make the Report: its own fields go before `defaults`; without a language in either, it is detected.

    Raises UnfitReportError for a text that is empty or holds what cannot be stored, ReportError as Report does.
    """
    check_storable("text", draft.text)
    if not draft.text.strip():
        msg = "the text is empty or only blanks; give a text with words in it"
        raise UnfitReportError(msg, reason="empty")
    fields = cast("ReportFields", _known(defaults) | _known(draft.fields))
    if "language" not in fields:
        fields["language"] = language_of(draft.text)
    return make_report(draft.text, **fields)


def check_storable(name: str, value: str) -> None:
    """Raise UnfitReportError if `value` holds U+0000 or a lone surrogate, naming it and its offset."""
    if bad := _UNSTORABLE.search(value):
        msg = f"{name} holds U+{ord(bad[0]):04X} at character {bad.start()}; remove it, it is no part of a text"
        raise UnfitReportError(msg, reason="bad_text")


def _known(fields: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in fields.items() if value is not None}
