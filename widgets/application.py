"""The QApplication as this console wants it: same style, font, locale and pixels everywhere."""

import importlib.util
import os
import sys
from functools import cache
from pathlib import Path

from PySide6.QtCore import (
    QLibraryInfo,
    QLocale,
    QMessageLogContext,
    Qt,
    QtMsgType,
    QTranslator,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)
from typing_extensions import override

from resources import path
from widgets import theme

FAMILY = "Noto Sans SC"
LANGUAGES = ("zh", "en")
_UNWANTED = (
    "QT_SCALE_FACTOR",
    "QT_FONT_DPI",
    "QT_SCREEN_SCALE_FACTORS",
    "QT_STYLE_OVERRIDE",
    "LANGUAGE",
)
NEEDLESS = "This plugin does not support propagateSizeHints()"


class StillStyle(QProxyStyle):
    """Fusion without animations: motion on this screen means something."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    @override
    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, option, widget, returnData)


@cache
def font_file() -> Path:
    """The font with all Chinese place names, found in its package without importing that."""
    spec = importlib.util.find_spec("zhplot")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("NotoSansSC-Regular.ttf (package zhplot)")
    found = next(Path(spec.origin).parent.rglob("NotoSansSC-Regular.ttf"), None)
    if found is None:
        raise FileNotFoundError("NotoSansSC-Regular.ttf (package zhplot)")
    return found


def ui_font(size_px: int = 14) -> QFont:
    """Noto Sans SC, unhinted and unmerged: the same pixels on every machine, tofu never hidden."""
    font = QFont(FAMILY)
    font.setPixelSize(size_px)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias | QFont.StyleStrategy.NoFontMerging)
    font.setFeature(QFont.Tag("tnum"), 1)  # digits stand under each other in clocks and counts
    return font


def prepare(*, still: bool = False) -> None:
    """Settle the surroundings before the QApplication; `still`: for pictures and tests."""
    if still:
        for name in _UNWANTED:
            os.environ.pop(name, None)
        os.environ.update(
            QT_QPA_PLATFORM="offscreen", LC_ALL="C.UTF-8", TZ="Asia/Shanghai", QT_HASH_SEED="0"
        )
    if "fcitx" in os.environ.get("XMODIFIERS", "") and "QT_IM_MODULE" not in os.environ:
        os.environ["QT_IM_MODULE"] = "ibus"  # the wheel has no fcitx plugin; fcitx speaks ibus
    QLocale.setDefault(QLocale("zh_CN"))
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )


def dress(
    app: QApplication, *, theme_name: str = "night", language: str = "zh", still: bool = False
) -> None:
    """Give an application its style, font, language and theme."""
    app.setApplicationName("Yutu")
    app.setStyle(StillStyle())
    if still:
        app.setCursorFlashTime(0)
    if FAMILY not in QFontDatabase.families():
        QFontDatabase.addApplicationFont(str(font_file()))
    app.setFont(ui_font())
    speak(app, language)
    theme.apply(app, theme_name)


def speak(app: QApplication, language: str) -> None:
    """Load the texts of a language; the source is Chinese, so "zh" needs Qt's own texts only."""
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.setParent(None)
        old.deleteLater()
    if language == "en":
        _install(app, str(path("translations/yutu_en.qm")))
    else:
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        _install(app, f"{folder}/qtbase_zh_CN.qm")


def _install(app: QApplication, file: str) -> None:
    translator = QTranslator(app)
    if translator.load(file):
        app.installTranslator(translator)


def hush() -> None:
    """Drop one line of Qt's, which its platform without a screen says of every window."""
    qInstallMessageHandler(_pass_on)


def _pass_on(kind: QtMsgType, context: QMessageLogContext, text: str | None) -> None:
    if text and text != NEEDLESS:
        print(text, file=sys.stderr)  # noqa: T201  # where Qt itself would have said it


def start(*, theme_name: str = "night", language: str = "zh", still: bool = False) -> QApplication:
    """The application, ready for its window."""
    prepare(still=still)
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    dress(app, theme_name=theme_name, language=language, still=still)
    return app
