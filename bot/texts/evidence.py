"""The words of an evidence pack, but for those of its checker, which must stand alone."""

from bot.rules.periods import Period
from bot.rules.run import Document, DocumentState, Run
from bot.texts.formats import period

CALENDAR = (
    "# Kalender kerja yang berlaku bagi putaran ini, sebagaimana dipakai menghitung batas waktu.\n"
    "# Hari libur nasional, cuti bersama, dan libur kantor ditulis satu per satu menurut\n"
    "# keadaan saat paket dibuat, untuk tahun {years}.\n"
    "# Daftar nasional: {source}.\n"
)
NO_NATIONAL_LIST = "tidak dipakai"
NIHIL = "Nihil"
DOCUMENTS = (
    *("Nomor", "Kursi", "Jenis", "Versi", "Keadaan", "Nama semula", "Nama dalam paket"),
    *("Sidik SHA-256", "Diterima", "Pengirim", "Nomor surat", "Tanggal surat"),
    *("Menggantikan nomor", "Diputuskan", "Diputuskan oleh", "Alasan", "Penjelasan temuan"),
)
DECISIONS = (
    *("Catatan", "Waktu", "Tindakan", "Diputuskan oleh", "Pegawai"),
    *("Berkas dari", "Jenis", "Versi", "Nama semula", "Alasan"),
)
PAPERS = (
    *("Nama dalam paket", "Naskah", "Sidik isi", "Kode", "Dicetak", "Dicetak oleh", "Keadaan"),
    *("Naskah fisik diterima", "Diterima oleh", "Tempat", "Pindaian dalam paket", "Sidik pindaian"),
)
APPROVALS = (
    *("Penutupan", "Urutan", "Kursi", "Persetujuan", "Keadaan", "Diminta", "Diputuskan", "Oleh"),
    *("Sebagai", "Atas nama", "Alasan", "Gugur", "Sidik rekap"),
)
DISPOSITIONS = (
    *("Nomor agenda", "Keadaan", "Waktu", "Dari", "Atas nama", "Pegawai", "Sifat", "Arahan"),
    *("Asal surat", "Nomor surat", "Tanggal surat", "Hal", "Surat dalam paket", "Sidik surat"),
)
NOT_PRINTED, IN_FORCE = "belum dicetak", "berlaku"
STATES = {
    DocumentState.RECEIVED: "diterima, belum diperiksa",
    DocumentState.ACCEPTED: "disetujui",
    DocumentState.RETURNED: "dikembalikan untuk perbaikan",
    DocumentState.REPLACED: "diganti versi berikutnya",
    DocumentState.EXCLUDED: "dikeluarkan dari rekap",
}


def state(document: Document) -> str:
    return STATES[document.state]


def replaced_by(code: str) -> str:
    return f"diganti {code}"


def calendar_head(years: list[int], source: str) -> str:
    written = ", ".join(map(str, years))
    return CALENDAR.format(years=written, source=source or NO_NATIONAL_LIST)


def period_name(value: Period) -> str:
    return period(value)


def read_me(office: str, run: Run) -> str:
    return f"""PAKET BUKTI PENGUMPULAN DATA KINERJA

Kantor : {office}
Putaran: {period(run.period)} (nomor {run.id}, {run.state.value})

ISI
  {run.period.key + "/":<19}berkas sebagaimana diserahkan, semua versi, menurut kursi
  lampiran/          berkas lain yang disebut catatan: format, rekap saat disetujui
  berkas.csv         daftar semua berkas: versi, keadaan, pengirim, alasan
  naskah/            naskah putaran: disposisi, permintaan, tanda terima, berita acara,
                     rekap, kartu kendali; pindaian bertanda tangan di naskah/pindaian/
  naskah.pdf         semua naskah itu dalam satu PDF dengan daftar isi
  lkjip/             rancangan bab capaian kinerja untuk LKjIP (DOCX)
  naskah.csv         daftar naskah: kode cetak, tempat naskah fisik, pindaian
  persetujuan.csv    persetujuan tercatat atas rekap, dengan sidik rekap yang disetujui
  disposisi.csv      arahan dan disposisi; suratnya di disposisi/
  pengembalian.csv   berkas yang dikembalikan atau dikeluarkan, beserta alasannya
  recap.xlsx         rekap sebagaimana disetujui; juga sebagai recap.pdf dan recap.png
  facts.csv          catatan kejadian sebagai tabel
  facts.jsonl        catatan yang sama beserta rantai sidiknya
  sop.toml           SOP yang dipakai putaran ini
  kalender.toml      kalender kerja yang dipakai putaran ini
  manifest.json      daftar isi: ukuran dan sidik SHA-256 setiap berkas
  periksa.py         pemeriksa paket ini

CARA MEMERIKSA (tanpa internet; memerlukan Python 3.8 atau lebih baru)
  1. Paket diekstrak ke folder kosong.
  2. Pada folder itu dijalankan: python3 periksa.py
     Pada Windows: py periksa.py
  3. ZIP yang belum diekstrak pun dapat diperiksa: python3 periksa.py NAMA.zip

Pemeriksa menyatakan TERBUKTI apabila tidak ada yang berubah, hilang, atau
ditambahkan, kemudian menuliskan urutan kejadian. Agar berkas lain tidak terbaca
sebagai tambahan, mohon tidak menyimpan apa pun di folder hasil ekstrak.

KEPASTIAN
Catatan (facts.jsonl) membuktikan berkas yang diserahkan, pindaian, surat, rekap yang
dibekukan, pengembalian, dan persetujuan, sebab setiap catatan terkait pada catatan
sebelumnya. Naskah, rekap sebagai PDF dan gambar, SOP, kalender, dan rancangan LKjIP
dibuktikan oleh daftar isi (manifest.json) saja.

Daftar isi dan pemeriksa berada di dalam paket ini. Siapa pun yang membuat ulang
seluruh isinya dapat membuat keduanya juga, dan pemeriksa yang diganti dapat menuliskan
apa saja. Kepastian penuh diperoleh dengan menghitung sendiri sidik daftar isi:
  Windows: certutil -hashfile manifest.json SHA256
  Linux  : sha256sum manifest.json
  macOS  : shasum -a 256 manifest.json
lalu membandingkannya dengan sidik yang ditampilkan sistem saat paket dibuat. Bila sama,
sidik periksa.py dihitung dengan cara itu pula dan dibandingkan dengan yang tertulis di
manifest.json; sesudah itu hasil pemeriksa dapat dipegang. Sidik dari sistem dapat juga
diberikan kepada pemeriksa: python3 periksa.py NAMA.zip SIDIK
"""


def destroyed(at: str) -> str:
    """In place of a file's name in the pack."""
    return f"dimusnahkan menurut retensi, {at}"
