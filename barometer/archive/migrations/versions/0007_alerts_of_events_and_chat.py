"""Alerts of events that no article tells, subscriptions that find both languages, when a message was tried."""

import sqlalchemy as sa
from alembic import op

import barometer.archive.columns

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables to this version."""
    with op.batch_alter_table("subscriptions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("both_languages", sa.Boolean(), server_default="1", nullable=False))
        batch_op.add_column(sa.Column("version", sa.BigInteger(), server_default="0", nullable=False))
        batch_op.create_index("ix_subscriptions_version", ["version"], unique=False)

    with op.batch_alter_table("alerts", schema=None) as batch_op:
        batch_op.alter_column("article_id", existing_type=sa.BigInteger(), nullable=True)
        batch_op.add_column(sa.Column("event", sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column("told", sa.JSON(), nullable=True))
        batch_op.create_unique_constraint(op.f("uq_alerts_subscription_id_event"), ["subscription_id", "event"])

    with op.batch_alter_table("deliveries", schema=None) as batch_op:
        batch_op.add_column(sa.Column("tried_at", barometer.archive.columns.UtcTime(timezone=True), nullable=True))
        batch_op.create_index("ix_deliveries_tried", ["tried_at"], unique=False)

    with op.batch_alter_table("schedules", schema=None) as batch_op:
        batch_op.add_column(sa.Column("silence", sa.Text(), nullable=True))
