"""A new file to our database, an older one to the newest form, and a foreign one refused."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine

from rasid.errors import NewerDatabase, NotOurDatabase
from rasid.store.connect import reading, writing
from rasid.store.schema import REVISION, metadata

APPLICATION_ID = 0x52415344
"""SQLite's application_id of our files: "RASD" in ASCII."""

# As Alembic itself creates it, so that a new file and a migrated one have the same form.
_ALEMBIC_VERSION = (
    "CREATE TABLE alembic_version ( version_num VARCHAR(32) NOT NULL, "
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num) )"
)
_MIGRATIONS = Path(__file__).parent / "migrations"


def bring_up_to_date(engine: Engine) -> None:
    """Create the tables in an empty file, migrate an older database, leave a current one as it is.

    A current database is recognised by two pragmas, so that opening it does not import the migration tool. Raises
    NotOurDatabase for a file with other tables, NewerDatabase for one of a later release.
    """
    with reading(engine) as connection:
        if _is_current(connection, engine):
            return
    with engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")  # WAL can only be turned on outside a transaction
        connection.exec_driver_sql("PRAGMA journal_mode = WAL")
    with writing(engine) as connection:
        if _is_current(connection, engine):
            return
        if _pragma(connection, "application_id") == APPLICATION_ID:
            migrate(connection)
        else:
            create(connection)


def create(connection: Connection) -> None:
    """Create the newest tables in an empty database and mark it as ours."""
    metadata.create_all(connection)
    connection.exec_driver_sql(_ALEMBIC_VERSION)
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (f"{REVISION:04}",))
    _mark(connection)


def migrate(connection: Connection) -> None:
    """Run the migrations that the database lacks, inside the transaction of `connection`."""
    from alembic import command  # noqa: PLC0415 - 0.2 s, and needed only after a new release
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    _mark(connection)


def _is_current(connection: Connection, engine: Engine) -> bool:
    application_id, revision = _pragma(connection, "application_id"), _pragma(connection, "user_version")
    if application_id == APPLICATION_ID and revision > REVISION:
        msg = (
            f"{engine.url.database} has form {revision}, this release of rasid knows forms up to {REVISION}; "
            "install the newer release to open it"
        )
        raise NewerDatabase(msg)
    if application_id == APPLICATION_ID:
        return revision == REVISION
    if connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one():
        msg = f"{engine.url.database} is a database of another program; give the path of a rasid database, or a new one"
        raise NotOurDatabase(msg)
    return False


def _pragma(connection: Connection, name: str) -> int:
    return int(connection.exec_driver_sql(f"PRAGMA {name}").scalar_one())


def _mark(connection: Connection) -> None:
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {REVISION}")
