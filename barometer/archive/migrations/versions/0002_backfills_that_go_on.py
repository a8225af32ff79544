"""A consumer's backfill says how far it got, so that one that was cut short goes on."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables to this version."""
    with op.batch_alter_table("consumers", schema=None) as batch_op:
        batch_op.add_column(sa.Column("backfill_after", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    """Go back to the version before."""
    with op.batch_alter_table("consumers", schema=None) as batch_op:
        batch_op.drop_column("backfill_after")
