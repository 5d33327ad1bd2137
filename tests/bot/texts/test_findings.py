from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from bot.rules.achievement import Direction, Method
from bot.rules.form_faults import FaultCode, FormFault
from bot.rules.forms import Figure, FilledForm, FormMark, Indicator
from bot.rules.json_form import to_json
from bot.rules.registers import LhpRow
from bot.rules.run import Document, DocumentState, DutyState, Run, RunState, Task
from bot.texts import findings as texts

AT = datetime(2026, 11, 23, 1, tzinfo=UTC)
WARNING = FormFault(
    "Data Kinerja", "I6", FaultCode.OVER_BUDGET, (("nomor", "1"), ("isi", "9"), ("paling", "8"))
)
NOTE = FormFault("", "", FaultCode.COMPUTED, (("banyak", "2"),))
ROW = Indicator(
    1, "S", "N", "u", Direction.UP, Method.SUM, Decimal(1), Decimal(1), "P", Decimal(8), "irban-1"
)
FORM = FilledForm(FormMark(1, 1, "irban-1", 1), (Figure(ROW, None, Decimal(5)),))


@pytest.fixture
def run(course: Any) -> Run:
    opened: Run = course.run
    return opened


def filed(number: int = 1, **more: object) -> Document:
    document = Document(number, "irban-1", "DATA", DocumentState.RECEIVED, AT, 7, name="<d>.xlsx")
    return replace(document, **{"findings": (WARNING, NOTE), **more})  # type: ignore[arg-type]


def test_what_stands_out_awaits_an_answer_and_counts_all_the_same(run: Run) -> None:
    message = texts.findings(run, filed())
    assert "• Data Kinerja I6: indikator 1: realisasi Rp9 melebihi pagu Rp8" in message.text
    assert "Catatan: 2 sel berisi rumus" in message.text
    assert "Berkas tetap dihitung." in message.text
    assert "&lt;d&gt;.xlsx" in message.text
    ((button,),) = message.buttons
    assert (button.label, button.data) == ("Benar", f"benar:{run.id}:1")


def test_once_no_answer_can_be_taken_none_is_asked_for(run: Run) -> None:
    compiled = [replace(d, state=DutyState.DONE) for d in run.duties if d.task == Task.COMPILE]
    approved = run.with_duty(compiled[0])
    for over in (approved, replace(run, state=RunState.CANCELLED)):
        message = texts.findings(over, filed())
        assert message.text.endswith("Belum dijawab pengirim.")
        assert message.buttons == ()


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (filed(explained_at=AT), "Telah dibenarkan oleh pengirim."),
        (filed(explained_at=AT, explanation="Pagu <baru>"), "Penjelasan: Pagu &lt;baru&gt;"),
        (filed(state=DocumentState.REPLACED), "Versi ini tidak berlaku lagi."),
    ],
)
def test_an_answer_takes_the_button_away(run: Run, document: Document, said: str) -> None:
    message = texts.findings(run, document)
    assert message.text.endswith(said)
    assert message.buttons == ()
    assert texts.reviewed(document) == [f"Yang perlu diperhatikan: 1 hal. {said}"]


def test_a_collector_reads_nothing_where_nothing_stands_out() -> None:
    assert texts.reviewed(replace(filed(), findings=(NOTE,))) == []


def test_a_version_says_what_it_changes(run: Run) -> None:
    after = replace(
        FORM,
        figures=(replace(FORM.figures[0], actual=Decimal("1234.5"), factors="Cuaca"),),
        lhp=(LhpRow("1"),),
    )
    old = filed(1, form=to_json(FORM), state=DocumentState.REPLACED)
    new = filed(2, form=to_json(after), version=2, replaces=1, findings=())
    text = texts.findings(replace(run, documents=(old, new)), new).text
    assert "versi 2" in text
    assert text.split("\n")[1:] == [
        "Perubahan sejak versi 1:",
        "• indikator 1: Realisasi belum ada data menjadi 1.234,5",
        "• indikator 1: Faktor pendorong diisi",
        "• LHP: 1 baris ditambahkan",
    ]
    same = replace(new, form=to_json(FORM))
    text = texts.findings(replace(run, documents=(old, same)), same).text
    assert text.endswith("Tidak ada isian yang berubah sejak versi 1.")
