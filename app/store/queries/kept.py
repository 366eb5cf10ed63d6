"""The question for what the desk keeps beside the ledger."""

from app.settings import Settings
from app.store import settings as table
from app.store.store import Reader


def settings(reader: Reader) -> Settings:
    """All settings, with what of them could not be read."""
    return table.read(reader.db)
