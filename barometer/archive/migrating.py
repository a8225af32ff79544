"""Running the migrations: apart from opening, because Alembic is slow to import and rarely needed."""

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Engine

from barometer.archive.versions import MIGRATIONS
from barometer.errors import RecordError


def scripts(engine: Engine) -> Config:
    """Give Alembic's configuration for the record behind this engine."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["engine"] = engine
    return config


def upgrade(engine: Engine) -> None:
    """Bring the tables to the newest version; nothing happens where they are. Raises RecordError when it cannot."""
    try:
        command.upgrade(scripts(engine), "head")
    except CommandError as error:
        raise RecordError(f"the record cannot be migrated: {error}; was it made by a newer version?") from error
