"""The demonstration: invented units and scenes over real places, and always called 演示."""

from app.demo.roster import COUNT, SEED, Roster, Spot, roster, spots
from app.demo.scene import SCENE_TIME, VARIANTS, SceneClock, seed_desk

__all__ = [
    "COUNT",
    "SCENE_TIME",
    "SEED",
    "VARIANTS",
    "Roster",
    "SceneClock",
    "Spot",
    "roster",
    "seed_desk",
    "spots",
]
