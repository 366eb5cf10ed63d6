"""The table of settings: one row a setting, its value as JSON; not chained, not folded."""

import sqlite3

from app import settings
from app.settings import Setting, Settings, T


def read(db: sqlite3.Connection) -> Settings:
    """All settings; as bytes, for damage may reach to the encoding of the text."""
    rows = db.execute("SELECT CAST(name AS BLOB), CAST(value AS BLOB) FROM settings ORDER BY name")
    return settings.read((bytes(name).decode("utf-8", "replace"), value) for name, value in rows)


def keep(db: sqlite3.Connection, setting: Setting[T], value: T) -> bool:
    """Write a value; False where it was there already. ValueError for one that is unfit."""
    text = settings.encoded(setting, value)
    row = db.execute(
        "SELECT CAST(value AS BLOB) FROM settings WHERE name = ?", (setting.name,)
    ).fetchone()
    if row is not None and row[0] == text.encode():
        return False
    db.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (setting.name, text))
    return True
