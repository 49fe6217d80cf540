"""Reads one report: asks each question in its turn and turns the drafts into records."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language

from rashomon.models.encoder import Encoder
from rashomon.reading.actors import find_actors
from rashomon.reading.assemble import Drafts, assemble
from rashomon.reading.chains import SURE
from rashomon.reading.counts import find_counts
from rashomon.reading.dateline import read_dateline
from rashomon.reading.events import find_events
from rashomon.reading.events.columns import CERTAINTY
from rashomon.reading.events.coref import join_repeats
from rashomon.reading.events.weighing import weigh, weigh_flags
from rashomon.reading.events.where_when import locate
from rashomon.reading.learned import learn
from rashomon.reading.modality import modality_of
from rashomon.reading.parsed import Parsed, Stretch, parse
from rashomon.reading.places import find_places
from rashomon.reading.places.words import KnownNames
from rashomon.reading.statements import find_statements
from rashomon.reading.statements.answers import link_answers
from rashomon.reading.statements.find import by_grammar
from rashomon.reading.statements.remarks import spread_remarks
from rashomon.reading.times import find_times
from rashomon.records import Modality, Reading, Report
from rashomon.vocab.actors import Register
from rashomon.vocab.places.contested import ContestedPlaces


class Reader:
    """The questions of this room over one language model and one encoder. Keeps nothing between reports.

    `knows` tells whether a name is a place's in the gazetteer, which the language model often cannot. `register` and
    `contested` are the actors and the contested places known by name (ours).
    """

    def __init__(
        self,
        nlp: Language,
        encoder: Encoder,
        knows: Callable[[str], bool] | None = None,
        *,
        register: Register | None = None,
        contested: ContestedPlaces | None = None,
    ) -> None:
        self._nlp = nlp
        self._encoder = encoder
        self._knows = knows
        self._register = register
        self._known_places = KnownNames.of(contested) if contested else None

    def read(self, report: Report) -> Reading:
        """What the text of `report` says. A pure function of the report and the two models."""
        return assemble(self.draft(parse(self._nlp, report)))

    def draft(self, parsed: Parsed) -> Drafts:
        """The drafts that `read` makes records of, for benches that look at one question alone."""
        events = find_events(parsed)
        learned = learn(parsed, self._encoder, by_grammar(parsed), events)
        statements = find_statements(parsed, learned)
        events = weigh(parsed, events, learned.events)
        times = find_times(parsed)
        places = find_places(parsed, self._knows, self._known_places)
        for event in events:
            modality = modality_of(parsed, event.head, float(learned.events[event.head, CERTAINTY]))
            event.modality = Modality(historical=modality.historical) if event.undertaken else modality
        weigh_flags(events, learned.events)
        join_repeats(parsed, events)
        locate(parsed, events, places, times)
        counts = find_counts(parsed)
        wanted: list[Stretch] = []
        wanted += (a.source for a in statements if a.source is not None)
        wanted += (role for e in events for role in (*e.actors, *e.recipients))
        wanted += (c.victims for c in counts if c.victims is not None)
        wanted += (who for p in places for _, who in p.called if who is not None)
        cast = find_actors(parsed, sorted(set(wanted)), self._register)
        link_answers(parsed, statements, cast, SURE)
        spread_remarks(parsed, statements, events, cast)
        filed = read_dateline(self._nlp, parsed.report, self._known_places)
        return Drafts(parsed, statements, events, counts, places, times, filed, cast)
