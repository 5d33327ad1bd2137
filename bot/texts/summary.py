"""The recap in five lines: figures and counts, no finding and no name of a file."""

from bot.rules.completeness import Completeness
from bot.rules.recap import Recap
from bot.texts import formats
from bot.texts.fitting import short, some_groups
from bot.texts.recap import percent_or_dash, predicates, ratio, registers

ROOM = 140  # characters for the units of one state


def group_summary(recap: Recap) -> str:
    """As Telegram HTML; short enough to stand under a picture."""
    return "\n".join(
        (
            f"<b>Rekap capaian kinerja {formats.escape(formats.period(recap.period))}</b>",
            _means(recap),
            _below(recap),
            _money(recap),
            _files(recap),
        )
    )


def _means(recap: Recap) -> str:
    if not recap.means.counted:
        return f"Rata-rata capaian belum dapat dihitung dari {len(recap.rows)} indikator."
    return (
        f"Rata-rata capaian {percent_or_dash(recap.means.raw)} "
        f"({percent_or_dash(recap.means.capped)} bila masing-masing paling tinggi 100%), "
        f"dari {recap.means.counted} di antara {len(recap.rows)} indikator."
    )


def _below(recap: Recap) -> str:
    found = recap.analysis
    counted = f"Di bawah target {len(found.below)} indikator, tanpa capaian {len(found.missing)}."
    listed = predicates(recap)
    return f"{listed} {counted}" if listed else counted


def _money(recap: Recap) -> str:
    money = recap.money
    if not money.counted:
        return "Serapan anggaran belum dapat dihitung."
    return (
        f"Serapan anggaran {ratio(money.absorption)}, realisasi {formats.rupiah(money.spent)} "
        f"pada {money.counted} di antara {money.programmes} program/kegiatan."
    )


def _files(recap: Recap) -> str:
    """What has not come and what nobody has looked at; complete where there is neither."""
    missing = [cell for cell in recap.completeness if cell.missing]
    waiting = [cell for cell in recap.completeness if cell.waiting]
    said = [f"Belum diterima: {_by_seat(recap, missing)}."] if missing else []
    said += [f"Menunggu pemeriksaan: {_by_seat(recap, waiting)}."] if waiting else []
    counts = [f"{name} {rows}" for name, rows in registers(recap)]
    said += [f"Register: {', '.join(counts)}."] if counts else []
    return " ".join(said if missing or waiting else ["Berkas lengkap.", *said])


def _by_seat(recap: Recap, cells: list[Completeness]) -> str:
    kinds: dict[str, list[str]] = {}
    for cell in cells:
        kinds.setdefault(recap.title(cell.seat), []).append(cell.kind)
    every = [f"{short(title)} ({', '.join(codes)})" for title, codes in kinds.items()]
    return some_groups(every, ROOM)
