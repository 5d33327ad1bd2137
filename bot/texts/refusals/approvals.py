"""Refusals of those who approve a recap."""

from collections.abc import Callable
from typing import Any

from bot.rules.errors import approvals as e
from bot.rules.errors.refusal import Refusal
from bot.texts.fitting import short
from bot.texts.formats import moment


def void(r: e.ApprovalVoid, _zone: str) -> str:
    if r.reopened:
        return (
            "Persetujuan ini gugur: rekapnya dikembalikan dan sedang diperbaiki. Permintaan atas "
            "rekap yang baru akan dikirim setelah selesai."
        )
    return (
        "Persetujuan ini gugur: rekapnya telah diganti. Mohon memakai permintaan terbaru, yang "
        "dapat dibuka dengan /tugas."
    )


def decided(r: e.ApprovalDecided, zone: str) -> str:
    when = f" {moment(r.decided_at, zone)}" if r.decided_at else " sebelumnya"
    return f"Persetujuan ini telah diputuskan{when}. Tidak ada yang perlu diulang."


def not_yet(r: e.ApprovalNotYet, _zone: str) -> str:
    whose = f" {short(r.title)}" if r.title else ""
    return f"Rekap ini masih menunggu{whose}. Mohon menunggu giliran."


SENTENCES: dict[type[Refusal], Callable[[Any, str], str]] = {
    e.ApprovalVoid: void,
    e.ApprovalDecided: decided,
    e.ApprovalNotYet: not_yet,
}
