"""Reads as much of a PDF as tests want to know: the page's size, its fonts, its text."""

import re
import unicodedata
import zlib
from pathlib import Path

_RADICALS = str.maketrans("⻓⻘⻔", "长青门")


class Pdf:
    """A file of Qt's: one page, objects one after the other, streams deflated or plain."""

    def __init__(self, path: Path) -> None:
        self.raw = path.read_bytes()
        found = re.finditer(rb"(\d+) 0 obj\n(.*?)endobj", self.raw, re.DOTALL)
        self._objects = {int(one[1]): one[2] for one in found}

    @property
    def size_pt(self) -> tuple[float, float]:
        box = re.search(rb"/MediaBox \[(.*?)\]", self.raw)
        _, _, width, height = map(float, box[1].split())
        return width, height

    @property
    def embedded(self) -> list[str]:
        """Names of fonts that have a file of their own in it; a subset has six letters before."""
        with_file = [o for o in self._objects.values() if b"/FontFile2" in o]
        return [re.search(rb"/FontName /(\S+)", o)[1].decode() for o in with_file]

    @property
    def images(self) -> int:
        return sum(b"/Subtype /Image" in o for o in self._objects.values())

    @property
    def content(self) -> bytes:
        """What the page draws."""
        return next(s for s in self._streams() if b" Tf" in s and b"cm\n" in s)

    @property
    def text(self) -> str:
        """All that is written, in the order of writing, without gaps.

        Qt calls a sign by any of the codes that its font has for it: some are radicals.
        """
        signs = self._signs()
        codes = re.findall(rb"<([0-9A-Fa-f]+)> Tj", self.content)
        letters = (code[k : k + 4] for code in codes for k in range(0, len(code), 4))
        said = "".join(signs.get(int(c, 16), "?") for c in letters)
        return "".join(unicodedata.normalize("NFKC", said).translate(_RADICALS).split())

    def _signs(self) -> dict[int, str]:
        cmap = next(s for s in self._streams() if b"begincmap" in s).decode()
        found = {}
        ranges = re.findall(r"<(\w+)> <(\w+)> (?:\[(.*?)\]|<(\w+)>)", cmap)
        for first, last, row, one in ranges:
            codes = [int(code, 16) for code in re.findall(r"<(\w+)>", row)]
            start, end = int(first, 16), int(last, 16)
            codes = codes or list(range(int(one, 16), int(one, 16) + end - start + 1))
            found |= {start + k: chr(code) for k, code in enumerate(codes)}
        return found

    def _streams(self):
        for one in self._objects.values():
            found = re.search(rb"stream\r?\n(.*?)\nendstream", one, re.DOTALL)
            if found and b"/Subtype /Image" not in one:
                packed = b"/FlateDecode" in one
                yield zlib.decompressobj().decompress(found[1]) if packed else found[1]
