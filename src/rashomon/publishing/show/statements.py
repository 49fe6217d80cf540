"""A statement as shown."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.publishing.show.labels import labels
from rashomon.publishing.show.lookup import Lookup
from rashomon.publishing.show.values import Value
from rashomon.records import Basis, Statement
from rashomon.records.statement import VerificationStatus


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement: its number in the report, who says it through whom, the cue, the content, and what became of it.

    `answers` are numbers of statements. `by` is who could or could not verify it, None where nobody tried. `sure` is the
    confidence in percent, `rests_on` what it rests on, in words.
    """

    number: int
    sources: tuple[Value, ...]
    cue: Value | None
    content: tuple[Value, ...]
    channel: Value | None
    chain: tuple[str, ...]
    kind: str
    says: str
    answers: tuple[int, ...]
    verification: VerificationStatus | None
    by: str | None
    check: Value | None
    sure: int
    rests_on: str


def statement_view(lookup: Lookup, statement: Statement) -> StatementView:
    """`statement` as shown. An answer to a statement that the ledger lacks is passed over."""
    found = statement.verification
    numbers = lookup.statement_numbers
    return StatementView(
        number=numbers[statement.id],
        sources=tuple(Value.words(span, "source") for span in statement.sources),
        cue=Value.words(statement.cue, "cue") if statement.cue else None,
        content=tuple(Value.words(span, "content") for span in statement.content),
        channel=Value.words(statement.channel, "channel") if statement.channel else None,
        chain=lookup.chain(statement.speakers),
        kind=labels().kinds[statement.kind],
        says=labels().stances[statement.stance],
        answers=tuple(numbers[answer] for answer in statement.answers if answer in numbers),
        verification=found.status if found else None,
        by=(lookup.name(found.by) if found.by else "the report") if found else None,
        check=Value.words(found.span, "check") if found else None,
        sure=round(100 * statement.confidence),
        rests_on=_rests_on(statement.basis),
    )


def _rests_on(basis: Basis | None) -> str:
    """What a statement rests on, in words; nothing where the ledger does not say."""
    if basis is None:
        return ""
    parts = [labels().rules[basis.rule]] if basis.rule else []
    if basis.cue is not None:
        parts.append(
            f"the encoder (cue {basis.cue:.0%}, source {basis.source or 0:.0%}, content {basis.content or 0:.0%})"
        )
    return " and ".join(parts)
