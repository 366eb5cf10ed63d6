"""The documents are true: what they name is there, and what there is, they name."""

import re
import runpy
import shlex
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import click
import pytest

from app.casework.transitions import BY_ACT

ROOT = Path(__file__).parents[1]
GUIDES = ("ARCHITECTURE.md", "CONTRIBUTING.md", "README.md")
ADRS = sorted((ROOT / "docs" / "adr").glob("*.md"))
SHIPPED = sorted(
    chain(ROOT.glob("*.md"), (ROOT / "docs").rglob("*.md"), (ROOT / "resources").rglob("*.md"))
)
FOLDERS = ("app", "maps", "widgets", "resources", "tests", "docs", ".ci")
OF_RUN = {"test", "check"}
"""Words that run.py takes for itself; the rest go to main.py."""


def text_of(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def code_of(text: str) -> Iterator[str]:
    """Pieces of code in a document: spans and the lines of its blocks."""
    for block in re.findall(r"```\n(.*?)```", text, re.DOTALL):
        yield from (line.partition("#")[0].strip() for line in block.splitlines())
    yield from re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))


def paths_in(text: str) -> Iterator[str]:
    """What begins like a path of this repository, wherever it stands in a piece of code."""
    for code in code_of(text):
        for word in code.split():
            if word.split("/")[0] in FOLDERS and "/" in word:
                yield word


@pytest.mark.parametrize("guide", GUIDES)
def test_every_path_in_a_guide_is_there(guide: str):
    named = set(paths_in(text_of(guide)))
    assert {path for path in named if not any(ROOT.glob(path.rstrip("/")))} == set()


@pytest.mark.parametrize("document", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_of_a_document_leads_somewhere(document: Path):
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", document.read_text("utf-8"))
    near = [link for link in links if "://" not in link]
    assert [link for link in near if not (document.parent / link).exists()] == []


@cache
def command_line() -> click.Group:
    return runpy.run_path(str(ROOT / "main.py"), run_name="main_read_by_a_test")["cli"]


def calls_of(readme: str) -> Iterator[tuple[str, list[str]]]:
    """(command or "", words) of every call of main.py or run.py in the text."""
    for code in code_of(readme):
        if found := re.match(r"(?:python3 )?(main|run)\.py\b(.*)", code):
            words = shlex.split(re.sub(r"[\[\]|\\/]", " ", found[2]))
            name = words[0] if words and words[0].islower() and words[0].isascii() else ""
            named = name if name and not name.startswith("-") else ""
            if not (found[1] == "run" and named in OF_RUN):
                yield named, words


def test_every_command_and_option_in_the_readme_is_understood():
    group = command_line()
    calls = list(calls_of(text_of("README.md")))
    assert len(calls) >= 10
    for name, words in calls:
        command = group.commands[name] if name else group
        params = chain.from_iterable((*p.opts, *p.secondary_opts) for p in command.params)
        known = {*params, "--help"}
        assert {word for word in words if word.startswith("--")} <= known, (name, words)


def test_every_command_is_in_the_readme():
    assert set(command_line().commands) <= {name for name, _ in calls_of(text_of("README.md"))}


def test_decisions_are_numbered_without_a_gap():
    assert len(ADRS) >= 8
    assert [path.name[:4] for path in ADRS] == [f"{n:04}" for n in range(1, len(ADRS) + 1)]


@pytest.mark.parametrize("adr", ADRS, ids=lambda path: path.name[:4])
def test_a_decision_has_its_form_and_is_listed(adr: Path):
    lines = adr.read_text("utf-8").splitlines()
    assert re.match(rf"# {int(adr.name[:4])}\. \S", lines[0])
    assert any(re.match(r"Status: \w+, \d{4}-\d\d-\d\d", line) for line in lines[:5])
    assert {"## Decision", "## Considered", "## Consequences"} <= set(lines)
    assert 20 <= len(lines) <= 70
    assert f"(docs/adr/{adr.name})" in text_of("ARCHITECTURE.md")


@pytest.mark.parametrize("document", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_documents_speak_of_the_product_alone(document: Path):
    said = document.read_text("utf-8")
    assert re.findall(r"/tmp\b|/home/|\.\./shared|\bTODO\b|\bFIXME\b", said) == []


def test_the_changelog_collects_what_is_not_yet_released():
    headings = re.findall(r"^## (.+)$", text_of("CHANGELOG.md"), re.MULTILINE)
    assert headings[0] == "Unreleased"


@cache
def names_in_code() -> frozenset[str]:
    """Every class, alias, function and field that `app` defines."""
    found = r"^ *(?:class|def) (\w+)|^ *(\w+)(?:: [^=\n]+)?(?: = .*)?$"
    files = (path.read_text("utf-8") for path in (ROOT / "app").rglob("*.py"))
    pairs = chain.from_iterable(re.findall(found, text, re.MULTILINE) for text in files)
    return frozenset(chain.from_iterable(pairs))


def terms() -> Iterator[str]:
    """The words of code in the first column of the glossary's tables."""
    for line in text_of("CONTEXT.md").splitlines():
        if line.startswith("|"):
            yield from re.findall(r"`([\w.]+)`", line.split("|")[1])


@pytest.mark.parametrize("term", list(terms()))
def test_every_word_of_the_glossary_is_a_word_of_the_code(term: str):
    assert term in BY_ACT if "." in term else term in names_in_code()


def test_every_library_is_credited():
    project = tomllib.loads(text_of("pyproject.toml"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["build"]]
    names = [re.split(r"[<>=]", line)[0] for line in wanted]
    credited = re.sub(r"[\s_-]", "", text_of("NOTICE").lower())
    assert [n for n in names if re.sub(r"[_-]", "", n.lower()) not in credited] == []


DATA = sorted({path.parent for path in (ROOT / "resources").rglob("SOURCES.md")})


def test_every_folder_of_data_says_where_it_comes_from():
    made_here = {"styles", "translations", "__pycache__"}
    inside = (ROOT / "resources").iterdir()
    folders = {path for path in inside if path.is_dir() and any(path.iterdir())}
    assert folders - set(DATA) == {ROOT / "resources" / name for name in made_here} & folders


@pytest.mark.parametrize("folder", DATA, ids=lambda path: path.name)
def test_every_file_of_data_is_in_its_sources(folder: Path):
    said = (folder / "SOURCES.md").read_text("utf-8")
    files = {path.name for path in folder.iterdir()} - {"SOURCES.md"}
    assert {name for name in files if name not in said} == set()
