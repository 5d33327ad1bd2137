"""What `himpun doctor` says: one line a check, with what to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bot.texts.calendars import undecreed
from bot.texts.formats import join_names, number


class Mark(StrEnum):
    GOOD = "BAIK"
    CARE = "PERHATIAN"
    FAILED = "GAGAL"


@dataclass(frozen=True, slots=True)
class Line:
    mark: Mark
    what: str
    todo: str = ""

    def __str__(self) -> str:
        said = f"{self.mark:<9}  {self.what}"
        return f"{said} — {self.todo}" if self.todo else said


def no_token() -> Line:
    return Line(Mark.FAILED, "Token bot belum diisi", "isi BOT_TOKEN pada .env (dari @BotFather)")


def token_refused() -> Line:
    todo = "periksa BOT_TOKEN pada .env; token baru dari @BotFather dengan perintah /token"
    return Line(Mark.FAILED, "Token bot ditolak Telegram", todo)


def telegram_away(fault: str) -> Line:
    todo = "periksa sambungan internet mesin ini dan BOT_API_URL"
    return Line(Mark.FAILED, f"Telegram tidak dapat dihubungi ({fault})", todo)


def token_good(username: str) -> Line:
    return Line(Mark.GOOD, f"Token bot: @{username}")


def privacy(*, reads_all: bool) -> Line:
    """Switched on it is no fault: an administrator receives all messages all the same."""
    if reads_all:
        return Line(Mark.GOOD, "Mode privasi mati: semua pesan grup diterima")
    return Line(Mark.GOOD, "Mode privasi menyala: sistem perlu menjadi administrator grup")


def clock(seconds: float, allowed: float) -> Line:
    """`seconds` is how far this machine's clock is ahead of Telegram's."""
    if abs(seconds) <= allowed:
        return Line(Mark.GOOD, "Jam mesin sesuai dengan jam Telegram")
    way = "lebih cepat" if seconds > 0 else "lebih lambat"
    what = f"Jam mesin {way} {abs(seconds):.0f} detik daripada jam Telegram"
    return Line(Mark.CARE, what, "nyalakan penyetelan jam otomatis (NTP)")


def clock_unknown() -> Line:
    todo = "periksa jam mesin dengan cara lain"
    return Line(Mark.CARE, "Jam Telegram tidak terbaca dari jawabannya", todo)


def polling() -> Line:
    return Line(Mark.GOOD, "Pesan diambil sendiri dari Telegram (polling)")


def foreign_webhook() -> Line:
    todo = "himpun run akan melepasnya; isi WEBHOOK_URL bila webhook memang dikehendaki"
    return Line(Mark.CARE, "Telegram menyimpan webhook, padahal WEBHOOK_URL kosong", todo)


def webhook(trouble: str) -> Line:
    if not trouble:
        return Line(Mark.GOOD, "Webhook terpasang sesuai WEBHOOK_URL")
    todo = "periksa alamat, sertifikat dan penerus ke WEBHOOK_LISTEN"
    return Line(Mark.CARE, f"Webhook terpasang, galat terakhir: {trouble}", todo)


def webhook_not_set() -> Line:
    what = "Webhook belum terpasang sesuai WEBHOOK_URL"
    return Line(Mark.CARE, what, "jalankan himpun run, yang memasangnya")


def rights(title: str, lacking: Sequence[str]) -> Line:
    """`lacking` as texts/seats.py tells it to the group."""
    if not lacking:
        return Line(Mark.GOOD, f"Hak di grup {title} lengkap")
    return Line(Mark.CARE, f"Hak di grup {title} belum lengkap", " ".join(lacking))


def not_in_group(title: str) -> Line:
    return Line(Mark.FAILED, f"Sistem tidak berada di grup {title}", "tambahkan kembali ke grup")


def no_database() -> Line:
    return Line(Mark.CARE, "Basis data belum ada", "dibuat sendiri oleh himpun run yang pertama")


def database_bad(sentence: str) -> Line:
    return Line(Mark.FAILED, "Basis data", sentence)


def database_good() -> Line:
    return Line(Mark.GOOD, "Basis data terbuka, susunannya terbaru dan isinya utuh")


def database_damaged(found: str) -> Line:
    todo = "hentikan himpun run, simpan salinan DATA_DIR, lalu pulihkan cadangan terakhir"
    return Line(Mark.FAILED, f"Basis data rusak ({found})", todo)


def disk(free: int, *, little: bool, least: bool) -> Line:
    what = f"Ruang cakram DATA_DIR: {number(Decimal(free) / 1024**3)} GB"
    if not little:
        return Line(Mark.GOOD, what)
    return Line(Mark.FAILED if least else Mark.CARE, what, "kosongkan atau perbesar cakram")


def sop_good(name: str) -> Line:
    return Line(Mark.GOOD, f"SOP: {name}")


def office_file_good() -> Line:
    return Line(Mark.GOOD, "Pengaturan kantor: dapat dipakai")


def file_bad(what: str, sentence: str) -> Line:
    return Line(Mark.FAILED, what, sentence)


def calendar_years(years: Sequence[int], unknown: Sequence[int]) -> Line:
    if unknown:
        noted = "Bila sudah dicatat, tambahkan tahunnya pada cuti_bersama_tercatat"
        return Line(Mark.CARE, "Kalender kantor", f"{undecreed(unknown)} {noted}")
    return Line(Mark.GOOD, f"Kalender kantor: libur {join_names([str(y) for y in years])} lengkap")
