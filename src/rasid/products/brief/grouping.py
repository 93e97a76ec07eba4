"""Why reports are held to tell one incident, and what they do not agree on."""

from __future__ import annotations

from markupsafe import Markup, escape

from rasid.model import Conflict, Incident, Judgement, Reason, Verdict
from rasid.products.brief.html import el, join
from rasid.products.brief.titles import report_label
from rasid.products.record import Record
from rasid.products.show import show_stated
from rasid.products.speakers import DENIED_BY, show_denial
from rasid.products.words import word


def render_grouping(incident: Incident, record: Record) -> Markup | None:
    """Return the judgements that made the group, and those that kept others out, folded; None without any."""
    inside = [judgement for judgement in incident.judgements if _within(judgement, incident)]
    outside = [judgement for judgement in incident.judgements if judgement not in inside]
    folds = (
        _fold(f"Why {len(incident.mention_ids)} accounts are held to be one incident", inside, record),
        _fold("Which similar accounts are kept apart, and why", outside, record),
    )
    return el("div", folds, class_="why") if inside or outside else None


def render_conflicts(incident: Incident, record: Record) -> Markup | None:
    """Return the values that cannot all be true, with the reports that give each; None when there are none."""
    if not incident.conflicts:
        return None
    items = [_conflict(conflict, record) for conflict in incident.conflicts]
    return el("div", el("h4", "The accounts differ"), el("ul", items), class_="conflicts")


def _within(judgement: Judgement, incident: Incident) -> bool:
    return judgement.left in incident.mention_ids and judgement.right in incident.mention_ids


def _fold(summary: str, judgements: list[Judgement], record: Record) -> Markup | None:
    items = [_judgement(judgement, record) for judgement in judgements]
    return el("details", el("summary", summary), el("ul", items)) if items else None


def _judgement(judgement: Judgement, record: Record) -> Markup:
    left, right = (_name(mention_id, record) for mention_id in (judgement.left, judgement.right))
    verdict = word("verdicts", judgement.verdict)
    certainty = "" if judgement.verdict is Verdict.unsure else f", score {judgement.score:.2f} of 1"
    head = el("p", left, " and ", right, ": ", el("b", verdict), f"{certainty} (by {judgement.by})")
    return el("li", head, el("ul", map(_reason, judgement.reasons)))


def _reason(reason: Reason) -> Markup:
    side = "for" if reason.points >= 0 else "against"
    sign = "+" if reason.points >= 0 else "\u2212"
    return el("li", el("span", f"{sign}{abs(reason.points):.1f}", class_=f"points {side}"), " ", el("bdi", reason.text))


def _conflict(conflict: Conflict, record: Record) -> Markup:
    held: dict[str, list[Markup]] = {}
    for mention_id, value in conflict.values:
        held.setdefault(_shown(conflict.field, value, mention_id, record), []).append(_name(mention_id, record))
    values = [
        el("li", el("b", value, dir="auto"), " ", el("span", join(dict.fromkeys(names), "; "), class_="speaker"))
        for value, names in held.items()
    ]
    return el("li", el("span", word("fields", conflict.field), class_="label"), el("ul", values, class_="inline"))


def _shown(field: str, value: str, mention_id: str, record: Record) -> str:
    """Return a conflicting value in words; a denial names the speaker by the register's id where it has one."""
    if value.startswith(DENIED_BY):
        return show_denial(value, record.actor_names())
    return show_stated(field, value, record.mentions.get(mention_id))


def _name(mention_id: str, record: Record) -> Markup:
    mention = record.mentions.get(mention_id)
    return report_label(record.report_of(mention)) if mention is not None else escape(mention_id)
