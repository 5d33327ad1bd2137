import pytest

from bot import wiring
from bot.rehearsal.clock import RehearsalClock
from bot.rehearsal.page.sample_files import CannotGive
from bot.rehearsal.page.samples import sample_file, samples_for
from bot.rehearsal.stage import Stage, set_stage
from bot.rehearsal.telegram import Telegram
from bot.rules.calendar import WorkCalendar
from bot.rules.kinds import FileType, sniff
from bot.rules.sop_file import parse_sop
from tests.bot.rehearsal.conftest import MONDAY


async def test_an_irban_has_every_kind_in_both_forms_and_what_is_refused(stage: Stage) -> None:
    samples = samples_for(stage, ["irban-2"])
    assert [sample.label for sample in samples if sample.good] == [
        "LHP (PDF)",
        "LHP (DOCX)",
        "LHE (PDF)",
        "LHE (DOCX)",
        "TLHP (PDF)",
        "TLHP (DOCX)",
        "Buku kerja terisi",
    ]
    assert [sample.label for sample in samples if not sample.good] == [
        "Buku kerja milik Irban III",
        "Buku kerja rusak",
        "Buku kerja dengan huruf pada kolom angka",
        "Berkas kosong (0 byte)",
        "PDF yang bukan PDF",
    ]


async def test_who_hands_nothing_in_has_no_samples(stage: Stage) -> None:
    assert samples_for(stage, ["kasubbag-umum", "kepala"]) == ()


async def test_of_two_seats_every_file_says_whose_it_is(stage: Stage) -> None:
    labels = [sample.label for sample in samples_for(stage, ["irban-1", "irban-4"])]
    assert len(labels) == len(set(labels))
    assert {label.split(":")[0] for label in labels} == {"Irban I", "Irban IV"}


async def test_another_sop_names_its_own_kinds(hours: WorkCalendar) -> None:
    sop = parse_sop((wiring.SOPS / "dpmd_banten.toml").read_text("utf-8"))
    clock = RehearsalClock(MONDAY)
    async with Telegram(clock.now) as telegram:
        stage = set_stage(telegram, clock, sop, hours)
        good = [sample.label for sample in samples_for(stage, ["kabid-3"]) if sample.good]
        assert good == ["Buku kerja terisi"]


@pytest.mark.parametrize(
    ("sample", "kind"),
    [
        ("irban-1:LHP:pdf", FileType.PDF),
        ("irban-1:LHP:docx", FileType.DOCX),
        ("irban-1:kosong", FileType.EMPTY),
        ("irban-1:palsu", FileType.OTHER),
    ],
)
async def test_the_bytes_are_what_the_sample_is(stage: Stage, sample: str, kind: FileType) -> None:
    assert sniff(sample_file(stage, ["irban-1"], sample).content) is kind


async def test_two_letters_of_a_kind_are_two_letters(stage: Stage) -> None:
    irban = stage.cast["irban-1"]
    first = sample_file(stage, ["irban-1"], "irban-1:LHP:docx")
    irban.started = True
    irban.sends(irban.chat, first)
    second = sample_file(stage, ["irban-1"], "irban-1:LHP:docx")
    assert (first.name, second.name) == ("LHP Irban I 1.docx", "LHP Irban I 2.docx")
    assert first.content != second.content


@pytest.mark.parametrize(
    ("sample", "sentence"),
    [
        ("irban-1:DATA", "Buku kerja Irban I belum dikirim sistem"),
        ("irban-2:LHP:pdf", "tidak tersedia untuk kursi pegawai ini"),
    ],
)
async def test_what_cannot_be_had_is_told_in_words(
    stage: Stage, sample: str, sentence: str
) -> None:
    with pytest.raises(CannotGive, match=sentence):
        sample_file(stage, ["irban-1"], sample)
