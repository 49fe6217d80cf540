"""A statement as shown."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.publishing.show.labels import labels
from rashomon.publishing.show.lookup import Lookup
from rashomon.publishing.show.values import Value
from rashomon.records import Statement
from rashomon.records.statement import VerificationStatus


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement: its number in the report, who says it through whom, the cue, the content, and what became of it.

    `answers` are numbers of statements. `by` is who could or could not verify it, None where nobody tried.
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
    )
