"""Marks texts for the translator and says them in the language of the screen."""

from PySide6.QtCore import QCoreApplication


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Marks a text for lupdate, as Qt's own does, and says that it is a str."""
    return text


def said(source: str) -> str:
    """A text of the tables of words, translated."""
    return QCoreApplication.translate("words", source)
