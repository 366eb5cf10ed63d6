"""What the demonstration's cases are about and how far each has come: tables, all invented."""

from dataclasses import dataclass

from app.model import Grade, UnitKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """`title` is followed by （演示）; `item` and `condition` are keys of the catalogue."""

    title: str
    item: str
    grade: Grade
    kind: UnitKind
    source: str
    text: str
    condition: str = "1"


@dataclass(frozen=True, slots=True)
class Row:
    """A case of the scene: a story that has come as far as `stage`, `since` minutes ago.

    `district` is a code, "" where the seed chooses. `supervised`: 督办. `second_choice`: not the
    unit recommended first is sent, with a reason.
    """

    story: str
    stage: str
    since: float
    district: str = ""
    supervised: bool = False
    second_choice: bool = False


STORIES: dict[str, Story] = {
    "plant": Story(
        title="永川港桥燃机非计划停运",
        item="LOCAL:2105",
        grade=Grade.II,
        kind=UnitKind.POWER,
        source="sensor",
        text="演示内容，不代表该厂真实状态：机组跳闸，原因待查。",
    ),
    "sos": Story(
        title="人员求助",
        item="LOCAL:2101",
        grade=Grade.II,
        kind=UnitKind.MEDICAL,
        source="sensor",
        text="演示：按下求助键，未接通本人。",
    ),
    "gas": Story(
        title="燃气管道破裂漏气",
        item="GBT30428.2:0403",
        grade=Grade.II,
        kind=UnitKind.FIRE,
        source="hotline",
        text="演示：施工挖断燃气支管，气味明显，周边约 40 户。",
    ),
    "flood": Story(
        title="下穿道积水",
        item="GBT30428.2:0406",
        grade=Grade.III,
        kind=UnitKind.FIRE,
        source="collector",
        text="演示：积水约 300 m²，深约 40 cm，两车熄火。",
    ),
    "collapse": Story(
        title="路面塌陷",
        item="GBT30428.2:0401",
        grade=Grade.III,
        kind=UnitKind.CITY,
        source="collector",
        text="演示：车行道塌陷约 2 m × 3 m，已设警示。",
    ),
    "water": Story(
        title="自来水管爆裂",
        item="GBT30428.2:0402",
        grade=Grade.III,
        kind=UnitKind.CITY,
        source="hotline",
        text="演示：主管跑水，路面漫水。",
    ),
    "cable": Story(
        title="架空线缆垂落",
        item="GBT30428.2:0408",
        grade=Grade.III,
        kind=UnitKind.POWER,
        source="public",
        text="演示：线缆垂至人行道上方约 1.5 m。",
    ),
    "tree": Story(
        title="行道树倒伏占道",
        item="GBT30428.2:0499",
        condition="0",
        grade=Grade.IV,
        kind=UnitKind.CITY,
        source="collector",
        text="演示：大风后树木倒伏，占一条车道。",
    ),
    "fire": Story(
        title="焚烧垃圾冒烟",
        item="GBT30428.2:0115",
        condition="0",
        grade=Grade.IV,
        kind=UnitKind.CITY,
        source="public",
        text="演示：空地焚烧，浓烟向居民楼飘。",
    ),
    "crash": Story(
        title="两车碰撞有人受伤",
        item="LOCAL:2102",
        grade=Grade.III,
        kind=UnitKind.MEDICAL,
        source="public",
        text="演示：两人轻伤，占用应急车道。",
    ),
    "ill": Story(
        title="老人突发疾病",
        item="LOCAL:2106",
        grade=Grade.III,
        kind=UnitKind.MEDICAL,
        source="hotline",
        text="演示：胸痛，意识清楚。",
    ),
    "sewer": Story(
        title="下水道堵塞外溢",
        item="GBT30428.2:0404",
        condition="0",
        grade=Grade.III,
        kind=UnitKind.CITY,
        source="collector",
        text="演示：污水外溢，影响通行。",
    ),
    "spill": Story(
        title="渣土车遗撒",
        item="GBT30428.2:0112",
        grade=Grade.IV,
        kind=UnitKind.CITY,
        source="collector",
        text="演示：遗撒约 200 m。",
    ),
    "pothole": Story(
        title="道路破损",
        item="GBT30428.2:0110",
        grade=Grade.IV,
        kind=UnitKind.CITY,
        source="collector",
        text="演示：坑槽约 0.8 m²。",
    ),
    "noise": Story(
        title="夜间施工扰民",
        item="GBT30428.2:0301",
        grade=Grade.IV,
        kind=UnitKind.CITY,
        source="hotline",
        text="演示：居民反映凌晨仍在施工。",
    ),
    "stall": Story(
        title="占道经营",
        item="GBT30428.2:0501",
        grade=Grade.IV,
        kind=UnitKind.CITY,
        source="collector",
        text="演示：早市占用人行道。",
    ),
}

