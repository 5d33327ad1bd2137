"""A run, its steps and its limits."""

from collections.abc import Callable
from typing import Any

from bot.rules.errors import runs as e
from bot.rules.errors.refusal import Refusal
from bot.texts.fitting import LINES, short, some_groups, some_names
from bot.texts.formats import moment
from bot.texts.refusals.plain import plain
from bot.texts.words import by_unit


def no_run(r: e.NoRun, _zone: str) -> str:
    if r.file:
        return (
            "Tidak ada putaran pengumpulan data yang berjalan, sehingga berkas ini belum dapat "
            "dicatat. Mohon menunggu permintaan data berikutnya."
        )
    how = " Mohon mengetik /mulai untuk memulai." if r.may_start else ""
    return f"Tidak ada putaran yang berjalan.{how}"


def run_not_open(r: e.RunNotOpen, zone: str) -> str:
    when = f" sejak {moment(r.closed_at, zone)}" if r.closed_at else ""
    return (
        f"Putaran ini tidak berjalan lagi{when}. Mohon mengetik /status untuk melihat putaran "
        "yang berjalan."
    )


def not_now(r: e.NotNow, _zone: str) -> str:
    if r.done:
        return f"Langkah {r.step} telah diselesaikan sebelumnya. Tidak ada yang perlu diulang."
    return f"Langkah {r.step} belum dibuka. Mohon menunggu langkah sebelumnya selesai."


def still_missing(r: e.StillMissing, _zone: str) -> str:
    missing = some_groups(by_unit(r.missing), LINES)
    return f"Belum lengkap: {missing}. Penyampaian memerlukan alasan."


def nobody_above(r: e.NobodyAbove, _zone: str) -> str:
    above = some_names([short(title) for title in r.titles]) or "tidak ditetapkan"
    return (
        f"Belum ada pejabat lain yang bertugas pada kursi atasan ({above}), sehingga permohonan "
        "belum dapat diputuskan. "
        "Mohon menghubungi administrator grup."
    )


SENTENCES: dict[type[Refusal], Callable[[Any, str], str]] = {
    e.NoRun: no_run,
    e.RunNotOpen: run_not_open,
    e.PeriodTaken: lambda r, _z: f"Putaran {short(r.period)} sudah ada. Mohon pilih periode lain.",
    e.NotNow: not_now,
    e.StillMissing: still_missing,
    e.NotYetOrdered: plain(
        "Permintaan data belum diperintahkan. Mohon menunggu pesan permintaan dari sistem."
    ),
    e.RecapApproved: plain(
        "Rekap telah disetujui dan tidak berubah lagi; berkas yang dikirim sesudahnya disimpan "
        "sebagai catatan. Mohon menghubungi yang memerintahkan pengumpulan data bila ada "
        "perubahan."
    ),
    e.RecapChanged: plain(
        "Rekap telah berubah sejak pesan ini. Mohon membaca rekap terbaru di bawah, lalu "
        "menyetujuinya."
    ),
    e.PleaSettled: plain("Permohonan waktu tambahan ini telah diputuskan sebelumnya."),
    e.AlreadyAsked: lambda r, _z: (
        f"Permohonan waktu tambahan masih menunggu keputusan {short(r.superior)}."
    ),
    e.NobodyAbove: nobody_above,
    e.NothingOwed: plain(
        "Tidak ada tugas yang terbuka, sehingga tidak ada batas yang dapat diubah."
    ),
    e.FormatChanged: plain(
        "Format telah diganti sejak pesan ini. Mohon menyampaikan format pada pesan yang terbaru."
    ),
    e.FormatConveyed: plain(
        "Format telah disampaikan, sehingga tidak dapat diganti lagi pada putaran ini. Untuk "
        "putaran berikutnya, mohon mengetik /format."
    ),
}
