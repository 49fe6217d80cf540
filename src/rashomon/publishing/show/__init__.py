"""What a person is shown of a ledger, before it is known where: names for ids, words for values, accounts side by side.

Pure functions; the terminal and the page both stand on them. Each shown value keeps the words that it was read from.
"""

from rashomon.publishing.show.accounts import Cell, Grid, Heading, Row, grid, ranked
from rashomon.publishing.show.clashes import Clash, Stand
from rashomon.publishing.show.events import ClaimView, EventView, claim_views, event_view
from rashomon.publishing.show.gaps import Gap, gaps
from rashomon.publishing.show.head import HeadView, head
from rashomon.publishing.show.labels import Labels, Layer, Part, labels
from rashomon.publishing.show.lookup import Lookup
from rashomon.publishing.show.records import (
    ActorView,
    CountView,
    PlaceView,
    TimeView,
    actor_view,
    count_view,
    place_view,
    time_view,
)
from rashomon.publishing.show.sayings import Saying
from rashomon.publishing.show.statements import StatementView, statement_view
from rashomon.publishing.show.text import one_line, printable, shorten
from rashomon.publishing.show.values import Value, coordinates, day, days, number

__all__ = [
    "ActorView",
    "Cell",
    "ClaimView",
    "Clash",
    "CountView",
    "EventView",
    "Gap",
    "Grid",
    "HeadView",
    "Heading",
    "Labels",
    "Layer",
    "Lookup",
    "Part",
    "PlaceView",
    "Row",
    "Saying",
    "Stand",
    "StatementView",
    "TimeView",
    "Value",
    "actor_view",
    "claim_views",
    "coordinates",
    "count_view",
    "day",
    "days",
    "event_view",
    "gaps",
    "grid",
    "head",
    "labels",
    "number",
    "one_line",
    "place_view",
    "printable",
    "ranked",
    "shorten",
    "statement_view",
    "time_view",
]
