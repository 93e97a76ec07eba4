"""Settings of all tests: no property test is timed, since absolute times say more of the machine than of the code."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("rasid", deadline=None)
settings.load_profile("rasid")
