"""The resolvers that the record is coded with, loaded once."""

from __future__ import annotations

import pytest

from rasid.model import Resolvers
from rasid.resolve import load_resolvers


@pytest.fixture(scope="session")
def resolvers() -> Resolvers:
    return load_resolvers()
