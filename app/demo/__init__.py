"""The demonstration: invented units and scenes over real places, and always called 演示."""

from app.demo.roster import COUNT, SEED, Roster, Spot, roster, spots

__all__ = ["COUNT", "SEED", "Roster", "Spot", "roster", "spots"]
