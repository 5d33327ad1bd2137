"""What `himpun sop check` says of a SOP file that cannot be used, and how its times are told."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from bot.rules.office_file import OfficeFileFaults
from bot.rules.sop import Limit
from bot.rules.sop_faults import FaultCode, SopFault, SopFaults, ValueType
from bot.rules.worktime import WorkUnit
from bot.texts.formats import join_names, number

SETTINGS = "Pengaturan kantor"
_TYPES = {
    ValueType.TEXT: "teks dalam tanda kutip",
    ValueType.INTEGER: "bilangan bulat tanpa tanda kutip",
    ValueType.NUMBER: "bilangan, misalnya 0.75",
    ValueType.TRUTH: "true atau false",
    ValueType.DATE: "tanggal seperti 2026-12-24",
    ValueType.TEXTS: 'daftar teks, misalnya ["irban"]',
    ValueType.INTEGERS: "bilangan bulat atau daftarnya, misalnya [60, 120]",
    ValueType.TABLE: "bagian dengan judul [sop]",
    ValueType.TABLES: "bagian dengan judul dalam kurung siku ganda, misalnya [[peran]]",
}
_SENTENCES = {
    FaultCode.NOT_TOML: "penulisan tidak sesuai format TOML. "
    "Mohon memeriksa tanda kutip, kurung dan tanda sama dengan pada atau sebelum baris ini.",
    FaultCode.WRITTEN_TWICE: "kunci atau bagian ini sudah ditulis sebelumnya. Mohon dihapus salah "
    "satu; bagian yang berulang ditulis dengan kurung siku ganda, misalnya [[peran]].",
    FaultCode.UNKNOWN_KEY: "kunci “{key}” tidak dikenal; {shorter_hint}.",
    FaultCode.MISSING: "wajib diisi. Mohon ditambahkan.",
    FaultCode.WRONG_TYPE: "isian harus berupa {wanted}.",
    FaultCode.EMPTY: "isian tidak boleh kosong.",
    FaultCode.OUT_OF_RANGE: "nilai {value} di luar batas {low} s.d. {high}.",
    FaultCode.NOT_A_SHARE: "nilai {value} harus lebih dari 0 dan paling besar 1, misalnya 0.75.",
    FaultCode.HOW_MANY: "jumlah isian {value}; harus 1 s.d. {most}.",
    FaultCode.NOT_A_SLUG: "kunci “{value}” hanya boleh memuat huruf kecil a–z, angka dan tanda "
    "hubung di antaranya, paling panjang 24 karakter.",
    FaultCode.NOT_A_CODE: "kode “{value}” hanya boleh memuat huruf A–Z, angka dan tanda hubung di "
    "antaranya, paling panjang 12 karakter.",
    FaultCode.NOT_A_CLASSIFICATION: "kode klasifikasi “{value}” hanya boleh memuat angka dan "
    "titik, misalnya 000.8.3.4.",
    FaultCode.UNKNOWN_WORD: "“{word}” tidak dikenal; {hint}.",
    FaultCode.UNKNOWN_ROLE: "peran “{role}” tidak dikenal; {hint}.",
    FaultCode.LISTED_TWICE: "“{word}” tercantum lebih dari satu kali. Mohon dihapus salah satu.",
    FaultCode.ROLE_TWICE: "kunci “{seat}” sudah dipakai peran atau kursi lain. Mohon diganti.",
    FaultCode.KIND_TWICE: "kode “{kind}” sudah dipakai jenis berkas lain. Mohon diganti.",
    FaultCode.NUMBER_TWICE: "nomor {number} sudah dipakai langkah lain. Mohon diganti.",
    FaultCode.NUMBER_OUT_OF_ORDER: "nomor {number} tidak berurutan; seharusnya {expected}.",
    FaultCode.SHORT_TOO_LONG: "sebutan “{value}” lebih dari {most} karakter, padahal dimuat pada "
    "tombol. Mohon dipersingkat.",
    FaultCode.TOO_MANY_SEATS: "kursi semua peran berjumlah {seats}, padahal paling banyak {most} "
    "yang dapat dimuat sebagai tombol pada satu pesan. Mohon dikurangi.",
    FaultCode.CIRCLE: "atasan berputar: {chain}. Mohon memutus salah satu.",
    FaultCode.NO_STEP: "belum ada langkah berjenis “{kind}”. Mohon ditambahkan.",
    FaultCode.SEVERAL_STEPS: "langkah berjenis “{kind}” hanya boleh satu. Mohon jenisnya diganti.",
    FaultCode.ORDER_NOT_FIRST: "langkah berjenis “perintah” harus menjadi langkah pertama.",
    FaultCode.COMPILE_BEFORE_COLLECT: "langkah berjenis “rekap” harus berada sesudah semua "
    "langkah berjenis “himpun”.",
    FaultCode.ANALYSE_NOT_LAST: "langkah berjenis “analisis” harus menjadi langkah terakhir.",
    FaultCode.NOT_ASKED: "permintaan sebelum langkah {step} belum sampai kepada {roles}, padahal "
    "berkas dihimpun dari peran itu. Mohon langkah “sampaikan” yang terakhir sebelumnya ditujukan "
    "kepada peran yang menyerahkan berkas.",
    FaultCode.COLLECTOR_WITHOUT_STEP: "peran “{role}” bukan pelaku langkah berjenis “himpun”; "
    "pelakunya: {known}.",
    FaultCode.COLLECTS_NOTHING: "peran “{role}” belum menjadi penghimpun berkas apa pun. "
    "Mohon dicantumkan sebagai penghimpun pada [[berkas]], atau dihapus dari langkah ini.",
    FaultCode.COLLECTED_TWICE: "peran “{role}” sudah menghimpun atau menyerahkan berkas pada "
    "langkah {step}. Mohon dijadikan satu langkah.",
    FaultCode.SECOND_WORKBOOK: "peran “{role}” sudah menyerahkan buku kerja “{kind}”; satu peran "
    "hanya mengisi satu buku kerja.",
    FaultCode.NOT_ASCENDING: "nilai {value} harus lebih besar daripada anak tangga sebelumnya "
    "({before}), atau sama bila ditujukan kepada pihak lain.",
    FaultCode.WHEN_UNCLEAR: "anak tangga harus memuat tepat satu dari {known}.",
    FaultCode.NOT_BEFORE: "bagian harus kurang dari 1; untuk pengingat pada batas mohon menulis "
    "setelah = 0.",
    FaultCode.REPEATED_BEFORE: "pengingat sebelum batas tidak dapat diulang. Mohon dihapus.",
    FaultCode.STEP_UNKNOWN: "langkah {number} tidak ada; yang ada: {known}.",
    FaultCode.TOO_EARLY: "{value} menit sebelum batas tidak kurang dari waktu langkah {step} "
    "({minutes} menit), sehingga pengingat ini tidak pernah muncul.",
    FaultCode.LEVEL_OF_NOBODY: "tingkat hanya berlaku bagi pengingat kepada atasan. Mohon dihapus.",
    FaultCode.NOTHING_COLLECTED: "langkah yang disebut tidak menghimpun berkas, sehingga pengingat "
    "kepada penghimpun tidak sampai kepada siapa pun.",
    FaultCode.NO_SUPERIOR: "belum ada peran yang memiliki atasan setinggi itu, sehingga pengingat "
    "ini tidak sampai kepada siapa pun. Mohon mengisi atasan pada [[peran]], atau menghapus anak "
    "tangga ini.",
    FaultCode.LINE_TOO_LONG: "baris “{value}” lebih dari {most} karakter. Mohon dipersingkat.",
    FaultCode.NOT_BESIDE: "berkas “{value}” tidak ada di sebelah berkas ini. Mohon menaruh "
    "gambarnya di sana dan menyebut namanya saja.",
    FaultCode.NOT_A_LOGO: "gambar “{value}” tidak dapat dipakai sebagai logo. Mohon memakai "
    "PNG atau JPEG yang utuh, paling besar 25 juta piksel.",
    FaultCode.NO_OVERSEER: "belum ada peran dengan mengawasi = true, sehingga pengingat ini tidak "
    "sampai kepada siapa pun. Mohon ditambahkan pada [[peran]], atau menghapus anak tangga ini.",
    FaultCode.APPROVED_TWICE: "peran “{role}” sudah dimintai persetujuan sebelumnya. Mohon dihapus "
    "salah satu.",
    FaultCode.APPROVED_BY_MANY: "peran “{role}” memiliki {seats} kursi, padahal persetujuan "
    "diminta dari peran dengan satu kursi. Mohon diganti.",
    FaultCode.NOBODY_APPROVES: "belum ada [[persetujuan]], sehingga pengingat ini tidak pernah "
    "muncul. Mohon ditambahkan, atau menghapus [[tangga_persetujuan]].",
    FaultCode.NOT_PRIVATE: "pengingat persetujuan hanya lewat “pribadi”. Mohon diganti.",
}
LONGEST = 10**12  # longer figures are slips: they are shown as they were typed


def fault_sentence(fault: SopFault) -> str:
    """baris 41, langkah 3, pelaku: peran “kasubag” tidak dikenal; yang ada: …"""
    places = [f"baris {fault.line}" if fault.line else "", _place(fault.place)]
    place = ", ".join(part for part in places if part)
    return f"{place}: {_SENTENCES[fault.code].format_map(_in_words(fault.params))}"


def fault_sentences(faults: SopFaults) -> str:
    """All of them, one a line, under what to do."""
    what = SETTINGS if isinstance(faults, OfficeFileFaults) else "SOP"
    lines = [f"• {fault_sentence(fault)}" for fault in faults.faults]
    return "\n".join([f"{what} belum dapat dipakai. Mohon diperbaiki:", *lines])


def limit(value: Limit) -> str:
    """5 menit kerja."""
    return f"{number(value.amount)} {value.unit} kerja"


def total_time(limits: Iterable[Limit]) -> str:
    """1.460 menit kerja; units are not mixed, since a day's minutes are the calendar's."""
    totals: Counter[WorkUnit] = Counter()
    for each in limits:
        totals[each.unit] += each.amount
    longest_first = [unit for unit in reversed(WorkUnit) if totals[unit]]
    return join_names([limit(Limit(totals[unit], unit)) for unit in longest_first])


def _place(path: str) -> str:
    """langkah 3, pelaku."""
    return re.sub(r"\[(\d+)\]", r" \1", path).replace(".", ", ")


def _in_words(params: Mapping[str, object]) -> dict[str, str]:
    """The params as the sentences say them, with a hint at what could stand there."""
    words = {name: _in_word(value) for name, value in params.items()}
    if "known" in words:
        listed = f"yang ada: {words['known']}"
        guess = f"mungkin maksudnya “{words['near']}”" if words.get("near") else ""
        words["hint"] = "; ".join(part for part in (guess, listed) if part)
        words["shorter_hint"] = guess or listed
    if isinstance(roles := params.get("roles"), tuple):
        words["chain"] = " → ".join(roles)
    return words


def _in_word(value: object) -> str:
    if isinstance(value, ValueType):
        return _TYPES[value]
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return number(value) if isinstance(value, int) and abs(value) < LONGEST else str(value)
