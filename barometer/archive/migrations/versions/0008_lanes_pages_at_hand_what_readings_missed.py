"""Lanes of requests, pages at hand, what a reading found and missed."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables to this version."""
    with op.batch_alter_table("requests", schema=None) as batch_op:
        batch_op.add_column(sa.Column("lane", sa.String(length=10), server_default="news", nullable=False))
        batch_op.add_column(sa.Column("at_hand", sa.JSON(none_as_null=True), nullable=True))
    with op.batch_alter_table("fetches", schema=None) as batch_op:
        batch_op.add_column(sa.Column("links", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("missed", sa.JSON(none_as_null=True), nullable=True))


def downgrade() -> None:
    """Go back one version."""
    with op.batch_alter_table("fetches", schema=None) as batch_op:
        batch_op.drop_column("missed")
        batch_op.drop_column("links")
    with op.batch_alter_table("requests", schema=None) as batch_op:
        batch_op.drop_column("at_hand")
        batch_op.drop_column("lane")
