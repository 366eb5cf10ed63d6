"""What was noticed becomes an alert, a repeat of one, or the end of its cause."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from app.casework.acts import Draft, NewId
from app.casework.drafts import draft
from app.model import Alert, Locate, Unit
from app.rules.noticed import Noticed

CHATTER = timedelta(seconds=60)
CHATTER_COUNT = 3
"""ISA-18.2: an alarm raised three times within a minute chatters; it is shown as one row ×n."""


def raise_alert(
    noticed: Noticed,
    open_alerts: Iterable[Alert],
    unit: Unit | None,
    locate: Locate,
    now: datetime,
    new_id: NewId,
) -> Draft | None:
    """The entry that something noticed is worth, None where it says nothing new.

    `open_alerts`: at least this terminal's alerts that are `listed` (open, or still active).
    Acts: "alert.raise" for a new one, "alert.repeat" for one more time, "alert.clear" for the end.
    """
    mine = [
        alert
        for alert in open_alerts
        if (alert.terminal, alert.kind, alert.fence)
        == (noticed.terminal, noticed.kind, noticed.fence)
    ]
    if not noticed.active:
        return cleared(mine)
    if noticed.held and any(alert.active or alert.open for alert in mine):
        return None
    still_open = [alert for alert in mine if alert.open]
    if still_open:
        return _repeated(max(still_open, key=lambda alert: alert.last), noticed, now)
    return _new(noticed, unit, locate, now, new_id)


def cleared(alerts: Iterable[Alert]) -> Draft | None:
    """The cause has gone; an alert stays until a person disposes of it. None: all were over."""
    pairs = [(alert, replace(alert, active=False)) for alert in alerts if alert.active]
    return draft("alert.clear", pairs) if pairs else None


def _repeated(alert: Alert, noticed: Noticed, now: datetime) -> Draft:
    recent = (*(at for at in alert.recent if now - at <= CHATTER), now)
    again = replace(
        alert,
        count=alert.count + 1,
        last=now,
        recent=recent[-CHATTER_COUNT:],
        chattering=alert.chattering or len(recent) >= CHATTER_COUNT,
        active=alert.active or not (noticed.past or noticed.passing),
        past=alert.past and noticed.past,
        grade=min(alert.grade, noticed.grade),
        position=noticed.position or alert.position,
        doubts=noticed.doubts,
        text=noticed.text or alert.text,
    )
    return draft("alert.repeat", [(alert, again)])


def _new(
    noticed: Noticed, unit: Unit | None, locate: Locate, now: datetime, new_id: NewId
) -> Draft:
    at = noticed.position
    chain = locate(at.lon, at.lat, at.accuracy_m or 0.0) if at else None
    alert = Alert(
        id=new_id("alert"),
        kind=noticed.kind,
        grade=noticed.grade,
        raised=now,
        last=now,
        terminal=noticed.terminal,
        unit=unit.id if unit else "",
        position=at,
        chain=chain.codes if chain else (),
        edition=chain.edition if chain else "",
        near_border=chain.beside if chain else (),
        near_border_more=chain.beside_more if chain else 0,
        active=not (noticed.past or noticed.passing),
        text=noticed.text,
        past=noticed.past,
        doubts=noticed.doubts,
        recent=(now,),
        fence=noticed.fence,
    )
    return draft("alert.raise", [(None, alert)])
