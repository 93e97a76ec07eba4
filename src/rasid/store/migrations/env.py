"""What Alembic runs: the migrations, on the connection that `rasid.store.upgrade` holds open."""

from __future__ import annotations

from alembic import context

from rasid.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
