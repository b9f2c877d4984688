"""What is kept, and every statement that reads or writes it: SQLite and PostgreSQL alike."""

from sqlalchemy import Connection

__all__ = ["Connection"]
