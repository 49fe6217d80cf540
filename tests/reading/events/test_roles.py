"""Who does an event and to whom."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.reading.events import find_events
from rashomon.reading.events.lexicon import adjectives, nouns, verbs
from tests.conftest import ParseText


@pytest.mark.parametrize(
    ("text", "anchor", "actors", "recipients"),
    [
        # active, passive, agent
        ("Rebels attacked the army base.", "attacked", ["Rebels"], ["the army base"]),
        ("The town was shelled by Bordurian forces.", "shelled", ["Bordurian forces"], ["The town"]),
        ("Four guards were killed on Monday.", "killed", [], ["Four guards"]),
        # the layer within an accusation
        ("Ruritania accused Borduria of shelling towns.", "shelling", ["Borduria"], ["towns"]),
        ("They denied attacking civilians.", "attacking", ["They"], ["civilians"]),
        # control, relatives, participles
        ("The rebels vowed to attack the airport.", "attack", ["The rebels"], ["the airport"]),
        ("The general ordered his troops to fire on the crowd.", "fire on", ["his troops"], ["the crowd"]),
        ("The rebels, who have besieged the town since May, fled.", "besieged", ["The rebels"], ["the town"]),
        ("The village that the rebels shelled was empty.", "shelled", ["the rebels"], ["The village"]),
        # conjunction
        ("The militia kidnapped and tortured two reporters.", "kidnapped", ["The militia"], ["two reporters"]),
        ("The president met the premier and the army chief.", "met",
         ["The president", "the premier", "the army chief"], []),
        # nouns
        ("Strikes by Azerbaijan's military on Stepanakert continued.", "Strikes",
         ["Azerbaijan's military"], ["Stepanakert"]),
        ("Israeli air strikes on Gaza killed six people.", "air strikes", ["Israeli"], ["Gaza", "six people"]),
        ("Clashes between rebels and government soldiers left 14 people dead.", "Clashes",
         ["rebels", "government soldiers"], ["14 people"]),
        ("An attack on a convoy by gunmen killed two aid workers.", "attack",
         ["gunmen"], ["a convoy", "two aid workers"]),
        ("The resignation of the interior minister was expected.", "resignation", ["the interior minister"], []),
        # support verbs
        ("The air force carried out air strikes on Dorza.", "air strikes", ["The air force"], ["Dorza"]),
        ("The base came under attack from militants.", "attack", ["militants"], ["The base"]),
        ("A militant group claimed responsibility for the attack.", "attack", ["A militant group"], []),
        # a weapon is no actor
        ("Two rockets hit a school, wounding nine pupils.", "hit", [], ["a school", "nine pupils"]),
        ("The soldier was killed by a buried bomb.", "killed", [], ["The soldier"]),
        # nobody shoots dead without an object
        ("The man shot dead in Gori on Monday was a teacher.", "shot dead", [], ["The man"]),
        ("Gunmen shot dead two traders.", "shot dead", ["Gunmen"], ["two traders"]),
        # who dies does not kill
        ("Five soldiers died in the fighting.", "died in", [], ["Five soldiers"]),
        # what is condemned is no recipient, who did it is
        ("The union condemned the strikes by Borduria.", "condemned", ["The union"], ["Borduria"]),
        # a country before a noun says where, not who
        ("Norland condemned the Bordurian government's raid.", "condemned", ["Norland"],
         ["the Bordurian government"]),
        ("Sylvania rejected an offer made by Norland.", "rejected", ["Sylvania"], ["Norland"]),
        ("Norland rejected the call of the Sylvanian parliament.", "rejected", ["Norland"],
         ["the Sylvanian parliament"]),
        ("The governor refused to answer a letter from Kenya.", "refused", ["The governor"], ["Kenya"]),
        ("The French president visited Angela Merkel.", "visited", ["The French president"], ["Angela Merkel"]),
        ("The minister condemned the killings.", "condemned", ["The minister"], []),
        # to whom something is promised, refused or given
        ("Peru agreed to drop a tax on fish from Chile.", "agreed", ["Peru"], ["Chile"]),
        ("Fiji is willing to recall its observers from Chad.", "willing to", ["Fiji"], ["Chad"]),
        ("France agreed to set up a centre in Madrid.", "agreed", ["France"], []),
        ("France agreed to raise its budget.", "agreed", ["France"], []),
        ("The French president will meet Angela Merkel.", "meet", ["The French president"], ["Angela Merkel"]),
        ("The Somalia attack was planned abroad.", "attack", [], []),
        ("The presidents of Sylvania and Borduria held talks.", "held talks",
         ["The presidents of Sylvania and Borduria"], []),
        ("An air raid killed the militia's commander, Idris Kolo.", "air raid", [],
         ["the militia's commander, Idris Kolo"]),
        ("The ministry said the rebels must withdraw.", "must withdraw", ["The ministry"], ["the rebels"]),
    ],
)  # fmt: skip
def test_roles(parse_text: ParseText, text: str, anchor: str, actors: list[str], recipients: list[str]) -> None:
    parsed = parse_text(text)
    found = {parsed.text(e.anchor): e for e in find_events(parsed)}
    assert anchor in found
    event = found[anchor]
    assert [parsed.text(s) for s in event.actors] == actors
    assert [parsed.text(s) for s in event.recipients] == recipients


WORDS = st.sampled_from(
    [
        *sorted({*verbs(), *nouns(), *adjectives()})[::7],
        *("the", "rebels", "of", "by", ",", "and", "who", "town", "was", "must", "said", "will", "not", "-", "it"),
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, max_size=40))
def test_whatever_the_words_the_mentions_hold_together(parse_text: ParseText, words: list[str]) -> None:
    parsed = parse_text(" ".join(words))
    events = find_events(parsed)
    assert events == find_events(parsed)
    assert [e.anchor for e in events] == sorted(e.anchor for e in events)
    for event in events:
        assert event.anchor.start <= event.head < event.anchor.end
        for stretch in (*event.actors, *event.recipients):
            assert 0 <= stretch.start < stretch.end <= len(parsed.doc)
        assert not set(event.actors) & set(event.recipients)
