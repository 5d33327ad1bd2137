"""Checks an evidence pack of `himpun export` offline; it stands alone and travels in the pack.

On purpose it repeats the form of the chain (rules/chain.py) and of the table, and bears its own
sentences: nothing else of the house is there where it runs. Python 3.8 or newer; it is written so
that 3.5 to 3.7 can still read it, and are told.
"""

import sys

if __name__ == "__main__" and not (sys.flags.isolated or getattr(sys.flags, "safe_path", False)):
    del sys.path[0]  # what lies beside it is to be checked, never to be run

import csv
import hashlib
import io
import json
import os
import re
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections import Counter
from datetime import datetime, timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path  # noqa: F401
    from typing import IO, Any  # noqa: F401

OLDEST = (3, 8)
MANIFEST, LINES, TABLE = "manifest.json", "facts.jsonl", "facts.csv"
PAPERS, APPROVALS, DISPOSITIONS = "naskah.csv", "persetujuan.csv", "disposisi.csv"
DOCUMENTS, DECISIONS = "berkas.csv", "pengembalian.csv"
BY_FACT = ("lampiran", "disposisi", "naskah/pindaian")  # where names begin with a fact's place
PAPER = re.compile(r"naskah/[^/]+\.pdf$")
CHAPTER = re.compile(r"lkjip/[^/]+\.docx$")
EXPECTED = (
    *("BACA.txt", "periksa.py", "recap.xlsx", "recap.pdf", "recap.png", LINES, TABLE),
    *(DOCUMENTS, DECISIONS, "sop.toml", "kalender.toml"),
    *(PAPERS, APPROVALS, DISPOSITIONS, "naskah.pdf"),
)
HEADS = {
    DOCUMENTS: (
        *("Nomor", "Kursi", "Jenis", "Versi", "Keadaan", "Nama semula", "Nama dalam paket"),
        *("Sidik SHA-256", "Diterima", "Pengirim", "Nomor surat", "Tanggal surat"),
        *("Menggantikan nomor", "Diputuskan", "Diputuskan oleh", "Alasan", "Penjelasan temuan"),
    ),
    DECISIONS: (
        *("Catatan", "Waktu", "Tindakan", "Diputuskan oleh", "Pegawai"),
        *("Berkas dari", "Jenis", "Versi", "Nama semula", "Alasan"),
    ),
    PAPERS: (
        *("Nama dalam paket", "Naskah", "Sidik isi", "Kode", "Dicetak", "Dicetak oleh", "Keadaan"),
        *("Naskah fisik diterima", "Diterima oleh", "Tempat", "Pindaian dalam paket"),
        "Sidik pindaian",
    ),
    APPROVALS: (
        *("Penutupan", "Urutan", "Kursi", "Persetujuan", "Keadaan", "Diminta", "Diputuskan"),
        *("Oleh", "Sebagai", "Atas nama", "Alasan", "Gugur", "Sidik rekap"),
    ),
    DISPOSITIONS: (
        *("Nomor agenda", "Keadaan", "Waktu", "Dari", "Atas nama", "Pegawai", "Sifat", "Arahan"),
        *("Asal surat", "Nomor surat", "Tanggal surat", "Hal", "Surat dalam paket"),
        "Sidik surat",
    ),
}
ENTERED, NIHIL = ("berkas diterima", "berkas didahului"), "nihil dinyatakan"
DECIDED = {
    "berkas disetujui": "disetujui",
    "berkas dikembalikan": "dikembalikan untuk perbaikan",
    "berkas dikeluarkan": "dikeluarkan dari rekap",
}
SENT_BACK = ("berkas dikembalikan", "berkas dikeluarkan")
UNREAD, REPLACED = "diterima, belum diperiksa", "diganti versi berikutnya"
NOTHING = "Nihil"
PRINTED = "naskah dicetak"
RECAP, FROZEN, REOPENED = "recap.xlsx", "rekap akhir dibekukan", "langkah dibuka kembali"
DESTROYED = "berkas dimusnahkan"  # by retention: the fact and the hash stay
APPROVED = ("paraf tercatat", "persetujuan tercatat")
STATES = {
    "persetujuan diminta": "diminta",
    "rekap dikembalikan": "dikembalikan",
    "persetujuan gugur": "gugur",
    APPROVED[0]: "diberikan",
    APPROVED[1]: "diberikan",
}
UNTOLD_STATES = ("menunggu", "gugur")  # of who was not asked yet, or never
LEFT = ("arahan menunggu kembali", "arahan ditarik")  # the arahan is of no run any more
KEYS = ("place", "at", "verb", "person", "seat", "detail", "hash")
SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")
MOST_FILES = 20000
MOST_BYTES = 16 * 2**30
MOST_READ = 64 * 2**20  # of what is read as a whole
CHUNK = 2**20
TORN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError)
ZONES = {"WIB": 420, "WITA": 480, "WIT": 540}
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)

