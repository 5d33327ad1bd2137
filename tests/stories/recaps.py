"""A run carried to its recap with little, and the recap opened."""

import io
from typing import Any

from openpyxl import load_workbook

from bot.rehearsal import steps
from bot.rehearsal.telegram import Message, Upload
from tests.stories.acting import Scene


async def to_the_recap(scene: Scene, workbooks: dict[str, Upload]) -> Message:
    """Every letter settled before; every workbook handed in and accepted."""
    for seat, workbook in workbooks.items():
        scene.who(seat).sends(scene.who(seat).chat, workbook)
        await scene.sees(seat, "Berkas lengkap")
    return await conveyed(scene)


async def conveyed(scene: Scene) -> Message:
    """All that came in is accepted and conveyed; the recap before who approves it."""
    stage = scene.stage
    for seat in ("kasubbag-evlap", "kasubbag-umum"):
        collector = scene.who(seat)
        if stage.newest(collector.chat, "Terima semua"):
            await stage.tap(collector, "Terima semua")
        await scene.sees(seat, "Semua berkas telah diterima dan disetujui")
        await stage.tap(collector, "Sampaikan ke")
    return await stage.button(scene.who("penyusun").chat, "Setujui rekap")


async def closed(scene: Scene, remark: str = "Dibahas pada rapat berikutnya.") -> Message:
    """The recap approved and analysed; the final one."""
    await steps.approve_recap(scene.stage)
    return await steps.analyse(scene.stage, remark)


def opened(message: Message, *, values: bool = True) -> Any:
    assert message.file is not None
    return load_workbook(io.BytesIO(message.file.content), data_only=values)


def words_of(sheet: Any) -> str:
    """Every cell of a sheet, row by row."""
    rows = (" | ".join(str(c.value) for c in row if c.value is not None) for row in sheet)
    return "\n".join(row for row in rows if row)
