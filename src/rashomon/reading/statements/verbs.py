"""Attributions whose cue is a verb: "X said that Y", "X condemned Y", "Y, X said", "X declined to comment"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon.reading.drafts import Attribution
from rashomon.reading.parsed import Parsed, Stretch
from rashomon.reading.statements.channel import channel_of
from rashomon.reading.statements.content import after_cue, agent_content, clause_of, given_part, passive_content
from rashomon.reading.statements.words import Cue, words
from rashomon.reading.syntax import agent, child, is_passive, phrase, runs, subject, trim, verb_group
from rashomon.records import Stance

#: an attribution found by the grammar alone; quotations and agreement with them raise it
_SURE = 0.7
_UNSURE = 0.5
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_POSSIBLE = frozenset({"possible", "impossible"})


def from_verbs(parsed: Parsed, quoted: list[int]) -> Iterator[Attribution]:
    """The attributions of all cue verbs outside quotation marks. `quoted[i]` is negative where token i is outside."""
    for token in parsed.doc:
        if token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"amod", "compound"} or _is_unsaid(token):
            continue
        if quoted[token.i] >= 0 and not is_naming(token):
            continue
        if token.lemma_.lower() in words().withheld:
            found = _withheld(token)
        else:
            cue = cue_of(token)
            found = _said(parsed, token, cue) if cue is not None else None
        if found is not None:
            yield found


def is_naming(verb: Token) -> bool:
    """Whether the verb names something: "what Mekelle calls a massacre"."""
    return any(c.dep_ == "dobj" and c.lower_ == "what" for c in verb.children)


def _is_unsaid(verb: Token) -> bool:
    """Whether the verb is an infinitive of purpose or wish, so that nothing has been said."""
    if verb.tag_ != "VB" or not any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children):
        return False
    return _governor(verb).lemma_.lower() not in words().carriers


def _governor(verb: Token) -> Token:
    """What an infinitive hangs on: "unable", where the parser hangs it on the "was" before that."""
    adjective = child(verb.head, "acomp") if verb.head.pos_ == "AUX" else None
    return adjective if adjective is not None and adjective.i < verb.i else verb.head


def cue_of(verb: Token) -> Cue | None:
    """The entry of a verb, with its particle where the list has it so ("point out", "go on")."""
    particle = child(verb, "prt")
    lemma = verb.lemma_.lower()
    if particle is not None and (cue := words().verbs.get(f"{lemma} {particle.lower_}")) is not None:
        return cue
    return words().verbs.get(lemma)


def _said(parsed: Parsed, verb: Token, cue: Cue) -> Attribution | None:
    if is_passive(verb) or (verb.dep_ == "acl" and verb.tag_ == "VBN"):
        return _passive(parsed, verb, cue)
    if "addr" not in cue.frames and any(c.dep_ == "dative" and c.pos_ != "ADP" for c in verb.children):
        return None  # "deny the rebels a haven": what has a receiver is no speech, unless its receiver is told
    source = _source(verb)
    cue_span = _with_link(verb, cue)
    content = after_cue(verb, cue)
    if not content and verb.dep_ == "relcl" and "obj" in cue.frames and child(verb, "nsubj") is not None:
        content = [phrase(verb.head), *_leftover(verb, cue)]
    if not content and "obj" in cue.frames and (which := sentence_relative(verb)) is not None:
        content = [Stretch(which.i, which.i + 1)]
    if not content and cue.frames & {"clause", "quote"}:
        content = before_cue(verb, source, cue_span)
    impersonal = cue.lemma in words().verifying and _is_impersonal(verb)
    source = None if impersonal else source
    if (source is None and not impersonal) or (not content and "quote" not in cue.frames) or is_mute(verb):
        return None
    if source is not None:
        content = [part for part in (_without(parsed.doc, part, source) for part in content) if part is not None]
    return Attribution(
        rule="verb",
        kind="indirect",
        source=source,
        cue=cue_span,
        content=content,
        stance=stance_of(verb, cue),
        head=verb.i,
        channel=channel_of(parsed, verb, content),
        given=given_part(verb),
        confidence=_SURE if clause_of(verb) is not None else _UNSURE,
    )


def _source(verb: Token) -> Stretch | None:
    """Who says it. Of "issued a statement saying …" that is who issued it; "no group claimed …" has no source."""
    who = subject(verb)
    if who is not None and verb.dep_ == "acl" and who.dep_ == "dobj" and who.lemma_.casefold() in words().channels:
        who = subject(who.head) or who
    if who is None and (inverted := _inverted(verb)) is not None:
        return phrase(inverted)
    if who is None and verb.tag_ in {"VBD", "VBZ", "VBP"}:
        return _beside(verb)
    if who is None or who.lower_ == "there" or who.tag_ in {"WDT", "WP"}:
        return None
    determiner = child(who, "det")
    return None if determiner is not None and determiner.lower_ == "no" else phrase(who)


def _inverted(verb: Token) -> Token | None:
    """The speaker of "“…”, added the agency", whom the parser took for what is added."""
    before = verb.doc[verb.i - 1] if verb.i else None
    after = child(verb, "dobj")
    if before is None or after is None or not (before.is_quote or before.text == ","):
        return None
    return after if after.left_edge.i == verb.i + 1 and after.pos_ in {"PROPN", "NOUN", "PRON"} else None


def _beside(verb: Token) -> Stretch | None:
    """The noun right before a finite cue that the parser left without a subject ("whose premier, Haddad, said …")."""
    at = verb_group(verb).start - 1
    if at >= 0 and verb.doc[at].text == ",":
        at -= 1
    if at < verb.sent.start or verb.doc[at].pos_ not in {"PROPN", "NOUN"}:
        return None
    noun = verb.doc[at]
    parts = [noun.i] + [c.i for c in noun.lefts if c.dep_ in {"compound", "det", "amod", "poss"} and c.i > noun.i - 4]
    return Stretch(min(parts), noun.i + 1)


def sentence_relative(verb: Token) -> Token | None:
    """The "which" that is a cue's object and stands for the sentence before it ("…, which Norland denied")."""
    thing = child(verb, "dobj")
    if thing is None or not 0 < thing.i < verb.i or thing.lower_ != "which" or verb.head.pos_ not in {"VERB", "AUX"}:
        return None
    return thing if verb.doc[thing.i - 1].text == "," else None


