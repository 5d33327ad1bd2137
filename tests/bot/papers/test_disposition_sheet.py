"""The lembar disposisi: what stands in it, from its arahan and the run's facts alone."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from bot.papers.disposition_sheet import disposition_sheets
from bot.papers.sheet import Sheet, set_sheet
from bot.rules.dispositions import Disposition, DispositionState, Nature, ScannedLetter
from bot.rules.dossier import Dossier, as_of
from bot.rules.ledger import NOBODY_AWAY
from bot.rules.people import Office, Person
from bot.rules.printed import PrintCode
from bot.rules.recap import Recap
from bot.rules.run import Fact
from bot.rules.stationery import PaperSize, Stationery
from bot.texts import disposition_sheet as words
from tests.bot.conftest import PERSON, Course, wita

GIVER, HOLDER = 21, 22
PEOPLE = {
    PERSON: Person(PERSON, "Contoh Pegawai", given_name="Contoh Pegawai, S.E.", nip="1" * 18),
    GIVER: Person(GIVER, "Contoh Sekretaris"),
}
SCAN = ScannedLetter(
    "0" * 64, "surat.pdf", "Bappeda", "050/7/2026", date(2026, 11, 20), "Data TW III"
)
ALONE = Disposition(
    1, 1, 2026, 12, DispositionState.ORDERED, wita("2026-11-23 07:31"), PERSON,
    "kasubbag-perencanaan", run_id=5,
)  # fmt: skip
ARAHAN = replace(
    ALONE, at=wita("2026-11-23 07:25"), person=GIVER, seat="sekretaris", on_behalf="kepala",
    instruction="Himpun data kinerja Triwulan III sebelum rapat evaluasi.", nature=Nature.URGENT,
    letter=SCAN,
)  # fmt: skip
ADDED = replace(
    ARAHAN, id=2, number=13, state=DispositionState.JOINED, at=wita("2026-11-24 09:00"),
    instruction="Lengkapi serapan.", letter=None,
)  # fmt: skip


def dossier(course: Course, recap: Recap, *dispositions: Disposition) -> Dossier:
    kop = Stationery(("PEMERINTAH KABUPATEN CONTOH", "DINAS CONTOH", "Jalan Contoh Nomor 1"))
    office = Office(1, -100, "Kinerja", "token")
    facts = tuple(course.facts)
    return Dossier(
        course.run, facts, PEOPLE, office, course.calendar, NOBODY_AWAY, recap, kop,
        as_of(course.run), dispositions,
    )  # fmt: skip


def sheet_of(of: Dossier) -> Sheet:
    [sheet] = disposition_sheets(of)
    return sheet


def pages(sheet: Sheet) -> list[str]:
    """With every run of blanks as one: a line may break anywhere."""
    made = set_sheet(sheet, PrintCode("7KQ3-MX", 5, sheet.digest))
    read = PdfReader(BytesIO(made)).pages
    return [" ".join(page.extract_text().replace("\u200b", "").split()) for page in read]


def rows(sheet: Sheet) -> list[list[str]]:
    return [row[1:] for row in sheet.data["record"]["rows"]]


def test_a_run_without_an_order_or_an_arahan_has_no_sheet(course: Course, recap: Recap) -> None:
    assert list(disposition_sheets(dossier(course, recap))) == []


def test_the_sheet_bears_the_letter_the_arahan_and_from_whom_it_came(
    course: Course, recap: Recap
) -> None:
    course.at("2026-11-23 07:31").order()
    sheet = sheet_of(dossier(course, recap, ARAHAN, ADDED))
    [page] = pages(sheet)
    for told in (
        "LEMBAR DISPOSISI", "DINAS CONTOH", "Bappeda", "050/7/2026", "20 November 2026", "12/2026",
        "Data TW III", "Himpun data kinerja Triwulan III sebelum rapat evaluasi.",
        "(Sekretaris a.n. Kepala Dinas)", "Susulan 13/2026: Lengkapi serapan.", "7KQ3-MX",
    ):  # fmt: skip
        assert told in page, told
    assert [marked for _, marked in sheet.data["natures"]] == [False, True, False]


@pytest.mark.parametrize(
    ("letter", "named"),
    [
        (SCAN, "Surat dari Bappeda, nomor 050/7/2026, tanggal 20 November 2026, hal Data TW III"),
        (ScannedLetter("0" * 64, "surat.pdf"), "Surat: surat.pdf"),
    ],
)
def test_a_letter_that_came_with_a_later_arahan_is_named_with_it(
    course: Course, recap: Recap, letter: ScannedLetter, named: str
) -> None:
    course.at("2026-11-23 07:31").order()
    sheet = sheet_of(dossier(course, recap, ALONE, replace(ADDED, letter=letter)))
    assert sheet.data["notes"][1][1].split("\n")[1] == named


def test_an_order_without_an_arahan_says_that_it_stands_alone(course: Course, recap: Recap) -> None:
    course.at("2026-11-23 07:31").order()
    sheet = sheet_of(dossier(course, recap, ALONE))
    [page] = pages(sheet)
    assert words.ALONE in page
    assert "Permintaan data kinerja Triwulan III 2026" in page
    assert not any(marked for _, marked in sheet.data["natures"])


def test_nothing_is_marked_or_recorded_before_the_order(course: Course, recap: Recap) -> None:
    prepared = replace(ARAHAN, state=DispositionState.PREPARED)
    sheet = sheet_of(dossier(course, recap, prepared))
    assert not any(marked for _, marked in sheet.data["hopes"][1])
    assert [row[0] for row in rows(sheet)] == ["Menyampaikan arahan: agenda 12/2026"]
    ordered = sheet_of(dossier(course.at("2026-11-23 07:31").to_step(2), recap, ARAHAN))
    assert [marked for _, marked in ordered.data["hopes"][1]] == [False, True, False]


def test_a_head_who_orders_himself_does_not_forward_it_to_himself(
    course: Course, recap: Recap
) -> None:
    sop = course.run.sop
    roles = tuple(
        replace(r, superior=None) if r.key == "kasubbag-perencanaan" else r for r in sop.roles
    )
    course.run = replace(course.run, sop=replace(sop, roles=roles))
    course.at("2026-11-23 07:31").order()
    sheet = sheet_of(dossier(course, recap, ALONE))
    assert sheet.data["forwarded"][1] == ["Penyusun Bahan Evaluasi, Rencana, Program dan Laporan"]
    assert [room["by"] for room in sheet.data["initials"]] == ["Tanda tangan"]


def test_the_record_tells_act_name_nip_post_and_time(course: Course, recap: Recap) -> None:
    course.at("2026-11-23 07:31").order()
    assert rows(sheet_of(dossier(course, recap, ARAHAN))) == [
        [
            "Menyampaikan arahan: agenda 12/2026",
            "Contoh Sekretaris",
            "Sekretaris a.n. Kepala Dinas",
            "23/11/2026\n07.25 WITA",
        ],
        [
            "Memerintahkan pengumpulan data: langkah\u00a01",
            f"Contoh Pegawai, S.E.\nNIP {'1' * 18}",
            "Kasubbag Perencanaan dan Keuangan",
            "23/11/2026\n07.31 WITA",
        ],
    ]


def test_who_acts_in_another_s_stead_stands_there_with_both_names(
    course: Course, recap: Recap
) -> None:
    course.at("2026-11-23 07:31").order()
    hand = {"sebagai": "Plh.", "oleh": "Contoh Pegawai", "atas nama": "Contoh Pemegang"}
    course.facts = [replace(f, detail={**f.detail, **hand}) for f in course.facts]
    ordered = rows(sheet_of(dossier(course, recap, ALONE)))[0]
    assert ordered[2] == "Plh. Kasubbag Perencanaan dan Keuangan"
    assert ordered[1].endswith("a.n. Contoh Pemegang")


def test_files_accepted_in_one_tap_are_one_row_and_a_return_tells_why(
    course: Course, recap: Recap
) -> None:
    course.at("2026-11-23 07:50").to_step(4)
    lhp = [
        course.file(seat, "LHP", f"{n}.pdf")
        for n, seat in enumerate(("irban-1", "irban-1", "irban-2"))
    ]
    course.at("2026-11-23 10:00").give_back(lhp[2], "Tanpa tanda tangan")
    course.at("2026-11-23 10:30").accept_all("kasubbag-evlap")
    told = [row[0] for row in rows(sheet_of(dossier(course, recap, ALONE)))]
    assert told[-2:] == [
        "Mengembalikan berkas untuk perbaikan: LHP Irban II\nalasan: Tanpa tanda tangan",
        "Menyetujui berkas: LHP Irban I (2)",
    ]


def test_many_files_accepted_at_once_are_counted_by_kind(course: Course, recap: Recap) -> None:
    course.at("2026-11-23 07:50").to_step(4)
    for seat in course.run.sop.suppliers:
        course.file(seat.key, "LHP")
        course.file(seat.key, "LHE")
    course.accept_all("kasubbag-evlap")
    told = rows(sheet_of(dossier(course, recap, ALONE)))[-1][0]
    assert told == "Menyetujui berkas: LHP (4) dan LHE (4)"


@pytest.mark.parametrize(("verb", "said"), words.ACTS.items())
def test_every_act_of_the_table_enters_the_record(
    course: Course, recap: Recap, verb: str, said: str
) -> None:
    course.facts = [Fact(verb, datetime(2026, 11, 23, 1, tzinfo=UTC), PERSON, "penyusun")]
    assert rows(sheet_of(dossier(course, recap, ALONE)))[0][0] == said


def test_what_is_not_in_the_table_does_not_enter(course: Course, recap: Recap) -> None:
    course.facts = [Fact("pengingat", course.now, None, "irban-1")]
    sheet = sheet_of(dossier(course, recap, ALONE))
    assert rows(sheet) == []
    assert words.NO_RECORD in pages(sheet)[0]


def test_the_table_s_verbs_are_those_that_a_run_s_facts_have(course: Course, recap: Recap) -> None:
    course.at("2026-11-23 07:31").to_step(6)
    course.finish()
    made = {fact.verb for fact in course.facts}
    entered = {row[0].partition(":")[0] for row in rows(sheet_of(dossier(course, recap, ALONE)))}
    assert entered == {words.ACTS[verb] for verb in made & set(words.ACTS)}
    assert len(entered) >= 6


def test_a_long_run_flows_over_pages_with_the_head_of_its_table_on_each(
    course: Course, recap: Recap
) -> None:
    course.at("2026-11-23 07:31").order()
    for minute in range(60):
        at = wita(f"2026-11-24 08:{minute:02}")
        detail = {"jenis": "LHP", "dari": "irban-1", "alasan": "Tanpa tanda tangan basah. " * 3}
        course.facts.append(Fact("berkas dikembalikan", at, PERSON, "kasubbag-evlap", detail))
    read = pages(sheet_of(dossier(course, recap, ARAHAN)))
    assert len(read) > 2
    assert all("Nama dan NIP" in page for page in read)


def test_the_same_values_give_the_same_bytes_and_any_text_may_stand_in_them(
    course: Course, recap: Recap
) -> None:
    hostile = "#panic() $x$ *tebal* \\ “kutip” <b> \u202e " + "tanpaspasi" * 40
    course.at("2026-11-23 07:31").order()
    letter = replace(SCAN, origin=hostile, number=hostile, subject=hostile)
    arahan = replace(ARAHAN, instruction=hostile, letter=letter)
    of = dossier(course, recap, arahan)
    small = replace(of, stationery=replace(of.stationery, size=PaperSize.A4))
    assert sheet_of(of).digest == sheet_of(small).digest
    assert set_sheet(sheet_of(small)) == set_sheet(sheet_of(small))
    assert "#panic()" in pages(sheet_of(small))[0]
