"""A run's rows and the frozen values that they stand for."""

from functools import lru_cache

from bot.rules import periods
from bot.rules.approvals import Approval
from bot.rules.backdrop import Backdrop
from bot.rules.form_faults import FormFault
from bot.rules.json_form import from_json, to_json
from bot.rules.run import Document, Duty, Round, Run
from bot.rules.sop import Sop
from bot.rules.sop_file import kept_sop
from storage.session import Values, columns_of, without


@lru_cache(maxsize=64)
def kept_sop_of(source: str) -> Sop:
    return kept_sop(source)


def run_row(run: Run) -> Values:
    row = columns_of(run, "id", "duties", "documents", "approvals")
    backdrop = to_json(run.backdrop) if run.backdrop else None
    return {**row, "period": run.period.key, "sop": run.sop.source, "backdrop": backdrop}


def duty_row(run_id: int, place: int, duty: Duty) -> Values:
    return {"run_id": run_id, "place": place, **columns_of(duty), "rounds": to_json(duty.rounds)}


def document_row(run_id: int, document: Document) -> Values:
    row = columns_of(document, "id")
    return {"run_id": run_id, **row, "findings": to_json(document.findings)}


def approval_row(run_id: int, approval: Approval) -> Values:
    return {"run_id": run_id, **columns_of(approval)}


def run_from(
    row: Values, duties: list[Values], documents: list[Values], approvals: list[Values]
) -> Run:
    kept = without(row, "facts", "head", "period", "sop", "backdrop")
    return Run(
        **kept,
        period=periods.parse(row["period"]),
        sop=kept_sop_of(row["sop"]),
        backdrop=from_json(Backdrop, row["backdrop"]) if row["backdrop"] else None,
        duties=tuple(_duty(row) for row in duties),
        documents=tuple(_document(row) for row in documents),
        approvals=tuple(Approval(**without(row, "run_id")) for row in approvals),
    )


def _duty(row: Values) -> Duty:
    rounds = tuple(from_json(Round, ended) for ended in row["rounds"])
    return Duty(**without(row, "run_id", "place", "rounds"), rounds=rounds)


def _document(row: Values) -> Document:
    findings = tuple(from_json(FormFault, found) for found in row["findings"])
    return Document(
        **without(row, "run_id", "findings", "archived", "archive_tries"), findings=findings
    )
