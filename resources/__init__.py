"""The files that ship with the console, found wherever it is installed; no Qt."""

from pathlib import Path

ROOT = Path(__file__).parent


def path(name: str) -> Path:
    """The file `name` (a path inside resources/, with /); raises FileNotFoundError."""
    found = ROOT / name
    if not found.exists():
        raise FileNotFoundError(f"resources/{name}")
    return found


def read_text(name: str) -> str:
    return path(name).read_text("utf-8")


def read_bytes(name: str) -> bytes:
    return path(name).read_bytes()
