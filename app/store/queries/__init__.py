"""The questions that screens ask, one function each: (reader, …) -> values, never SQL rows.

What hangs on the time (overdue, shelved until) is judged at the reader's own present.
"""

from app.store.queries.alerts import alert, open_alerts
from app.store.queries.board import UnitRow, task, tasks, unit, unit_board, units
from app.store.queries.cases import CaseFile, case, case_file, cases_by_id, find_cases, open_cases
from app.store.queries.columns import CaseColumns, case_columns, case_columns_since
from app.store.queries.counts import Counters, closed_since, counters, place_counts
from app.store.queries.fences import fence, fences
from app.store.queries.heard import (
    Refused,
    refusal_samples,
    refusals,
    refused,
    terminal,
    track,
)
from app.store.queries.history import entries, head, pace
from app.store.queries.kept import settings
from app.store.queries.moments import AsOf, as_of
from app.store.queries.responses import place_responses
from app.store.queries.shorts import short_letters, short_orders
from app.store.queries.terminals import (
    TerminalRow,
    commands,
    commands_of_terminal,
    live_commands,
    newcomer_count,
    terminal_board,
)
from app.store.queries.whereabouts import Kept, TooManyFixesError, kept_positions, tracks

__all__ = [
    "AsOf",
    "CaseColumns",
    "CaseFile",
    "Counters",
    "Kept",
    "Refused",
    "TerminalRow",
    "TooManyFixesError",
    "UnitRow",
    "alert",
    "as_of",
    "case",
    "case_columns",
    "case_columns_since",
    "case_file",
    "cases_by_id",
    "closed_since",
    "commands",
    "commands_of_terminal",
    "counters",
    "entries",
    "fence",
    "fences",
    "find_cases",
    "head",
    "kept_positions",
    "live_commands",
    "newcomer_count",
    "open_alerts",
    "open_cases",
    "pace",
    "place_counts",
    "place_responses",
    "refusal_samples",
    "refusals",
    "refused",
    "settings",
    "short_letters",
    "short_orders",
    "task",
    "tasks",
    "terminal",
    "terminal_board",
    "track",
    "tracks",
    "unit",
    "unit_board",
    "units",
]
