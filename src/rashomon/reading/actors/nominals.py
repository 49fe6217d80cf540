"""Phrases without a proper name: "the ministry", "two civilians", "a statement by the army"."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.actors.lexicon import Mark, marks, word_list
from rashomon.reading.actors.people import gender_of
from rashomon.reading.actors.phrases import Phrase
from rashomon.reading.actors.text import Text
from rashomon.reading.parsed import Stretch
from rashomon.records import ActorKind
from rashomon.vocab.actors import ActorNoun


def nominal(text: Text, stretch: Stretch, head: Token) -> Phrase:
    """A phrase by its noun; a state where the noun only says so ("the Azerbaijani government")."""
    noun = text.noun(head)
    plural = head.tag_ in ("NNS", "NNPS") or (noun is not None and noun.sort == "persons")
    state = _state_body(text, stretch, head)
    if state:
        return state
    kind: ActorKind = "unknown"
    if noun:
        kind = noun.kind if plural or not noun.human else "person"
    outside = [*range(stretch.start, head.i), *_complements(head, stretch)]
    nouns_ = head_nouns(text, head, noun)
    appositions = [c for c in head.children if c.dep_ == "appos" and c.i < stretch.end]
    for child in appositions:
        nouns_ += head_nouns(text, child, text.noun(child))
    traits, mark = text.traits(outside), mark_of(text, stretch, head)
    owner = _whose(text, head)
    if owner:
        traits, mark = traits | {owner}, "definite"
    return Phrase(
        stretch, head.i, "nominal", kind, plural=plural, gender=gender_of(nouns_), nouns=nouns_, traits=traits, mark=mark,
    )  # fmt: skip


def _whose(text: Text, head: Token) -> str | None:
    """The key of the state that "whose" stands for: "Armenia, whose prime minister …"."""
    if not any(c.tag_ == "WP$" and c.dep_ == "poss" for c in head.children):
        return None
    clause = next((t for t in (head, *head.ancestors) if t.dep_ == "relcl"), None)
    name = text.names.over[clause.head.i] if clause is not None else None
    return name.key if name and name.key.startswith("state:") else None


def _state_body(text: Text, stretch: Stretch, head: Token) -> Phrase | None:
    """ "the Azerbaijani government", "the Armenian side": the state itself."""
    if head.lower_ not in word_list("state_bodies"):
        return None
    for name in text.names.within(stretch):
        if name.sort in ("people", "state", "capital") and name.stretch.end in (head.i, head.i - 1):
            between = [t for t in range(name.stretch.end, head.i) if text.parsed.doc[t].tag_ != "POS"]
            if not between:
                return Phrase(
                    stretch, head.i, "named", "state", name.stretch, [name.stretch], name.key, name.usual,
                    nouns=("government",), traits=frozenset({name.key}), mark="definite",
                )  # fmt: skip
    return None


def document(text: Text, stretch: Stretch, head: Token) -> Phrase:
    """A statement, a report: whoever made it."""
    phrase = nominal(text, stretch, head)
    phrase.form = "document"
    for child in head.children:
        if child.dep_ == "poss":
            phrase.maker = _subtree(child, stretch)
        elif child.dep_ == "prep" and child.lower_ in word_list("makers"):
            phrase.maker = phrase.maker or _object(child, stretch)
        elif child.dep_ == "acl":
            agents = [c for c in child.children if c.dep_ in ("agent", "prep") and c.lower_ == "by"]
            phrase.maker = phrase.maker or (_object(agents[0], stretch) if agents else None)
    if phrase.maker is None:
        before = text.names.over[head.i - 1] if head.i > stretch.start else None
        if before and before.sort in ("known", "organisation") and stretch.holds(before.stretch):
            phrase.maker = before.stretch
    return phrase


def _object(preposition: Token, stretch: Stretch) -> Stretch | None:
    for child in preposition.children:
        if child.dep_ == "pobj":
            return _subtree(child, stretch)
    return None


def _subtree(token: Token, stretch: Stretch) -> Stretch | None:
    start, end = max(token.left_edge.i, stretch.start), min(token.right_edge.i + 1, stretch.end)
    while end > start and token.doc[end - 1].tag_ in ("POS", ",", "."):
        end -= 1
    return Stretch(start, end) if start <= token.i < end else None


def _complements(head: Token, stretch: Stretch) -> list[int]:
    """The tokens after a noun that tell which one it is: "of …", "in …", "from …"; not what it does."""
    own = [c for c in head.children if c.dep_ == "prep" and c.lower_ in word_list("complements") and c.i > head.i]
    return [t.i for c in own for t in c.subtree if t.i < stretch.end]


def head_nouns(text: Text, head: Token, noun: ActorNoun | None) -> tuple[str, ...]:
    """The nouns by which a phrase may be taken up again, the longest first: "prime minister", "minister"."""
    last = (
        head.lemma_.lower() if head.tag_ in ("NNS", "NNPS") else "".join(text.folded.under(Stretch(head.i, head.i + 1)))
    )
    return tuple(
        dict.fromkeys(n for n in (noun.noun if noun else "", last, noun.noun.split()[-1] if noun else "") if n)
    )


def mark_of(text: Text, stretch: Stretch, head: Token) -> Mark | None:
    """Whether a phrase brings in someone new, or means one who is known: by its article, number or possessor."""
    table = marks()
    found: Mark | None = None
    for i in range(stretch.start, head.i + 1):
        token = text.parsed.doc[i]
        if token.dep_ in ("det", "nummod", "amod", "advmod", "quantmod") and token.lower_ in table:
            mark = table[token.lower_]
            if mark == "another" and found == "definite":
                continue
            found = mark if found is None or mark == "another" else found
        elif token.tag_ in ("PRP$", "WP$") and token.head.i == head.i:
            return "possessed"
        elif token.tag_ == "POS" and found is None:
            found = "definite"
        elif token.like_num and found is None:
            found = "indefinite"
    return found
