"""A SOP laid out by `himpun sop check`: nothing that its file says is left out."""

import re
import tomllib
from importlib import resources

import pytest

from bot.rules.sop import Sop
from bot.rules.sop_file import parse_sop
from bot.rules.sop_keys import (
    DESCRIPTIONS,
    HARDCOPY_KEYS,
    KIND_KEYS,
    ROLE_KEYS,
    RULES,
    RUNG_KEYS,
    STEP_KEYS,
)
from bot.texts.sop_outline import outline


def shipped(name: str) -> Sop:
    text = (resources.files("bot") / "sops" / f"{name}.toml").read_text(encoding="utf-8")
    return parse_sop(text)


@pytest.mark.parametrize("name", ["dpmd_jeneponto", "dpmd_banten"])
def test_the_outline_shows_every_role_kind_step_and_rung(name: str) -> None:
    sop = shipped(name)
    text = outline(sop)
    words = " ".join(text.split())
    assert sop.name in text
    assert sop.agency in text
    for role in sop.roles:
        assert re.search(rf"^{role.key}\b", text, re.MULTILINE)
    for kind in sop.kinds:
        assert re.search(rf"^{kind.code} +{kind.name}", text, re.MULTILINE)
    for step in sop.steps:
        actors = ", ".join(sop.role(key).short for key in step.actors)
        row = rf"^{step.number} .*  {step.kind} +{actors} +{step.limit.amount} menit kerja  +\w"
        assert re.search(row, text, re.MULTILINE)
    assert "Jumlah waktu baku: 1.460 menit kerja" in words
    rungs = (*sop.ladder, *sop.approving.ladder)
    assert len(re.findall(r" (?:pribadi|grup) +(?:–|tiap)", text)) == len(rungs)
    for place, approver in enumerate(sop.approving.chain, 1):
        title = re.escape(sop.role(approver.role).title)
        assert re.search(rf"^{place} +{title} +{approver.act}$", text, re.MULTILINE)
    for row in (
        r"^setelah 50% waktu +pemilik +pribadi +– +4, 5, 6$",
        r"^60 menit kerja sebelum batas +pemilik +pribadi +– +4, 5, 6$",
        r"^225 menit kerja setelah batas +pemilik +pribadi +tiap 225 menit kerja +4, 5, 6$",
        r"^pada batas +pemilik +pribadi +– +lainnya$",
        r"^225 menit kerja setelah diminta +pemilik +pribadi +tiap 450 menit kerja$",
    ):
        assert re.search(row, text, re.MULTILINE)


@pytest.mark.parametrize("name", ["dpmd_jeneponto", "dpmd_banten"])
def test_the_outline_fits_a_hundred_columns(name: str) -> None:
    lines = outline(shipped(name)).splitlines()
    assert max(map(len, lines)) <= 100
    assert all(line == line.rstrip() for line in lines)


def test_the_longest_words_stay_within_their_columns() -> None:
    text = shipped("dpmd_jeneponto").source.replace('"irban"', f'"{"i" * 24}"')
    text = text.replace('"Inspektur Pembantu"', f'"{"I" * 300}"').replace(
        '"Irban"', f'"{"S" * 40}"'
    )
    text = text.replace('nama = "Mekanisme', f'nama = "{"M" * 200}')
    assert max(map(len, outline(parse_sop(text)).splitlines())) <= 100


def test_the_seats_of_a_role_are_named() -> None:
    text = outline(shipped("dpmd_jeneponto"))
    assert re.search(r"^irban \(irban-1 s\.d\. .*\nirban-4\)$", text, re.MULTILINE)


def test_an_agency_that_is_not_named_leaves_no_hole() -> None:
    text = re.sub(r"instansi = .*\n", "", shipped("dpmd_banten").source)
    assert re.search(r"^Instansi +–$", outline(parse_sop(text)), re.MULTILINE)


