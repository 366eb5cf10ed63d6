"""What the acts on a case write into the file, beside the state and the clock of the table."""

from dataclasses import replace

from app.casework.acts import File
from app.casework.situation import Situation, entered, withdraw
from app.model import Case, CaseState, Grade, Position, TaskState


def report(s: Situation) -> File:
    """A case reported by hand; `file.chain` says where its position lies."""
    lon, lat, chain = s.field("lon", None), s.field("lat", None), s.file.chain
    position = Position(
        lon=lon,
        lat=lat,
        accuracy_m=s.field("accuracy_m", None),
        fix_time=s.now,
        received=s.now,
        source=s.field("source"),
    )
    case = Case(
        id=s.new_id("case"),
        title=s.field("title"),
        text=s.field("text"),
        grade=Grade(int(s.field("grade"))),
        state=CaseState.RECEIVED,
        opened=s.now,
        changed=s.now,
        edition=chain.edition if chain else "",
        chain=chain.codes if chain else (),
        near_border=chain.beside if chain else (),
        near_border_more=chain.beside_more if chain else 0,
        position=None if lon is None else position,
        item=s.field("item"),
        source=s.field("source"),
        centre=s.by.centre,
    )
    return replace(s.file, case=case)


def verify(s: Situation) -> File:
    return _case(s, checker=s.field("checker"), verified="")


def verified(s: Situation) -> File:
    return _case(s, verified=s.field("result"), checker="")


def file_case(s: Situation) -> File:
    """Class, condition and limit are frozen: a later edition of the rules changes nothing here."""
    item = s.item
    condition = item.condition(s.field("condition")) if item else None
    assert item is not None
    assert condition is not None
    return _case(
        s,
        item=item.key,
        condition=condition.code,
        limit=condition.limit,
        limit_unit=condition.unit,
        grade=Grade(int(s.field("grade", s.case.grade))),
        filed=s.now,
    )


def reject(s: Situation) -> File:
    return _case(s, disposition=s.field("cause"), closed=s.now)


def merge_case(s: Situation) -> File:
    """A pointer to the target, which keeps its own clock; units still out are called back."""
    file = withdraw(s.file, s.now)
    gone = replace(
        s.case, merged_into=s.field("case"), merged_from=s.case.state, proposed_by="", closed=s.now
    )
    return replace(file, case=gone)


def split(s: Situation) -> File:
    """Back to where it was; what was being handled is settled anew by the tasks it still has."""
    was = s.case.merged_from or CaseState.TO_DISPATCH
    return _case(s, state=was, merged_into="", merged_from=None, closed=None)


def send_check(s: Situation) -> File:
    return _case(s, checker=s.field("checker"), checked_by="", check_result="")


def check(s: Situation) -> File:
    """Passed goes on to closing; failed or impossible stays, for 返工 or another check."""
    result = s.field("result")
    state = CaseState.TO_CLOSE if result == "pass" else CaseState.CHECKING
    return _case(s, state=state, check_result=result, checked_by=s.person)


def close(s: Situation) -> File:
    return _ended(s, s.field("disposition"))


def propose_close(s: Situation) -> File:
    return _case(s, proposed_by=s.person)


def force_close(s: Situation) -> File:
    return _ended(replace(s, file=withdraw(s.file, s.now)), "forced")


def reopen(s: Situation) -> File:
    return _case(
        s,
        reopened=s.case.reopened + 1,
        closed=None,
        disposition="",
        checked_by="",
        check_result="",
        checker="",
        proposed_by="",
        handle_by=None,
        lead_unit="",
    )


def supervise(s: Situation) -> File:
    return _case(s, supervised=True)


def upgrade(s: Situation) -> File:
    return _case(s, grade=Grade(int(s.field("grade"))))


def void(s: Situation) -> File:
    file = withdraw(s.file, s.now)
    return replace(file, case=replace(s.case, closed=s.now, proposed_by="", disposition="void"))


def correct(s: Situation) -> File:
    """Nothing is edited: the entry holds the words before and after."""
    named = {name: s.act.fields[name] for name in ("title", "text") if name in s.act.fields}
    return _case(s, **named)


def nothing(s: Situation) -> File:
    """The entry itself is all there is to it."""
    return s.file


def _case(s: Situation, **changes: object) -> File:
    return replace(s.file, case=replace(s.case, **changes))  # type: ignore[arg-type]


def _ended(s: Situation, disposition: str) -> File:
    tasks = tuple(
        entered(task, TaskState.DONE, s.now) if task.state is TaskState.FED_BACK else task
        for task in withdraw(s.file, s.now, only_optional=True).tasks
    )
    case = replace(s.case, closed=s.now, disposition=disposition)
    return replace(s.file, case=case, tasks=tasks)
