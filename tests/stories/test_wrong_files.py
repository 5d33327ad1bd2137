"""Files that cannot be taken: each is told why, kept as it came, and holds up nobody."""

import io
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256

import pytest
from openpyxl import Workbook, load_workbook

from bot import wiring
from bot.papers import hostile
from bot.papers.format_workbook import seat_workbook
from bot.papers.samples import fill_workbook
from bot.rehearsal.papers import filled_workbook
from bot.rehearsal.telegram import Upload
from bot.rehearsal.theatre import Play
from bot.rules.forms import FormMark
from bot.rules.offers import OfferState
from bot.rules.periods import Period
from tests.stories.acting import Scene, idle, request, seated
from tests.stories.letters import letter
from tests.stories.sending import kept, offered, sends_media

pytestmark = pytest.mark.slow

EXE = b"MZ" + bytes(200)
CSV = b"No;Sasaran;Realisasi\n1;Desa;41,46\n"
BODILESS = {
    "kosong.pdf": (b"", "berkas kosong (0 byte)"),
    "LHP laporan.pdf": (EXE, "jenis berkas belum didukung"),
    "LHP lama.xls": (hostile.old_excel_file(), "bentuk berkas .xls belum didukung"),
    "LHP.csv": (CSV, "bentuk berkas .csv belum didukung"),
    "LHP rahasia.xlsx": (hostile.encrypted_office_file(), "kata sandi"),
    "LHP rusak.pdf": (hostile.cut_off(letter("LHP").content), "berkas rusak"),
}
HARMFUL: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "makro.xlsx": (hostile.with_macros, "berkas memuat makro"),
    "bom.xlsx": (hostile.zip_bomb, "isi berkas terlalu besar"),
    "entitas.xlsx": (hostile.entity_bomb, "berkas"),
    "separuh.xlsx": (hostile.cut_off, "berkas rusak"),
}


async def refused(scene: Scene, upload: Upload, words: str) -> str:
    """The refusal of this file, told privately by its name; its bytes stand in the cabinet."""
    irban = scene.who("irban-1")
    (sent,) = irban.sends(irban.chat, upload)
    told = await scene.until(
        lambda: next(
            (m for m in irban.chat.from_bot if upload.name in m.text and words in m.text), None
        )
    )
    assert await kept(scene, sent) == upload.content
    assert (await offered(scene, sent)).state is OfferState.REFUSED
    assert "👍" not in sent.reactions
    return told.text


