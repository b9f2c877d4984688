"""Migration steps written by a test, as text, into a folder of their own."""

from __future__ import annotations

from pathlib import Path

from bot.storage.address import address_from

PATIENT_AND_DOSE = """
    op.create_table("patient", sa.Column("id", sa.Integer, primary_key=True),
                    sa.Column("name", sa.String(10)))
    op.create_table("dose", sa.Column("id", sa.Integer, primary_key=True),
                    sa.Column("patient_id", sa.Integer,
                              sa.ForeignKey("patient.id", ondelete="CASCADE")))
    op.execute("INSERT INTO patient (id, name) VALUES (1, 'a'), (2, 'b')")
    op.execute("INSERT INTO dose (id, patient_id) VALUES (1, 1), (2, 1), (3, 2)")
"""
WIDER_NAME = """
    with op.batch_alter_table("patient") as batch:
        batch.alter_column("name", type_=sa.String(99), nullable=False)
"""


class Steps:
    """A folder of migration steps, written one by one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self._last: str | None = None

    def add(self, up: str, down: str = "pass", more: str = "") -> None:
        """Write the next step; a step of the same number is replaced by `again`."""
        number = f"{int(self._last or 0) + 1:04d}"
        self._write(number, self._last, up, down, more)
        self._last = number

    def again(self, up: str, more: str = "") -> None:
        """Write the last step anew."""
        number = self._last or ""
        before = int(number) - 1
        self._write(number, f"{before:04d}" if before else None, up, "pass", more)

    def _write(self, number: str, before: str | None, up: str, down: str, more: str) -> None:
        text = f"import sqlalchemy as sa\nfrom alembic import op\nrevision = {number!r}\n"
        text += f"down_revision = {before!r}\n{more}\n"
        text += f"def upgrade():\n    {up.strip()}\n\n\ndef downgrade():\n    {down.strip()}\n"
        (self.folder / f"{number}.py").write_text(text)


def file_of(url: str) -> Path:
    """The file of a SQLite DATABASE_URL."""
    file = address_from(url).file
    assert file
    return file
