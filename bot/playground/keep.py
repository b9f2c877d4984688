"""What must survive kill -9: JSON documents by kind and key, in one SQLite file."""

import json
import sqlite3
from pathlib import Path
from typing import Any


class Keep:
    """`put` and `drop` gather; after `flush` returns, a killed process has lost none of it."""

    def __init__(self, path: Path | None) -> None:
        self._changes: dict[tuple[str, str], str | None] = {}
        self._db: sqlite3.Connection | None = None
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
            self._db = sqlite3.connect(path, isolation_level=None)
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=NORMAL")
            self._db.execute(
                "CREATE TABLE IF NOT EXISTS docs"
                " (kind TEXT, key TEXT, body TEXT NOT NULL, PRIMARY KEY (kind, key))"
            )

    def load(self, kind: str) -> list[Any]:
        """Every document of a kind, as flushed by an earlier run."""
        if self._db is None:
            return []
        rows = self._db.execute("SELECT body FROM docs WHERE kind = ?", (kind,))
        return [json.loads(body) for (body,) in rows]

    def put(self, kind: str, key: object, document: Any) -> None:
        """Keep the document from the next flush on."""
        if self._db is not None:
            self._changes[kind, str(key)] = json.dumps(document)

    def drop(self, kind: str, key: object) -> None:
        """Forget the document from the next flush on."""
        if self._db is not None:
            self._changes[kind, str(key)] = None

    def flush(self) -> None:
        """Write everything gathered since the last flush, all of it or nothing."""
        if self._db is None or not self._changes:
            return
        gone = [place for place, body in self._changes.items() if body is None]
        kept = [(*place, body) for place, body in self._changes.items() if body is not None]
        with self._db:
            self._db.execute("BEGIN IMMEDIATE")
            self._db.executemany("DELETE FROM docs WHERE kind = ? AND key = ?", gone)
            self._db.executemany("INSERT OR REPLACE INTO docs VALUES (?, ?, ?)", kept)
        self._changes.clear()

    def close(self) -> None:
        """Flush and let go of the file."""
        self.flush()
        if self._db is not None:
            self._db.close()
            self._db = None
