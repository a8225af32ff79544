"""Outbox rows that are put off."""

import sqlalchemy as sa
from alembic import op

import barometer.archive.columns

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables to this version."""
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("attempts", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("retry_at", barometer.archive.columns.UtcTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("problem", sa.Text(), nullable=True))


def downgrade() -> None:
    """Go back one version."""
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_column("problem")
        batch_op.drop_column("retry_at")
        batch_op.drop_column("attempts")
