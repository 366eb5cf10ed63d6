"""Keys as a person reads them: those with a name of their own in the language of the interface."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from widgets.words.said import QT_TRANSLATE_NOOP

NAMES = {
    "Space": QT_TRANSLATE_NOOP("keys", "空格"),
    "Return": QT_TRANSLATE_NOOP("keys", "回车"),
    "Enter": QT_TRANSLATE_NOOP("keys", "回车"),
}
"""As they are written in tables of keys -> as menus, buttons and texts say them."""


def key_name(key: str) -> str:
    """A key or a combination as tables have it, "Shift+Space"; what has no name stays."""
    portable = QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
    before, plus, last = portable.rpartition("+")
    if last not in NAMES:
        return portable
    return f"{before}{plus}{QCoreApplication.translate('keys', NAMES[last])}"
