"""The papers of a run as pages: what they say, and that they never say more than happened."""

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from bot.papers.bundle import Bound, Cover, bundle_pdf
from bot.papers.control_card import control_sheet
from bot.papers.minutes_paper import minutes_sheet
from bot.papers.receipt_paper import receipt_sheets
from bot.papers.request_paper import request_sheets
from bot.papers.sheet import Sheet, set_sheet
from bot.rules.printed import PaperKind, PrintCode
from bot.rules.stationery import PaperSize
from tests.bot.conftest import EVLAP, KASUBBAG, UMUM, Course
from tests.bot.dossiers import dossier

IRBAN = "irban-1"


def pages(pdf: bytes) -> list[str]:
    plain = (p.extract_text().replace("\u200b", "") for p in PdfReader(io.BytesIO(pdf)).pages)
    return [" ".join(page.split()) for page in plain]


def said(sheet: Sheet) -> str:
    return " ".join(pages(set_sheet(sheet)))


@pytest.fixture
def returned(course: Course) -> Course:
    """One file returned and mended, one kind nihil; everything conveyed but not compiled."""
    course.at("2026-11-23 07:50").to_step(4)
    document = course.at("2026-11-23 09:00").file(IRBAN, "LHP", "LHP Irban I.pdf")
    course.nihil(IRBAN, "LHE")
    course.at("2026-11-23 10:00").give_back(document, "Tanpa pengesahan")
    course.file(IRBAN, "LHP", "LHP Irban I.pdf", "baru")
    course.hand_in_all()
    for seat in (EVLAP, UMUM):
        course.accept_all(seat)
        course.convey_collected(seat)
    return course


def test_a_receipt_tells_every_version_with_what_became_of_it(returned: Course) -> None:
    evlap, umum, *_ = receipt_sheets(dossier(returned))
    told = said(evlap)
    assert "dikembalikan untuk perbaikan, kemudian diganti" in told
    assert "alasan: Tanpa pengesahan" in told
    assert "versi 2" in told
    assert "Nihil: tidak ada pada periode ini" in told
    assert returned.run.documents[0].digest[:12] in told
    assert "DATA" not in told
    assert [sheet.subject for sheet in (evlap, umum)] == [f"{IRBAN}/{EVLAP}", f"{IRBAN}/{UMUM}"]


def test_nothing_is_marked_as_approved_before_the_act(returned: Course) -> None:
    told = said(minutes_sheet(dossier(returned)))
    assert "Sementara, menurut keadaan Senin, 23 November 2026 pukul 10.00 WITA" in told
    assert "XI/2026" not in told
    assert "tercatat Senin" not in told
    assert "Rekap disetujui : belum" in told
    returned.at("2026-11-23 11:00").approve()
    after = said(minutes_sheet(dossier(returned)))
    assert "Persetujuan rekap tercatat Senin, 23 November 2026 pukul 11.00 WITA" in after
    assert "tanda tangan elektronik" not in after.lower()


def test_a_closed_run_s_minutes_are_dated_in_words_and_no_more_provisional(
    returned: Course,
) -> None:
    returned.at("2026-11-24 08:00").approve()
    returned.at("2026-11-24 09:00").finish()
    told = said(minutes_sheet(dossier(returned)))
    assert "Nomor: 000.8.3.4/....../DPMD/XI/2026" in told
    assert "Pada hari ini, Selasa, tanggal dua puluh empat bulan November tahun dua ribu" in told
    assert "Sementara" not in told


def test_the_control_card_says_in_time_or_past_it_as_a_fact(returned: Course) -> None:
    told = said(control_sheet(dossier(returned)))
    assert "melewati waktu baku" in told
    assert "Langkah 4." in told
    assert "Berkas dikembalikan" in told
    assert "terlambat" not in told.lower()


def test_a_step_s_heading_never_stands_last_on_a_page_of_the_control_card(course: Course) -> None:
    sheet = control_sheet(dossier(course))
    line = [*["x"] * 10, "akhir baris"]
    steps = [
        {"activity": f"Langkah {n}.", "rows": [{"cells": line, "late": False}] * (1 + n % 3)}
        for n in range(60)
    ]
    made = pages(set_sheet(replace(sheet, data={**sheet.data, "steps": steps})))
    whole = [page for page in made if "Langkah" in page]
    assert len(whole) > 4
    for page in whole:
        assert page.rindex("akhir baris") > page.rindex("Langkah"), page[-200:]


def test_room_to_sign_never_stands_alone_on_a_page(returned: Course) -> None:
    evlap, *_ = receipt_sheets(dossier(returned))
    tall = [{"cells": ["1", "LHP", "\n".join(["x"] * 51), "", "", ""], "state": "accepted"}]
    first, second = pages(set_sheet(replace(evlap, data={**evlap.data, "rows": tall})))
    assert "LHP x x" in first
    assert second.startswith("Sidik ialah")
    assert "Yang menyerahkan" in second


def test_a_cancelled_run_prints_that_it_is(course: Course) -> None:
    course.to_step(4)
    course.file(IRBAN, "LHP")
    run = replace(course.run, state=type(course.run.state).CANCELLED, reason="Periode keliru")
    course.run = replace(run, closed_at=course.now)
    told = said(minutes_sheet(dossier(course)))
    assert "Putaran dibatalkan" in told
    assert "Alasan: Periode keliru." in told


@pytest.mark.parametrize("size", list(PaperSize))
def test_a_bundle_has_contents_outline_and_the_same_bytes_again(
    course: Course, size: PaperSize
) -> None:
    of = dossier(course.to_step(4))
    of = replace(of, stationery=replace(of.stationery, size=size))
    letter, card = next(request_sheets(of)), control_sheet(of)
    bound = [Bound(letter, PrintCode("7K3F-9Q2M", 5, letter.digest)), Bound(card)]
    cover = Cover(of.run.period, of.stationery, "Sementara", of.as_of)
    made = bundle_pdf(cover, bound)
    assert made == bundle_pdf(cover, bound)
    read = PdfReader(io.BytesIO(made))
    contents, first, *_ = pages(made)
    assert "1 Permintaan data Irban I, Triwulan III 2026 7K3F-9Q2M 1" in contents
    assert f"1 / {len(read.pages) - 1}" in first
    assert read.page_labels[:3] == ["i", "1", "2"]
    titles = [item["/Title"] for item in read.outline if not isinstance(item, list)]
    assert titles == ["Daftar isi", letter.title, card.title]


def test_a_kind_with_several_papers_has_one_branch_of_the_outline(course: Course) -> None:
    of = dossier(course.to_step(4))
    cover = Cover(of.run.period, of.stationery, "", of.as_of)
    letters = [Bound(sheet) for sheet in request_sheets(of)][:2]
    read = PdfReader(io.BytesIO(bundle_pdf(cover, letters)))
    _, branch, leaves = read.outline
    assert branch["/Title"] == "Permintaan data"
    assert [leaf["/Title"] for leaf in leaves] == [one.sheet.title for one in letters]


def test_who_asked_is_told_as_the_substitute_that_he_was(course: Course) -> None:
    course.to_step(4)
    told = {"sebagai": "Plh.", "oleh": "Contoh", "atas nama": "Lain"}
    course.facts = [
        replace(f, detail={**f.detail, **told}) if f.seat == KASUBBAG else f for f in course.facts
    ]
    letter = said(next(request_sheets(dossier(course))))
    assert "Plh. Kasubbag Perencanaan dan Keuangan" in letter
    assert "Perintah tercatat" in letter
    assert next(request_sheets(dossier(course))).kind is PaperKind.REQUEST
