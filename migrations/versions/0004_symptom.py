"""Keep whom a person can call, what they told of their health, and the signs they told."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.storage import columns

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

CHANGES_ROWS = {"question"}  # on the way down: the older version could not read these
_QUESTIONS = "'contact', 'profile', 'symptom', 'severity', 'symptom_page'"


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
    op.create_table(
        "profile",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("marks", columns.Private(), nullable=False),
        sa.Column("changed_at", columns.Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_profile_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_profile")),
    )
    op.create_table(
        "symptom_report",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("at", columns.Instant(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("words", columns.Private(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_symptom_report_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_symptom_report")),
    )
    op.create_index("ix_symptom_report_person_id_at", "symptom_report", ["person_id", "at"])
    op.create_table(
        "symptom",
        sa.Column("report_id", sa.Uuid(), nullable=False),
        sa.Column("symptom", sa.String(), nullable=False),
        sa.Column("severity", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["symptom_report.id"],
            name=op.f("fk_symptom_report_id_symptom_report"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("report_id", "symptom", name=op.f("pk_symptom")),
    )


def downgrade() -> None:
    op.execute(f"DELETE FROM question WHERE kind IN ({_QUESTIONS})")  # noqa: S608 - our own words
    op.drop_table("symptom")
    op.drop_index("ix_symptom_report_person_id_at", "symptom_report")
    op.drop_table("symptom_report")
    op.drop_table("profile")
    op.drop_table("contact")