YONGCHUAN, YUZHONG, JIANGBEI, WANZHOU, FULING = "500118", "500103", "500105", "500101", "500102"

ROWS: tuple[Row, ...] = (
    Row("plant", "on_way", 6, YONGCHUAN, supervised=True),
    Row("gas", "on_site", 75, JIANGBEI, supervised=True),
    Row("gas", "signed", 1, YONGCHUAN),
    Row("flood", "on_site", 9, YUZHONG),
    Row("flood", "on_site", 132, WANZHOU),
    Row("flood", "to_dispatch", 4, FULING),
    Row("collapse", "on_site", 41, YONGCHUAN),
    Row("collapse", "on_way", 5),
    Row("water", "on_site", 66),
    Row("water", "sent", 2),
    Row("cable", "on_way", 8, second_choice=True),
    Row("cable", "on_site", 126),
    Row("crash", "on_way", 3, YUZHONG),
    Row("crash", "on_site", 70),
    Row("ill", "on_way", 4),
    Row("ill", "to_check", 6, YONGCHUAN),
    Row("tree", "received", 3),
    Row("tree", "sent", 4),
    Row("tree", "on_site", 18, YONGCHUAN, second_choice=True),
    Row("fire", "received", 22),
    Row("fire", "verifying", 7),
    Row("sewer", "to_dispatch", 3),
    Row("sewer", "on_way", 11),
    Row("sewer", "on_site", 33),
    Row("spill", "sent", 3),
    Row("spill", "on_site", 12),
    Row("spill", "to_check", 9),
    Row("pothole", "to_file", 2),
    Row("pothole", "suspended", 25),
    Row("pothole", "sent", 6, YONGCHUAN),
    Row("noise", "received", 6),
    Row("noise", "on_way", 2),
    Row("noise", "on_site", 121),
    Row("stall", "received", 1, YONGCHUAN),
    Row("stall", "to_dispatch", 19),
    Row("stall", "signed", 4),
    Row("stall", "on_site", 14),
    Row("collapse", "returned", 3),
    Row("water", "to_dispatch", 2),
    Row("tree", "to_dispatch", 17),
    Row("spill", "signed", 3),
    Row("crash", "checking", 8),
    Row("cable", "to_check", 34),
    Row("fire", "checking", 12),
    Row("noise", "rework", 15),
    Row("pothole", "rework", 7),
    Row("sewer", "to_close", 5),
    Row("flood", "to_close", 11),
    Row("fire", "to_file", 9),
    Row("ill", "closed", 35),
    Row("crash", "closed", 52),
    Row("tree", "closed", 21, YONGCHUAN),
    Row("stall", "closed", 64),
    Row("water", "closed", 47),
    Row("spill", "closed", 15),
    Row("gas", "reviewed", 30),
    Row("noise", "archived", 20),
    Row("fire", "rejected", 26),
    Row("stall", "rejected", 44),
    Row("sewer", "void", 18),
    Row("flood", "merged", 8, YUZHONG),
)

_SENT = ("report", "file", "dispatch")
_DONE = (*_SENT, "sign", "depart", "arrive", "feedback")

PATHS: dict[str, tuple[str, ...]] = {
    "received": ("report",),
    "verifying": ("report", "verify"),
    "to_file": ("report", "verify", "verified"),
    "to_dispatch": ("report", "file"),
    "sent": _SENT,
    "signed": (*_SENT, "sign"),
    "on_way": (*_SENT, "sign", "depart"),
    "on_site": (*_SENT, "sign", "depart", "arrive"),
    "suspended": (*_SENT, "sign", "depart", "arrive", "ask_suspend", "endorse_suspend", "suspend"),
    "returned": (*_SENT, "return"),
    "to_check": _DONE,
    "checking": (*_DONE, "send_check"),
    "rework": (*_DONE, "send_check", "fail", "rework", "sign"),
    "to_close": (*_DONE, "send_check", "check"),
    "closed": (*_DONE, "send_check", "check", "close"),
    "reviewed": (*_DONE, "send_check", "check", "close", "review"),
    "archived": (*_DONE, "send_check", "check", "close", "archive"),
    "rejected": ("report", "reject"),
    "void": ("report", "file", "void"),
    "merged": ("report", "file", "merge"),
}
"""Stage -> the steps that lead there."""

MINUTES: dict[str, float] = {
    "verify": 2,
    "verified": 9,
    "file": 0.8,
    "dispatch": 1.5,
    "sign": 1,
    "depart": 0.5,
    "arrive": 11,
    "feedback": 24,
    "ask_suspend": 4,
    "endorse_suspend": 2,
    "suspend": 2,
    "return": 3,
    "send_check": 3,
    "check": 12,
    "fail": 12,
    "rework": 2,
    "close": 4,
    "review": 6,
    "archive": 10,
    "reject": 5,
    "void": 6,
    "merge": 2,
}
"""Step -> minutes after the one before."""
