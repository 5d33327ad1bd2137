import io
import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pypdf import PdfReader

from bot.papers.recap_pdf import recap_pdf
from bot.rules.recap import Recap
from bot.rules.signing import Signature, Signing
from bot.rules.stationery import PaperSize, Stationery
from tests.bot.papers.large_recap import MARKUP, large_recap

NOBODY_YET = Signing(
    (Signature("Penyusun Bahan"),), (Signature("Kasubbag Perencanaan"),), (Signature("Kepala"),)
)
AT = datetime(2026, 11, 26, 1, tzinfo=UTC)
F4 = (609, 935)  # points of 215 mm and 330 mm
A4 = (595, 841)


def pages(pdf: bytes) -> list[str]:
    """The words of every page, on one line."""
    return [" ".join(p.extract_text().split()) for p in PdfReader(io.BytesIO(pdf)).pages]


@pytest.fixture(scope="module")
def printed(recap: Recap) -> list[str]:
    return pages(recap_pdf(recap, NOBODY_YET))


def test_the_same_recap_gives_the_same_bytes(recap: Recap) -> None:
    assert recap_pdf(recap, NOBODY_YET) == recap_pdf(recap, NOBODY_YET)


def test_the_paper_is_f4_upright_first_and_its_annexes_lie(recap: Recap) -> None:
    read = PdfReader(io.BytesIO(recap_pdf(recap, NOBODY_YET)))
    sizes = [(int(p.mediabox.width), int(p.mediabox.height)) for p in read.pages]
    assert sizes == [F4, *[F4[::-1]] * (len(sizes) - 1)]
    assert len(sizes) > 2


def test_an_office_of_a4_has_its_kop_on_a4_and_no_column_runs_into_the_next(told: Recap) -> None:
    head = ("PEMERINTAH KABUPATEN CONTOH", "DINAS CONTOH", "Jalan Contoh Nomor 1")
    read = PdfReader(io.BytesIO(recap_pdf(told, NOBODY_YET, Stationery(head, size=PaperSize.A4))))
    sizes = [(int(p.mediabox.width), int(p.mediabox.height)) for p in read.pages]
    assert sizes == [A4, *[A4[::-1]] * (len(sizes) - 1)]
    first, *annexes = (" ".join(page.extract_text().split()) for page in read.pages)
    assert first.startswith(" ".join(head))
    assert "14/08/2026 Inspektorat Kabupaten Kelebihan" in " ".join(annexes)


def test_the_figures_are_those_of_the_recap_as_the_office_writes_them(printed: list[str]) -> None:
    assert all(
        said in printed[0]
        for said in ("KABUPATEN JENEPONTO", "TRIWULAN III 2026", "84,28%", "81,69%", "8 dari 9")
    )
    annexes = " ".join(printed[1:])
    assert "Rp1.518.010.000" in annexes
    assert "Keterlambatan LPJ Dana Desa hari turun 5 5 9 20,00% Sangat Rendah Irban IV" in annexes
    assert "700/12/" in annexes


def test_changes_and_explanations_stand_in_the_annexes_alone(told: Recap) -> None:
    first, *annexes = pages(recap_pdf(told, NOBODY_YET))
    assert "Triwulan II 2026" not in first
    found = " ".join(annexes)
    assert "Jumlah desa Mandiri desa Triwulan II 2026 4,5 5 0,5 membaik Irban I" in found
    assert "LHP itu telah selesai." in found


def test_every_page_has_its_number(printed: list[str]) -> None:
    last = len(printed)
    assert all(f"Halaman {n} dari {last}" in page for n, page in enumerate(printed, start=1))


def test_headings_are_repeated_on_every_page_of_a_long_table() -> None:
    printed = pages(recap_pdf(large_recap(120), NOBODY_YET))
    table = [page for page in printed if re.search(r"Program \d|Indikator \d+ desa", page)]
    with_rows = [page for page in table if "Indikator" in page and " naik " in page]
    assert len(with_rows) > 2
    assert all("Target tahun" in page for page in with_rows)


def test_there_is_room_for_paraf_and_signature_and_no_mark_of_approval(printed: list[str]) -> None:
    for post in ("Penyusun Bahan", "Kasubbag Perencanaan", "Kepala"):
        assert post in printed[0]
    assert (printed[0].count("Paraf"), printed[0].count("NIP")) == (2, 3)  # the head signs alone
    whole = " ".join(printed).lower()
    assert "tercatat" not in whole
    assert "tanda tangan elektronik" not in whole


def test_an_act_is_told_once_it_is_recorded_and_never_as_a_signature(recap: Recap) -> None:
    done = replace(NOBODY_YET, compiled=(Signature("Penyusun Bahan", AT),))
    [first, *_] = pages(recap_pdf(recap, done))
    assert "Persetujuan rekap tercatat Kamis, 26 November 2026 pukul 09.00 WITA" in first
    assert first.count("tercatat") == 1
    assert "elektronik" not in first


def test_an_sop_without_a_head_has_no_third_room(recap: Recap) -> None:
    [first, *_] = pages(recap_pdf(recap, replace(NOBODY_YET, head=())))
    assert first.count("NIP") == 2
    assert "Mengetahui" not in first


def test_a_recap_of_a_run_that_goes_on_says_that_it_is_provisional(recap: Recap) -> None:
    told = "Sementara, menurut keadaan Kamis, 26 November 2026 pukul 09.20 WITA"
    first, final = (pages(recap_pdf(recap, Signing(), None, each))[0] for each in (told, ""))
    assert told in first
    assert "Disusun Kamis" not in first
    assert "Disusun Kamis" in final
    assert "Sementara" not in final


def test_text_never_becomes_markup() -> None:
    printed = pages(recap_pdf(large_recap(3, text=MARKUP, name=lambda _: MARKUP), NOBODY_YET))
    assert MARKUP in printed[0]
    assert "#panic" in " ".join(printed[1:])


@pytest.mark.slow
def test_words_without_an_end_and_an_empty_recap_are_printed(recap: Recap) -> None:
    endless = large_recap(2, text="W" * 4000, name=lambda _: "X" * 400)
    assert pages(recap_pdf(endless, NOBODY_YET))
    empty = replace(
        recap, head=(), rows=(), lhp=(), lhe=(), tlhp=(), documents=(), completeness=(), remarks=""
    )
    assert "Nihil" in " ".join(pages(recap_pdf(empty, Signing())))
