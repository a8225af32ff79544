"""How far walks through archives go back."""

import sqlalchemy as sa
from alembic import op

import barometer.archive.columns

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables to this version."""
    with op.batch_alter_table("runs", schema=None) as batch_op:
        batch_op.add_column(sa.Column("since", barometer.archive.columns.UtcTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Go back one version."""
    with op.batch_alter_table("runs", schema=None) as batch_op:
        batch_op.drop_column("since")
