"""Keep how people move after the first weeks; questions about topics and about that."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.storage import columns

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

CHANGES_ROWS = {"question"}  # on the way down: the older version could not read these


def upgrade() -> None:
    op.create_table(
        "movement",
        sa.Column("patient_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("movement", sa.String(), nullable=False),
        sa.Column("at", columns.Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["patient_id"],
            ["person.id"],
            name=op.f("fk_movement_patient_id_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("patient_id", "day", name=op.f("pk_movement")),
    )


def downgrade() -> None:
    op.execute("DELETE FROM question WHERE kind IN ('asking', 'moving')")
    op.execute(
        "UPDATE outbox SET state = 'dropped', act_at = NULL, settled_at = created_at "
        "WHERE act_at IS NOT NULL AND kind = 'moving'"
    )
    op.drop_table("movement")