TOO_OLD = "Pemeriksa ini memerlukan Python 3.8 atau lebih baru; yang terpasang Python {0}.{1}.\n"
USAGE = "Cara pakai: python3 periksa.py [PAKET.zip atau folder] [sidik daftar isi]\n"
TITLE = "PEMERIKSAAN PAKET BUKTI"
HEAD = "Kantor : {0}\nPutaran: {1}, {2} (nomor {3})"
PROVED = (
    "HASIL: TERBUKTI. Tidak ada yang berubah, hilang, atau ditambahkan.\n"
    "  {0} berkas sesuai dengan daftar isi (ukuran dan sidik SHA-256).\n"
    "  {1} catatan tersambung tanpa putus, dan semua berkas yang disebutnya ada."
)
DESTROYED_TOO = (
    "  {0} berkas di antaranya telah dimusnahkan menurut retensi; catatan dan sidiknya tetap ada."
)
NOT_PROVED = "HASIL: TIDAK TERBUKTI. Ditemukan {0} hal:"
EVENTS = "YANG TERJADI, menurut catatan (waktu {0})"
NO_EVENTS = "Belum ada catatan pada putaran ini."
UNTOLD = "Urutan kejadian tidak ditampilkan, karena paket ini tidak terbukti."
SEALS = "Sidik daftar isi   : {0}\nSidik akhir catatan: {1}"
SEAL_SAME = "Sidik daftar isi sama dengan sidik pembanding yang diberikan."
SEAL_OTHER = "sidik daftar isi bukan {0}, yaitu sidik pembanding yang diberikan"
SEAL_NOTE = (
    "Catatan: daftar isi dan pemeriksa ini berada di dalam paket. Siapa pun yang membuat ulang\n"
    "seluruh isinya dapat membuat keduanya juga, dan pemeriksa yang diganti dapat menuliskan apa\n"
    "saja. Kepastian penuh diperoleh di luar pemeriksa ini: sidik SHA-256 manifest.json dan\n"
    "periksa.py dihitung sendiri,\n"
    "  Windows: certutil -hashfile manifest.json SHA256\n"
    "  Linux  : sha256sum manifest.json (macOS: shasum -a 256 manifest.json)\n"
    "lalu yang pertama dibandingkan dengan sidik yang ditampilkan sistem saat paket dibuat, dan\n"
    "yang kedua dengan sidik periksa.py di dalam manifest.json."
)
CLOSE = "\nTekan Enter untuk menutup jendela ini.\n"
UNREADABLE = "paket tidak dapat dibaca: {0}"
NO_ZIP = "bukan ZIP yang utuh: {0}"
NO_PACK = "tidak ada paket di {0}"
BAD_MANIFEST = "daftar isi (manifest.json) tidak ada atau tidak dapat dibaca"
BAD_SEAL = "daftar isi (manifest.json) telah diubah: tidak sesuai dengan segelnya"
BAD_NAME = "nama berkas yang tidak aman: {0}"
TWICE = "nama berkas lebih dari satu kali: {0}"
LINKED = "bukan berkas biasa: {0}"
TOO_MUCH = "isi paket melebihi batas yang wajar ({0} berkas, {1} bita)"
TOO_LARGE = "{0} terlalu besar untuk dibaca ({1} bita)"
HIDDEN = "ZIP tidak sebagaimana dibuat sistem: dikemas ulang, atau ada isi di luar berkas-berkasnya"
MISSING = "hilang: {0}"
ADDED = "ditambahkan: {0}"
SIZE = "ukuran berubah: {0} (seharusnya {1} bita, ternyata {2})"
CHANGED = "isi berubah: {0}"
UNKNOWN = "bukan bagian dari paket: {0}"
LACKING = "daftar isi tidak memuat {0}"
BAD_LINE = "catatan {0}: bentuk baris tidak sesuai"
BAD_PLACE = "catatan {0}: nomor urut tidak sesuai (tertulis {1})"
BAD_RUN = "catatan {0}: milik kantor atau putaran lain"
BROKEN = "catatan {0}: isi atau urutannya berubah (rantai sidik putus)"
BAD_END = "jumlah atau akhir catatan tidak sesuai dengan daftar isi (catatan ditambah atau dibuang)"
BAD_TABLE = "facts.csv tidak sama dengan facts.jsonl"
GONE = "catatan {0} menyebut berkas yang tidak ada: {1}"
UNTOLD_FILE = "tidak disebut oleh catatan, atau bukan di tempatnya: {0}"
BAD_REGISTER = "bentuk {0} tidak sesuai"
NOT_LISTED = "tidak tercantum pada {0}: {1}"
LISTED_GONE = "{0} menyebut yang tidak ada: {1}"
DIFFERS = "{0} tidak sama dengan catatan: {1}"
OTHER_RECAP = "recap.xlsx bukan rekap yang dibekukan menurut catatan {0}"
OTHER_APPROVED = "catatan {0}: persetujuan atas rekap lain daripada yang dibekukan"
BY = "oleh {0}"
VERBS = {
    "perintah selesai": "Perintah diberikan",
    "sampaikan selesai": "Penyampaian selesai",
    "serah selesai": "Penyerahan selesai",
    "himpun selesai": "Penghimpunan selesai",
}
LABELS = {
    "jenis": "",
    "nama": "",
    "nomor": "nomor surat",
    "tanggal": "tanggal surat",
    "alasan": "alasan:",
    "catatan": "catatan:",
    "arahan": "arahan:",
    "tindakan": "",
}
# for machines, or told beside it
LEFT_OUT = ("sidik", "file_id", "surat", "anak tangga", "paket", "giliran", "urutan", "ukuran")
SOME = "{0} butir"
MORE = "dan {0} hal lainnya"
MOST_TOLD = 200


class Refused(Exception):
    """Why nothing can be checked, as a sentence."""


