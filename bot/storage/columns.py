"""Column types that refuse what would be kept wrongly, and read back exactly what was given."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import (
    JSON,
    BigInteger,
    Connection,
    Date,
    Dialect,
    LargeBinary,
    Numeric,
    String,
    Text,
    TypeDecorator,
)
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.types import TypeEngine

from bot.storage.vault import Vault, is_sealed

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class Refused(ValueError):
    """A value that a column does not keep. The store lets it through as it is."""


Argument = str | int | bool | None


class Instant(TypeDecorator[datetime]):
    """A moment in UTC. Refuses naive and local times (ValueError). Exact to the microsecond.

    SQLite keeps microseconds since 1970 as an integer, so it compares as real time does.
    """

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """TIMESTAMPTZ on PostgreSQL."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(postgresql.TIMESTAMP(timezone=True))
        return dialect.type_descriptor(BigInteger())

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Refuse anything but an aware UTC datetime."""
        if value is None:
            return None
        if not isinstance(value, datetime) or value.utcoffset() != timedelta(0):
            raise Refused(f"An instant is an aware datetime in UTC, not {value!r}")
        if dialect.name == "postgresql":
            return value.astimezone(UTC)
        return (value - _EPOCH) // _MICROSECOND

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Always aware, always UTC."""
        if value is None:
            return None
        if isinstance(value, datetime):
            return value.astimezone(UTC)
        return _EPOCH + timedelta(microseconds=value)


class Milligrams(TypeDecorator[Decimal]):
    """An exact amount in mg. Refuses all but a finite Decimal. Do not sum or order it in SQL."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """NUMERIC on PostgreSQL; canonical text on SQLite, whose numbers are floats."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(Numeric())
        return dialect.type_descriptor(Text())

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:
        """Refuse floats, integers and NaN."""
        if value is None:
            return None
        text = _amount(value)
        return Decimal(text) if dialect.name == "postgresql" else text

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        """The same Decimal from both databases: no trailing zeros, no exponent."""
        return None if value is None else Decimal(_amount(Decimal(value)))


class Strengths(TypeDecorator[frozenset[Decimal]]):
    """The tablet strengths a person has, in mg: a set, kept as sorted text ("5,10")."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: frozenset[Decimal] | None, dialect: Dialect) -> str | None:
        """Refuse anything but a frozenset of Decimals."""
        if value is None:
            return None
        if not isinstance(value, frozenset):
            raise Refused(f"Strengths are a frozenset of Decimal, not {value!r}")
        return ",".join(_amount(each) for each in sorted(value))

    def process_result_value(self, value: Any, dialect: Dialect) -> frozenset[Decimal] | None:
        """The empty text is the empty set."""
        if value is None:
            return None
        return frozenset(Decimal(each) for each in value.split(",") if each)


class WallTime(TypeDecorator[time]):
    """What the clock on the wall shows, to the minute, in no zone; kept as "HH:MM"."""

    impl = String(5)
    cache_ok = True

    def process_bind_param(self, value: time | None, dialect: Dialect) -> str | None:
        """Refuse seconds and zones."""
        if value is None:
            return None
        if not isinstance(value, time) or value.tzinfo or value.second or value.microsecond:
            raise Refused(f"A wall time is whole minutes without a zone, not {value!r}")
        return value.strftime("%H:%M")

    def process_result_value(self, value: Any, dialect: Dialect) -> time | None:
        """A naive time."""
        return None if value is None else time.fromisoformat(value)


class LocalDate(TypeDecorator[date]):
    """A day on the person's own calendar. Refuses a datetime, which would lose its hours."""

    impl = Date
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> date | None:
        """A datetime is a date to Python, not to us."""
        if isinstance(value, datetime):
            raise Refused(f"A local date is a date, not {value!r}")
        return value


class Private(TypeDecorator[bytes]):
    """A text that only the vault can read. Takes the bytes of `seal`, refuses anything else."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """Plain text cannot slip in."""
        if value is not None and not (isinstance(value, bytes) and is_sealed(value)):
            raise Refused("A private column takes sealed bytes only: seal the text first")
        return value


class Arguments(TypeDecorator[dict[str, Argument]]):
    """Named arguments of something to be said later: str, int, bool or None, nothing nested."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def process_bind_param(
        self, value: Mapping[str, Argument] | None, dialect: Dialect
    ) -> dict[str, Argument] | None:
        """Refuse what JSON would change: floats, Decimals, instants, lists."""
        if value is None:
            return None
        for name, each in value.items():
            if type(name) is not str or type(each) not in {str, int, bool, type(None)}:
                raise Refused(f"An argument is str, int, bool or None: {name!r} is {type(each)}")
        return dict(value)


PrivateColumn = InstrumentedAttribute[bytes] | InstrumentedAttribute[bytes | None]


def seal(conn: Connection, column: PrivateColumn, row_id: UUID, text: str | None) -> bytes | None:
    """The text, sealed for this column of this row with the connection's vault."""
    return None if text is None else _vault(conn).seal(_place(column), row_id, text)


def unseal(
    conn: Connection, column: PrivateColumn, row_id: UUID, sealed: bytes | None
) -> str | None:
    """The text that was sealed for this column of this row. Raises WrongKey."""
    return None if sealed is None else _vault(conn).unseal(_place(column), row_id, sealed)


def _vault(conn: Connection) -> Vault:
    vault = conn.get_execution_options()["vault"]
    assert isinstance(vault, Vault)  # noqa: S101 - the store puts it there
    return vault


def _place(column: PrivateColumn) -> str:
    return f"{column.table.name}.{column.name}"


def _amount(value: Decimal) -> str:
    """Canonical text: no exponent, no trailing zeros. Raises ValueError on all but a Decimal."""
    if not isinstance(value, Decimal) or not value.is_finite():
        raise Refused(f"An amount is a finite Decimal, not {value!r}")
    text = format(value, "f")  # not normalize(): that rounds to 28 digits
    if "." in text:
        text = text.rstrip("0").removesuffix(".")
    return "0" if text == "-0" else text
