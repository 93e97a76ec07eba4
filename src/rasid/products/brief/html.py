"""HTML and SVG elements that escape every text they are given."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

Child = str | int | Markup | None | Iterable["Child"]
Attribute = str | int | float | bool | None

_VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})


def el(tag: str, /, *children: Child, **attributes: Attribute) -> Markup:
    """Return one element. Text is escaped unless it is Markup; None is left out; iterables are flattened.

    Attribute names: a trailing underscore is dropped (`class_`), inner ones become hyphens (`aria_label`), capitals stay
    (`viewBox`). True gives a bare attribute; None and False leave it out.
    """
    start = Markup("<{}{}>").format(tag, Markup("").join(_attribute(*item) for item in attributes.items()))
    return start if tag in _VOID else start + join(children) + Markup("</{}>").format(tag)


def join(children: Iterable[Child], between: str = "") -> Markup:
    """Return the children one after the other, `between` escaped between them; None is left out."""
    return escape(between).join(_markup(child) for child in children if child is not None)


def _markup(child: Child) -> Markup:
    if isinstance(child, str | int):
        return escape(child)
    if child is None:
        return Markup("")
    return join(child)


def _attribute(name: str, value: Attribute) -> Markup:
    if value is None or value is False:
        return Markup("")
    name = name.rstrip("_").replace("_", "-")
    if value is True:
        return Markup(" {}").format(name)
    return Markup(' {}="{}"').format(name, _number(value))


def _number(value: str | float) -> str:
    """Return a number without a needless fraction, so that drawings stay small."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