class Folder:
    """An unpacked pack: declared sizes by name, and bytes."""

    def __init__(self, path):
        # type: (Path) -> None
        self.path = path
        self.paths = {}  # type: dict[str, Path]
        for found in sorted(path.rglob("*")):
            # a disk may decompose accents
            name = unicodedata.normalize("NFC", found.relative_to(path).as_posix())
            kind = found.lstat().st_mode
            if not (stat.S_ISDIR(kind) or stat.S_ISREG(kind)):
                raise Refused(tell(LINKED, name))
            if name in self.paths:
                raise Refused(tell(TWICE, name))
            if stat.S_ISREG(kind):
                self.paths[name] = found
        self.sizes = {name: found.stat().st_size for name, found in self.paths.items()}

    def open(self, name):
        # type: (str) -> IO[bytes]
        return self.paths[name].open("rb")


class Bundle:
    """The ZIP itself; nothing in it is unpacked onto a disk."""

    def __init__(self, path):
        # type: (Path) -> None
        try:
            self.zip = zipfile.ZipFile(str(path))
        except zipfile.BadZipFile:
            raise Refused(tell(NO_ZIP, path)) from None
        entries = self.zip.infolist()
        self.sizes = {}  # type: dict[str, int]
        for entry in entries:
            name = entry.orig_filename
            if not safe(name):
                raise Refused(tell(BAD_NAME, name))
            if name in self.sizes:
                raise Refused(tell(TWICE, name))
            if entry.flag_bits & 1 or stat.S_ISLNK(entry.external_attr >> 16):
                raise Refused(tell(LINKED, name))
            self.sizes[name] = entry.file_size
        with path.open("rb") as file:
            if not entries_alone(file, entries, self.zip.start_dir):
                raise Refused(HIDDEN)

    def open(self, name):
        # type: (str) -> IO[bytes]
        return self.zip.open(name)


def entries_alone(file, entries, start_of_list):
    # type: (IO[bytes], list[zipfile.ZipInfo], int) -> bool
    """Whether the ZIP is its entries, one behind the other from its first byte on, and their list:
    nothing lies before, between or behind them (APPNOTE 4.3.7, 4.3.16)."""
    reached = 0
    for entry in sorted(entries, key=lambda each: each.header_offset):
        file.seek(reached)
        header = file.read(30)
        if len(header) < 30 or entry.header_offset != reached:
            return False
        name, extra = struct.unpack("<26x2H", header)
        file.seek(name, os.SEEK_CUR)
        if entry.comment or not (sizes_alone(file.read(extra)) and sizes_alone(entry.extra)):
            return False
        reached += 30 + name + extra + entry.compress_size
    file.seek(-22, os.SEEK_END)
    end = file.read()
    return reached == start_of_list and end[:4] == b"PK\x05\x06" and end[20:] == b"\x00\x00"


def sizes_alone(extra):
    # type: (bytes) -> bool
    """Nothing, or the large sizes of ZIP64 and no more (APPNOTE 4.5.3)."""
    return not extra or (extra[:2] == b"\x01\x00" and extra[2] + 4 == len(extra) <= 32)


def tell(sentence, *parts):
    # type: (str, *object) -> str
    return sentence.format(*[shown(part) for part in parts])


def shown(value):
    # type: (object) -> str
    """On one line, without signs that steer a terminal."""
    return "".join(c if c.isprintable() else " " for c in str(value))


def safe(name):
    # type: (str) -> bool
    """A path that stays in its folder on every system."""
    parts = name.split("/")
    plain = not re.search(r'[\\:*?"<>|\x00-\x1f]', name)
    return plain and all(part and part.strip(" .") == part for part in parts)


def whole(pack, name):
    # type: (Folder | Bundle, str) -> bytes
    if pack.sizes[name] > MOST_READ:
        raise Refused(tell(TOO_LARGE, name, pack.sizes[name]))
    try:
        with pack.open(name) as file:
            return file.read(MOST_READ)
    except TORN:
        raise Refused(tell(CHANGED, name)) from None


def text_of(pack, name, encoding="utf-8"):
    # type: (Folder | Bundle, str, str) -> str
    try:
        return whole(pack, name).decode(encoding)
    except UnicodeDecodeError:
        raise Refused(tell(BAD_REGISTER, name)) from None


def read_manifest(pack):
    # type: (Folder | Bundle) -> dict[str, Any]
    try:
        text = text_of(pack, MANIFEST)
        told = json.loads(text)
        # no key twice, nothing beside it, and sealed together with the chain's last hash
        rest = {key: value for key, value in told.items() if key != "seal"}
        if text != json.dumps(told, ensure_ascii=False, indent=2) + "\n":
            raise Refused(BAD_MANIFEST)
        if told["seal"] != fingerprint(rest):
            raise Refused(BAD_SEAL)
        check_form(told)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        raise Refused(BAD_MANIFEST) from None
    return told  # type: ignore[no-any-return]


