"""What a mention of an event shows of which event it is."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.reading.drafts import EventMention
from rashomon.reading.events.arguments import logical_objects
from rashomon.reading.events.circumstances import sites
from rashomon.reading.events.coref_courses import is_course, sides
from rashomon.reading.events.coref_words import ALL, classes, covers, days, words
from rashomon.reading.parsed import Parsed, Stretch
from rashomon.records import EventType, Modality

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ"})
_DETERMINERS = frozenset({"det", "poss", "amod", "nummod", "predet"})


@dataclass(frozen=True, slots=True)
class Features:
    """One mention as `coref` compares it. Names are lemmas in lower case; sets are empty where the text tells nothing.

    classes: those of its word; reach: those, and what else the word may stand for.
    number: "one", "many", or "" where the word does not tell.
    other: the words before it that make it another event than one told of ("another", "earlier").
    bare: a noun with nothing before it; count: the number before it ("five strikes").
    pronoun: who undergoes it is one person, named by a pronoun; undergone: somebody is named at all.
    actors, recipients: telling words of who takes part, without pronouns and vague nouns.
    victims: persons' names among `recipients`; figures: the numbers of those who undergo it.
    dates: pairs of what kind of date a word is, and the word; dated: the clause has a time at all.
    course: a war or the like; sides: what tells it from other wars.
    """

    type: EventType
    mode: str | None
    classes: frozenset[str]
    reach: frozenset[str]
    noun: bool
    number: str
    definite: bool
    other: frozenset[str]
    bare: bool
    count: frozenset[str]
    pronoun: bool
    undergone: bool
    actors: frozenset[str]
    recipients: frozenset[str]
    victims: frozenset[str]
    figures: frozenset[str]
    places: frozenset[str]
    dates: frozenset[tuple[str, str]]
    dated: bool
    course: bool
    sides: frozenset[str]
    modality: Modality
    head: int
    paragraph: int


def features_of(parsed: Parsed, event: EventMention) -> Features:
    """The features of `event`."""
    token = parsed.doc[event.head]
    lemma = _lemma(token)
    own = classes().get((event.type, lemma), frozenset({f"={lemma}"}))
    noun = token.pos_ in ("NOUN", "PROPN")
    determiners = _determiners(token)
    definite = noun and (event.definite or not determiners.isdisjoint(words("definite")) or _has_time_owner(token))
    places, dates, dated = _circumstances(token)
    actors, recipients = _names(parsed, event.actors), _names(parsed, event.recipients)
    course = is_course(token)
    return Features(
        type=event.type,
        mode=event.mode,
        classes=own,
        reach=own.union(*(covers().get((event.type, c), frozenset()) for c in own)),
        noun=noun,
        number=_number(token, lemma),
        definite=definite,
        other=frozenset(determiners & words("other") if noun else ()),
        bare=noun and not determiners,
        count=frozenset(c.lower_ for c in token.lefts if noun and c.dep_ == "nummod"),
        undergone=bool(event.recipients),
        pronoun=_is_pronoun(parsed, event.recipients),
        actors=actors,
        recipients=recipients,
        victims=_proper(parsed, event.recipients),
        figures=_figures(parsed, event.recipients) | _unnamed_figures(token),
        places=places,
        dates=dates,
        dated=dated,
        course=course,
        sides=sides(token, (*actors, *recipients, *places)) if course else frozenset(),
        modality=event.modality,
        head=event.head,
        paragraph=parsed.paragraph_of[event.head],
    )


def covered(mention: Features, name: str) -> bool:
    """Whether the word of `mention` may name an event of the class `name`."""
    return name in mention.reach or ALL in mention.reach


def _determiners(noun: Token) -> set[str]:
    """The words before a noun that tell which, with those of a time that owns it ("last month's attack")."""
    found = [c for c in noun.lefts if c.dep_ in _DETERMINERS]
    owners = [c for c in found if c.dep_ == "poss" and c.ent_type_ in ("DATE", "TIME")]
    return {part.lower_ for part in (*found, *(part for owner in owners for part in owner.lefts))}


def _has_time_owner(noun: Token) -> bool:
    """ "Sunday's attack"."""
    return any(c.dep_ == "poss" and c.ent_type_ in ("DATE", "TIME") for c in noun.lefts)


def _lemma(token: Token) -> str:
    """The lemma, with what a hyphen ties to it ("cease-fire")."""
    doc, start = token.doc, token.i
    if start >= 2 and doc[start - 1].text == "-" and not doc[start - 1].whitespace_:
        return f"{doc[start - 2].lower_}-{token.lemma_.lower()}"
    return token.lemma_.lower()


def _number(token: Token, lemma: str) -> str:
    if token.pos_ not in ("NOUN", "PROPN") or lemma in words("mass"):
        return ""
    return "many" if token.tag_ in ("NNS", "NNPS") else "one"


def _is_pronoun(parsed: Parsed, phrases: list[Stretch]) -> bool:
    """Whether one phrase, a pronoun of the third person singular, is all that is named."""
    if len(phrases) != 1 or phrases[0].end - phrases[0].start != 1:
        return False
    token = parsed.doc[phrases[0].start]
    return token.tag_ == "PRP" and token.morph.get("Number", []) == ["Sing"] and token.morph.get("Person", []) == ["3"]


def _names(parsed: Parsed, phrases: list[Stretch]) -> frozenset[str]:
    """The telling words of some phrases: their head nouns, with names and peoples right before them."""
    found = set()
    for start, end in phrases:
        root = parsed.doc[start:end].root
        parts = [root, *(c for c in root.lefts if c.pos_ == "PROPN" or c.ent_type_ == "NORP" or c.dep_ == "compound")]
        found |= {t.lemma_.lower() for t in parts if t.pos_ in _CONTENT}
    return frozenset(found - words("vague"))


def _proper(parsed: Parsed, phrases: list[Stretch]) -> frozenset[str]:
    roots = (parsed.doc[start:end].root for start, end in phrases)
    return frozenset(root.lemma_.lower() for root in roots if root.pos_ == "PROPN" and root.ent_type_ == "PERSON")


def _figures(parsed: Parsed, phrases: list[Stretch]) -> frozenset[str]:
    return frozenset(parsed.doc[i].lower_ for phrase in phrases for i in phrase.tokens if parsed.doc[i].pos_ == "NUM")


def _unnamed_figures(token: Token) -> frozenset[str]:
    """Bare numbers of who undergoes a verb, which name nobody: "12 were killed"."""
    if token.pos_ != "VERB":
        return frozenset()
    return frozenset(t.lower_ for t in logical_objects(token) if t.pos_ == "NUM")


def _circumstances(token: Token) -> tuple[frozenset[str], frozenset[tuple[str, str]], bool]:
    """The names of places and the words of dates that the clause ties to the event, and whether it has any time."""
    places, dates, dated = set(), set(), False
    for part, _ in sites(token):
        if part.ent_type_ in _PLACES and part.pos_ == "PROPN":
            places.add(part.lower_)
        elif part.ent_type_ in ("DATE", "TIME"):
            dated = True
            if kind := _date_kind(part):
                dates.add((kind, part.lower_))
    return frozenset(places), frozenset(dates), dated


def _date_kind(part: Token) -> str:
    if part.is_digit:
        return "year" if len(part.text) == 4 else "day"
    return days().get(part.lower_, "")
