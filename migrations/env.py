"""How Alembic runs here: on a connection it is given, each step in its own transaction."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection

from bot.storage import migrate
from bot.storage.rows import Base


def run(conn: Connection) -> None:
    """Take the steps asked for; SQLite's are watched for lost rows before each commit."""
    sqlite = conn.dialect.name == "sqlite"
    context.configure(
        connection=conn,
        target_metadata=Base.metadata,
        transactional_ddl=True,  # Alembic thinks SQLite cannot; with real BEGINs it can
        transaction_per_migration=True,
        render_as_batch=True,
        compare_type=True,
        user_module_prefix="columns.",
        on_version_apply=migrate.RowWatch(conn) if sqlite else None,
    )
    with context.begin_transaction():
        context.run_migrations()


if context.is_offline_mode():
    raise SystemExit("Migrations run on a database, not to a script")
given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:  # alembic -x url=data/steadydose.db revision --autogenerate -m "..."
    migrate.reach(context.get_x_argument(as_dictionary=True)["url"], run)
