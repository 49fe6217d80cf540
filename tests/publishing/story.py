"""A report written for the purpose. Nothing in it happened."""

from __future__ import annotations

from rashomon.records import Byline, Credit, Dateline, Report, Span

TITLE = "Shells hit market in Dolny Brod; Karsia and Velmark trade blame"
PARAGRAPHS = (
    "Shells struck the covered market in Dolny Brod, which Karsia calls Tarnovik, on Tuesday, and both sides blamed "
    "each other for the attack.",
    "Velmark’s health ministry said that at least nine people had been killed and dozens wounded. It quoted the town’s "
    "mayor, Ilse Rauner, as saying: “There was no soldier within a mile of the market.”",
    "Karsia’s defence ministry denied firing on the town. “Our artillery did not fire; four Velmark sappers died when "
    "their own depot exploded,” its spokesman, Major Pavle Dren, told state television.",
    "The Courier could not verify either account.",
    "Monitors of the river mission confirmed that a convoy had left Port Anselm the week before. The ministry is "
    "expected to call up reservists “soon”, two officials said.",
)
CREDITS = "(Reporting by Ana Mole; Editing by T. Brook)"
TEXT = "\n\n".join((TITLE, "PORT ANSELM (Courier Wire) - " + PARAGRAPHS[0], *PARAGRAPHS[1:], CREDITS))


def at(words: str, nth: int = 0, text: str = TEXT) -> Span:
    """The span of the `nth` place where `text` has `words`."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span.cut(text, start, start + len(words))


def report() -> Report:
    """The report of the shelled market."""
    bodies = (at(paragraph) for paragraph in PARAGRAPHS)
    return Report(
        id="courier-1",
        text=TEXT,
        title=TITLE,
        url="https://courier.example/market?id=1&lang=en",
        publisher="The Courier",
        published="2031-03-05",
        language="en",
        dateline=Dateline(at("PORT ANSELM (Courier Wire) -"), "PORT ANSELM", "Courier Wire"),
        bylines=(Byline("Ana Mole", None),),
        credits=(
            Credit("reporting", ("Ana Mole",), at(CREDITS)),
            Credit("editing", ("T. Brook",), at("Editing by T. Brook")),
        ),
        title_span=at(TITLE),
        body=tuple((span.start, span.end) for span in bodies),
    )
