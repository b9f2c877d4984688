"""Keep whom a person can call."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.storage import columns

revision = "0004"
down_revision = "0002"
branch_labels = None
depends_on = None

CHANGES_ROWS = {"question"}  # on the way down: the older version could not read these
_QUESTIONS = "'contact'"


def upgrade() -> None:
    op.create_table(
        "contact",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", columns.Private(), nullable=False),
        sa.Column("number", columns.Private(), nullable=False),
        sa.Column("changed_at", columns.Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_contact_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
        sa.UniqueConstraint("person_id", "kind", name=op.f("uq_contact_person_id_kind")),
    )


def downgrade() -> None:
    op.execute(f"DELETE FROM question WHERE kind IN ({_QUESTIONS})")  # noqa: S608 - our own words
    op.drop_table("contact")
