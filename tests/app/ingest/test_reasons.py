"""The table of reasons holds what the code can say, and nothing else."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

import app.ingest
from app.ingest.reasons import REASONS
from app.ingest.sources import reason_of

FOLDER = Path(app.ingest.__file__).parent

NO_REASONS = {
    "OrderedDict[str, str]",
    "OrderedDict[str, Any]",
    "OrderedDict[tuple[str, str], float]",
    "sound, but its fields are not read",
    "in view",
    "the replay of %s ended early",
    ".+ bytes of body, at most .+ fit",
    ".+ has more than .+ digits",
    ".+ has more than 21 bytes",
    ".+ has no two digits in JT/T 808",
    ".+ does not fit .+ bytes",
    "replay .+",
    "serial .+",
    "what %s said could not be kept",
    "the desk could not say who %s is",
    "the other side hung up",
    "the line was closed",
    "source %s fell",
    "pyserial is not installed",
    "no more than %s files may be open: %s",
    "no source .+ is at work",
    ".+ hung up",
    ".+ is not connected",
    ".+ is not open",
    ".+ takes no messages",
    ".+ names two quantities",
    ".+ of .+ bytes for .+ is no frame",
    "no card has the number .+",
    "a message of .+ bytes",
    "a control character in a message of words",
    "Node | None",
    "Very Likely",
}
"""Prose that is logged, noted, or tells the encoding side that its argument is wrong."""


def prose(tree: ast.AST):
    """String literals with a space in them, f-strings as patterns; no docstrings."""
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            silent |= {id(part) for part in ast.walk(node) if part is not node}
    for node in ast.walk(tree):
        if id(node) in silent:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = re.escape(node.value)
        elif isinstance(node, ast.JoinedStr):
            text = "".join(
                re.escape(part.value) if isinstance(part, ast.Constant) else ".+"
                for part in node.values
            )
        else:
            continue
        if " " in text.strip() and not text.isspace() and "[0" not in text:
            yield text


NO_DECODERS = frozenset(
    {
        "reasons.py",
        "troubles.py",
        "simulate.py",
        "bench.py",
        "bench_naive.py",
        "bench_terminal.py",
        "bench_crowd.py",
        "hostile.py",
        "tables.py",
        "samples.py",
    }
)

READING = (".", "rdss", "files", "jt809", "transports")
"""Folders of decoders."""

ENLISTING = FOLDER.parent / "enlisting.py"


@cache
def said() -> frozenset[str]:
    """Patterns of the countable part of everything the decoders, framers and the gateway say."""
    found = {
        text
        for file in (*(f for sub in READING for f in FOLDER.glob(f"{sub}/*.py")), ENLISTING)
        if file.name not in NO_DECODERS
        for text in prose(ast.parse(file.read_text("utf-8")))
    }
    return frozenset(reason_of(text) for text in found if text.replace("\\", "") not in NO_REASONS)


@pytest.mark.parametrize("pattern", sorted(said()))
def test_every_reason_that_is_said_is_in_the_table(pattern):
    assert any(re.fullmatch(pattern, reason) for reason in REASONS)


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_in_the_table_is_said(reason):
    assert any(re.fullmatch(pattern, reason) for pattern in said())


def test_no_reason_is_there_twice_or_says_what_varies():
    assert len(set(REASONS)) == len(REASONS)
    assert all(reason_of(reason) == reason for reason in REASONS)
