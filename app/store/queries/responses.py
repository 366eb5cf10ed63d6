"""How fast help arrived: minutes from dispatch to arrival, by place."""

from collections import defaultdict
from datetime import timedelta
from statistics import median

from app.store.codec import plain
from app.store.store import Reader

_OF_LEAD = (
    "SELECT c.chain, t.created,"
    " (julianday(json_extract(t.body, '$.times.T4')) - 2440587.5) * 86400.0"
    " FROM tasks t JOIN cases c ON c.id = t.of_case"
    " WHERE t.created >= ? AND json_extract(t.body, '$.share') = 'lead'"
    " AND json_extract(t.body, '$.times.T4') IS NOT NULL"
)


def place_responses(reader: Reader, within: timedelta) -> dict[str, tuple[int, float]]:
    """Code of every place where somebody arrived -> (arrivals, median minutes on the way).

    Of each case's lead tasks sent within the time given; a task counts at each level of its place.
    """
    minutes: defaultdict[str, list[float]] = defaultdict(list)
    since = (reader.now - within).timestamp()
    for chain, sent, arrived in reader.db.execute(_OF_LEAD, (since,)):
        took = (arrived - sent) / 60
        if took >= 0:  # a clock that was set back tells nothing
            for code in plain(chain):
                minutes[code].append(took)
    return {code: (len(found), median(found)) for code, found in minutes.items()}
