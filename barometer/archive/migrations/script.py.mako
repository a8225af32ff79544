"""${message}."""

import sqlalchemy as sa
from alembic import op
import barometer.archive.columns

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables to this version."""
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    """Go back one version."""
    ${downgrades if downgrades else "pass"}
