"""Messages for the tests: one of each kind, and hypothesis strategies for all there can be."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from app.model import Grade, Share
from app.shortmsg import dictionary, texts
from app.shortmsg.codecs import EPOCH
from app.shortmsg.flaws import ShortMessageError
from app.shortmsg.kinds import Answer, Arrival, Feedback, Need, Order, Receipt, Result, Sos
from app.shortmsg.parts import Number, spot, spot_at

AREAS = ("500000", "500118", "500118001", "500118001001", "500118001001003")
ITEMS = ("GBT30428.2:0101", "GBT30428.2:0403", "YUTU:0901")
UNITS = ("U-500118-FIRE-01", "U-500118-GRID-12")
SHARED = dictionary.build(edition="2025", areas=AREAS, items=ITEMS, units=UNITS)
OTHER = dictionary.build(edition="2025", areas=AREAS, items=ITEMS, units=UNITS[:1])

NOON = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
TASK = Number(date(2026, 11, 24), 123)
ORDER = Order(
    case=Number(date(2026, 11, 24), 100),
    task=TASK,
    turn=1,
    time=NOON,
    answer_min=15,
    grade=Grade.II,
    share=Share.LEAD,
    item="GBT30428.2:0403",
    condition=1,
    area="500118001001003",
    spot=spot(106.55, 29.56, accuracy_m=12, age_s=40),
    unit="U-500118-FIRE-01",
    text="塌方，绕行",
)
RECEIPT = Receipt(task=TASK, turn=1, time=NOON, answer=Answer.SIGNED, text="路断，绕行")
ARRIVAL = Arrival(task=TASK, turn=1, time=NOON, spot=spot(106.5501, 29.5601, accuracy_m=8))
FEEDBACK = Feedback(task=TASK, turn=1, time=NOON, result=Result.MET, condition=1, text="已抢通")
SOS = Sos(time=NOON, need=Need.TRAPPED, people=3, card=204057, spot=ORDER.spot, text="洞口被堵")
EACH = (ORDER, RECEIPT, ARRIVAL, FEEDBACK, SOS)


def _encodes(text: str) -> bool:
    try:
        return len(texts.encode(text)) <= 400
    except ShortMessageError:
        return False


_ANY_TEXT = st.text(max_size=60)
_CHINESE = st.text(alphabet="渝令文校案任点路断绕行，。/XZxz 0123ABC／Ｘ　塌方鿿𠮷", max_size=60)
TEXTS = st.one_of(_ANY_TEXT, _CHINESE).map(texts.tidy).filter(_encodes)
TIMES = st.integers(0, (1 << 30) - 1).map(lambda s: EPOCH + timedelta(seconds=s))
NUMBERS = st.builds(
    Number,
    st.integers(0, (1 << 14) - 1).map(lambda d: EPOCH.date() + timedelta(days=d)),
    st.integers(0, (1 << 24) - 1),
    st.integers(1, 32),
)
SPOTS = st.builds(
    spot_at,
    st.integers(0, (1 << 24) - 1),
    st.integers(0, (1 << 23) - 1),
    st.integers(0, 15),
    st.integers(0, 15),
)
_ABOUT = {"task": NUMBERS, "turn": st.integers(1, 64), "time": TIMES, "text": TEXTS}


def _maybe(values):
    return st.one_of(st.none(), values)


KINDS = {
    Order: st.builds(
        Order,
        case=NUMBERS,
        **_ABOUT,
        answer_min=st.integers(1, 4096),
        grade=st.sampled_from(Grade),
        share=st.sampled_from(Share),
        item=st.sampled_from(("", *ITEMS)),
        condition=_maybe(st.integers(0, 127)),
        area=st.sampled_from(("", *AREAS)),
        spot=_maybe(SPOTS),
        unit=st.sampled_from(("", *UNITS)),
    ),
    Receipt: st.builds(Receipt, **_ABOUT, answer=st.sampled_from(Answer)),
    Arrival: st.builds(Arrival, **_ABOUT, spot=_maybe(SPOTS)),
    Feedback: st.builds(
        Feedback, **_ABOUT, result=st.sampled_from(Result), condition=_maybe(st.integers(0, 127))
    ),
    Sos: st.builds(
        Sos,
        time=TIMES,
        need=st.sampled_from(Need),
        people=_maybe(st.integers(0, 255)),
        card=_maybe(st.integers(0, (1 << 24) - 1)),
        spot=_maybe(SPOTS),
        text=TEXTS,
    ),
}
MESSAGES = st.one_of(*KINDS.values())
