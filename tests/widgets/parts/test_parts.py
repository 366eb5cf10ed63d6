"""The small parts: marks that no state tints, clocks read without colour, lines that fit."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QLabel, QSpinBox, QWidget

from app.model import CaseState, Grade, Role, Stage
from tests.widgets import rows as r
from widgets import theme
from widgets.parts import sentences
from widgets.parts.clock_bar import ClockBar
from widgets.parts.flow import Flow
from widgets.parts.labels import AgeLabel, ElidedLabel, ElidedLines, plain_label
from widgets.parts.marks import GradeChip, grade_icon
from widgets.parts.numbers import in_line
from widgets.parts.share import Clock, case_clock, clock_of
from widgets.parts.sparkline import Sparkline
from widgets.parts.stages import STAGES, StageProgress


def image(widget: QWidget, width: int, height: int) -> QImage:
    widget.resize(width, height)
    return widget.grab().toImage()


@pytest.mark.parametrize("grade", Grade)
def test_a_mark_is_the_same_selected_disabled_or_not(qapp, grade):
    icon = grade_icon(grade)
    pictures = [
        icon.pixmap(QSize(14, 14), mode).toImage()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected, QIcon.Mode.Disabled, QIcon.Mode.Active)
    ]
    assert all(picture == pictures[0] for picture in pictures)
    assert pictures[0].pixelColor(7, 8) == theme.current().grade(grade)


def test_marks_differ_in_shape_without_colour(qapp):
    shapes = []
    for grade in Grade:
        picture = grade_icon(grade).pixmap(QSize(14, 14)).toImage()
        shapes.append(
            tuple(picture.pixelColor(x, y).alpha() > 127 for y in range(14) for x in range(14))
        )
    assert len(set(shapes)) == 4


def test_a_chip_says_its_grade(qtbot):
    chip = GradeChip(Grade.I)
    qtbot.addWidget(chip)
    chip.set_grade(Grade.II)
    assert chip.accessibleName() == "◆ Ⅱ 重大"
    assert chip.sizeHint().width() > 60


@pytest.mark.parametrize(
    ("left_min", "segments", "text", "overdue"),
    [
        (40, 4, "剩 40:00", False),
        (30, 3, "剩 30:00", False),
        (11, 2, "剩 11:00", False),
        (4, 1, "剩 04:00", False),
        (0, 1, "剩 00:00", False),
        (-2, 0, "超 02:00", True),
        (-90, 0, "超 1:30:00", True),
    ],
)
def test_a_clock_is_read_by_words_and_by_segments(left_min, segments, text, overdue):
    end = r.NOW + timedelta(minutes=left_min)
    clock = clock_of(end - timedelta(minutes=40), end, r.NOW)
    assert clock is not None
    assert (clock.segments, clock.text, clock.overdue) == (segments, text, overdue)


def test_no_limit_has_no_clock():
    assert clock_of(r.NOW, None, r.NOW) is None
    assert case_clock(r.case(1, state=CaseState.CLOSED), r.NOW) is None


def test_only_a_broken_limit_is_coloured(qtbot):
    bar = ClockBar()
    qtbot.addWidget(bar)
    red = theme.current().grade(Grade.I).rgb()

    def reds(clock: Clock) -> int:
        bar.set_clock(clock)
        picture = image(bar, 120, 30)
        return sum(picture.pixel(x, y) == red for x in range(120) for y in range(30))

    assert reds(Clock(0.05, 60.0)) == 0
    assert reds(Clock(0.0, -60.0)) > 50


def test_stages_are_seven_and_end_as_the_case_ended(qtbot):
    stages = StageProgress()
    qtbot.addWidget(stages)
    assert tuple(Stage) == STAGES
    assert len(STAGES) == 7
    stages.set_state(CaseState.MERGED)
    assert stages.labels()[-1] == "已并案"
    pictures = set()
    for state in (CaseState.RECEIVED, CaseState.HANDLING, CaseState.CLOSED, CaseState.VOID):
        stages.set_state(state)
        picture = image(stages, 480, 40)
        pictures.add(bytes(picture.constBits()))
    assert len(pictures) == 4


def test_markup_stays_text(qtbot):
    for label in (plain_label("<b>x</b>"), ElidedLabel("<b>x</b>")):
        qtbot.addWidget(label)
        assert label.textFormat() == plain_label().textFormat()
        assert label.text() == "<b>x</b>"


def test_an_age_runs_when_it_is_told_the_time(qtbot):
    label = AgeLabel()
    qtbot.addWidget(label)
    label.set_time(r.ago(3), r.NOW)
    assert label.text() == "3 分钟前 · 08:09:05"
    label.tick(r.NOW + timedelta(minutes=1))
    assert label.text() == "4 分钟前 · 08:09:05"


def test_a_flow_breaks_its_lines_and_covers_nothing(qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    flow = Flow(host)
    labels = [QLabel("按钮" * n) for n in (3, 6, 4, 8, 2)]
    for label in labels:
        flow.addWidget(label)
    host.resize(240, flow.heightForWidth(240))
    host.show()
    boxes = [label.geometry() for label in labels]
    assert all(box.right() <= 240 for box in boxes)
    assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)
    assert flow.heightForWidth(2000) < flow.heightForWidth(240)


@pytest.mark.parametrize("counts", [(), (0,), (3,), (0, 0), (1, 40, 2)])
def test_a_sparkline_draws_any_counts(qtbot, counts):
    line = Sparkline(limit=10)
    qtbot.addWidget(line)
    line.set_counts(counts)
    picture = image(line, 144, 22)
    assert picture.width() == 144


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "张三（受理员）立案 C-20261123-0001：两路来电相互印证"),
        ({"reason": ""}, "张三（受理员）立案 C-20261123-0001"),
        ({"on_behalf_of": "李四", "reason": ""}, "张三（受理员）代 李四 立案 C-20261123-0001"),
        ({"actor": "系统", "role": Role.SYSTEM, "reason": ""}, "系统 立案 C-20261123-0001"),
        (
            {
                "act": "terminal.text",
                "subject": "terminal:138",
                "reason": "",
                "after": {"command:D-1": {"text": "到\n位", "state": "waiting"}},
            },
            "张三（受理员）下发文字 138：到 位",
        ),
        (
            {
                "act": "command.report",
                "subject": "command:D-1",
                "reason": "",
                "after": {"command:D-1": {"state": "unconfirmed"}},
            },
            "张三（受理员）下发结果 D-1：已发，未确认",
        ),
    ],
)
def test_an_entry_is_a_sentence(changes, said):
    assert sentences.sentence(r.entry(**changes)) == said


def test_a_case_is_not_named_in_its_own_story():
    entry = r.entry(3, reason="")
    line = sentences.line(entry, r.NOW, about="C-20261123-0001")
    assert line == "07:55:05  #3  张三（受理员）立案"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"reason": ""}, "07:55:05  张三 立案"),
        ({"on_behalf_of": "李四", "reason": ""}, "07:55:05  张三（代）立案"),
        ({}, "07:55:05  张三 立案：两路来电相互印证"),
    ],
)
def test_a_short_line_says_when_who_and_what(changes, said):
    entry = r.entry(3, **changes)
    assert sentences.short_line(entry, r.NOW, about="C-20261123-0001") == said


def test_each_of_several_lines_gives_way_in_its_middle(qtbot):
    lines = ElidedLines()
    qtbot.addWidget(lines)
    lines.setText("07:55:05  张三 立案\n07:56:05  张三 派遣：" + "很长的理由" * 20 + "港桥消防站")
    lines.resize(300, lines.sizeHint().height())
    first, second = lines.shown()
    assert first == "07:55:05  张三 立案"
    assert second.startswith("07:56:05")
    assert second.endswith("消防站")
    assert "…" in second
    assert lines.sizeHint().height() >= 2 * lines.fontMetrics().lineSpacing()


def test_a_note_does_not_refill_the_clock_of_a_stage():
    began, noted = r.NOW - timedelta(minutes=30), r.NOW - timedelta(minutes=1)
    case = replace(
        r.case(1, state=CaseState.CHECKING),
        clock_from=began,
        deadline=r.NOW + timedelta(minutes=10),
        changed=noted,
    )
    clock = case_clock(case, r.NOW)
    assert clock is not None
    assert (clock.share, clock.segments) == (0.25, 1)


def test_a_number_begins_where_the_text_of_other_fields_does(qtbot):
    box = QSpinBox()
    qtbot.addWidget(box)
    box.setRange(0, 99_999)
    asked = box.sizeHint().width()
    in_line(box)
    margin = box.lineEdit().textMargins().left()
    assert margin > 0
    assert box.minimumWidth() == asked + margin


def test_what_stands_in_a_line_shares_its_middle(qtbot):
    whole = QWidget()
    qtbot.addWidget(whole)
    row = Flow(whole)
    low, high = QWidget(whole), QWidget(whole)
    low.setFixedSize(40, 18)
    high.setFixedSize(40, 26)
    row.addWidget(low)
    row.addWidget(high)
    row.setGeometry(QRect(0, 0, 200, 40))
    assert low.geometry().center().y() == high.geometry().center().y()