def _leftover(verb: Token, cue: Cue) -> list[Stretch]:
    """What stands behind the verb of "something it blamed on the rebels"."""
    wanted = {f.removeprefix("obj") for f in cue.frames if f.startswith("obj")} - {"", "inf"}
    link = next((c for c in verb.rights if c.dep_ == "prep" and c.lower_ in wanted), None)
    return [trim(verb.doc, Stretch(link.i, link.right_edge.i + 1))] if link is not None else []


def is_mute(verb: Token) -> bool:
    """Whether the verb's object or infinitive takes its saying away ("claimed 12 lives", "asked not to be named")."""
    deed, thing = child(verb, "xcomp"), child(verb, "dobj")
    of = child(thing, "prep") if thing is not None else None
    inner = child(of, "pobj") if of is not None and of.lower_ == "of" else None
    return any(
        word is not None and (verb.lemma_.lower(), word.lemma_.lower()) in words().mute for word in (deed, thing, inner)
    )


def _passive(parsed: Parsed, verb: Token, cue: Cue) -> Attribution | None:
    by = agent(verb)
    source = phrase(by) if by is not None else None
    if "addr" in cue.frames and (by is None or clause_of(verb) is not None):  # who is told is no part of it
        content = passive_content(verb)[-1:] if clause_of(verb) is not None else []
    elif by is not None:
        content = agent_content(verb) if "obj" in cue.frames else passive_content(verb)
    elif is_passive(verb) and (cue.lemma in words().passive or _is_unverified(verb, cue)):
        content = passive_content(verb)
    else:
        content = []
    if not content:
        return None
    return Attribution(
        rule="verb",
        kind="indirect",
        source=source,
        cue=verb_group(verb),
        content=content,
        stance=stance_of(verb, cue),
        head=verb.i,
        channel=channel_of(parsed, verb, content),
        given=content[0] if cue.lemma in words().presuming else None,
        confidence=_UNSURE,
    )


def _is_unverified(verb: Token, cue: Cue) -> bool:
    """ "The claims could not be verified": the narrator leaves them open."""
    return cue.lemma in words().verifying and _is_negated(verb)


def _is_negated(verb: Token) -> bool:
    """Whether the cue is negated by itself, by its subject or object ("neither"), or above ("has not been able to")."""
    above = verb.head if verb.dep_ == "xcomp" else verb
    if _governor(verb).lower_ == "impossible":
        return True
    if any(c.dep_ == "neg" for v in (verb, above, above.head if above.dep_ == "acomp" else above) for c in v.children):
        return True
    nouns = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "dobj"}]
    return any(n.lower_ in words().none or n.left_edge.lower_ in words().none for n in nouns)


def _is_impersonal(verb: Token) -> bool:
    """ "It was not possible to verify the claims": nobody says who could not."""
    who = subject(verb)
    return who is not None and who.lower_ == "it" and _governor(verb).lower_ in _POSSIBLE


