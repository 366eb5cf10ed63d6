"""XML to a small tree, by expat with everything off that a hostile document lives on.

No DOCTYPE, hence no entities and nothing external; bounded size, depth and number of elements.
Prefixes and namespaces are dropped: GPX and CAP are known by their local names.
"""

import re
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from app.ingest.files.parts import MOST_BYTES, UnfitError

MOST_DEPTH = 64
MOST_ELEMENTS = 500_000
MOST_ATTRIBUTES = 64

_DECLARED = re.compile(rb"""\A\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_CHINESE = frozenset((b"gbk", b"gb2312", b"gb18030"))


@dataclass(slots=True)
class Node:
    """An element by its local name; `text` is what stands in it before and between its children."""

    name: str
    attributes: dict[str, str]
    children: list["Node"] = field(default_factory=list)
    text: str = ""

    def all(self, name: str) -> list["Node"]:
        return [child for child in self.children if child.name == name]

    def first(self, name: str) -> "Node | None":
        return next((child for child in self.children if child.name == name), None)

    def said(self, name: str) -> str | None:
        """The text of the first child of that name, stripped; None where there is none."""
        child = self.first(name)
        return None if child is None else child.text.strip() or None


def read_xml(data: bytes) -> Node:
    """The root of a document. UnfitError with the reason where it is not one, or too much."""
    if len(data) > MOST_BYTES:
        raise UnfitError("file is too large")
    return _Reader().read(data)


class _Reader:
    def __init__(self) -> None:
        self._open: list[tuple[Node, list[str]]] = []
        self._root: Node | None = None
        self._count = 0

    def read(self, data: bytes) -> Node:
        declared = _DECLARED.match(data)
        encoding = None
        if declared is not None and declared[1].lower() in _CHINESE:
            data, encoding = _to_utf8(data), "utf-8"
        parser = expat.ParserCreate(encoding)
        parser.buffer_text = True
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartDoctypeDeclHandler = _refuse_doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            raise UnfitError(f"XML is not well formed: {error}") from None
        except (ValueError, LookupError) as error:
            if isinstance(error, UnfitError):
                raise
            raise UnfitError("text is in an unknown encoding") from None
        assert self._root is not None  # expat has found one element at least
        return self._root

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if len(self._open) >= MOST_DEPTH:
            raise UnfitError("XML is nested too deeply")
        if self._count > MOST_ELEMENTS or len(attributes) > MOST_ATTRIBUTES:
            raise UnfitError("XML has too many elements")
        node = Node(_local(name), {_local(key): value for key, value in attributes.items()})
        if self._open:
            self._open[-1][0].children.append(node)
        else:
            self._root = node
        self._open.append((node, []))

    def _end(self, _: str) -> None:
        node, texts = self._open.pop()
        node.text = "".join(texts)

    def _text(self, text: str) -> None:
        self._open[-1][1].append(text)


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _refuse_doctype(*_: Any) -> None:
    raise UnfitError("XML has a DOCTYPE")


def _to_utf8(data: bytes) -> bytes:
    """expat knows no encoding of several bytes but UTF-8 and UTF-16."""
    try:
        return data.decode("gb18030").encode("utf-8")
    except UnicodeDecodeError:
        raise UnfitError("text is in an unknown encoding") from None
