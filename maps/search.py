"""Finding places by name, former name, code, pinyin and initials, and by names nearly right.

Districts, towns and villages are in the index; a grid is found by its code. Names repeat, so what
is found are places with codes; the caller shows their chains.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.model import Level, Place
from maps.editions import successions
from maps.packs import Header
from maps.pinyin import Spelling
from maps.tree import Tree

_LEVELS = (Level.CITY, Level.DISTRICT, Level.TOWN, Level.VILLAGE)
_NEARLY_CUT = 70.0
_NEARLY_MOST = 60
_MIN_CHARACTERS = 2
_FORMER = 0.5
_LONGEST = 64

_EXACT, _PREFIX, _PART, _NEARLY = range(4)
_Unit = tuple[Level, int]
_Score = tuple[int, float, float]
"""Kind of match, level (a former name after its level), how far the name is from the question."""


@dataclass(frozen=True, slots=True)
class Name:
    """What a unit is or was called."""

    text: str
    unit: _Unit
    rank: float


class Index:
    """All names of a division, with their codes and spellings."""

    def __init__(self, tree: Tree, header: Header) -> None:
        self.tree = tree
        present = list(_present(tree))
        self.names = [*present, *_former(tree, header)]
        self.texts = [name.text for name in self.names]
        self.codes = [(tree.name(*name.unit)[0], name) for name in present]
        self.spelling = Spelling(self.texts, header.pinyin)


def _present(tree: Tree) -> Iterator[Name]:
    for level in _LEVELS:
        for index, (_, text) in enumerate(tree.names(level)):
            yield Name(text, (level, index), float(level))


def _former(tree: Tree, header: Header) -> Iterator[Name]:
    """Names that had been given up when this division came into force."""
    for row in successions():
        unit = tree.find(row.new_code)
        if unit is not None and row.on.isoformat() <= header.valid_from:
            yield Name(row.former, unit, unit[0] + _FORMER)


def find(index: Index, text: str, *, limit: int) -> list[Place]:
    """Exact before prefix before part before nearly; higher levels first, then in order of code.

    Of several words the last is the name sought; the others must be in the names above it.
    """
    words = text[:_LONGEST].lower().split()
    if not words or limit <= 0:
        return []
    scored = _scored(index, words[-1])
    for word in words[:-1]:
        above = {name.unit for name in index.names if word in name.text}
        scored = {unit: s for unit, s in scored.items() if _lies_in(index.tree, unit, above)}
    best = sorted(scored, key=lambda unit: (scored[unit], unit))
    return [index.tree.place(*unit) for unit in best[:limit]]


def _scored(index: Index, word: str) -> dict[_Unit, _Score]:
    if not word.isascii():
        found = _by_name(index, word)
    elif word.isdigit():
        found = _by_code(index, word)
    else:
        found = _by_letters(index, word)
    scored: dict[_Unit, _Score] = {}
    for unit, score in found:
        if unit not in scored or score < scored[unit]:
            scored[unit] = score
    return scored


def _lies_in(tree: Tree, unit: _Unit, above: set[_Unit]) -> bool:
    level, index = unit
    while level > Level.CITY:
        level, index = Level(level - 1), tree.parent(level, index)
        if (level, index) in above:
            return True
    return False


def _by_code(index: Index, digits: str) -> Iterator[tuple[_Unit, _Score]]:
    exact = index.tree.find(digits)
    if exact is not None:
        yield exact, (_EXACT, 0.0, 0.0)
    if len(digits) >= _MIN_CHARACTERS:
        for code, name in index.codes:
            if code.startswith(digits):
                yield name.unit, (_PREFIX, name.rank, 0.0)
    for row in successions():
        unit = index.tree.find(row.new_code)
        if unit is not None and row.old_code == digits:
            yield unit, (_PREFIX, unit[0] + _FORMER, 0.0)


def _by_name(index: Index, word: str) -> Iterator[tuple[_Unit, _Score]]:
    hit = False
    for name in index.names:
        at = name.text.find(word)
        if at >= 0:
            hit = True
            more = len(name.text) - len(word)
            kind = _PART if at else _PREFIX if more else _EXACT
            yield name.unit, (kind, name.rank, more)
    if not hit and len(word) >= _MIN_CHARACTERS:
        yield from _nearly(index, word)


def _nearly(index: Index, word: str) -> Iterator[tuple[_Unit, _Score]]:
    from rapidfuzz import fuzz, process  # here, for few words are not found otherwise

    close = process.extract(
        word,
        index.texts,
        scorer=fuzz.partial_ratio,
        limit=_NEARLY_MOST,
        score_cutoff=_NEARLY_CUT,
    )
    for text, score, at in close:
        yield index.names[at].unit, (_NEARLY, 100.0 - score, abs(len(text) - len(word)))


def _by_letters(index: Index, word: str) -> Iterator[tuple[_Unit, _Score]]:
    for at, offset in index.spelling.find(word):
        name = index.names[at]
        yield name.unit, (_PART if offset else _PREFIX, name.rank, len(name.text))
