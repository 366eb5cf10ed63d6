"""The cases that `bench store` writes: of the size that real ones have."""

from datetime import UTC, datetime, timedelta

from app.casework.acts import Draft

NOW = datetime(2026, 7, 1, 8, 0, tzinfo=UTC)


def a_case(number: int, *, state: str = "E9") -> Draft:
    """An imported case of the size that real ones have, spread over the city's places."""
    ident = f"H-{number:07}"
    town = f"5001{number % 38:02}{number % 27:03}"
    opened = NOW - timedelta(minutes=number % 500_000)
    body = {
        "id": ident,
        "title": f"第{number}号 道路塌陷，影响通行",
        "grade": 1 + number % 4,
        "state": state,
        "opened": opened,
        "changed": opened + timedelta(hours=5),
        "deadline": opened + timedelta(hours=8),
        "closed": opened + timedelta(hours=5) if state == "E9" else None,
        "edition": "2025",
        "chain": ["500000", town[:6], town, f"{town}{number % 11:03}", f"{town}{number % 61:06}"],
        "position": {"lon": 105.3 + number % 4000 / 1000, "lat": 28.2 + number % 3900 / 1000},
        "item": "30428.2/0101",
        "source": "import",
        "disposition": "handled",
        "handlers": ["h-1"],
    }
    key = f"case:{ident}"
    return Draft(act="import.case", subject=key, before={}, after={key: body})