# each key's table, the line that is written for it, and what the outline then says
WRITTEN = {
    ("sop", "nama"): ('nama = "Nama baru"', "SOP Nama baru"),
    ("sop", "instansi"): ('instansi = "Dinas Baru"', "Instansi Dinas Baru"),
    ("sop", "periode"): ('periode = ["bulan"]', "Periode bulan"),
    ("sop", "batas_serah"): ("batas_serah = 0.6", "60% dari waktu langkah himpun"),
    ("sop", "tambahan_waktu"): ("tambahan_waktu = [77]", "Tambahan waktu 77 menit kerja"),
    ("sop", "waktu_perbaikan"): ("waktu_perbaikan = 33", "paling sedikit 33 menit kerja"),
    ("sop", "batas_perubahan"): ("batas_perubahan = 0.4", "40% dari periode sebelumnya"),
    ("sop", "kop"): ('kop = ["KABUPATEN", "DINAS"]', "Kop KABUPATEN; DINAS"),
    ("sop", "usulkan_putaran"): ("usulkan_putaran = false", "Usulan putaran tidak diusulkan"),
    ("sop", "hari_kerja_ke"): ("hari_kerja_ke = 3", "pada hari kerja ke-3 sesudah periode"),
    ("sop", "batas_usulan"): ("batas_usulan = 7", "disusulkan dalam 7 hari kerja"),
    ("sop", "batas_tunda"): ("batas_tunda = 2", "ditunda paling banyak 2 kali"),
    ("sop", "nomor"): ('nomor = "700/1"', "Nomor 700/1"),
    ("sop", "tanggal_pembuatan"): (
        "tanggal_pembuatan = 2022-01-05", "Tanggal pembuatan Rabu, 5 Januari 2022"
    ),
    ("sop", "tanggal_revisi"): (
        "tanggal_revisi = 2023-02-06", "Tanggal revisi Senin, 6 Februari 2023"
    ),
    ("sop", "tanggal_efektif"): (
        "tanggal_efektif = 2023-02-07", "Tanggal efektif Selasa, 7 Februari 2023"
    ),
    ("sop", "tanggal_pengesahan"): (
        "tanggal_pengesahan = 2022-03-01", "Tanggal pengesahan Selasa, 1 Maret 2022"
    ),
    ("sop", "disahkan_oleh"): ('disahkan_oleh = "Bupati"', "Disahkan oleh Bupati"),
    ("sop", "dasar_hukum"): ('dasar_hukum = ["UU 1", "PP 2"]', "Dasar hukum UU 1; PP 2"),
    ("sop", "kualifikasi"): ('kualifikasi = ["Paham"]', "Kualifikasi Paham"),
    ("sop", "keterkaitan"): ('keterkaitan = ["SOP lain"]', "Keterkaitan SOP lain"),
    ("sop", "peralatan"): ('peralatan = ["Pena"]', "Peralatan Pena"),
    ("sop", "peringatan"): ('peringatan = "Awas"', "Peringatan Awas"),
    ("sop", "pencatatan"): ('pencatatan = ["Buku"]', "Pencatatan Buku"),
    ("sop", "keterangan"): ('keterangan = "Untuk dibaca"', "Keterangan Untuk dibaca"),
    ("peran", "kunci"): ("", "kasubbag-perencanaan"),
    ("peran", "jabatan"): ('jabatan = "Kabag"', "kasubbag-perencanaan Kabag"),
    ("peran", "sebutan"): ('sebutan = "Rencana"', "Rencana 1"),
    ("peran", "jumlah"): ("", "4 kasubbag-perencanaan"),
    ("peran", "atasan"): ('atasan = "kepala"', "1 kepala"),
    ("peran", "mengawasi"): ("mengawasi = true", "sekretaris ya"),
    ("peran", "kolom"): ('kolom = "Bagian"', "Kolom gambar Bagian (kasubbag-perencanaan)"),
    ("peran", "keterangan"): (
        'keterangan = "Ketua"', "Keterangan peran kasubbag-perencanaan Ketua"
    ),
    ("berkas", "kode"): ("", "LHP Laporan"),
    ("berkas", "nama"): ('nama = "Laporan lain"', "LHP Laporan lain"),
    ("berkas", "dari"): ("", "Irban Evlap"),
    ("berkas", "penghimpun"): ('penghimpun = "kasubbag-umum"', "Pemeriksaan Irban Umum"),
    ("berkas", "kata"): ('kata = ["hasil"]', "– hasil"),
    ("berkas", "buku_kerja"): ("", "Umum ya"),
    ("berkas", "keterangan"): ('keterangan = "Asli"', "Keterangan berkas LHP Asli"),
    ("langkah", "nomor"): ("", "1 Memerintahkan"),
    ("langkah", "aktivitas"): ('aktivitas = "Membuka"', "1 Membuka perintah"),
    ("langkah", "jenis"): ("", "perintah Perencanaan"),
    ("langkah", "pelaku"): ('pelaku = ["kasubbag-umum"]', "perintah Umum"),
    ("langkah", "kepada"): ("", "1 dokumen Penyusun"),
    ("langkah", "kelengkapan"): ('kelengkapan = "Surat"', "1 Surat"),
    ("langkah", "waktu"): ("waktu = 6", "6 menit kerja"),
    ("langkah", "satuan"): ('satuan = "jam"', "5 jam kerja"),
    ("langkah", "output"): ('output = "Lembar"', "5 menit kerja Lembar"),
    ("langkah", "keterangan"): ('keterangan = "Lisan"', "Keterangan langkah 1 Lisan"),
    ("tangga", "bagian"): ("", "setelah 50% waktu"),
    ("tangga", "sebelum"): ("", "60 menit kerja sebelum batas"),
    ("tangga", "setelah"): ("", "pada batas pemilik"),
    ("tangga", "kepada"): ('kepada = "pengganti"', "pada batas pengganti"),
    ("tangga", "tingkat"): ('kepada = "atasan"\ntingkat = 2', "atasan tingkat 2"),
    ("tangga", "lewat"): ('lewat = "grup"', "pada batas pemilik grup"),
    ("tangga", "ulang"): ("ulang = 99", "pribadi tiap 99 menit kerja"),
    ("tangga", "langkah"): ("", "4, 5, 6"),
    ("tangga", "keterangan"): ('keterangan = "Halus"', "Keterangan tangga 1 Halus"),
    ("naskah_fisik", "jenis"): ('jenis = ["rekap"]', "Naskah fisik rekap; ditagih 5 hari"),
    ("naskah_fisik", "hari_kerja"): ("hari_kerja = 7", "ditagih 7 hari kerja sesudah"),
    ("naskah_fisik", "ulang"): ("ulang = 3", "diulang tiap 3 hari kerja"),
}  # fmt: skip


