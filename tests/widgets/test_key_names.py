"""Keys have one name wherever they are read: on menus, buttons, in help and in texts."""

import re
from pathlib import Path

import pytest

from widgets.key_names import key_name

NAMES = {
    "Space": "空格",
    "Shift+Space": "Shift+空格",
    "Ctrl+Return": "Ctrl+回车",
    "Ctrl+PgUp": "Ctrl+PgUp",
    "Ctrl++": "Ctrl++",
    "Del": "Del",
    "F2": "F2",
}


@pytest.mark.parametrize(("key", "name"), NAMES.items())
def test_a_key_is_named_as_menus_name_it(qapp, key, name):
    assert key_name(key) == name


def test_no_chinese_text_names_these_keys_in_english():
    source = Path("resources/translations/yutu_en.ts").read_text("utf-8")
    texts = re.findall(r"<source>([^<]*[\u4e00-\u9fff][^<]*)</source>", source)
    assert len(texts) > 500
    assert [text for text in texts if re.search(r"\b(Space|Return|Enter)\b", text)] == []
