"""What a feed tells of an article; how each source does and since when."""

import sqlalchemy as sa
from alembic import op

import barometer.archive.columns

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables to this version."""
    with op.batch_alter_table("requests", schema=None) as batch_op:
        batch_op.add_column(sa.Column("told", sa.Text(), nullable=True))
    with op.batch_alter_table("schedules", schema=None) as batch_op:
        batch_op.add_column(sa.Column("health", sa.String(length=20), nullable=True))
        batch_op.add_column(sa.Column("health_since", barometer.archive.columns.UtcTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("health_reason", sa.Text(), nullable=True))


def downgrade() -> None:
    """Go back one version."""
    with op.batch_alter_table("schedules", schema=None) as batch_op:
        batch_op.drop_column("health_reason")
        batch_op.drop_column("health_since")
        batch_op.drop_column("health")
    with op.batch_alter_table("requests", schema=None) as batch_op:
        batch_op.drop_column("told")
