"""What stands in the tables of the sources, and the words for all that may stand there."""

from datetime import timedelta

import pytest

from app.ingest.sources import Light, SourceStatus, light_of
from app.ingest.transports.troubles import PHRASES
from app.sources.kept import KeptSources, Known, read_all
from app.sources.source import DEFAULT, PARTICULARS, Kind, Source, row_of
from app.store.queries import Refused
from tests.conftest import NOW
from widgets.models.column import Context
from widgets.sources.editors import EDITORS
from widgets.sources.light import light_icon
from widgets.sources.lines import SOURCES, lines
from widgets.sources.reasons import REASONS, reasons
from widgets.words import sources as words

STATUS = SourceStatus(
    id="tcp",
    name="区县",
    kind="tcp",
    where="127.0.0.1:6808",
    state="listening",
    connections=3,
    heard=1200,
    refused={"checksum mismatch": 4, "too fast": 9},
    last_heard=NOW - timedelta(seconds=20),
    rate=12.34,
)
OFF = Source(id="udp", kind=Kind.UDP_LISTENER, enabled=False)


def cells(line):
    return [column.text(line, Context(now=NOW)) for column in SOURCES]


def test_a_source_says_how_it_stands(qapp):
    (line,) = lines(Known(sources=(DEFAULT,)), [STATUS], NOW)
    name, kind, where, state, peers, rate, last, heard, refused = cells(line)
    assert (name, kind, where, state) == ("区县", "TCP 监听", "127.0.0.1:6808", "监听中")
    assert (peers, rate, last, refused) == ("3", "12.3", "20 秒前", "13")
    assert heard.replace("\u2009", "") == "1200"


def test_what_is_off_or_was_never_heard_invents_no_time(qapp):
    (line,) = lines(Known(sources=(OFF,)), [], NOW)
    assert (cells(line)[3], cells(line)[6]) == ("已停用", "—")


def test_what_is_simulated_or_replayed_says_so(qapp):
    told = SourceStatus(id="x", name="甲", kind="tcp", state="listening", simulated=True)
    log = SourceStatus(id="replay", name="乙", kind="log", state="running")
    rows = lines(Known(), [told, log], NOW)
    assert [cells(line)[0] for line in rows] == ["甲（模拟）", "乙（重放）"]


def test_what_cannot_be_read_stands_behind_the_others_with_its_reason(qapp):
    known = read_all(KeptSources(rows=(7, row_of(DEFAULT))))
    rows = lines(known, [STATUS], NOW)
    assert [line.key for line in rows] == ["tcp", "unread:0"]
    assert cells(rows[1])[0] == "第 1 行"
    assert cells(rows[1])[3] == "读不出"
    assert words.trouble(rows[1].status)


LIGHTS = (
    ("listening", 5, Light.LIVE),
    ("running", 59, Light.LIVE),
    ("running", 61, Light.QUIET),
    ("listening", None, Light.QUIET),
    ("waiting", 5, Light.TROUBLE),
    ("failed", None, Light.TROUBLE),
    ("off", 5, Light.OFF),
    ("ended", 5, Light.OFF),
    ("idle", None, Light.OFF),
    ("connecting", None, Light.OFF),
)


@pytest.mark.parametrize(("state", "ago_s", "light"), LIGHTS)
def test_the_light_is_what_the_source_does_and_whether_it_is_heard(state, ago_s, light):
    last = None if ago_s is None else NOW - timedelta(seconds=ago_s)
    status = SourceStatus(name="a", kind="tcp", state=state, last_heard=last)
    assert light_of(status, NOW) is light


def test_each_light_has_a_shape_of_its_own(qapp):
    pictures = {light: light_icon(light).pixmap(14, 14).toImage() for light in Light}
    assert len({bytes(image.constBits()) for image in pictures.values()}) == len(Light)


def test_every_reason_is_listed_the_most_frequent_first(qapp):
    kept = [
        Refused(source="tcp", reason="too fast", n=40, first=NOW, last=NOW - timedelta(minutes=3)),
        Refused(source="tcp", reason="jump", n=7, first=NOW, last=NOW - timedelta(hours=2)),
    ]
    rows = reasons(STATUS.refused, kept)
    said = [[column.text(row, Context(now=NOW)) for column in REASONS] for row in rows]
    assert said == [
        ["发得过快", "9", "40", "3 分钟前"],
        ["校验不符", "4", "—", "—"],
        ["位置跳变", "—", "7", "2 小时前"],
    ]


def test_there_are_words_and_editors_for_every_field_and_kind():
    fields = {"name", *(name for names in PARTICULARS.values() for name in names)}
    assert fields == set(words.FIELDS) == set(EDITORS)
    assert set(words.KINDS) == set(words.ABOUT) == set(Kind)


def test_every_trouble_has_words():
    assert set(words.TROUBLES) == PHRASES


def test_a_trouble_without_a_phrase_is_shown_as_it_is(qapp):
    status = SourceStatus(name="a", kind="tcp", state="failed", error="<b>?</b>")
    assert words.trouble(status) == "<b>?</b>"
