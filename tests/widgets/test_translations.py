"""Everything on the screen is said in English too, and every character is in the font."""

import ast
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QFont, QRawFont

from app import catalogue
from app.model import Level
from resources import ROOT
from widgets import application

HOME = Path(__file__).parents[2]
TS = ROOT / "translations" / "yutu_en.ts"
QM = ROOT / "translations" / "yutu_en.qm"
FOLDERS = ("widgets",)


def messages():
    for context in ElementTree.parse(TS).getroot().findall("context"):
        for message in context.findall("message"):
            yield context.findtext("name"), message


def texts() -> set[str]:
    return {message.findtext("source") or "" for _, message in messages()}


def test_no_translation_is_missing():
    left = [
        (name, message.findtext("source"))
        for name, message in messages()
        if message.find("translation").get("type") or not message.findtext("translation")
    ]
    assert left == []


def test_placeholders_survive_translation():
    for name, message in messages():
        source, said = message.findtext("source"), message.findtext("translation")
        for mark in ("%1", "%2", "%3", "%4"):
            assert (mark in source) == (mark in said), (name, source)


def test_the_compiled_file_is_up_to_date(tmp_path):
    made = tmp_path / "made.qm"
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([tool, str(TS), "-qm", str(made)], check=True, capture_output=True)
    assert made.read_bytes() == QM.read_bytes()


def test_every_chinese_text_of_the_interface_can_be_translated():
    known = texts()
    missing = {
        text
        for folder in FOLDERS
        for file in sorted((HOME / folder).rglob("*.py"))
        for text in literals(file)
        if text not in known
    }
    assert missing <= NOT_SAID


NOT_SAID = {
    *("朱沱镇", "张三", "化工园禁入区", "区县终端", "北斗卡", "江北转发"),
    *("涵洞积水，先封路", "塌方，绕行老路", "断电，带发电机", "查明漏点", "老路桥面开裂，小车可过"),
    *("塌方，绕行老路；先报水位", "前方大面积塌方，一律绕行老路，重车禁止通行；到场先报水位和人员"),
    *("村委会", "居委会", "村民委员会", "居民委员会"),
    r"(\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?) 首次并网",
    *("两江新区", "新区", "区", "县", "街道", "镇", "乡", "(..)(?:..?族)+自治县$"),
}
"""Names, endings of names that are cut, what is read in the catalogue."""


def literals(file: Path):
    """String literals with Chinese in them: no docstrings, no samples that columns are sized by."""
    if file.name in (
        "coordinates.py",
        "distances.py",
        "scale_box.py",
        "gauss_kruger.py",
    ):  # words that are read and never shown
        return
    tree = ast.parse(file.read_text("utf-8"))
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    silent |= {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.keyword) and node.arg == "sample"
    }
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and id(node) not in silent and re.search("[\u4e00-\u9fff]", text):
            yield text


@pytest.fixture(scope="session")
def glyphs(qapp):
    font = QRawFont.fromFont(application.ui_font())
    assert font.familyName() == application.FAMILY
    return lambda text: {c for c in text if c not in "\n\t" and not font.supportsCharacter(ord(c))}


def test_every_character_of_the_interface_is_in_the_font(glyphs):
    assert glyphs("".join(texts())) == set()


def test_every_place_name_is_in_the_font(glyphs, hierarchy):
    names = {c for level in Level for name in hierarchy.names(level) for c in name}
    assert glyphs("".join(sorted(names))) == set()


def test_every_catalogue_name_is_in_the_font(glyphs):
    said = [
        item.name + item.major + "".join(c.text + c.closing for c in item.conditions)
        for item in catalogue.items()
    ]
    said += [plant.name + plant.note for plant in catalogue.plants()]
    assert glyphs("".join(said)) == set()


def test_the_font_is_found_by_path_and_never_imported(qapp):
    assert application.font_file().name == "NotoSansSC-Regular.ttf"
    assert "zhplot" not in sys.modules
    assert QFont(application.FAMILY).family() == application.FAMILY