def check_form(told):
    # type: (dict[str, Any]) -> None
    """Refuses a manifest that is not as the system writes it."""
    for file in told["files"]:
        if sorted(file) != ["name", "sha256", "size"] or type(file["size"]) is not int:
            raise Refused(BAD_MANIFEST)
        if not safe(file["name"]) or file["name"] == MANIFEST:
            raise Refused(tell(BAD_NAME, file["name"]))
    head(told)
    texts = [told["facts"]["head"], told["zone"], *told["seats"].values()]
    texts += [*told["people"].values(), *(turn["name"] for turn in told["clock"])]
    numbers = [told["facts"]["count"], told["run"], told["office"]["id"]]
    numbers += [turn[key] for turn in told["clock"] for key in ("place", "minutes")]
    if not all(isinstance(text, str) for text in texts):
        raise Refused(BAD_MANIFEST)
    if any(ZONES.get(turn["name"], turn["minutes"]) != turn["minutes"] for turn in told["clock"]):
        raise Refused(BAD_MANIFEST)
    if not all(type(number) is int for number in numbers):
        raise Refused(BAD_MANIFEST)


def head(told):
    # type: (dict[str, Any]) -> str
    return tell(HEAD, told["office"]["title"], told["period_name"], told["state"], told["run"])


def check_files(pack, told):
    # type: (Folder | Bundle, dict[str, Any]) -> list[str]
    """Files against the manifest, both ways."""
    if len(pack.sizes) > MOST_FILES or sum(pack.sizes.values()) > MOST_BYTES:
        raise Refused(tell(TOO_MUCH, len(pack.sizes), sum(pack.sizes.values())))
    names = [file["name"] for file in told["files"]]
    as_one = Counter(name.casefold() for name in names)  # as some disks read names
    faults = [tell(TWICE, name) for name in names if as_one[name.casefold()] > 1]
    faults += [tell(ADDED, n) for n in sorted(set(pack.sizes) - set(names) - {MANIFEST})]
    faults += [tell(LACKING, name) for name in EXPECTED if name not in names]
    faults += [tell(UNKNOWN, n) for n in names if "/" not in n and n not in EXPECTED]
    for file in told["files"]:
        faults += check_file(pack, file)
    return faults


def check_file(pack, file):
    # type: (Folder | Bundle, dict[str, Any]) -> list[str]
    """Nothing is read of a file whose declared size is another than the manifest's."""
    name, size = file["name"], file["size"]
    if name not in pack.sizes:
        return [tell(MISSING, name)]
    if pack.sizes[name] != size:
        return [tell(SIZE, name, size, pack.sizes[name])]
    digest, read = hashlib.sha256(), 0
    try:
        with pack.open(name) as source:
            while read <= size:
                chunk = source.read(CHUNK)
                if not chunk:
                    break
                read += len(chunk)
                digest.update(chunk)
    except TORN:
        return [tell(CHANGED, name)]
    same = read == size and digest.hexdigest() == file["sha256"]
    return [] if same else [tell(CHANGED, name)]


def link(previous, fact):
    # type: (str, dict[str, Any]) -> str
    """The fact's hash, over the one before and every field."""
    fields = {key: fact[key] for key in ("office", "run", "verb", "at", "person", "seat", "detail")}
    fields["previous"] = previous
    return fingerprint(fields)


