"""Runs migrations on the engine that open_record hands over, in one transaction under a write lock."""

from alembic import context

from barometer.archive.tables import metadata

engine = context.config.attributes["engine"]
with engine.connect().execution_options(writes=True) as connection:
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
    with connection.begin(), context.begin_transaction():
        context.run_migrations()
