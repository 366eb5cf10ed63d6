"""What the desk's thread does with the console's lock: each step a setting and entries, together.

An entry holds who and when, and never the code.
"""

import secrets

from app import locking
from app.casework.acts import Draft, Refusal
from app.casework.notes import role_of
from app.casework.why import Why
from app.model import SYSTEM, Entry, Officer, Role
from app.settings import LOCK, Lock
from app.store import Transaction

SALT_BYTES = 16


def lock(store: Transaction, *, by: Officer, code: str = "") -> Entry | Refusal:
    """Lock the console; `code` is chosen with the first lock and ignored with later ones."""
    known = store.settings()[LOCK]
    if known.locked:
        return Refusal(code=Why.LOCKED)
    acts = ["desk.lock"]
    if not known.key:
        if not locking.fit(code):
            return Refusal(code=Why.CODE_UNFIT)
        known = locking.with_code(code, secrets.token_bytes(SALT_BYTES))
        acts.insert(0, "desk.code")
    return _keep(store, locking.closed(known, by.name, store.now), by, *acts)


def unlock(store: Transaction, *, by: Officer, code: str) -> Entry | Refusal:
    """Open the lock with its code. A try that comes too early is neither looked at nor counted."""
    known = store.settings()[LOCK]
    if not known.locked:
        return Refusal(code=Why.WRONG_STATE)
    if locking.wait(known, store.now):
        return Refusal(code=Why.CODE_EARLY)
    if not locking.opens(known, code):
        _keep(store, locking.missed(known, store.now), by, "desk.unlock_failed")
        return Refusal(code=Why.CODE_WRONG)
    return _keep(store, locking.opened(known), by, "desk.unlock")


def clear(store: Transaction, *, by: Officer, reason: str) -> Entry | Refusal:
    """Forget the code and open the lock, from outside the console."""
    if not store.settings()[LOCK].key:
        return Refusal(code=Why.WRONG_STATE)
    return _keep(store, Lock(), by, "desk.code_cleared", reason=reason)


def _keep(store: Transaction, value: Lock, by: Officer, *acts: str, reason: str = "") -> Entry:
    drafts = [
        Draft(act=act, subject=locking.SUBJECT, before={}, after={}, reason=reason) for act in acts
    ]
    store.keep(LOCK, value)
    role = Role.SYSTEM if by is SYSTEM else role_of(by)
    return store.append(drafts, by=by, role=role)[-1]
