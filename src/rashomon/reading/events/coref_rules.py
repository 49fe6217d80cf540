"""Whether two mentions can be one event, and what speaks for it."""

from __future__ import annotations

from rashomon.reading.events.coref_features import Features, covered
from rashomon.reading.events.coref_words import ANY, families, words

#: tokens back to which a pronoun's repetition reaches
_NEAR = 150


def agree(mention: Features, earlier: Features) -> bool:
    """Whether nothing speaks against `mention` and `earlier` being one event."""
    return (
        _same_class(mention, earlier)
        and consistent(mention, earlier)
        and _same_course(mention, earlier)
        and not _clash(mention.figures, earlier.figures)
        and not _clash(mention.count, earlier.count)
        and not _clash(mention.recipients, earlier.recipients)
        and not _clash(mention.actors, earlier.actors)
        and not (mention.number and earlier.number and mention.number != earlier.number)
    )


def consistent(mention: Features, earlier: Features) -> bool:
    """Whether both can have been one time, in one place, by the same means."""
    return (
        _same_mode(mention.mode, earlier.mode)
        and _same_reality(mention, earlier)
        and not _clash(mention.places, earlier.places)
        and not _dates_clash(mention, earlier)
    )


def follows(effect: Features, cause: Features) -> bool:
    """Whether what befell somebody may be the work of the attack in the sentence before: nothing places or dates it
    elsewhere, nothing makes it another's."""
    if effect.other or not consistent(effect, cause) or effect.modality != cause.modality:
        return False
    placed = not effect.places or bool(effect.places & cause.places)
    return placed and (not effect.dated or bool(effect.dates & cause.dates))


def _same_course(mention: Features, earlier: Features) -> bool:
    """Whether two courses can be one war: not where only the later names its sides, nor where it names others."""
    if not (mention.course and earlier.course):
        return True
    if mention.sides:
        return bool(mention.sides & earlier.sides)
    return mention.definite or not earlier.sides


def evidence(mention: Features, earlier: Features) -> float:
    """How much speaks for it; 0 when nothing does."""
    if mention.other and mention.other != earlier.other:
        return 0.0
    actors, recipients = bool(mention.actors & earlier.actors), bool(mention.recipients & earlier.recipients)
    exact = bool(mention.classes & earlier.classes)
    near = 1.0 / (1 + mention.paragraph - earlier.paragraph)
    support = 1.0 + actors + recipients + 0.5 * exact + near
    if mention.type in words("speech") and not mention.definite:
        return support if exact and actors and recipients else 0.0
    if mention.definite:
        return support
    if mention.bare and mention.number == "many":  # "attacks are rising"
        return support if exact and mention.places & earlier.places else 0.0
    if mention.victims & earlier.victims:  # whoever was shot and was killed was so once
        return support
    if exact and (recipients or (actors and not mention.undergone and not earlier.undergone)):
        return support
    if exact and mention.figures & earlier.figures:
        return support
    if exact and mention.pronoun and mention.head - earlier.head < _NEAR:
        return support
    if exact and mention.noun and earlier.noun and mention.places & earlier.places:
        return support
    return 0.0


def _same_class(mention: Features, earlier: Features) -> bool:
    return any(covered(mention, c) for c in earlier.classes) or any(covered(earlier, c) for c in mention.classes)


def _same_mode(some: str | None, other: str | None) -> bool:
    if some is None or other is None or some == other:
        return True
    a, b = families().get(some, frozenset()), families().get(other, frozenset())
    return ANY in a or ANY in b or bool(a & b)


def _same_reality(mention: Features, earlier: Features) -> bool:
    """A definite noun can take up what was denied or announced before, never what was merely thought of."""
    a, b = mention.modality, earlier.modality
    if a.hypothetical != b.hypothetical or a.historical != b.historical:
        return False
    return mention.definite or a == b


def _dates_clash(mention: Features, earlier: Features) -> bool:
    """Whether both name, say, a weekday, and not the same."""
    for kind in sorted({kind for kind, _ in mention.dates}):
        some = frozenset(word for k, word in mention.dates if k == kind)
        if _clash(some, frozenset(word for k, word in earlier.dates if k == kind)):
            return True
    return False


def _clash(some: frozenset[str], others: frozenset[str]) -> bool:
    return bool(some) and bool(others) and not some & others
