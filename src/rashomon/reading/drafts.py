"""What the questions of `reading/` hand to each other while one report is read.

Drafts count in tokens and never leave this room; `reading.assemble` turns them into records.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from rashomon.reading.parsed import Stretch
from rashomon.records import ActorKind, CountKind, EventType, Modality, Role, Stance, StatementKind, Tie, VictimClass
from rashomon.records.statement import Rule, VerificationStatus


@dataclass(slots=True)
class Attribution:
    """A statement before its speakers are known.

    `source` is the whole noun phrase, or None. `head` is the token of the cue that rules it (or the first token of the
    content where there is no cue). `within` is the index of the attribution that quotes this one, `follows` of the one
    whose speaker goes on in this one, a quotation with no cue of its own. `given` is the part of the content that the
    source takes for granted and does not claim ("condemned the attack"). `answers` holds indices of the attributions
    that this one denies, confirms or leaves open; `verification` what somebody says of having checked this one.
    `contradicts`: it denies by what it says ("said that nobody was hurt"), so that its content stands as it is said.
    `rule` is what of the grammar finds it, `seen` what the encoder thinks of it, where either does.
    """

    kind: StatementKind
    source: Stretch | None
    cue: Stretch | None
    content: list[Stretch]
    stance: Stance
    head: int
    channel: Stretch | None = None
    within: int | None = None
    follows: int | None = None
    given: Stretch | None = None
    answers: list[int] = field(default_factory=list)
    contradicts: bool = False
    verification: Check | None = None
    confidence: float = 0.5
    rule: Rule | None = None
    seen: Seen | None = None

    @property
    def asserts(self) -> bool:
        """Whether what the content says is what the source says."""
        return self.stance == "affirm" or self.contradicts


@dataclass(frozen=True, slots=True)
class Seen:
    """The encoder's probabilities of an attribution: of its cue, and the mean over the words of source and content (0 where
    there are none)."""

    cue: float
    source: float
    content: float


@dataclass(frozen=True, slots=True)
class Check:
    """Somebody (`by`, a noun phrase) verified, refuted or could not verify something; `words` say so."""

    status: VerificationStatus
    by: Stretch | None
    words: Stretch


@dataclass(slots=True)
class EventMention:
    """A place in the text that names an event. `head` is the token that rules the anchor.

    `actors`, `recipients` are noun phrases, `lent` which of them ("actor", "recipient") the cause or effect of the event
    gives and not its own words, `absorbed` the tokens that tell that cause or effect; `place`, `time` the mentions
    (stretches as `places` and `times` gave them) of the event itself, `place_from` and `time_from` what ties them to it.
    `definite`: refers back ("the attack").
    `undertaken`: the event is the promise, refusal or demand that its verb's auxiliary makes ("will release", "must
    leave"), so the verb's modality is not the event's. `same_as`: the index of the mention that it repeats. `confidence`
    is that of the type; until `weighing` has made it a probability it is the lexicon's ordering. `aspects` are what
    PLOVER does not tell apart (`vocab.plover.aspects`).
    """

    anchor: Stretch
    head: int
    type: EventType
    mode: str | None
    actors: list[Stretch] = field(default_factory=list)
    recipients: list[Stretch] = field(default_factory=list)
    lent: frozenset[str] = frozenset()
    absorbed: frozenset[int] = frozenset()
    place: Stretch | None = None
    time: Stretch | None = None
    place_from: Tie | None = None
    time_from: Tie | None = None
    modality: Modality = field(default_factory=Modality)
    contexts: tuple[str, ...] = ()
    aspects: tuple[str, ...] = ()
    definite: bool = False
    undertaken: bool = False
    same_as: int | None = None
    confidence: float = 0.5
    roles_confidence: float = 0.5
    modality_confidence: float = 0.5


@dataclass(slots=True)
class CountMention:
    """A number of people. `event` is the head token of the event whose loss it is, where the text ties them together;
    `part_of` the index of the total that it is a part of."""

    stretch: Stretch
    kind: CountKind
    low: int | None
    high: int | None
    exact: bool
    victims: Stretch | None
    victims_class: VictimClass
    head: int
    event: int | None = None
    part_of: int | None = None
    running: bool = False


@dataclass(slots=True)
class TimeDraft:
    """A time expression as found, with the tense of the clause that it stands in."""

    stretch: Stretch
    tense: Literal["past", "present", "future"] | None = None
    #: the word before it that places it ("until", "since", "on"), if any
    preposition: str | None = None


@dataclass(slots=True)
class PlaceDraft:
    """A place as named. `literal` is false where the name stands for a government ("Baku said") or is part of another
    name ("Moscow Times"): such drafts give no place.

    `generic` is the kind of place that the text calls it ("town", "province"); `inside` other drafts (indices) that the
    text puts around it ("Irbid, Jordan"); `called` further names with the noun phrase of who uses them; `befallen` where
    something is told of it that only befalls places ("the shelling of X").
    """

    stretch: Stretch
    literal: bool = True
    preposition: str | None = None
    generic: str | None = None
    inside: list[int] = field(default_factory=list)
    called: list[tuple[Stretch, Stretch | None]] = field(default_factory=list)
    befallen: bool = False


@dataclass(slots=True)
class ActorDraft:
    """One actor: mentions that are the same person, body or group. `name` is the fullest form written."""

    name: str
    kind: ActorKind
    mentions: list[Stretch]
    roles: list[Role] = field(default_factory=list)
