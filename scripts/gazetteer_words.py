"""Which one-word names are also common words or names of persons.

All such words go packed into the file, so that names put in later can be marked without the lists that they come from.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Mapping


def put_words(db: sqlite3.Connection, flags: Mapping[str, int]) -> None:
    """Keeps the words with what they are."""
    text = "\n".join(f"{key} {flag}" for key, flag in sorted(flags.items()) if key)
    db.execute("INSERT OR REPLACE INTO meta VALUES ('words', ?)", (zlib.compress(text.encode(), 9),))


def mark_words(db: sqlite3.Connection) -> None:
    """Marks those of the words that are names of places in the file as it is now."""
    (packed,) = db.execute("SELECT value FROM meta WHERE key = 'words'").fetchone()
    rows = (line.rpartition(" ") for line in zlib.decompress(packed).decode().split("\n"))
    db.execute("CREATE TEMP TABLE known (key TEXT PRIMARY KEY, flags INTEGER) WITHOUT ROWID")
    db.executemany("INSERT INTO known VALUES (?,?)", ((key, int(flag)) for key, _, flag in rows))
    db.execute("DELETE FROM word")
    db.execute("INSERT INTO word SELECT * FROM known WHERE EXISTS (SELECT 1 FROM name WHERE name.key = known.key)")
    db.execute("DROP TABLE known")
