"""What the daemon keeps: schedules, slots, the lease of the leader, its jobs."""

import sqlalchemy as sa
from alembic import op

import barometer.archive.columns

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables to this version."""
    op.create_table(
        "jobs",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("started_at", barometer.archive.columns.UtcTime(timezone=True), nullable=True),
        sa.Column("ended_at", barometer.archive.columns.UtcTime(timezone=True), nullable=True),
        sa.Column("ok_at", barometer.archive.columns.UtcTime(timezone=True), nullable=True),
        sa.Column("told", sa.Text(), nullable=True),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_jobs")),
    )
    op.create_table(
        "leases",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("token", sa.Integer(), nullable=False),
        sa.Column("holder", sa.String(length=200), nullable=True),
        sa.Column("until", barometer.archive.columns.UtcTime(timezone=True), nullable=True),
        sa.Column("taken_at", barometer.archive.columns.UtcTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_leases")),
    )
    op.create_table(
        "schedules",
        sa.Column("source_id", sa.String(length=80), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("zone", sa.String(length=60), nullable=False),
        sa.Column("quiet", sa.String(length=20), nullable=False),
        sa.Column("since", barometer.archive.columns.UtcTime(timezone=True), nullable=False),
        sa.Column("last_slot", barometer.archive.columns.UtcTime(timezone=True), nullable=True),
        sa.Column("next_due", barometer.archive.columns.UtcTime(timezone=True), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("pause_until", barometer.archive.columns.UtcTime(timezone=True), nullable=True),
        sa.Column("ok_at", barometer.archive.columns.UtcTime(timezone=True), nullable=True),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.Column("problem_at", barometer.archive.columns.UtcTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("source_id", name=op.f("pk_schedules")),
    )
    op.create_table(
        "slots",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("source_id", sa.String(length=80), nullable=False),
        sa.Column("at", barometer.archive.columns.UtcTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=True),
        sa.Column("token", sa.Integer(), nullable=False),
        sa.Column("starts", sa.Integer(), nullable=False),
        sa.Column("due", barometer.archive.columns.UtcTime(timezone=True), nullable=False),
        sa.Column("claimed_at", barometer.archive.columns.UtcTime(timezone=True), nullable=False),
        sa.Column("settled_at", barometer.archive.columns.UtcTime(timezone=True), nullable=True),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.Column("weighed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["source_id"], ["sources.id"], name=op.f("fk_slots_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slots")),
        sa.UniqueConstraint("source_id", "at", name=op.f("uq_slots_source_id_at")),
    )
    with op.batch_alter_table("slots", schema=None) as batch_op:
        batch_op.create_index("ix_slots_open", ["settled_at", "source_id"], unique=False)
        batch_op.create_index("ix_slots_run", ["run_id"], unique=False)
        batch_op.create_index("ix_slots_weighed", ["weighed", "state"], unique=False)

    with op.batch_alter_table("runs", schema=None) as batch_op:
        batch_op.add_column(sa.Column("slot_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True))
        batch_op.create_index("ix_runs_slot", ["slot_id"], unique=False)


def downgrade() -> None:
    """Go back one version."""
    with op.batch_alter_table("runs", schema=None) as batch_op:
        batch_op.drop_index("ix_runs_slot")
        batch_op.drop_column("slot_id")

    with op.batch_alter_table("slots", schema=None) as batch_op:
        batch_op.drop_index("ix_slots_weighed")
        batch_op.drop_index("ix_slots_run")
        batch_op.drop_index("ix_slots_open")

    op.drop_table("slots")
    op.drop_table("schedules")
    op.drop_table("leases")
    op.drop_table("jobs")
