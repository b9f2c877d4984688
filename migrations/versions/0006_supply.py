"""Keep what people tell of their tablets, and what they were told and answered."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.storage import columns

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

CHANGES_ROWS = {"question"}  # on the way down: the older version could not read these
_QUESTIONS = "'supply_count', 'supply_sure', 'supply_lead'"


def upgrade() -> None:
    op.create_table(
        "supply_count",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("patient_id", sa.Uuid(), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=False),
        sa.Column("medication_id", sa.Uuid(), nullable=False),
        sa.Column("strength", columns.Milligrams(), nullable=False),
        sa.Column("halves", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("at", columns.Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["patient_id"],
            ["person.id"],
            name=op.f("fk_supply_count_patient_id_person"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["person.id"],
            name=op.f("fk_supply_count_actor_id_person"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["medication_id"],
            ["medication.id"],
            name=op.f("fk_supply_count_medication_id_medication"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supply_count")),
    )
    op.create_index("ix_supply_count_patient_id_at", "supply_count", ["patient_id", "at"])
    op.create_table(
        "supply_watch",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("lead_days", sa.Integer(), nullable=True),
        sa.Column("told_on", columns.LocalDate(), nullable=True),
        sa.Column("ordered_at", columns.Instant(), nullable=True),
        sa.Column("ordered_at_warning", sa.Integer(), nullable=False),
        sa.Column("offered_at", columns.Instant(), nullable=True),
        sa.Column("act_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_supply_watch_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_supply_watch")),
    )
    op.create_index(
        "ix_supply_watch_act_at",
        "supply_watch",
        ["act_at"],
        sqlite_where=sa.text("act_at IS NOT NULL"),
        postgresql_where=sa.text("act_at IS NOT NULL"),
    )
    # Whoever has a plan already is watched like anybody who gets one from now on.
    op.execute(
        "INSERT INTO supply_watch (person_id, ordered_at_warning, act_at) "
        "SELECT id, 0, onboarded_at FROM person WHERE onboarded_at IS NOT NULL"
    )


def downgrade() -> None:
    op.execute(f"DELETE FROM question WHERE kind IN ({_QUESTIONS})")  # noqa: S608 - our own words
    op.execute(
        "UPDATE outbox SET state = 'dropped', act_at = NULL, settled_at = created_at "
        "WHERE act_at IS NOT NULL AND kind = 'supply'"
    )
    op.drop_index(
        "ix_supply_watch_act_at",
        "supply_watch",
        sqlite_where=sa.text("act_at IS NOT NULL"),
        postgresql_where=sa.text("act_at IS NOT NULL"),
    )
    op.drop_table("supply_watch")
    op.drop_index("ix_supply_count_patient_id_at", "supply_count")
    op.drop_table("supply_count")