async def test_each_bad_file_is_refused_for_what_it_is_and_kept(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        for name, (content, words) in BODILESS.items():
            await refused(scene, Upload(name, content), words)
        sound = (await filled_workbook(scene.stage, "irban-1")).content
        for name, (spoil, words) in HARMFUL.items():
            await refused(scene, Upload(name, spoil(sound)), words)
        irban = scene.who("irban-1")
        far = Upload("jauh.xlsx", hostile.far_cell(sound))
        irban.sends(irban.chat, [letter("LHP"), far])
        await scene.sees("irban-1", "Diterima: LHP, DATA.")


async def test_a_file_over_the_limit_is_refused_by_its_name_and_its_id_is_kept(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        irban = scene.who("irban-1")
        great = Upload("LHP besar.pdf", letter("LHP").content, claimed_size=21 << 20)
        (sent,) = irban.sends(irban.chat, great)
        told = await scene.sees("irban-1", "melebihi 20 MB")
        assert "LHP besar.pdf" in told.text
        offer = await offered(scene, sent)
        assert offer.state is OfferState.REFUSED
        assert (offer.name, offer.size) == ("LHP besar.pdf", 21 << 20)
        assert offer.file_id


async def test_all_faults_of_a_workbook_are_told_with_their_cells(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        filled = await filled_workbook(scene.stage, "irban-1")
        book = load_workbook(io.BytesIO(filled.content))
        sheet = book["Data Kinerja"]
        sheet["I6"], sheet["I7"] = "41,4O", "dua"
        out = io.BytesIO()
        book.save(out)
        told = await refused(
            scene, Upload("Data.xlsx", out.getvalue()), "dikembalikan untuk perbaikan"
        )
        assert "I6" in told
        assert "I7" in told
        irban = scene.who("irban-1")
        irban.sends(irban.chat, filled)
        await scene.sees("irban-1", "Diterima: DATA.")


def workbook_of(scene: Scene, mark: FormMark) -> bytes:
    """Irban I's workbook as another run or office would have sent it out."""
    sop = scene.stage.sop
    form = scene.desk.form.spread([seat.key for seat in sop.suppliers])
    blank = seat_workbook(form, "irban-1", "Irban I", Period("triwulan", 2026, 3), sop.agency, mark)
    return fill_workbook(blank)


async def test_workbooks_of_others_are_told_apart(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        master = next(m.file for m in scene.who("penyusun").chat.from_bot if m.file)
        await refused(scene, Upload("induk.xlsx", master.content), "ini format induk")
        marks = {
            "untuk putaran lain": FormMark(office=1, run=99, seat="irban-1", version=1),
            "milik kantor lain": FormMark(office=99, run=1, seat="irban-1", version=1),
            "untuk kursi lain": FormMark(office=1, run=1, seat="irban-2", version=1),
        }
        for number, (words, mark) in enumerate(marks.items()):
            await refused(scene, Upload(f"{number}.xlsx", workbook_of(scene, mark)), words)


async def test_a_workbook_of_one_s_own_making_is_not_the_data(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        out = io.BytesIO()
        Workbook().save(out)
        await refused(scene, Upload("Data Kinerja.xlsx", out.getvalue()), "yang dikirim sistem")


@pytest.mark.parametrize("kind", ["voice", "video", "sticker", "contact", "location"])
async def test_what_is_no_document_is_refused_in_private_and_left_alone_in_the_group(
    play: Play, kind: str
) -> None:
    async with seated(play) as scene:
        irban = scene.who("irban-1")
        sends_media(irban, irban.chat, kind)
        await scene.sees("irban-1", "bukan berkas yang dapat dicatat")
        before = len(scene.group.from_bot)
        sends_media(irban, scene.group, kind)
        await idle(scene, irban, scene.group)
        assert len(scene.group.from_bot) == before + 1


async def test_others_are_answered_while_a_harmful_file_is_read(play: Play) -> None:
    async with seated(play) as scene:
        await request(scene)
        sound = (await filled_workbook(scene.stage, "irban-1")).content
        irban, other = scene.who("irban-1"), scene.who("irban-2")
        bomb = Upload("bom.xlsx", hostile.zip_bomb(sound))
        irban.sends(irban.chat, bomb)
        irban.sends(irban.chat, letter("LHP"))
        other.says(other.chat, "/tugas")
        await scene.sees("irban-2", "Tugas yang terbuka")
        await scene.sees("irban-1", "Diterima: LHP.")
        told = await scene.sees("irban-1", "isi berkas terlalu besar")
        assert "bom.xlsx" in told.text
        assert await scene.desk.cabinet.open(sha256(bomb.content).hexdigest()) == bomb.content


async def test_a_kind_that_is_not_owed_is_refused_with_those_that_are(play: Play) -> None:
    shipped = wiring.SHIPPED_SOP.read_text("utf-8")
    lhe = 'nama = "Laporan Hasil Evaluasi"\ndari = "irban"'
    assert lhe in shipped
    changed = play.data_dir.parent / "sop.toml"
    others = shipped.replace(lhe, lhe.replace("irban", "kepala"))
    asked_too = others.replace('kepada = ["irban"]', 'kepada = ["irban", "kepala"]')
    changed.write_text(asked_too, "utf-8")
    async with seated(replace(play, sop_file=changed)) as scene:
        await request(scene)
        irban = scene.who("irban-1")
        (sent,) = irban.sends(irban.chat, letter("LHE"))
        told = await scene.sees("irban-1", "Jenis LHE tidak diminta dari Irban I")
        assert "Yang diminta: LHP, TLHP dan DATA" in told.text
        assert await kept(scene, sent) == letter("LHE").content