def fingerprint(value):
    # type: (object) -> str
    canonical = json.dumps(value, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def read_facts(pack, told):
    # type: (Folder | Bundle, dict[str, Any]) -> tuple[list[dict[str, Any]], list[str]]
    """The facts, and every place where their chain does not hold."""
    facts, faults, previous = [], [], ""
    lines = text_of(pack, LINES).split("\n")
    for place, line in enumerate(lines[:-1], 1):
        fact = read_fact(line)
        if fact is None:
            faults.append(tell(BAD_LINE, place))
            continue
        if fact["place"] != place:
            faults.append(tell(BAD_PLACE, place, fact["place"]))
        if (fact["office"], fact["run"]) != (told["office"]["id"], told["run"]):
            faults.append(tell(BAD_RUN, place))
        if link(previous, fact) != fact["hash"]:
            faults.append(tell(BROKEN, place))
        previous = fact["hash"]
        facts.append(fact)
    ended = {"count": len(lines) - 1, "head": previous}
    if lines[-1] or told["facts"] != ended:
        faults.append(BAD_END)
    return facts, faults


def read_fact(line):
    # type: (str) -> dict[str, Any] | None
    """None where the line is not exactly as the system writes it."""
    try:
        fact = json.loads(line)
        if json.dumps(fact, ensure_ascii=False, sort_keys=True) != line:
            return None
        if sorted(fact) != sorted(("office", "run", *KEYS)):
            return None
        # falls where it is no moment with its zone, or no object
        datetime.fromisoformat(fact["at"]) - datetime.fromisoformat("2000-01-01T00:00:00+00:00")
        fact["detail"].items()
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    texts = all(isinstance(fact[key], str) for key in ("verb", "seat", "hash"))
    return fact if texts and type(fact["place"]) is int else None


def check_table(pack, facts):
    # type: (Folder | Bundle, list[dict[str, Any]]) -> list[str]
    asked = [list(KEYS), *([cell(fact[key]) for key in KEYS] for fact in facts)]
    return [] if read_table(pack, TABLE) == asked else [BAD_TABLE]


def read_table(pack, name):
    # type: (Folder | Bundle, str) -> list[list[str]]
    """Its rows; none where it is no table."""
    text = io.StringIO(text_of(pack, name, "utf-8-sig"), newline="")
    csv.field_size_limit(MOST_READ)  # a proposed format's changes are one long cell
    try:
        return list(csv.reader(text, strict=True))
    except csv.Error:
        return []


def cell(value):
    # type: (object) -> str
    if isinstance(value, dict):
        value = json.dumps(value, ensure_ascii=False, sort_keys=True)
    text = "" if value is None else str(value)
    return "'" + text if text.startswith(SIGNS) else text


def check_named(told, facts):
    # type: (dict[str, Any], list[dict[str, Any]]) -> list[str]
    """Every file that a fact names is there; every document is named by a fact, as what it is."""
    files = {file["sha256"] for file in told["files"]}
    naming = [fact for fact in facts if fact["detail"].get("sidik")]
    gone = destroyed(facts)
    faults = [
        tell(GONE, fact["place"], fact["detail"].get("nama") or fact["detail"]["sidik"])
        for fact in naming
        if fact["detail"]["sidik"] not in files and fact["detail"]["sidik"] not in gone
    ]
    for file in told["files"]:
        about = [fact for fact in naming if fact["detail"]["sidik"] == file["sha256"]]
        if by_facts(file["name"]) and not any(stands(told, file["name"], fact) for fact in about):
            faults.append(tell(UNTOLD_FILE, file["name"]))
    return faults + check_once(told)


def check_once(told):
    # type: (dict[str, Any]) -> list[str]
    """What else the facts name lies in the pack once: no copy of it, nor of a document. A paper
    that was made may come back as a scan of itself."""
    named = [file for file in told["files"] if by_facts(file["name"])]
    copies = Counter(file["sha256"] for file in named)
    return [
        tell(UNTOLD_FILE, file["name"])
        for file in named
        if file["name"].rpartition("/")[0] in BY_FACT and copies[file["sha256"]] > 1
    ]


def destroyed(facts):
    # type: (list[dict[str, Any]]) -> set[Any]
    """Hashes of the files that no fact names again since one told that they were destroyed."""
    last = {fact["detail"]["sidik"]: fact["verb"] for fact in facts if fact["detail"].get("sidik")}
    return {digest for digest, verb in last.items() if verb == DESTROYED}


def by_facts(name):
    # type: (str) -> bool
    """Whether a fact must name it: papers stand in a register, chapters are made of the rest."""
    return "/" in name and not PAPER.match(name) and not CHAPTER.match(name)


def stands(told, name, fact):
    # type: (dict[str, Any], str, dict[str, Any]) -> bool
    """Whether the file lies where this fact puts it."""
    folder, _, own = name.rpartition("/")
    if folder in BY_FACT:
        return own.startswith(str(fact["place"]).zfill(4) + "_")
    kind, version = fact["detail"].get("jenis", ""), fact["detail"].get("versi")
    of_seat = told["period"] + "/" + plain(fact["seat"])
    return folder == of_seat and own.startswith(plain(kind) + "_v" + str(version) + "_")


def plain(key):
    # type: (object) -> str
    return re.sub(r"[^\w .-]", "_", unicodedata.normalize("NFC", str(key))).strip(" .")


def read_register(pack, name):
    # type: (Folder | Bundle, str) -> list[dict[str, str]]
    rows = read_table(pack, name)
    if rows[:1] != [list(HEADS[name])] or any(len(row) != len(rows[0]) for row in rows):
        raise Refused(tell(BAD_REGISTER, name))
    return [dict(zip(rows[0], row)) for row in rows[1:]]  # noqa: B905 - as long as the head


def check_documents(pack, told, facts):
    # type: (Folder | Bundle, dict[str, Any], list[dict[str, Any]]) -> list[str]
    """Every version that the facts tell has its row, with its file and what became of it."""
    rows = read_register(pack, DOCUMENTS)
    entered = Counter(document(told, fact) for fact in facts if fact["verb"] in (*ENTERED, NIHIL))
    listed = Counter(known_by(row) for row in rows)
    differing = sorted(set((entered - listed) + (listed - entered)))
    faults = [tell(DIFFERS, DOCUMENTS, " / ".join(known[:4])) for known in differing]
    lying = {n["name"] for n in told["files"] if n["name"].startswith(told["period"] + "/")}
    names = Counter(row["Nama dalam paket"] for row in rows)
    faults += [tell(NOT_LISTED, DOCUMENTS, name) for name in sorted(lying - set(names))]
    faults += [tell(TWICE, name) for name in sorted(lying) if names[name] > 1]
    decisions = {document(told, fact): fact for fact in facts if fact["verb"] in DECIDED}
    gone = destroyed(facts)
    for row in rows:
        name, digest = row["Nama dalam paket"], row["Sidik SHA-256"]
        faults += [] if digest in gone else check_place(told, DOCUMENTS, name, digest)
        # of two that are alike in all else a decision may be on either
        alone = digest and listed[known_by(row)] == 1
        if alone and not decided_as(row, decisions.get(known_by(row))):
            faults.append(tell(DIFFERS, DOCUMENTS, name))
    return faults


def document(told, fact):
    # type: (dict[str, Any], dict[str, Any]) -> tuple[str, ...]
    """What a document is known by, as the fact tells it: whose, its kind, version, name, bytes."""
    owner = fact["detail"].get("dari") or fact["seat"]
    seat = cell(told["seats"].get(owner, owner))
    if fact["verb"] == NIHIL:
        return (seat, *pick(fact, "jenis"), "1", NOTHING, "")
    return (seat, *pick(fact, "jenis", "versi", "nama", "sidik"))


def known_by(row):
    # type: (dict[str, str]) -> tuple[str, ...]
    return tuple(row[key] for key in ("Kursi", "Jenis", "Versi", "Nama semula", "Sidik SHA-256"))


def decided_as(row, fact):
    # type: (dict[str, str], dict[str, Any] | None) -> bool
    """By the last decision on it; one that was replaced keeps the reason of its return."""
    asked = (UNREAD, "") if fact is None else (DECIDED[fact["verb"]], *pick(fact, "alasan"))
    return (row["Keadaan"], row["Alasan"]) in (asked, (REPLACED, asked[1]))


def check_decisions(pack, told, facts):
    # type: (Folder | Bundle, dict[str, Any], list[dict[str, Any]]) -> list[str]
    """Every return and exclusion with its reason, as its fact tells it, and none besides."""
    rows = Counter(tuple(row.values()) for row in read_register(pack, DECISIONS))
    asked = Counter(decision(told, fact) for fact in facts if fact["verb"] in SENT_BACK)
    differing = {row[0] for row in (rows - asked) + (asked - rows)}
    return [tell(DIFFERS, DECISIONS, place) for place in sorted(differing)]


def decision(told, fact):
    # type: (dict[str, Any], dict[str, Any]) -> tuple[str, ...]
    zone = zone_at(told, fact)
    at = local(fact["at"], zone).strftime("%d/%m/%Y %H.%M ") + zone["name"]
    by = told["seats"].get(fact["seat"], fact["seat"]), person_name(told, fact["person"])
    owner = told["seats"].get(fact["detail"].get("dari"), "")
    said = (str(fact["place"]), at, fact["verb"], *by, owner)
    return (*map(cell, said), *pick(fact, "jenis", "versi", "nama", "alasan"))


def check_papers(pack, told, facts):
    # type: (Folder | Bundle, dict[str, Any], list[dict[str, Any]]) -> list[str]
    """Every paper has its row; every printed one, its place and its scan are as the facts tell."""
    rows = read_register(pack, PAPERS)
    lying = [file["name"] for file in told["files"] if PAPER.match(file["name"])]
    listed = [row["Nama dalam paket"] for row in rows if row["Nama dalam paket"]]
    faults = [tell(NOT_LISTED, PAPERS, name) for name in sorted(set(lying) - set(listed))]
    faults += [tell(LISTED_GONE, PAPERS, name) for name in sorted(set(listed) - set(lying))]
    faults += [tell(TWICE, name) for name in sorted(set(listed)) if listed.count(name) > 1]
    printed = {pick(fact, "kode", "isi") for fact in facts if fact["verb"] == PRINTED}
    shown_as = {(row["Kode"], row["Sidik isi"]) for row in rows if row["Kode"]}
    faults += [tell(DIFFERS, PAPERS, code) for code, _ in sorted(printed ^ shown_as)]
    neither = [row["Naskah"] for row in rows if not (row["Kode"] or row["Nama dalam paket"])]
    faults += [tell(DIFFERS, PAPERS, title) for title in neither]
    for row in rows:
        about = [fact for fact in facts if row["Kode"] and pick(fact, "kode") == (row["Kode"],)]
        if (row["Tempat"], row["Sidik pindaian"]) != newest(about, "tempat", "sidik"):
            faults.append(tell(DIFFERS, PAPERS, row["Kode"] or row["Naskah"]))
        scan = row["Sidik pindaian"]
        asked = "" if scan in destroyed(facts) else scan
        faults += check_place(told, PAPERS, row["Pindaian dalam paket"], asked)
    return faults


def check_recap(told, facts):
    # type: (dict[str, Any], list[dict[str, Any]]) -> list[str]
    """Each approval is of the recap as it was closed before it, and that recap is the pack's."""
    faults, frozen = [], {}  # type: list[str], dict[str, Any]
    for fact in facts:
        if fact["verb"] in (FROZEN, REOPENED):
            frozen = fact if fact["verb"] == FROZEN else {}
        of_it = frozen and fact["detail"].get("sidik") == frozen["detail"].get("sidik")
        if fact["verb"] in APPROVED and not of_it:
            faults.append(tell(OTHER_APPROVED, fact["place"]))
    digests = [file["sha256"] for file in told["files"] if file["name"] == RECAP]
    asked = frozen["detail"].get("sidik") if frozen else None
    if frozen and asked not in destroyed(facts) and digests != [asked]:
        faults.append(tell(OTHER_RECAP, frozen["place"]))
    return faults


def check_approvals(pack, told, facts):
    # type: (Folder | Bundle, dict[str, Any], list[dict[str, Any]]) -> list[str]
    """Each approval as the facts tell it, by whom and of which recap, and none besides."""
    rows = read_register(pack, APPROVALS)
    listed = [((row["Penutupan"], row["Urutan"]), row) for row in rows]
    newest_of = {pick(fact, "giliran", "urutan"): fact for fact in facts if fact["verb"] in STATES}
    keys = Counter(key for key, _ in listed)  # type: Counter[tuple[str, ...]]
    wrong = {key for key in [*newest_of, *keys] if keys[key] != 1}
    faults = [tell(DIFFERS, APPROVALS, " / ".join(key)) for key in sorted(wrong)]
    for key, row in listed:
        fact = newest_of.get(key)
        same = row["Keadaan"] in UNTOLD_STATES if fact is None else approved_as(told, row, fact)
        if not same:
            faults.append(tell(DIFFERS, APPROVALS, " / ".join(key)))
    return faults


def approved_as(told, row, fact):
    # type: (dict[str, Any], dict[str, str], dict[str, Any]) -> bool
    seat = told["seats"].get(fact["seat"], fact["seat"])
    said = (STATES[fact["verb"]], cell(seat), *pick(fact, "tindakan", "sidik"))
    shown_as = (row["Keadaan"], row["Kursi"], row["Persetujuan"], row["Sidik rekap"])
    if said != shown_as or fact["person"] is None:
        return said == shown_as
    return (row["Oleh"], row["Alasan"]) == (
        cell(person_name(told, fact["person"])),
        *pick(fact, "alasan"),
    )


def check_dispositions(pack, told, facts):
    # type: (Folder | Bundle, dict[str, Any], list[dict[str, Any]]) -> list[str]
    """Each disposition of the run with its arahan and letter as the facts tell, none besides."""
    rows = read_register(pack, DISPOSITIONS)
    about = {}  # type: dict[str, list[dict[str, Any]]]
    for fact in facts:
        if fact["detail"].get("agenda"):
            about.setdefault(cell(fact["detail"]["agenda"]), []).append(fact)
    stand = {number for number, own in about.items() if own[-1]["verb"] not in LEFT}
    faults = [
        tell(DIFFERS, DISPOSITIONS, number)
        for number in sorted(stand ^ {row["Nomor agenda"] for row in rows})
    ]
    for row in rows:
        own = about.get(row["Nomor agenda"], [])
        said = [f for f in own if isinstance(f["detail"].get("arahan"), str)]
        asked = newest(said, "arahan") + newest(own, "sidik")
        if (row["Arahan"], row["Sidik surat"]) != asked:
            faults.append(tell(DIFFERS, DISPOSITIONS, row["Nomor agenda"]))
        letter = "" if row["Sidik surat"] in destroyed(facts) else row["Sidik surat"]
        faults += check_place(told, DISPOSITIONS, row["Surat dalam paket"], letter)
    return faults


def check_place(told, register, name, digest):
    # type: (dict[str, Any], str, str, str) -> list[str]
    """What a row says to lie in the pack lies there, with these bytes."""
    lies = {"name": name, "sha256": digest}
    if not (name or digest) or any(lies.items() <= file.items() for file in told["files"]):
        return []
    return [tell(LISTED_GONE, register, name or digest)]


def pick(fact, *keys):
    # type: (dict[str, Any], *str) -> tuple[str, ...]
    return tuple(cell(fact["detail"].get(key)) for key in keys)


def newest(facts, *keys):
    # type: (list[dict[str, Any]], *str) -> tuple[str, ...]
    """Of each key what the last fact says that tells it; empty where none does."""
    told = [[cell(f["detail"][key]) for f in facts if f["detail"].get(key)] for key in keys]
    return tuple(values[-1] if values else "" for values in told)


def chronicle(told, facts):
    # type: (dict[str, Any], list[dict[str, Any]]) -> list[str]
    """What happened, day by day by the office's clock."""
    lines, day = [], ""
    for fact in facts:
        zone = zone_at(told, fact)
        at = local(fact["at"], zone)
        if written(at) != day:
            day = written(at)
            lines += ["", day]
        several = " " + zone["name"] if len(told["clock"]) > 1 else ""
        lines.append("  " + at.strftime("%H.%M") + several + "  " + event(told, fact, zone))
    return lines


def zone_at(told, fact):
    # type: (dict[str, Any], dict[str, Any]) -> dict[str, Any]
    """The office's clock when the fact was recorded."""
    return [turn for turn in told["clock"] if turn["place"] <= fact["place"]][-1]  # type: ignore[no-any-return]


def local(moment, zone):
    # type: (str, dict[str, Any]) -> datetime
    at = datetime.fromisoformat(moment)
    return (at - (at.utcoffset() or timedelta())).replace(tzinfo=None) + timedelta(
        minutes=zone["minutes"]
    )


def written(at):
    # type: (datetime) -> str
    return DAYS[at.weekday()] + ", " + str(at.day) + " " + MONTHS[at.month - 1] + " " + str(at.year)


def event(told, fact, zone):
    # type: (dict[str, Any], dict[str, Any], dict[str, Any]) -> str
    verb = VERBS.get(fact["verb"], fact["verb"][:1].upper() + fact["verb"][1:])
    seat = told["seats"].get(fact["seat"], fact["seat"])
    person = fact["person"]
    name = tell(BY, person_name(told, person)) if person is not None else ""
    who = ", ".join(part for part in (seat, name) if part)
    parts = [detail(told, key, value, zone) for key, value in in_order(fact["detail"])]
    more = ", ".join(part for part in parts if part)
    return shown(verb + (" - " + who if who else "") + (" (" + more + ")" if more else ""))


def in_order(details):
    # type: (dict[str, Any]) -> list[tuple[str, Any]]
    """As a reader would ask: what, which, its name; then the rest."""
    asked = ("langkah", "jenis", "versi", "nama")
    place = {key: number for number, key in enumerate(asked)}
    return sorted(details.items(), key=lambda item: (place.get(item[0], len(asked)), item[0]))


def detail(told, key, value, zone):
    # type: (dict[str, Any], str, Any, dict[str, Any]) -> str
    """Hashes and what is empty are left out; keys of seats and people are told by their names."""
    if key in LEFT_OUT or value in (None, "", False, [], {}):
        return ""
    if key in ("pegawai", "pengisi"):
        people = value if isinstance(value, list) else [value]
        return key + " " + " dan ".join(person_name(told, person) for person in people)
    if isinstance(value, str) and re.match(r"[0-9a-f]{64}$", value):
        return ""
    if isinstance(value, (list, dict)):
        return key + " " + tell(SOME, len(value))
    if value is True:
        return key
    text = told["seats"].get(value, value) if isinstance(value, str) else str(value)
    return (LABELS.get(key, key) + " " + timed(text, zone)).strip()


def timed(text, zone):
    # type: (str, dict[str, Any]) -> str
    """A day or a moment as the office writes it; any other text as it stands."""
    try:
        if re.match(r"\d{4}-\d\d-\d\d$", text):
            return written(datetime.fromisoformat(text))
        if re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d.*[+]\d\d:\d\d$", text):
            at = local(text, zone)
            return written(at) + at.strftime(" pukul %H.%M ") + str(zone["name"])
    except (ValueError, OverflowError):  # looks like one and is none
        pass
    return text


def person_name(told, person):
    # type: (dict[str, Any], object) -> str
    return told["people"].get(str(person)) or str(person)


def report(pack, seal):
    # type: (Folder | Bundle, str) -> tuple[list[str], list[str]]
    """What is to be read, and the faults."""
    told = read_manifest(pack)
    digest = hashlib.sha256(whole(pack, MANIFEST)).hexdigest()
    faults = check_files(pack, told)
    facts = []  # type: list[dict[str, Any]]
    try:
        if LINES in pack.sizes and TABLE in pack.sizes:
            facts, broken = read_facts(pack, told)
            faults += broken or [*check_table(pack, facts), *check_named(told, facts)]
        if not faults:  # what the registers are held against is sound
            faults += check_registers(pack, told, facts)
    except Refused as refusal:  # beside what was found before
        faults = list(dict.fromkeys([*faults, str(refusal)]))
    if seal and seal.lower() != digest:
        faults.append(tell(SEAL_OTHER, seal))
    lines = [head(told), ""]
    if faults:
        return [*lines, *listed(faults), "", UNTOLD], faults
    zone = ", ".join(sorted({turn["name"] for turn in told["clock"]})) + ", " + told["zone"]
    lines += [tell(PROVED, len(told["files"]), len(facts))]
    gone = destroyed(facts)
    lines += [tell(DESTROYED_TOO, len(gone)), ""] if gone else [""]
    lines += [tell(EVENTS, zone), *chronicle(told, facts)] if facts else [NO_EVENTS]
    lines += ["", tell(SEALS, digest, told["facts"]["head"] or "-"), ""]
    return [*lines, *([SEAL_SAME, ""] if seal else []), SEAL_NOTE], faults


def check_registers(pack, told, facts):
    # type: (Folder | Bundle, dict[str, Any], list[dict[str, Any]]) -> list[str]
    found = [*check_recap(told, facts), *check_approvals(pack, told, facts)]
    found += [*check_documents(pack, told, facts), *check_decisions(pack, told, facts)]
    return [*found, *check_papers(pack, told, facts), *check_dispositions(pack, told, facts)]


def listed(faults):
    # type: (list[str]) -> list[str]
    lines = [tell(NOT_PROVED, len(faults)), *("  - " + fault for fault in faults[:MOST_TOLD])]
    left = len(faults) - MOST_TOLD
    return [*lines, "  " + tell(MORE, left)] if left > 0 else lines


def opened(path):
    # type: (Path) -> Folder | Bundle
    if not path.exists():
        raise Refused(tell(NO_PACK, path))
    return Folder(path) if path.is_dir() else Bundle(path)


def checked(words):
    # type: (list[str]) -> tuple[list[str], list[str]]
    from pathlib import Path

    path = Path(words[0]) if words else Path(os.path.abspath(__file__)).parent  # noqa: PTH100
    try:
        return report(opened(path), words[1] if words[1:] else "")
    except Refused as refusal:
        return listed([str(refusal)]), [str(refusal)]
    # whatever a hostile file brings up: it is not proved
    except (Exception, MemoryError) as error:  # noqa: BLE001, RUF100
        return listed([tell(UNREADABLE, error)]), [str(error)]


def main(words):
    # type: (list[str]) -> int
    version = tuple(sys.version_info[:2])
    if version < OLDEST:
        sys.stderr.write(TOO_OLD.format(*version))
        return 1
    if len(words) > 2 or any(word.startswith("-") for word in words):
        sys.stderr.write(USAGE)
        return 1
    lines, faults = checked(words)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    sys.stdout.write("\n".join([TITLE, "", *lines, ""]))
    return 1 if faults else 0


def closes_at_the_end():
    # type: () -> bool
    """Whether the window is the program's own: a double click on Windows begins it without the
    prompt of a shell."""
    own = os.name == "nt" and "PROMPT" not in os.environ
    return own and sys.stdin is not None and sys.stdin.isatty()


def begin(words):
    # type: (list[str]) -> int
    code = main(words)
    if closes_at_the_end():
        sys.stdout.write(CLOSE)
        sys.stdout.flush()
        sys.stdin.readline()
    return code


if __name__ == "__main__":
    sys.exit(begin(sys.argv[1:]))
