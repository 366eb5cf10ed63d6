"""About 关于: versions, packs of data, and the licences of NOTICE, all as plain text."""

import platform
import sqlite3
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from app.catalogue import rule_pack
from widgets.parts.facts import Facts
from widgets.parts.labels import plain_label

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("PySide6-Essentials", "numpy", "shapely", "pyproj", "pyogrio", "sqlite-utils")


def own_version() -> str:
    """The version in pyproject.toml; the console is not installed as a package."""
    for line in (ROOT / "pyproject.toml").read_text("utf-8").splitlines():
        if line.startswith("version"):
            return line.partition("=")[2].strip().strip('"')
    return "?"


def of_package(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "—"


def notice() -> str:
    """The credits of data and fonts, as they stand in NOTICE."""
    return (ROOT / "NOTICE").read_text("utf-8")


class AboutDialog(QDialog):
    """`edition` is the division that is open, `ledger` the head of the ledger in words."""

    def __init__(
        self, *, edition: str = "", ledger: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("关于渝图"))
        self.resize(640, 520)
        self.facts = Facts(self)
        self.facts.put(
            (
                (self.tr("渝图"), own_version()),
                (self.tr("区划"), edition),
                (self.tr("规则包"), rule_pack().version),
                (self.tr("台账"), ledger),
                ("Python", platform.python_version()),
                ("Qt", qVersion()),
                ("SQLite", sqlite3.sqlite_version),
                (self.tr("组件"), " · ".join(f"{name} {of_package(name)}" for name in PACKAGES)),
            )
        )
        self.notice = QPlainTextEdit(notice())
        self.notice.setReadOnly(True)
        self.notice.setTabChangesFocus(True)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("关闭 Esc"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 12)
        rows.setSpacing(12)
        for part in (
            self.facts,
            plain_label(self.tr("数据与字体的来源、许可"), role="dim"),
            self.notice,
        ):
            rows.addWidget(part)
        rows.addWidget(buttons)
