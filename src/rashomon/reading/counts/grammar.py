"""What the searches for losses share: where a group hangs in the sentence, and whether a loss can be one of it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.reading.counts.groups import Group
from rashomon.reading.counts.words import Loss, listed, loss_words
from rashomon.reading.syntax import child, is_passive
from rashomon.records import CountKind

OBJECTS = frozenset({"dobj", "obj", "dative"})
ARGUMENTS = OBJECTS | {"nsubj", "nsubjpass"}
#: so many joined nouns are climbed ("two guards, a cook and three drivers")
DEPTH = 6
#: no phrase for a state has more words
_LONGEST_STATE = 4


@dataclass(frozen=True, slots=True)
class Found:
    """A loss and the token that tells it. `running`: the figure of a toll."""

    kind: CountKind
    head: Token
    running: bool = False


def inherited(node: Token) -> Token | None:
    """The noun that `node` is joined to by "and" or stands beside, and whose fate it shares."""
    if node.dep_ in {"conj", "appos"} and node.head != node and node.head.pos_ in {"NOUN", "PROPN", "NUM", "PRON"}:
        return node.head
    if node.dep_ == "pobj" and node.head.lower_ == "of" and lemma_of(node.head.head) in listed("amounts"):
        return node.head.head  # "a total of four people"
    return None


def acts(token: Token) -> bool:
    """Whether a participle is in truth an active verb with an object of its own, or one shared with a verb joined to it
    ("three rebels wounded two guards", "a man shot and killed his wife")."""
    verb: Token | None = token
    while verb is not None and verb.pos_ == "VERB" and not is_passive(verb):
        if child(verb, "dobj") is not None:
            return True
        verb = child(verb, "conj")
        if verb is not None and child(verb, "nsubj", "nsubjpass") is not None:
            return False
    return False


def may_be(group: Group, loss: Loss, *, bare: bool) -> bool:
    """Whether the loss can be one of this group. `bare`: a number that stands alone will do."""
    if group.people:
        return not (loss.noun and group.known and group.node.pos_ in {"PROPN", "PRON"})  # "losing" a town, or him
    return (bare or not loss.noun) if group.noun is None else not loss.people


def verb_over(group: Group) -> Token | None:
    """The verb that the group is subject or object of."""
    node = group.node
    for _ in range(DEPTH):
        if node.dep_ in ARGUMENTS:
            return node.head
        over = inherited(node)
        if over is None:
            return None
        node = over
    return None


def followed_by(group: Group, words: frozenset[str]) -> bool:
    """Whether one of `words` follows the group."""
    doc = group.node.doc
    return group.end < len(doc) and doc[group.end].lower_ in words


def has_next(token: Token) -> bool:
    """Whether a token follows."""
    return token.i + 1 < len(token.doc)


def next_word(token: Token) -> str:
    """The word after, lower case; empty at the end."""
    return token.doc[token.i + 1].lower_ if has_next(token) else ""


def lemma_of(token: Token) -> str:
    """The base form, lower case."""
    return token.lemma_.lower()


def state_at(token: Token) -> tuple[int, Loss | None]:
    """The longest phrase for a state that begins at the token: how many tokens it has, and what it tells."""
    states = loss_words().states
    phrase = tuple(t.lower_ for t in token.doc[token.i : token.i + _LONGEST_STATE])
    for size in range(len(phrase), 0, -1):
        loss = states.get(phrase[:size])
        if loss is not None:
            return size, loss
    return 0, None


def missed(verb: Token) -> bool:
    """Whether somebody was only shot at ("was shot at by the guards")."""
    if lemma_of(verb) not in listed("shooting") or next_word(verb) != "at":
        return False
    return verb.i + 2 >= len(verb.doc) or verb.nbor(2).pos_ in {"ADP", "CCONJ", "SCONJ", "PUNCT", "VERB"}
