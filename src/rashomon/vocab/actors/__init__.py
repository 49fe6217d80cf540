"""Words about actors: who is known by which name, and what people, bodies and groups are called."""

from rashomon.vocab.actors.folding import capitals, fold, words
from rashomon.vocab.actors.nations import Nation, nations
from rashomon.vocab.actors.nouns import ActorNoun, nouns
from rashomon.vocab.actors.phrases import Phrases
from rashomon.vocab.actors.register import ActorRows, KnownActor, Register, read_actors, register

__all__ = [
    "ActorNoun",
    "ActorRows",
    "KnownActor",
    "Nation",
    "Phrases",
    "Register",
    "capitals",
    "fold",
    "nations",
    "nouns",
    "read_actors",
    "register",
    "words",
]
