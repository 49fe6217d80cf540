"""Reads reports on this machine, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version

from rashomon.errors import DataError
from rashomon.intake.language import check as check_language
from rashomon.intake.prose import check_prose
from rashomon.models.encoder import Encoder
from rashomon.reading.model import LanguageModel, load_model
from rashomon.reading.reader import Reader
from rashomon.records import Issue, Ledger, MadeBy, Report
from rashomon.resolving.places import Disputes, open_gazetteer
from rashomon.running.gazetteer import ensure_gazetteer
from rashomon.running.own import Own, load_own
from rashomon.running.plan import Step, Work, check
from rashomon.running.settings import Settings
from rashomon.running.steps import plan


class Engine:
    """The program's rooms with their resources loaded. Keeps nothing of the reports that it has read.

    `own` holds the user's files where they have been read already. Raises DataError when a model, the gazetteer or a file
    of the user is missing or broken.
    """

    def __init__(
        self, settings: Settings | None = None, *, model: LanguageModel | None = None, own: Own | None = None
    ) -> None:
        self.settings = settings or Settings()
        own = own or load_own(self.settings)
        model = model or load_model()
        gazetteer = open_gazetteer(self.settings.gazetteer_path or ensure_gazetteer())
        encoder = Encoder()
        reader = Reader(model.nlp, encoder, gazetteer.knows, register=own.register, contested=own.contested)
        self._steps: Sequence[Step] = plan(
            reader, gazetteer, register=own.register, disputes=Disputes.of(own.contested)
        )
        check(self._steps)
        self.made_by = MadeBy(
            version("rashomon"),
            {model.name: model.sha256, "statements": encoder.sha256},
            self.settings.sha256(own.contents),
        )

    def read(self, report: Report, issues: Iterable[Issue] = (), *, where: str | None = None) -> Ledger:
        """The ledger of one report. A report that came in with an empty text, is too long, has no prose, or is not in
        English, or on which a step fails, gets a ledger of its head and the issue; nothing is raised for it.

        `where` is what messages call the report: its file, or its line. Raises DataError when the gazetteer turns out
        to be damaged.
        """
        issues = tuple(issues)
        if not report.text:
            return Ledger(report, issues=issues, made_by=self.made_by)
        refusal = check_prose(report, where or "the text")
        if refusal:
            return Ledger(report, issues=(*issues, refusal), made_by=self.made_by)
        judged = check_language(report, where or "the text")
        report, issues = judged.report, (*issues, *judged.issues)
        if not judged.is_english:
            return Ledger(report, issues=issues, made_by=self.made_by)
        try:
            return self._ledger(self._run(Work(report, issues)))
        except DataError:
            raise
        except Exception as error:
            reason = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
            message = f"{where or 'this report'} could not be read through ({reason}); please file it as a fault"
            return Ledger(report, issues=(*issues, Issue("failed", message)), made_by=self.made_by)

    def read_all(self, reports: Iterable[tuple[Report, Sequence[Issue]]]) -> Iterator[Ledger]:
        """The ledgers of many reports, in their order, each made before the next report is asked for."""
        for report, issues in reports:
            yield self.read(report, issues)

    def _run(self, work: Work) -> Work:
        for step in self._steps:
            work = step.run(work)
        return work

    def _ledger(self, work: Work) -> Ledger:
        reading = work.reading
        assert reading is not None, "the plan was checked"
        return Ledger(
            report=work.report,
            statements=reading.statements,
            events=reading.events,
            claims=work.claims or (),
            actors=reading.actors,
            places=work.places or (),
            times=work.times or (),
            counts=reading.counts,
            incidents=work.incidents or (),
            issues=work.issues,
            made_by=self.made_by,
        )
