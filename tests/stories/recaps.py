"""A run carried to its recap with little, and the recap opened."""

import io
from typing import Any

from openpyxl import load_workbook

from bot.rehearsal.telegram import Message, Upload
from tests.stories.acting import PERIOD, Scene


async def to_the_recap(scene: Scene, workbooks: dict[str, Upload], period: str = PERIOD) -> Message:
    """Every letter settled before; every workbook handed in and accepted. The recap before who
    approves it."""
    stage = scene.stage
    for seat, workbook in workbooks.items():
        scene.who(seat).sends(scene.who(seat).chat, workbook)
        await sees_both(scene, seat, period, "Berkas lengkap")
    await stage.idle()  # what has not reached its collector is not accepted
    for seat in ("kasubbag-evlap", "kasubbag-umum"):
        collector = scene.who(seat)
        if stage.newest(collector.chat, "Terima semua", period):
            await stage.tap(collector, "Terima semua", words=period)
        await sees_both(scene, seat, period, "Semua berkas telah diterima dan disetujui")
        await stage.tap(collector, "Sampaikan ke", words=period)
    return await stage.button(scene.who("penyusun").chat, "Setujui rekap", period)


async def closed(scene: Scene, period: str = PERIOD) -> Message:
    """The recap approved and analysed; the final one."""
    stage, analyst = scene.stage, scene.who("kasubbag-perencanaan")
    await stage.tap(scene.who("penyusun"), "Setujui rekap", words=period)
    await stage.tap(analyst, "Selesai", words=period)
    return await scene.sees("kasubbag-perencanaan", f"Rekap akhir data kinerja {period}")


async def sees_both(scene: Scene, seat: str, period: str, words: str) -> Message:
    """The newest message with both."""
    chat = scene.who(seat).chat
    return await scene.until(
        lambda: next(
            (m for m in reversed(chat.from_bot) if period in m.text and words in m.text), None
        )
    )


def opened(message: Message, *, values: bool = True) -> Any:
    assert message.file is not None
    return load_workbook(io.BytesIO(message.file.content), data_only=values)


def words_of(sheet: Any) -> str:
    """Every cell of a sheet, row by row."""
    rows = (" | ".join(str(c.value) for c in row if c.value is not None) for row in sheet)
    return "\n".join(row for row in rows if row)
