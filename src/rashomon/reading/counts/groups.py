"""Which people a number numbers, and which numbers are of no people at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.reading.counts.numbers import Number, find_numbers
from rashomon.reading.counts.words import listed, loss_words
from rashomon.reading.parsed import Stretch
from rashomon.records import VictimClass

_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON", "ADJ", "DET"})
_INSIDE = frozenset({"nummod", "quantmod", "compound", "amod", "det", "advmod", "predet", "nmod"})
_LIMIT = 4
_FIRST_YEAR, _LAST_YEAR = 1700, 2100
_PEOPLE_ENDINGS = ("man", "men", "woman", "women", "people")


@dataclass(frozen=True, slots=True)
class Group:
    """A number with the people that it numbers. `node` is the token by which the two hang in the sentence, `noun` the
    noun for the people; None where the number stands alone ("six were killed")."""

    number: Number
    node: Token
    noun: Token | None
    article: bool = False

    @property
    def people(self) -> bool:
        """Whether the noun is one for people; a number that stands alone may be of anything."""
        return self.noun is not None and is_people(self.noun)

    @property
    def of_them(self) -> bool:
        """Whether the number is one of people told before ("five of them")."""
        after = self.node.doc[self.number.stretch.end : self.number.stretch.end + 2]
        return len(after) == 2 and after[0].lower_ == "of" and after[1].lower_ in listed("whole_pronouns")

    @property
    def end(self) -> int:
        """The token after the number and the noun."""
        if self.noun is None:
            return self.number.stretch.end
        return max(self.number.stretch.end, self.node.i + 1, self.noun.i + 1)


def find_groups(doc: Doc) -> list[Group]:
    """Numbers that may be of people, and single persons told by an article ("a woman"), in order."""
    groups = [group for number in find_numbers(doc) if (group := _group(doc, number)) is not None]
    taken = {i for group in groups for i in group.number.stretch.tokens}
    groups += _singles(doc, taken, {group.node.i for group in groups})
    return sorted(groups, key=lambda group: group.number.stretch)


def is_people(noun: Token) -> bool:
    """Whether a noun is one for people: by our list, by what it ends in, or because it names a nation or creed."""
    if class_of_word(noun) is not None or noun.ent_type_ == "NORP":
        return True
    return noun.pos_ == "PRON" or (_lemma(noun).endswith(_PEOPLE_ENDINGS) and noun.lower_ not in listed("things"))


def class_of_word(token: Token) -> VictimClass | None:
    """The class of victim of a noun for people, or None where our list lacks it."""
    people = loss_words().people
    return people.get(_lemma(token)) or people.get(token.lower_)


def victims_of(group: Group) -> Stretch | None:
    """The noun phrase of the people, without the number and without clauses that follow."""
    noun = group.noun
    if group.of_them:
        noun = _following(group.node.doc, group.number.stretch.end + 2)
    if noun is None or noun.pos_ == "PRON" or _lemma(noun) in loss_words().nouns:
        return None
    numbered = group.number.stretch.end if group.number.stretch.end <= noun.i else noun.left_edge.i
    start = group.number.stretch.start + 1 if group.article else max(numbered, noun.left_edge.i)
    if group.of_them:
        start = max(start, group.number.stretch.end + 2)
    end = noun.i + 1
    for part in noun.rights:
        if part.i == end and part.dep_ == "prep" and part.lower_ in {"of", "from"}:
            end = _simple_end(part)
    return Stretch(min(start, noun.i), end)


def victims_class(doc: Doc, stretch: Stretch | None) -> VictimClass:
    """The class of the victims: what bears arms wins, then what holds office, then civilians."""
    if stretch is None:
        return "unknown"
    found = {class_of_word(doc[i]) for i in stretch.tokens}
    order: tuple[VictimClass, ...] = ("combatants", "officials", "civilians")
    return next((c for c in order if c in found), "unknown")


def _simple_end(prep: Token) -> int:
    """The end of a prepositional phrase, cut before a clause, a comma or a conjunction."""
    end = prep.i + 1
    for token in prep.doc[prep.i + 1 : prep.right_edge.i + 1]:
        if token.dep_ in {"relcl", "cc", "acl"} or token.is_punct or token.pos_ in {"VERB", "AUX"}:
            break
        end = token.i + 1
    return end


def _group(doc: Doc, number: Number) -> Group | None:
    if _is_measure(doc, number):
        return None
    root = doc[number.core.start : number.core.end].root
    node, noun = _noun(doc, number, root)
    if noun is not None and noun.i < number.core.start and node is not noun:
        return None
    if noun is not None and noun.i == number.stretch.end and (noun.lower_,) in loss_words().states:
        noun = None
    if noun is not None and not is_people(noun) and _is_thing(noun):
        return None
    if noun is not None and _is_rate(doc, noun.i + 1):
        return None
    if noun is None and (_is_age(doc, number) or _is_year(doc, number, root)):
        return None
    return Group(number, node, noun)


def _noun(doc: Doc, number: Number, root: Token) -> tuple[Token, Token | None]:
    """The token by which number and people hang in the sentence, and the noun for the people."""
    head = root.head
    if root.dep_ in _INSIDE and head.i >= number.core.end and head.pos_ in _NOMINAL and head.tag_ != "CD":
        return head, _of(head) if head.lower_ in {"number", "total", "lot"} and _of(head) else head
    if number.none and root.pos_ in {"ADP", "VERB"}:
        nearest = next((t for t in doc[number.core.end : number.core.end + _LIMIT] if t.pos_ == "NOUN"), None)
        return nearest or root, nearest
    whole = _of(root)
    if whole is not None:
        return root, whole
    following = _following(doc, number.stretch.end)
    if following is not None and following.head is not root and not number.none:
        return following, following
    return root, None


def _of(token: Token) -> Token | None:
    """The noun after "of" ("dozens of villagers", "two of whom")."""
    prep = next((c for c in token.rights if c.dep_ == "prep" and c.lower_ == "of"), None)
    return next((c for c in prep.rights if c.dep_ == "pobj"), None) if prep is not None else None


def _following(doc: Doc, start: int) -> Token | None:
    """A noun for people right after a number that the parser did not join to it."""
    for token in doc[start : start + _LIMIT]:
        if token.pos_ in {"NOUN", "PROPN"} and class_of_word(token) is not None and token.tag_ in {"NNS", "NNPS", "NN"}:
            return token
        if token.pos_ not in {"ADJ", "PROPN", "NOUN"}:
            return None
    return None


def _is_measure(doc: Doc, number: Number) -> bool:
    """Whether what stands beside the number makes it money, a share, an age, a score or part of a name."""
    before = doc[number.core.start - 1] if number.core.start else None
    after = doc[number.core.end] if number.core.end < len(doc) else None
    if before is not None and (before.is_currency or before.lower_ in {"#", "no.", "aged", "age", "-", "/", ":"}):
        return True
    if before is not None and before.ent_type_ == "DATE" and before.pos_ == "PROPN":
        return True
    if after is None:
        return False
    if after.lower_ in {"%", "percent", "per", "°", "°c", ":", "/", "st", "nd", "rd", "th"} or after.is_currency:
        return True
    joined = after.lower_ in {"-", "–", "‑"} and not after.whitespace_ and not doc[number.core.end - 1].whitespace_
    return joined and number.core.end + 1 < len(doc) and doc[number.core.end + 1].lower_ != "plus"


def _is_thing(noun: Token) -> bool:
    return _lemma(noun) in listed("things") or noun.lower_ in listed("things")


def _is_rate(doc: Doc, after: int) -> bool:
    """Whether "a day", "per week" or the like follows."""
    words = [token.lower_ for token in doc[after : after + 2]]
    return len(words) == 2 and words[0] in listed("per") and words[1] in listed("periods")


def _is_age(doc: Doc, number: Number) -> bool:
    """Whether the number stands between commas or brackets after a name or noun ("Ali, 23, was killed")."""
    start, end = number.stretch
    if start < 2 or doc[start - 1].lower_ not in {",", "("} or doc[start - 2].pos_ not in {"PROPN", "NOUN"}:
        return False
    return end >= len(doc) or doc[end].lower_ in {",", ")", ".", ";", "–", "—"} or (doc[end].lower_ == "and" and len(number.core) == 1)


def _is_year(doc: Doc, number: Number, root: Token) -> bool:
    one = number.low == number.high and _FIRST_YEAR <= number.low <= _LAST_YEAR and doc[number.last].is_digit
    return one and (root.dep_ in {"pobj", "npadvmod", "nummod"} or root.ent_type_ == "DATE")


def _singles(doc: Doc, taken: set[int], nodes: set[int]) -> Iterator[Group]:
    """Single persons: "a woman", "another soldier", and "his driver" where it is joined to a numbered group."""
    known = set(nodes)
    for noun in doc:
        if noun.tag_ not in {"NN", "NNP"} or noun.i in nodes or class_of_word(noun) is None:
            continue
        mark = next((c for c in noun.lefts if c.dep_ in {"det", "poss"}), None)
        if mark is None or any(i in taken for i in range(mark.i, noun.i)):
            continue
        article = mark.lower_ in {"a", "an", "another"}
        owned = mark.dep_ == "poss" and noun.dep_ == "conj" and noun.head.i in known
        if article or owned:
            known.add(noun.i)
            stretch = Stretch(mark.i, noun.i + 1)
            yield Group(Number(stretch, stretch, 1, 1, exact=True), noun, noun, article=True)


def _lemma(token: Token) -> str:
    return token.lemma_.lower()
