"""Single persons told more than once, joined persons told as several, and those shot of whom some died."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from rashomon.reading.counts.grammar import inherited, lemma_of
from rashomon.reading.counts.persons import is_named
from rashomon.reading.counts.telling import Telling
from rashomon.reading.counts.totals import survivors_only
from rashomon.reading.counts.words import listed
from rashomon.reading.parsed import Stretch
from rashomon.reading.syntax import SUBJECTS

#: so many joined nouns are one row of persons
_LONGEST = 20
#: an injury is held against so many deaths of single persons; more would make a long list of both slow
_MOST = 40
#: so many words apart, "he" and "the victim" may be anybody
_FAR = 450


def settle(told: Sequence[Telling], known: Sequence[Telling]) -> list[Telling]:
    """What the report tells of new and numbered people (`told`), and of known persons where nothing else tells their loss,
    in the order of the text. Who was shot and then died is no injured person.

    A person known by name, pronoun or definite noun is as a rule one of those told before, so that such a one counts
    only in a report that tells nobody else with the same loss.
    """
    dead = [t for t in told if t.at_least_one and t.count.kind == "killed"] or _distinct(_of_kind(known, "killed"))
    died = [t for t in (*dead, *_of_kind(known, "killed")) if t.single][:_MOST]
    lived = _lived(told, died)
    hurt = [t for t in _of_kind(known, "injured") if not _may_be_dead(t, dead[:_MOST])]
    if any(t.at_least_one and t.count.kind == "injured" for t in lived):
        hurt = []
    kept = {id(t.count): t for t in (*lived, *dead, *_distinct(hurt))}
    return survivors_only(_joined(sorted(kept.values(), key=lambda t: t.count.stretch)))


def _lived(told: Sequence[Telling], died: Sequence[Telling]) -> list[Telling]:
    """What is told of new people, without those hurt who are told to have died. Of those told in one sentence one death
    takes one ("a girl and her mother were shot; the girl died")."""
    out = []
    taken: set[tuple[int, int]] = set()
    for telling in told:
        sentence = telling.sentence
        free = [d for d in died if (id(d), sentence) not in taken] if _is_hurt(telling) else []
        dead = next((d for d in free if is_same(telling, d)), None)
        if dead is None:
            out.append(telling)
        else:
            taken.add((id(dead), sentence))
    return out


def _is_hurt(telling: Telling) -> bool:
    return telling.count.kind == "injured" and telling.single


def _of_kind(tellings: Sequence[Telling], kind: str) -> list[Telling]:
    return [t for t in tellings if t.count.kind == kind]


def _distinct(known: Sequence[Telling]) -> list[Telling]:
    """The persons that the text tells apart: each name once, and those joined to a name or to the first of all. With no
    name the first and who is joined to it."""
    names: dict[str, Telling] = {}
    for telling in known:
        if is_named(telling.group.node):
            names.setdefault(telling.group.node.lower_, telling)
    first = list(names.values()) or list(known[:1])
    rows = {_top(t.group.node).i for t in first}
    kept = {id(t) for t in first}
    heads = {t.head.i for t in first}
    return [t for t in known if id(t) in kept or (_in_row(t, rows, heads) and t.group.node.lower_ not in names)]


def _in_row(telling: Telling, rows: set[int], heads: set[int]) -> bool:
    """Whether the person is joined to one of those who begin `rows`, or is the subject of the verbs `heads` as well."""
    node = telling.group.node
    return _top(node).i in rows or (node.lower_ in listed("reflexives") and telling.head.i in heads)


def _top(node: Token) -> Token:
    """The first of the nouns that a noun is joined to."""
    for _ in range(_LONGEST):
        over = inherited(node)
        if over is None or over.i > node.i:
            break
        node = over
    return node


def _may_be_dead(hurt: Telling, dead: Sequence[Telling]) -> bool:
    """Whether a known person who was hurt may be one of the dead."""
    apart = _is_other(hurt) or (_is_relative(hurt) and lemma_of(hurt.head) not in listed("shooting"))
    return any(is_same(hurt, other) if other.single else not apart for other in dead)


def is_same(hurt: Telling, dead: Telling) -> bool:
    """Whether the one who was hurt and the one who died are one person, as far as the words go: a second name or noun,
    another person in the same sentence, and who is told as hurt or as hurt too are others than who died."""
    if _is_other(hurt):
        return False
    if dead.sentence == hurt.sentence:
        return dead.group.node.dep_ in SUBJECTS and "PRP" in {hurt.group.node.tag_, dead.group.node.tag_}
    if is_named(hurt.group.node) and is_named(dead.group.node):
        return hurt.group.node.lower_ == dead.group.node.lower_
    if {_gender(hurt), _gender(dead)} == {"males", "females"}:
        return False
    mild = lemma_of(hurt.head) in listed("mild")
    one, other = _noun(hurt), _noun(dead)
    if not hurt.group.known and not dead.group.known:
        return one != other and not mild and bool({one, other} & listed("nondescript"))
    if one == other and one:
        return not (mild and _is_relative(hurt))
    if abs(hurt.head.i - dead.head.i) > _FAR:
        return False
    if not one or not other or {one, other} & listed("anyone"):
        return not (mild and _is_relative(hurt))
    return _is_relative(hurt) and not mild


def _is_relative(telling: Telling) -> bool:
    """Whether it is somebody of another's ("his mother"). Whose cousin a quoted speaker's is, nobody can tell."""
    owner = next((c for c in telling.group.node.lefts if c.dep_ == "poss"), None)
    return owner is not None and owner.lower_ not in listed("first_person")


def _is_other(telling: Telling) -> bool:
    """Whether the text says that this is another person: "another boy", "was also shot", "but survived"."""
    node = telling.group.node
    words = {node.lower_} | {t.lower_ for t in node.lefts} | {c.lower_ for c in telling.head.children}
    return bool(words & listed("others")) or any(lemma_of(c) in listed("survivors") for c in telling.head.children)


def _noun(telling: Telling) -> str:
    """The noun for a person; empty for a name or a pronoun."""
    node = telling.group.node
    return "" if is_named(node) or node.tag_ == "PRP" else lemma_of(node)


def _gender(telling: Telling) -> str | None:
    """The list that has the noun or pronoun for a person, of those for men and those for women."""
    word = lemma_of(telling.group.node)
    return next((name for name in ("males", "females") if word in listed(name)), None)


def _joined(tellings: list[Telling]) -> list[Telling]:
    """Single persons of one loss whom "and" joins, as one count of so many ("a man and a woman were found dead")."""
    out: list[Telling] = []
    for telling in tellings:
        last = out[-1] if out else None
        if last is not None and _goes_with(telling, last):
            out[-1] = _sum(last, telling)
        else:
            out.append(telling)
    return out


def _goes_with(telling: Telling, last: Telling) -> bool:
    if not (telling.single and last.single) or telling.count.kind != last.count.kind:
        return False
    one, other = telling.group.node, last.group.node
    if one.lower_ in listed("reflexives"):
        return telling.head == last.head
    return telling.head == last.head and one.dep_ == "conj" and _top(one) == _top(other)


def _sum(last: Telling, telling: Telling) -> Telling:
    count = last.count
    number = (count.low or 0) + (telling.count.low or 0)
    count.low = count.high = number
    count.stretch = Stretch(count.stretch.start, telling.count.stretch.end)
    if count.victims is not None and telling.count.victims is not None:
        count.victims = Stretch(count.victims.start, telling.count.victims.end)
    return replace(last, count=count)
