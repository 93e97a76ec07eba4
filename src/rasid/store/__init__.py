"""Where the record is kept: one SQLite file."""

from rasid.store.base import Store, StoredReport
from rasid.store.open import open_store

__all__ = ["Store", "StoredReport", "open_store"]