def _withheld(verb: Token) -> Attribution | None:
    """ "X declined to comment on Y", "refused to say whether Z"."""
    act = child(verb, "xcomp")
    if act is None or act.i < verb.i or (who := subject(verb)) is None:
        return None
    cue = cue_of(act)
    if cue is None:
        return None
    content = after_cue(act, cue)
    return Attribution(
        rule="verb",
        kind="indirect",
        source=phrase(who),
        cue=Stretch(verb_group(verb).start, act.i + 1),
        content=content,
        stance="open",
        head=verb.i,
        confidence=_SURE,
    )


def before_cue(verb: Token, source: Stretch | None, cue: Stretch) -> list[Stretch]:
    """The content of "Y, X said" and "Y, said X": what stands in the sentence before source and cue, and, where the
    cue only interrupts it, what goes on after them."""
    doc, sentence = verb.doc, verb.sent
    left = min(cue.start, source.start) if source is not None else cue.start
    if left <= sentence.start or not (doc[left - 1].is_punct or doc[left - 1].is_quote):
        return []
    brought = next(
        (i for i in range(sentence.start + 1, left) if doc[i].is_quote and doc[i - 1].text == ":"), sentence.start
    )
    before = trim(doc, Stretch(brought, left))  # what a colon brings is said by who stands before it, and no more
    if before.end - before.start < 2 and not any(doc[i].is_quote for i in before.tokens):
        return []
    if not _is_clause(doc, before):
        return []
    found = [before]
    host = next((c for c in verb.lefts if c.dep_ == "ccomp"), None)
    if host is None and verb.dep_ in {"parataxis", "ccomp", "advcl"} and verb.head.i < verb.i:
        host = verb.head
    if host is not None:
        own = {t.i for t in verb.subtree} if host == verb.head else {verb.i}
        own |= set(source.tokens) if source is not None else set()
        after = [t.i for t in host.subtree if t.i > verb.i and t.i not in own]
        found += [s for s in (trim(doc, r) for r in runs(after)) if s.end - s.start > 1]
    return found


def _is_clause(doc: Doc, stretch: Stretch) -> bool:
    """Whether a stretch before a cue says something: it has a finite verb, or it is quoted."""
    return any(doc[i].tag_ in _FINITE or doc[i].is_quote for i in stretch.tokens)


def _without(doc: Doc, part: Stretch, source: Stretch) -> Stretch | None:
    """`part` cut back where it runs into the source."""
    if not part.meets(source):
        return part
    if part.start < source.start:
        part = trim(doc, Stretch(part.start, source.start))
    elif source.end < part.end:
        part = trim(doc, Stretch(source.end, part.end))
    else:
        return None
    return part if part.end > part.start else None


def _with_link(verb: Token, cue: Cue) -> Stretch:
    """The cue's words: the verb group, and the preposition that belongs to it ("called for")."""
    group = verb_group(verb)
    following = verb.doc[group.end] if group.end < len(verb.doc) else None
    if (
        following is not None
        and following.dep_ == "prep"
        and following.head.i == verb.i
        and following.lower_ in cue.frames
    ):
        return Stretch(group.start, group.end + 1)
    return group


def stance_of(verb: Token, cue: Cue) -> Stance:
    """What the cue says of its content, its own negation counted: who "did not say" leaves open, and so does who "would
    not confirm or deny", and of whom "few" or "nobody" deny."""
    who = child(verb, "nsubj")
    nobody = who is not None and (who.lower_ in words().none or who.left_edge.lower_ in {"few", *words().none})
    negated = nobody or any(c.dep_ == "neg" for c in verb.children) or (verb.i > 0 and verb.nbor(-1).lower_ == "nor")
    if negated or (cue.lemma in words().verifying and _is_negated(verb)):
        return "open"
    above = verb.head
    if verb.dep_ == "conj" and any(c.lower_ in {"or", "nor"} for c in above.children):
        shared = cue_of(above)
        if _is_withheld(above) or (shared is not None and stance_of(above, shared) == "open"):
            return "open"
    return cue.stance


def _is_withheld(verb: Token) -> bool:
    """ "declined to confirm"."""
    return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in words().withheld


def is_unrealised(verb: Token) -> bool:
    """Whether what the verb tells of has not been done: "will verify", "has yet to confirm", "wants to check", "could only
    partially confirm"."""
    if any(c.tag_ == "MD" for c in verb.children):
        return True
    if verb.tag_ in {"VB", "VBG"} and verb.dep_ == "xcomp":
        return _governor(verb).lemma_.lower() not in {"able", "manage"}
    return verb.tag_ == "VB" and any(c.lower_ == "to" for c in verb.children)
