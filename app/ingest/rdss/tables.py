"""The tables of BeiDou RDSS: what the fields of each sentence are. No reading.

After the command sets 2.1 (BD-2) and that of BD-3 terminals, as receivers of both say them.
"""

from typing import NamedTuple

CLASSES: dict[str, str] = {"0": "express", "1": "normal"}
MODES: dict[str, str] = {"0": "chinese", "1": "code", "2": "mixed"}
RECEIVED: dict[str, str] = {
    "1": "normal",
    "2": "express",
    "3": "broadcast",
    "4": "newest_query",
    "5": "sender_query",
}
CODINGS: dict[str, str] = {
    "1": "chinese",
    "2": "code",
    "3": "mixed",
    "4": "compressed_chinese",
    "5": "compressed_code",
}
"""How the content of TCQ and TCI is written (BD-3)."""

POSITIONS: dict[str, str] = {"1": "own_request", "2": "subordinate_query", "3": "position_report"}
REPORTS: dict[str, str] = {"0": "received", "1": "sent"}
ACCURACY_M: dict[str, str] = {"0": "20", "1": "100"}
"""Class of accuracy of an RDSS position: better than so many metres."""

ALERTED: dict[str, str] = {"A": "yes", "V": "no"}
YES_NO: dict[str, str] = {"Y": "yes", "N": "no"}
ENCRYPTED: dict[str, str] = {"E": "yes", "N": "no"}
HEIGHTS: dict[str, str] = {"H": "high", "L": "ordinary"}
SUPPRESSED: dict[str, str] = {"0": "none", "1": "system", "2": "power", "3": "silence"}
REASONS_3: dict[str, str] = {
    "0": "ok",
    "1": "period",
    "2": "suppressed",
    "3": "silent",
    "4": "power",
    "5": "no_card",
    "6": "no_right",
}
SWITCHES: dict[str, str] = {"1": "off", "2": "on", "3": "all_off", "4": "all_on"}
ACKNOWLEDGED: dict[str, str] = {"1": "no", "2": "yes"}

NAMED: dict[str, dict[str, str]] = {
    name.lower(): table
    for name, table in globals().items()
    if name.isupper() and isinstance(table, dict)
}
"""Name of a table in lower case -> the table: what a field of the kind "=name" may be."""


class Field(NamedTuple):
    """`kind`: text, card, count, number, clock, hhmm, mmss, lat, north, lon, east, "=table"."""

    name: str
    kind: str = "text"
    needed: bool = False


class Layout(NamedTuple):
    """Fields in order. `content`: the last takes the rest of the line, commas too.

    `tail`: the names of what repeats behind them to the end. `terminal`: the field that says whose
    message it is.
    """

    fields: tuple[Field, ...]
    terminal: str = ""
    content: bool = False
    tail: str = ""


def _fields(text: str) -> tuple[Field, ...]:
    """Fields of "name:kind name:kind!", ! where one must not be empty."""
    found = []
    for word in text.split():
        name, _, kind = word.rstrip("!").partition(":")
        found.append(Field(name, kind or "text", word.endswith("!")))
    return tuple(found)


_PLACE = "lat:lat north:north lon:lon east:east"
_CARD_3 = (
    "card:card! broadcast:card authorised:count user:count service:count confidential:=yes_no"
    " device:count rescue:=yes_no military:count civil_military:count allied:count priority:count"
    " capability:count period_s:count level:count global_id:count global_right:count"
    " global_frequency:count global_level:count subordinates:count group_right:count"
    " own_groups:count joined_groups:count"
)

LAYOUTS: dict[str, Layout] = {
    "TXA": Layout(_fields("to:card! class:=classes! mode:=modes! content"), "", content=True),
    "TXR": Layout(
        _fields("kind:=received! sender:card! mode:=modes! sent:hhmm content"),
        "sender",
        content=True,
    ),
    "DWR": Layout(
        _fields(
            f"kind:=positions! card:card! clock:clock {_PLACE} alt_m:number unit anomaly_m:number"
            " unit_2 accuracy_m:=accuracy_m urgent:=alerted multiple:=alerted height:=heights"
        ),
        "card",
    ),
    "WAA": Layout(
        _fields(f"kind:=reports! period_s:count card:card! clock:clock {_PLACE} alt_m:number unit"),
        "card",
    ),
    "WBA": Layout(_fields("card:card! height:=heights antenna_m:number period_s:count"), "card"),
    "DWA": Layout(
        _fields(
            "card:card! urgent:=alerted measured:count height:=heights alt_m:number"
            " antenna_m:number pressure:number temperature:number period_s:count"
        )
    ),
    "FKI": Layout(
        _fields("command! executed:=yes_no! period_ok:=yes_no suppressed:=suppressed wait_s:mmss")
    ),
    "FKI3": Layout(
        _fields("clock:clock command! executed:=yes_no! reason:=reasons_3 remaining:count")
    ),
    "ICI": Layout(
        _fields(
            "card:card! serial:count broadcast:card user:count period_s:count level:count"
            " encrypted:=encrypted subordinates:count"
        ),
        "card",
    ),
    "ICP": Layout(_fields(_CARD_3), "card"),
    "BSI": Layout(_fields("response_beam:count! difference_beam:count!"), tail="powers"),
    "SNR": Layout((), tail="cn0_db"),
    "PWI": Layout(_fields("clock:clock n:count!"), tail="beams"),
    "ICA": Layout(_fields("mode:count frame:count")),
    "ICR": Layout(_fields("mode:count frame:count")),
    "RMO": Layout(_fields("sentence! switch:=switches! period_s:count")),
    "BSS": Layout(_fields("response_beam:count difference_beam:count")),
    "TCQ": Layout(
        _fields(
            "to:card! frequency:count acknowledged:=acknowledged coding:=codings! content period_s"
        ),
        "",
    ),
    "TCI": Layout(
        _fields("sender:card! to:card frequency:count sent:clock coding:=codings! zero content"),
        "sender",
        content=True,
    ),
    "HZR": Layout((), tail="receipts"),
    "ICZ": Layout((), tail="cards"),
    "KLT": Layout((), tail="fields"),
    "EPI": Layout((), tail="fields"),
    "QRI": Layout((), tail="fields"),
    "CNO": Layout((), tail="fields"),
    "COV": Layout((), tail="fields"),
    "POS": Layout((), tail="fields"),
    "ZHS": Layout((), tail="fields"),
}
"""Type -> its fields; FKI3 is the FKI of BD-3, whose first field is a time."""

CARD = frozenset({"TXR", "TCI", "FKI", "ICI", "ICP"})
"""What whoever sends by a card has to hear, text and position or not."""
