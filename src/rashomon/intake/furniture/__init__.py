"""What stands around a report's prose: title, dateline, bylines, credits, and the lines of its page."""

from rashomon.intake.furniture.find import find_furniture
from rashomon.intake.furniture.pieces import Furniture

__all__ = ["Furniture", "find_furniture"]
