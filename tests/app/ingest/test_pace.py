"""How fast a source may go, and how much of something it may have."""

from app.ingest.pace import Quota


def test_a_quota_is_whole_again_when_its_time_is_over() -> None:
    quota = Quota(2, window_s=10, holders=2)
    assert [quota.take("a", now_s=s) for s in (0, 1, 2, 9.9, 10, 11, 12)] == [
        *(True, True, False, False),
        *(True, True, False),
    ]
    quota.give_back("a")
    assert quota.take("a", now_s=13)
    quota.give_back("nobody")
    assert quota.take("b", now_s=13)
    assert quota.take("c", now_s=13)  # the one who took longest ago is forgotten
    assert quota.take("a", now_s=13)
