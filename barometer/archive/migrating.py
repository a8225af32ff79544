"""Running the migrations: apart from opening, because Alembic is slow to import and rarely needed."""

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from barometer.archive.versions import MIGRATIONS


def scripts(engine: Engine) -> Config:
    """Give Alembic's configuration for the record behind this engine."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["engine"] = engine
    return config


def upgrade(engine: Engine) -> None:
    """Bring the tables to the newest version; nothing happens where they are."""
    command.upgrade(scripts(engine), "head")
