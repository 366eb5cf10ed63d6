"""What the acts on an alert write into the file, beside the state that the table gives."""

from dataclasses import replace
from datetime import timedelta

from app.casework.acts import File
from app.casework.situation import Situation
from app.model import AlertState, Case, CaseState, Grade, Role


def claim(s: Situation) -> File:
    return replace(s.file, alert=replace(s.alert, claimed_by=s.person))


def confirm(s: Situation) -> File:
    """The alert and the case that comes of it, in one entry; class and grade are the officer's."""
    alert = s.alert
    case = Case(
        id=s.new_id("case"),
        title=s.field("title"),
        text=s.field("text"),
        grade=Grade(int(s.field("grade", alert.grade))),
        state=CaseState.RECEIVED,
        opened=s.now,
        changed=s.now,
        edition=alert.edition,
        chain=alert.chain,
        near_border=alert.near_border,
        near_border_more=alert.near_border_more,
        position=alert.position,
        item=s.field("item"),
        source=f"alert.{alert.kind.value}",
        alert=alert.id,
        centre=s.by.centre,
    )
    claimed = alert.claimed_by or s.person
    return replace(s.file, alert=replace(alert, case=case.id, claimed_by=claimed), case=case)


def dismiss(s: Situation) -> File:
    return replace(s.file, alert=replace(s.alert, cause=s.field("cause"), claimed_by=s.person))


def merge_alert(s: Situation) -> File:
    return replace(s.file, alert=replace(s.alert, case=s.field("case"), claimed_by=s.person))


def shelve(s: Situation) -> File:
    until = s.now + timedelta(minutes=s.field("minutes"))
    return replace(s.file, alert=replace(s.alert, shelved_until=until, claimed_by=s.person))


def unshelve(s: Situation) -> File:
    """Brought back by a person it is theirs; its time being over it is announced anew."""
    by_time = Role.SYSTEM in s.by.roles
    back = replace(
        s.alert,
        state=AlertState.NEW if by_time else AlertState.SEEN,
        claimed_by="" if by_time else s.person,
        shelved_until=None,
    )
    return replace(s.file, alert=back)
