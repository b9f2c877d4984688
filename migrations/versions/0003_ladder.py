"""Keep when to look at a gap again, what was said in it, and what rang."""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from bot.storage import columns

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

CHANGES_ROWS = {"question"}  # on the way down: the older version could not read this
_LETTERS = "'rung_two', 'rung_three'"
_DUE = sa.text("act_at IS NOT NULL")
_AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)


def upgrade() -> None:
    op.create_table(
        "ladder",
        sa.Column("patient_id", sa.Uuid(), nullable=False),
        sa.Column("not_started", sa.Boolean(), nullable=False),
        sa.Column("act_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["patient_id"],
            ["person.id"],
            name=op.f("fk_ladder_patient_id_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("patient_id", name=op.f("pk_ladder")),
    )
    op.create_index(
        "ix_ladder_act_at", "ladder", ["act_at"], sqlite_where=_DUE, postgresql_where=_DUE
    )
    op.create_table(
        "ladder_note",
        sa.Column("patient_id", sa.Uuid(), nullable=False),
        sa.Column("after", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", columns.Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["patient_id"],
            ["person.id"],
            name=op.f("fk_ladder_note_patient_id_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "patient_id", "after", "kind", "number", name=op.f("pk_ladder_note")
        ),
    )
    op.create_table(
        "ring",
        sa.Column("letter", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("at", columns.Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_ring_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("letter", name=op.f("pk_ring")),
    )
    op.create_index("ix_ring_person_id_at", "ring", ["person_id", "at"])
    _look_at_everybody()


def _look_at_everybody() -> None:
    """Whoever had a plan before there was a ladder is looked at as soon as the bot is up."""
    ladder = sa.table(
        "ladder",
        sa.column("patient_id", sa.Uuid()),
        sa.column("not_started", sa.Boolean()),
        sa.column("act_at", columns.Instant()),
    )
    medication = sa.table("medication", sa.column("patient_id", sa.Uuid()))
    at_once = sa.literal(_AT_ONCE, columns.Instant())
    patients = sa.select(medication.c.patient_id, sa.false(), at_once).distinct()
    op.execute(sa.insert(ladder).from_select(["patient_id", "not_started", "act_at"], patients))


def downgrade() -> None:
    op.execute("DELETE FROM question WHERE kind = 'any_taken'")
    op.execute(
        "UPDATE outbox SET state = 'dropped', act_at = NULL, settled_at = created_at "  # noqa: S608
        f"WHERE act_at IS NOT NULL AND kind IN ({_LETTERS})"
    )
    op.drop_index("ix_ring_person_id_at", "ring")
    op.drop_table("ring")
    op.drop_table("ladder_note")
    op.drop_index("ix_ladder_act_at", "ladder", sqlite_where=_DUE, postgresql_where=_DUE)
    op.drop_table("ladder")
