"""Which statements a denial, a confirmation or a failure to verify speaks of, and which statements are such."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from rashomon.reading.actors import Cast
from rashomon.reading.drafts import Attribution, Check
from rashomon.reading.parsed import Parsed
from rashomon.reading.statements.contradiction import Told, denied_by, disowns, held_by
from rashomon.reading.statements.speakers import Speakers
from rashomon.reading.statements.untrue import calls_untrue, is_answered, stands_for_speech
from rashomon.reading.statements.verbs import is_unrealised
from rashomon.reading.statements.words import words
from rashomon.reading.syntax import child
from rashomon.records.statement import VerificationStatus

#: how many statements back an answer may reach that does not say what it answers
_REACH = 6
_INDEFINITE = frozenset({"a", "an", "any", "some", "no", "many", "several", "other", "another"})
#: prepositions that say what a claim or a report is of
_ABOUT = frozenset({"of", "about", "on", "regarding", "concerning", "over"})


def link_answers(parsed: Parsed, found: Sequence[Attribution], cast: Cast, sure: float = 0.0) -> None:
    """Fills `answers` (indices), the stance of statements that deny by what they say, and `verification` of those that
    somebody checked or could not check. An attribution of less confidence than `sure` answers nothing and checks nothing.
    General remarks are left to `remarks`, which knows the events."""
    speakers = Speakers(parsed, found, cast)
    told = Told(parsed, found)
    for i, attribution in enumerate(found):
        if attribution.confidence >= sure:
            _link(parsed, found, i, speakers, told)
        if attribution.stance == "affirm":
            told.add(i)


def _link(parsed: Parsed, found: Sequence[Attribution], i: int, speakers: Speakers, told: Told) -> None:
    attribution = found[i]
    if attribution.stance == "affirm":
        about = calls_untrue(parsed, attribution)
        if about is not None:
            attribution.stance, attribution.contradicts = "deny", True
            attribution.answers = _meant_by(parsed, found, i, about, speakers)
            return
        if disowns(parsed, attribution):
            attribution.stance, attribution.contradicts = "deny", True
            return
        status = _check_of(parsed, attribution)
        if status is None:
            denied = told.by_another(i, denied_by(parsed, attribution), speakers)
            if denied:
                attribution.stance, attribution.contradicts, attribution.answers = "deny", True, denied
            return
    else:
        status = _check_of(parsed, attribution)
    attribution.answers = _targets(parsed, found, i, speakers, told)
    if status == "unverified":
        attribution.stance = "open"
    if status is not None and attribution.cue is not None:
        for j in attribution.answers:
            before = found[j].verification
            if before is None or before.status == "unverified":
                found[j].verification = Check(status, attribution.source, attribution.cue)


def _check_of(parsed: Parsed, attribution: Attribution) -> VerificationStatus | None:
    """What comes of the check that the cue tells of; None where it tells of none, or of one yet to come."""
    verb = parsed.doc[attribution.head]
    status = words().verifying.get(verb.lemma_.lower())
    if status is None:
        return None
    if attribution.stance == "open" or _is_unable(verb):
        return "unverified"
    if is_unrealised(verb):
        return "unverified" if _is_overdue(verb) else None
    return status


def _is_unable(verb: Token) -> bool:
    """ "is unable to confirm", "failed to verify"."""
    return verb.dep_ == "xcomp" and (verb.head.lower_ == "unable" or verb.head.lemma_.lower() in words().withheld)


def _is_overdue(verb: Token) -> bool:
    """ "has yet to confirm"."""
    near = (*verb.children, *verb.head.children) if verb.dep_ == "xcomp" else tuple(verb.children)
    return any(c.lower_ == "yet" for c in near)


def _targets(parsed: Parsed, found: Sequence[Attribution], i: int, speakers: Speakers, told: Told) -> list[int]:
    """The statements that statement `i` answers: what its relative clause hangs on ("an accusation the army denies"),
    what "it", "this", "the claims" stand for, else the last statement by somebody else that tells what it denies."""
    attribution = found[i]
    verb = parsed.doc[attribution.head]
    if verb.dep_ == "relcl" and verb.head.i < verb.i and _is_gap(parsed, attribution, verb):
        noun = verb.head
        if noun.pos_ in {"VERB", "AUX"} or (is_answered(noun) and not _is_specific(noun, verb)):
            return speakers.others(i, range(max(0, i - _REACH), i))[-1:]
        return []
    about = _root(parsed, attribution)
    if about is None:
        return []
    if own := _told_by(found, i, about):
        return own
    if about.pos_ in {"NOUN", "PROPN", "PRON"} and stands_for_speech(about):
        return _meant_by(parsed, found, i, about, speakers)
    return told.by_another(i, held_by(about), speakers)


def _told_by(found: Sequence[Attribution], i: int, noun: Token) -> list[int]:
    """The statement within statement `i` that its noun introduces: "rejected claims that …"."""
    near = range(i + 1, min(len(found), i + 1 + _REACH))
    return [j for j in near if found[j].within == i and found[j].head == noun.i and found[j].stance == "affirm"]


def _root(parsed: Parsed, attribution: Attribution) -> Token | None:
    if not attribution.content:
        return None
    first = attribution.content[0]
    root: Token = parsed.doc[first.start : first.end].root
    return root


def _is_gap(parsed: Parsed, attribution: Attribution, verb: Token) -> bool:
    """Whether the relative clause of the cue holds nothing of its own that is said: what it hangs on is."""
    own = [t for part in attribution.content for t in part.tokens if t > verb.i]
    thing = child(verb, "dobj")
    return not own and (thing is None or thing.tag_ in {"WDT", "WP"})


def _meant_by(parsed: Parsed, found: Sequence[Attribution], i: int, about: Token, speakers: Speakers) -> list[int]:
    """The statements that "it", "the claims", "Westria's accusations" stand for in statement `i`: the last by somebody
    else, in this paragraph or the one before; none where the noun says itself what it is of ("a report of a crash")."""
    if _is_specific(about, None):
        return []
    if about.pos_ == "NOUN" and any(c.dep_ == "det" and c.lower_ in _INDEFINITE for c in about.children):
        return []
    here = parsed.paragraph_of[found[i].head]
    near = [
        j
        for j in speakers.others(i, range(max(0, i - _REACH), i))
        if here - parsed.paragraph_of[found[j].head] <= 1 and found[j].asserts and not found[j].answers
    ]
    owner = _owner(about)
    if owner is not None:
        near = [j for j in near if speakers.is_of(j, owner)]
    last = near[-1:]
    for j in reversed(near[:-1]):
        first = found[last[0]]
        together = parsed.paragraph_of[first.head] == parsed.paragraph_of[found[j].head] and last[0] - j == 1
        if not (together and speakers.same(j, last[0])):
            break
        last.insert(0, j)
    return last


def _owner(noun: Token) -> Token | None:
    """Whose claims they are: "Westria's", "by Westria"; a pronoun is nobody known."""
    owner = child(noun, "poss")
    if owner is None:
        by = next((c for c in noun.rights if c.dep_ == "prep" and c.lower_ in {"by", "from"}), None)
        owner = child(by, "pobj") if by is not None else None
    return owner if owner is not None and owner.pos_ != "PRON" else None


def _is_specific(noun: Token, cue: Token | None) -> bool:
    """Whether the noun says what it is of, in a clause other than that of `cue` or behind a preposition."""
    return any(
        (c.dep_ in {"acl", "relcl", "ccomp"} and c != cue) or (c.dep_ == "prep" and c.lower_ in _ABOUT)
        for c in noun.rights
    )
