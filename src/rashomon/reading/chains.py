"""Who speaks, through whom: the chain of actors over every stretch of the report."""

from __future__ import annotations

from bisect import bisect_right

from rashomon.reading.actors import Cast
from rashomon.reading.drafts import Attribution
from rashomon.reading.parsed import Parsed, Stretch
from rashomon.records import Actor, record_id

#: a statement of less confidence is shown, but what it holds stays with whoever is surer to have said it
SURE = 0.65
#: what stands within another statement is somebody's word in any case; whose, may be a little less sure
SURE_WITHIN = 0.6


class Chains:
    """The speaker chains of one report. Each begins with the narrator, the outlet itself.

    Several who speak with one voice ("Turkey and Russia said") become one actor of kind "people" with a name of its own,
    since a chain lists who quotes whom and not who stands beside whom.
    """

    def __init__(self, parsed: Parsed, cast: Cast, statements: list[Attribution]) -> None:
        self._parsed = parsed
        self._cast = cast
        self._statements = statements
        report = parsed.report
        outlet = report.publisher or (report.dateline.agency if report.dateline else None)
        self._outlet = outlet
        self.narrator = Actor(
            id=record_id("ac", report.id, "narrator"),
            name=outlet or "narrator",
            kind="narrator",
            country=None,
            sector=None,
            mentions=(),
        )
        self.groups: list[Actor] = []
        self._group_ids: dict[Stretch, str] = {}
        self.actor_ids = [record_id("ac", report.id, parsed.of(a.mentions[0])) for a in cast.actors]
        self._own = {i for i, a in enumerate(cast.actors) if self._is_outlet(a.name)}
        for i in self._own:
            self.actor_ids[i] = self.narrator.id
        self._chains: dict[int, tuple[str, ...]] = {}
        self._parts = sorted((part.start, -part.end, i) for i, a in enumerate(statements) for part in a.content)

    def cast_actors(self) -> list[Actor]:
        """The cast as records, without those that are the outlet itself."""
        return [
            Actor(
                id=self.actor_ids[i],
                name=a.name,
                kind=a.kind,
                country=None,
                sector=None,
                mentions=tuple(self._parsed.of(m) for m in a.mentions),
                roles=tuple(a.roles),
            )
            for i, a in enumerate(self._cast.actors)
            if i not in self._own
        ]

    def of(self, i: int) -> tuple[str, ...]:
        """The chain of statement `i`: the narrator, whoever quotes it, and its own speaker, where one is known."""
        if i not in self._chains:
            self._chains[i] = (self.narrator.id,)  # a ring of statements within each other ends here
            self._chains[i] = self._chain(i)
        return self._chains[i]

    def _chain(self, i: int) -> tuple[str, ...]:
        statement = self._statements[i]
        outer = self.of(statement.within) if statement.within is not None else (self.narrator.id,)
        if statement.source is None and statement.follows is not None:
            own = self.of(statement.follows)[-1]
        elif statement.source is not None:
            own = self.actor_of(statement.source) or outer[-1]
        elif statement.within is not None and self._statements[statement.within].stance == "affirm":
            own = outer[-1]  # "he said that no deaths had been reported" is his word; "denied reports of deaths" is not
        else:
            own = self._unnamed(statement)
        return outer if own == outer[-1] else (*outer, own)

    def _unnamed(self, statement: Attribution) -> str:
        """An actor for "it was reported": nobody is named, and it is not the narrator's word."""
        for actor in self.groups:
            if actor.kind == "unknown":
                return actor.id
        nobody = Actor(
            id=record_id("ac", self._parsed.report.id, "unnamed"),
            name="unnamed",
            kind="unknown",
            country=None,
            sector=None,
            mentions=(),
        )
        self.groups.append(nobody)
        return nobody.id

    def actor_of(self, phrase: Stretch) -> str | None:
        """The one actor that a noun phrase stands for, or None where nobody knows."""
        found = list(dict.fromkeys(self.actor_ids[i] for i in self._cast.of(phrase)))
        if len(found) == 1:
            return found[0]
        if not found:
            return None
        if phrase not in self._group_ids:
            span = self._parsed.of(phrase)
            group = Actor(
                id=record_id("ac", self._parsed.report.id, "group", span),
                name=self._parsed.text(phrase),
                kind="people",
                country=None,
                sector=None,
                mentions=(span,),
                members=tuple(found),
            )
            self.groups.append(group)
            self._group_ids[phrase] = group.id
        return self._group_ids[phrase]

    def around(self, stretch: Stretch) -> tuple[str, ...]:
        """The chain of the innermost statement whose content holds `stretch`; else the narrator's."""
        at = next((i for i in self.holders(stretch)), None)
        return self.of(at) if at is not None else (self.narrator.id,)

    def holders(self, stretch: Stretch) -> list[int]:
        """The statements sure enough to claim anything whose content holds `stretch` and does not take it for granted, the
        shortest content first; of two that share it, the one that is cited first."""
        last = bisect_right(self._parts, (stretch.start, 0, len(self._statements)))
        around = [
            (-end - start, -len(self.of(i)), i)
            for start, end, i in self._parts[max(0, last - 24) : last]
            if -end >= stretch.end and self._is_sure(i) and not self._is_given(i, stretch)
        ]
        return [i for _, _, i in sorted(around)]

    def _is_sure(self, i: int) -> bool:
        statement = self._statements[i]
        return statement.confidence >= (SURE if statement.within is None else SURE_WITHIN)

    def _is_given(self, i: int, stretch: Stretch) -> bool:
        given = self._statements[i].given
        return given is not None and given.holds(stretch)

    def _is_outlet(self, name: str) -> bool:
        return self._outlet is not None and name.casefold() == self._outlet.casefold()
