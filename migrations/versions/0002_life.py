"""Keep pauses, the pinned day, updates that failed, and who wants reminders only."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.storage import columns

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

CHANGES_ROWS = {"question"}  # on the way down: the older version could not read these
_QUESTIONS = "'pause_end', 'pause_sure', 'hospital', 'correcting', 'city'"
_LETTERS = "'again', 'changed', 'pause_over', 'silence'"


def upgrade() -> None:
    op.add_column("person", sa.Column("reminders_only_at", columns.Instant(), nullable=True))
    op.create_table(
        "failure",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("at", columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_failure")),
    )
    op.create_index("ix_failure_at", "failure", ["at"])
    op.create_table(
        "pause",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("patient_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("started_at", columns.Instant(), nullable=False),
        sa.Column("ends_at", columns.Instant(), nullable=True),
        sa.Column("ended_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["patient_id"],
            ["person.id"],
            name=op.f("fk_pause_patient_id_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pause")),
    )
    op.create_index("ix_pause_patient_id_started_at", "pause", ["patient_id", "started_at"])
    op.create_table(
        "board",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("day", columns.LocalDate(), nullable=True),
        sa.Column("shown", sa.String(), nullable=True),
        sa.Column("act_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_board_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_board")),
    )
    op.create_index(
        "ix_board_act_at",
        "board",
        ["act_at"],
        sqlite_where=sa.text("act_at IS NOT NULL"),
        postgresql_where=sa.text("act_at IS NOT NULL"),
    )


def downgrade() -> None:
    op.execute(f"DELETE FROM question WHERE kind IN ({_QUESTIONS})")  # noqa: S608 - our own words
    op.execute(
        "UPDATE outbox SET state = 'dropped', act_at = NULL, settled_at = created_at "  # noqa: S608
        f"WHERE act_at IS NOT NULL AND kind IN ({_LETTERS})"
    )
    op.execute("UPDATE answer SET door = 'tap' WHERE door = 'log'")
    op.drop_index(
        "ix_board_act_at",
        "board",
        sqlite_where=sa.text("act_at IS NOT NULL"),
        postgresql_where=sa.text("act_at IS NOT NULL"),
    )
    op.drop_table("board")
    op.drop_index("ix_pause_patient_id_started_at", "pause")
    op.drop_table("pause")
    op.drop_index("ix_failure_at", "failure")
    op.drop_table("failure")
    op.drop_column("person", "reminders_only_at")
