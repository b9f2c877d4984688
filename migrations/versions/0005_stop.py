"""Keep wishes to stop: what led to each, why, and what became of it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.storage import columns

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

CHANGES_ROWS = {"question"}  # on the way down: the older version could not read these


def upgrade() -> None:
    op.create_table(
        "stop_wish",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("patient_id", sa.Uuid(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("at", columns.Instant(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("words", columns.Private(), nullable=True),
        sa.Column("under", columns.Private(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("settled_at", columns.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["patient_id"],
            ["person.id"],
            name=op.f("fk_stop_wish_patient_id_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stop_wish")),
    )
    op.create_index("ix_stop_wish_patient_id_at", "stop_wish", ["patient_id", "at"])


def downgrade() -> None:
    """Whoever ended their plan is in hospital to the older version: it asks for the plan anew.

    A set-up begun after that cannot be read there, and is asked from its beginning.
    """
    stopped = "SELECT patient_id FROM pause WHERE kind = 'stopped' AND ended_at IS NULL"
    op.execute(
        f"DELETE FROM question WHERE kind = 'stop' OR (NOT aside AND person_id IN ({stopped}))"  # noqa: S608 - our own words
    )
    op.execute(
        "UPDATE outbox SET state = 'dropped', act_at = NULL, settled_at = created_at "
        "WHERE act_at IS NOT NULL AND kind IN ('stop_check', 'home')"
    )
    op.execute("UPDATE pause SET kind = 'hospital' WHERE kind = 'stopped'")
    op.drop_index("ix_stop_wish_patient_id_at", "stop_wish")
    op.drop_table("stop_wish")
