"""What the rehearsal tells whoever watches it."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from bot.rules.sop import ApprovalAct, DocumentKind, Seat
from bot.texts.formats import day_short, moment

ADDS_BOT = "menambahkan sistem ke grup dan menjadikannya administrator"
CLAIMS = "mengajukan diri untuk kursinya"
CONVEYS = "menyampaikan format"
HANDS_IN_ALBUM = "membalas permintaan di grup dengan berkas dalam satu album, lalu sisanya"
HANDS_IN_PRIVATELY = "mengirim berkas satu per satu di chat pribadi"
RETURNS = "mengembalikan satu berkas"
MENDS = "mengirim versi perbaikan"
IS_LATE = "belum menyerahkan berkas ketika batasnya terlewati"
COLLECTS = "menyetujui semua berkas dan menyampaikannya"
APPROVES = "membaca rekap dan menyetujuinya"
CLOSES = "memberi catatan dan menutup putaran"
PRINTS = "mencetak semua naskah putaran"
GIVES = {
    ApprovalAct.INITIAL: "membaca rekap akhir dan memberi paraf yang tercatat",
    ApprovalAct.APPROVE: "membaca rekap akhir dan menyetujuinya",
}


def opening(start: datetime, zone: str) -> str:
    return (
        "Gladi: pegawai, surat dan angkanya rekaan, dan jamnya pun rekaan, mulai "
        f"{moment(start, zone)}."
    )


def progress(number: int, at: datetime, zone: str, line: str) -> str:
    """ "[12] 23 Nov 07.30 Irban I …", by the rehearsed clock."""
    return f"[{number}] {day_short(at, zone)} {line}"


def act(seat: Seat, what: str, step: int | None) -> str:
    """Who does what, by his seat, and in which of the SOP's steps."""
    return f"{seat.title} {what}" + (f" (langkah {step})" if step else "")


def starts(period: str) -> str:
    return f"memulai putaran {period} dan memerintahkannya"


def hands_in_with_nihil(nothing: Sequence[DocumentKind]) -> str:
    codes = "".join(f", nihil untuk {kind.code}" for kind in nothing)
    return f"mengirim berkas di chat pribadi{codes}"


def still_busy(seconds: float) -> str:
    return f"sistem belum selesai bekerja dalam {seconds:g} detik"


def failed(why: str) -> str:
    return f"Gladi berhenti sebelum selesai: {why}"


def not_printed(label: str) -> str:
    return f"naskah {label} tidak dikirim sistem"


def left(out: Path) -> str:
    return (
        f"Gladi selesai: seluruh langkah dilaksanakan. Hasil di {out}: recap.xlsx, recap.pdf, "
        "recap.png, naskah/, berkas/, percakapan/ dan ringkasan.txt."
    )


def counted(acts: int, group_messages: int, refused: int) -> str:
    """What the played run asked of people and of the group, and why it is more than need be."""
    return (
        f"Sejak /mulai sampai rekap akhir: {acts} tindakan pegawai (ketukan, perintah, pesan; satu "
        f"album dihitung satu), {group_messages} pesan baru sistem di grup (suntingan dan reaksi "
        f"tidak dihitung), {refused} panggilan ditolak karena terlalu cepat (429). Hari gladi "
        "memuat berkas yang dikirim satu per satu, perbaikan, dan keterlambatan; tanpa itu "
        "jumlahnya lebih sedikit."
    )


def summary(
    period: str,
    activities: Sequence[str],
    recap: str,
    approvals: Sequence[str],
    counts: str,
    calls: int,
) -> str:
    steps = "\n".join(f"{n}. {activity}: selesai" for n, activity in enumerate(activities, 1))
    acts = "".join(f"- {approval}\n" for approval in approvals)
    approved = f"Persetujuan rekap akhir:\n{acts}\n" if acts else ""
    return (
        f"Ringkasan gladi, {period} (angka contoh, bukan data kantor)\n\n{steps}\n\n{recap}\n\n"
        f"{approved}{counts}\nPanggilan Bot API: {calls}\n"
    )
