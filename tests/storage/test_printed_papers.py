from dataclasses import replace
from datetime import datetime

from bot.rules.hardcopies import Hardcopy, PrintedPaper, Scan
from bot.rules.print_codes import made_code
from bot.rules.printed import PaperKind
from bot.rules.run import Run
from storage.unit_of_work import SqlStore


async def test_a_printed_paper_comes_back_by_its_code_with_hardcopy_and_scan(
    store: SqlStore, run: Run, now: datetime
) -> None:
    code = made_code("rekap")
    new = PrintedPaper(
        0, run.office_id, run.id, PaperKind.RECAP, "", "ab" * 32, code, "Rekap", now, now, 7
    )
    async with store.work() as unit:
        kept = await unit.printed_papers.add(new)
        assert await unit.printed_papers.by_code(code) == kept
    held = replace(
        kept,
        hardcopy=Hardcopy(now, 7, "lemari 2, map 5"),
        scan=Scan("cd" * 32, "pindaian.pdf", now, 7),
    )
    async with store.work() as unit:
        await unit.printed_papers.save(held)
    async with store.look() as unit:
        assert await unit.printed_papers.by_code(code) == held
        assert await unit.printed_papers.of_run(run.id) == (held,)
        assert await unit.printed_papers.of_office(run.office_id) == (held,)
        assert await unit.printed_papers.of_run(run.id + 1) == ()
        assert await unit.printed_papers.by_code(made_code("lain")) is None
