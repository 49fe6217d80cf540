"""What a cue verb's content is: the words around it that its frames allow."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.parsed import Stretch
from rashomon.reading.statements.words import Cue, words
from rashomon.reading.syntax import agent, child, phrase, runs, trim

_THAT = frozenset({"that", "which", "who"})
_PREPOSITIONS = frozenset({"for", "on", "of", "about", "to", "at", "against"})


def clause_of(verb: Token) -> Token | None:
    """The head of the finite clause that `verb` says, right of it."""
    return next((c for c in verb.rights if c.dep_ == "ccomp"), None)


def after_cue(verb: Token, cue: Cue) -> list[Stretch]:
    """The content right of `verb`, in stretches; nothing where the frames of the cue find none."""
    clause = clause_of(verb)
    if clause is not None and "clause" in cue.frames and not _is_infinitive(clause):
        return _stretches(verb, clause)
    if "objinf" in cue.frames and (found := _object_infinitive(verb)):
        return [found]
    if (found := _object_preposition(verb, cue)) is not None:
        return [found]
    if "objas" in cue.frames and (named := child(verb, "oprd")) is not None:
        return [_named(verb, named)]
    thing = child(verb, "dobj", "oprd")
    if "addr" not in cue.frames and "obj" in cue.frames and thing is not None and thing.tag_ not in {"WP", "WDT"}:
        return [_through(verb, thing)]
    if "obj" in cue.frames and clause is not None and clause.left_edge.lower_ == "what":
        return _stretches(verb, clause)
    if "obj" in cue.frames and (deed := _gerund(verb)) is not None:
        return _stretches(verb, deed)
    if "inf" in cue.frames and (to := next((c for c in verb.rights if c.dep_ == "xcomp"), None)) is not None:
        return _stretches(verb, to)
    for own in verb.rights:
        governs = own.dep_ in {"prep", "prt"} and own.lower_ in cue.frames & _PREPOSITIONS
        if governs and (held := _held(own)) is not None:
            return [held]
    if "for" in cue.frames and (wished := _wished(verb)) is not None:
        return [wished]
    if clause is not None and cue.frames & {"clause", "inf", "objinf"}:
        return _stretches(verb, clause)
    return []


def passive_content(verb: Token) -> list[Stretch]:
    """The content of "X is said to have …", "it is reported that …": subject and what follows the verb."""
    about = child(verb, "nsubjpass")
    rest = [
        c for c in verb.rights if c.dep_ in {"xcomp", "ccomp", "oprd", "prep", "advcl", "dobj"} and c.dep_ != "agent"
    ]
    clause = next((c for c in rest if c.dep_ == "ccomp"), None)
    if about is None or about.lower_ == "it":
        return _stretches(verb, clause) if clause is not None else []
    found = [phrase(about if about.tag_ not in {"WDT", "WP"} else verb.head)]
    if rest:
        tail = trim(verb.doc, Stretch(rest[0].left_edge.i, rest[-1].right_edge.i + 1), _THAT)
        if tail.end > tail.start:
            found.append(tail)
    return found


def agent_content(verb: Token) -> list[Stretch]:
    """The content of "the attack, condemned by X": what the passive verb is about."""
    about = child(verb, "nsubjpass") or (verb.head if verb.dep_ in {"acl", "relcl"} else None)
    if about is not None and about.tag_ in {"WDT", "WP"}:
        about = verb.head
    return [phrase(about)] if about is not None and agent(verb) is not None else []


def _named(verb: Token, named: Token) -> Stretch:
    """ "called [it a massacre]"; of "what he called a massacre" only the name."""
    thing = child(verb, "dobj")
    start = thing.left_edge.i if thing is not None and verb.i < thing.i < named.i else named.left_edge.i
    return trim(verb.doc, Stretch(start, named.right_edge.i + 1))


def _wished(verb: Token) -> Stretch | None:
    """ "appealed for [Armenia to recognise …]"."""
    for part in verb.rights:
        mark = child(part, "mark")
        if mark is not None and mark.lower_ == "for":
            return trim(verb.doc, Stretch(part.left_edge.i, part.right_edge.i + 1), frozenset({"for"}))
    return None


def _gerund(verb: Token) -> Token | None:
    """ "denied [shelling the port]"."""
    return next((c for c in verb.rights if c.dep_ in {"xcomp", "ccomp"} and c.tag_ == "VBG"), None)


def _is_infinitive(clause: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children)


def _object_infinitive(verb: Token) -> Stretch | None:
    """ "ordered [officials to strengthen …]", also "called on [X to …]"."""
    doc = verb.doc
    deed = next((c for c in verb.rights if c.dep_ in {"xcomp", "ccomp"} and _is_infinitive(c)), None)
    thing = child(verb, "dobj")
    if deed is None and thing is not None:
        deed = next((c for c in thing.children if c.dep_ in {"acl", "relcl"} and _is_infinitive(c)), None)
    if deed is None:
        return None
    start = thing.left_edge.i if thing is not None and thing.i < deed.i else deed.left_edge.i
    return trim(doc, Stretch(start, deed.right_edge.i + 1), _THAT)


def _object_preposition(verb: Token, cue: Cue) -> Stretch | None:
    """ "accused [X of Y]", "described [X as Y]"."""
    wanted = {f.removeprefix("obj") for f in cue.frames if f.startswith("obj")} - {"", "inf"}
    thing = child(verb, "dobj", "oprd")
    for link in verb.rights:
        if link.dep_ in {"prep", "agent", "prt"} and link.lower_ in wanted:
            if link.lower_ == "at" and not any(t.like_num for t in link.subtree):
                continue
            start = thing.left_edge.i if thing is not None and thing.i < link.i else link.i
            if thing is not None and "addr" in cue.frames:
                return _held(link)
            return trim(verb.doc, Stretch(start, link.right_edge.i + 1))
    if thing is not None:
        for link in thing.rights:
            if link.dep_ == "prep" and link.lower_ in wanted and "addr" not in cue.frames:
                return _through(verb, thing)
    return None


def _held(link: Token) -> Stretch | None:
    """What a preposition governs; "on X to do" takes the infinitive with it."""
    thing = child(link, "pobj", "pcomp")
    if thing is None:
        return None
    end = link.right_edge.i + 1
    deed = next(
        (c for c in link.head.rights if c.dep_ in {"xcomp", "advcl"} and c.i > link.i and _is_infinitive(c)), None
    )
    if deed is not None and deed.left_edge.i <= end + 1:
        end = deed.right_edge.i + 1
    found = trim(link.doc, Stretch(thing.left_edge.i, end))
    return found if found.end > found.start else None


def _through(verb: Token, thing: Token) -> Stretch:
    """The object with all that belongs to it, and the phrase right behind it that the parser gave to the verb
    ("verify assertions [from either side]") unless that says when or by what way."""
    end = thing.right_edge.i + 1
    link = next((c for c in verb.rights if c.dep_ == "prep" and c.left_edge.i == end), None)
    noun = child(link, "pobj") if link is not None else None
    says_when = noun is None or noun.ent_type_ in {"DATE", "TIME"} or noun.lemma_.casefold() in words().channels
    if link is not None and not says_when:
        end = link.right_edge.i + 1
    return trim(verb.doc, Stretch(thing.left_edge.i, end))


def _stretches(verb: Token, clause: Token) -> list[Stretch]:
    """The clause's own tokens, without those of the cue where that stands inside it."""
    hidden = {verb.i}
    numbers = [t.i for t in clause.subtree if t.i not in hidden]
    doc = verb.doc
    found = [trim(doc, run, _THAT if run.start == min(numbers) else frozenset()) for run in runs(numbers)]
    return [f for f in found if f.end > f.start + 1 or (f.end > f.start and doc[f.start].tag_[:1] != "W")]


def given_part(verb: Token) -> Stretch | None:
    """The object that the verb takes for granted ("condemned [the attack]", "claimed [responsibility for the blast]"),
    up to an "as" that says what it is held to be; None where the object is claimed, or is in quotation marks."""
    thing = child(verb, "dobj")
    if thing is None or thing.i < verb.i:
        return None
    if verb.lemma_.lower() not in words().presuming and thing.lemma_.lower() not in words().disclaimed:
        return None
    found = _through(verb, thing)
    as_ = next((verb.doc[i] for i in found.tokens if verb.doc[i].lower_ == "as" and verb.doc[i].dep_ == "prep"), None)
    end = as_.i if as_ is not None else found.end
    quoted = next((i for i in range(found.start, end) if verb.doc[i].is_quote), end)
    return Stretch(found.start, quoted) if quoted > found.start else None


def addressee(verb: Token) -> Token | None:
    """Who is told, where that names a channel ("told AFP", "told reporters")."""
    whom = child(verb, "dobj", "dative")
    if whom is None:
        return None
    if whom.dep_ == "dative" and whom.pos_ == "ADP":
        whom = child(whom, "pobj") or whom
    return whom if whom.ent_type_ == "ORG" or whom.lemma_.casefold() in words().told else None
