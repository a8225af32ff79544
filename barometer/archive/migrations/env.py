"""Runs migrations on the engine that open_record hands over, in one transaction under a write lock."""

from alembic import context
from sqlalchemy import text

from barometer.archive.tables import metadata

MIGRATION_LOCK = 0x6261726F  # of PostgreSQL, which lets two sessions create one table at once and fails the later

engine = context.config.attributes["engine"]
with engine.connect().execution_options(writes=True) as connection:
    # SQLite's tables change within transactions too, but Alembic would commit after each step, and another parent that
    # waits for the lock would find half of the steps done.
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True, transactional_ddl=True)
    with connection.begin(), context.begin_transaction():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": MIGRATION_LOCK})
        context.run_migrations()
