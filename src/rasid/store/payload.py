"""Nouns to canonical JSON and back: pydantic over the very dataclasses of the model."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter

T = TypeVar("T", bound=Hashable)


def dump(value: Hashable) -> str:
    """Return a noun as JSON: fields in the order of the class, no blanks; equal values give equal text."""
    return _adapter(type(value)).dump_json(value).decode("utf-8")


def load(noun: type[T], payload: str) -> T:
    """Return the noun that `payload` holds; raises pydantic's ValidationError for a payload that is none."""
    found: T = _adapter(noun).validate_json(payload)
    return found


@cache
def _adapter(noun: type[Any]) -> TypeAdapter[Any]:
    return TypeAdapter(noun)
