"""Opens the dialog of an act with what is known already filled in; deciding is left to the desk."""

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from app.casework import centres
from app.casework.why import Why
from app.catalogue import items
from app.model import Alert, AlertKind, Case, Condition, Grade, Item, Unit
from app.store import queries
from app.store.queries import CaseFile
from app.store.store import Reader
from widgets import formats, words
from widgets.bridge import Bridge
from widgets.dialogs.act import ActDialog
from widgets.dialogs.editors import Options
from widgets.dialogs.report_case import ReportCaseDialog
from widgets.models.column import Context
from widgets.panels import case_requests
from widgets.panels.panel import Places

ITEM_OF: dict[AlertKind, str] = {
    AlertKind.SOS: "LOCAL:2101",
    AlertKind.COLLISION: "LOCAL:2102",
    AlertKind.ROLLOVER: "LOCAL:2103",
    AlertKind.POWER_LOST: "LOCAL:2104",
    AlertKind.PLANT: "LOCAL:2105",
}
OTHER_ITEM = "LOCAL:2199"
SHELVE_MINUTES = 30
"""What a shelving is set to at first; the officer may choose up to the grade's limit."""

SUSPEND_FOR = timedelta(days=7)
"""What a suspension is asked for at first; the unit may ask for up to a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the desk knows about the object of an act, and what there is to choose from."""

    alert: Alert | None = None
    file: CaseFile | None = None
    units: tuple[Unit, ...] = ()
    cases: tuple[Case, ...] = ()


def known(reader: Reader, subject: str) -> Known:
    """The question behind a dialog; `subject` is an object key."""
    kind, _, ident = subject.partition(":")
    case = ident if kind == "case" else ""
    if kind == "task":
        case = next((task.case for task in queries.tasks(reader) if task.id == ident), "")
    return Known(
        alert=queries.alert(reader, ident) if kind == "alert" else None,
        file=queries.case_file(reader, case) if case else None,
        units=tuple(queries.units(reader)),
        cases=tuple(queries.open_cases(reader)),
    )


class Acting(QObject):
    """One dialog at a time; `shown` is the one on the screen."""

    def __init__(self, bridge: Bridge, places: Places, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._places, self._window = bridge, places, window
        self.shown: ActDialog | None = None

    def open(self, act: str, subject: str) -> None:
        """Ask the desk what is known, then show the dialog."""
        self._bridge.ask(
            known, subject, then=lambda found: self._show(act, subject, found), each=True
        )

    def report_at(self, at: tuple[float, float], about: str) -> None:
        """Report a case at a position in degrees; `about` says where that is."""
        self._bridge.ask(
            known, "case:", then=lambda found: self._report(at, about, found), each=True
        )

    def _report(self, at: tuple[float, float], about: str, found: Known) -> None:
        options = self._options("case.report", found)
        self._open(
            ReportCaseDialog(options, at=at, about=about, bridge=self._bridge, parent=self._window)
        )

    def _show(self, act: str, subject: str, found: Known) -> None:
        self._open(self._dialog(act, subject, found))

    def _open(self, dialog: ActDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._closed)
        self.shown = dialog
        dialog.open()

    def _dialog(self, act: str, subject: str, found: Known) -> ActDialog:
        options = self._options(act, found)
        if act == "case.report":
            return ReportCaseDialog(options, bridge=self._bridge, parent=self._window)
        said = (self._about(found), self._asked(found), self._whither(act, found))
        about = "\n".join(part for part in said if part)
        return ActDialog(
            act, subject, options, about=about, bridge=self._bridge, parent=self._window
        )

    def _closed(self) -> None:
        self.shown = None

    def _options(self, act: str, found: Known) -> Options:
        catalogue = {item.key: item for item in items()}
        own = found.file.case.id if found.file else ""
        people = dict.fromkeys(unit.handler for unit in found.units if unit.handler)
        officer = self._bridge.desk.officer

        def conditions(item: str) -> tuple[Condition, ...]:
            return catalogue[item].conditions if item in catalogue else ()

        return Options(
            units=[(u.id, f"{u.name}  {words.word(u.kind)}") for u in found.units],
            cases=[(c.id, f"{c.id}  {c.title}") for c in found.cases if c.id != own],
            people=[(officer.id, officer.name), *((name, name) for name in people)],
            items=[(key, f"{item.name}  {item.major}") for key, item in catalogue.items()],
            conditions=conditions,
            filled=self._filled(act, found, catalogue),
        )

    def _filled(self, act: str, found: Known, catalogue: dict[str, Item]) -> dict[str, object]:
        alert, file = found.alert, found.file
        if act == "alert.confirm" and alert is not None:
            item = ITEM_OF.get(alert.kind, OTHER_ITEM)
            return {"title": self._title(alert), "item": item, "grade": str(alert.grade.value)}
        if act == "alert.shelve":
            return {"minutes": SHELVE_MINUTES}
        if act == "case.file" and file is not None and file.case.item in catalogue:
            first = catalogue[file.case.item].conditions[0]
            grade = str(file.case.grade.value)
            return {"item": file.case.item, "condition": first.code, "grade": grade}
        if act == "task.ask_suspend":
            return {"until": (self._bridge.now() + SUSPEND_FOR).isoformat()}
        if act in ("case.send_check", "case.verify"):
            return {"checker": self._bridge.desk.officer.id}
        return dict(_FILLED.get(act, {}))

    def _title(self, alert: Alert) -> str:
        names = [self._name(code) for code in alert.chain[1:3]]
        return "".join((*names, " " if names else "", words.word(alert.kind)))

    def _about(self, found: Known) -> str:
        if found.alert is not None:
            alert = found.alert
            where = "·".join(self._name(code) for code in alert.chain[1:])
            when = formats.both(alert.raised, self._bridge.now())
            return f"{words.grade(alert.grade)}  {words.word(alert.kind)}\n{where}\n{when}"
        if found.file is not None:
            case = found.file.case
            return f"{words.grade(case.grade)}  {case.title}\n{case.id}  {words.word(case.state)}"
        return ""

    def _asked(self, found: Known) -> str:
        """What waits for an answer, so that nobody answers what is not before their eyes."""
        names = {unit.id: unit.name for unit in found.units}
        context = Context(self._bridge.now(), self._name, lambda key: names.get(key, key))
        return case_requests.asked(found.file, context) if found.file else ""

    def _whither(self, act: str, found: Known) -> str:
        """The centre that a case would pass to."""
        if found.file is None or act not in _WHITHER:
            return ""
        centre = _WHITHER[act](found.file.case)
        return "" if isinstance(centre, Why) else self.tr("→ %1").replace("%1", self._name(centre))

    def _name(self, code: str) -> str:
        place = self._places.place(code)
        return place.name if place else code


_WHITHER = {"case.pass_up": centres.above, "case.pass_down": centres.below}

_FILLED: dict[str, dict[str, object]] = {
    "task.feedback": {"closing_met": True},
    "case.check": {"result": "pass"},
    "case.close": {"disposition": "resolved"},
    "case.receive": {"channel": "phone"},
    "case.decline": {"channel": "phone"},
    "case.report": {"grade": str(Grade.IV.value), "source": "hotline"},
}
"""The usual answer of an act, so that Enter alone gives it; the officer sees and may change it."""