def with_line(source: str, table: str, line: str) -> str:
    """The first [table] or [[table]] with this line in place of its own."""
    head = f"[{table}]" if table in ("sop", "naskah_fisik") else f"[[{table}]]"
    before, own, after = source.partition(f"\n{head}\n")
    body, gap, rest = after.partition("\n[[")
    for key in tomllib.loads(line):
        body = re.sub(rf"^{key} = (\[[^\]]*\]|.*)\n", "", body + "\n", flags=re.MULTILINE)
    return f"{before}{own}{line}\n{body}{gap}{rest}"


@pytest.mark.parametrize(("place", "told"), WRITTEN.items(), ids=".".join)
def test_the_outline_tells_every_key(place: tuple[str, str], told: tuple[str, str]) -> None:
    line, words = told
    sop = parse_sop(with_line(shipped("dpmd_jeneponto").source, place[0], line))
    assert words in " ".join(outline(sop).split())


def test_no_key_is_forgotten_above() -> None:
    keys = {
        "sop": (*RULES, *DESCRIPTIONS), "peran": ROLE_KEYS, "berkas": KIND_KEYS,
        "langkah": STEP_KEYS, "tangga": RUNG_KEYS,
        "naskah_fisik": HARDCOPY_KEYS,
    }  # fmt: skip
    assert set(WRITTEN) == {(table, key) for table, own in keys.items() for key in own}
