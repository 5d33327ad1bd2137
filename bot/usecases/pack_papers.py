"""The run's papers in its evidence pack, and the tables of what was done with them."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from bot.papers.bundle import Bound, Cover, bundle_pdf
from bot.papers.evidence_registers import approvals_table, dispositions_table, papers_table
from bot.papers.sheet import Sheet, set_sheet
from bot.rules.archiving import safe
from bot.rules.dossier import as_of
from bot.rules.printed import PaperKind, PrintCode
from bot.texts.run_papers import standing
from bot.usecases.pack_taken import Part, Taken

FOLDER, RECAP_PDF = "naskah", "recap.pdf"


def paper_parts(taken: Taken) -> Iterator[Part]:
    """Each as it would be printed now, with its code where this content was printed, the recap
    beside its workbook too; then all of them bound in one."""
    codes = {paper.digest: paper.print_code for paper in taken.printed}
    setting = set_once()
    for name, sheet in placed(taken):
        made = partial(setting, sheet, codes.get(sheet.digest))
        if sheet.kind == PaperKind.RECAP:
            yield Part(RECAP_PDF, make=made)
        yield Part(name, make=made)
    bound = [Bound(sheet, codes.get(sheet.digest)) for sheet in taken.sheets]
    yield Part(f"{FOLDER}.pdf", make=partial(bundle_pdf, cover(taken), bound, setting))


def set_once() -> Callable[[Sheet, PrintCode | None], bytes]:
    """Sets each paper of one pack once, however often it stands in it."""
    made: dict[tuple[PaperKind, str], bytes] = {}

    def setting(sheet: Sheet, code: PrintCode | None) -> bytes:
        key = (sheet.kind, sheet.subject)
        if key not in made:
            made[key] = set_sheet(sheet, code)
        return made[key]

    return setting


def cover(taken: Taken) -> Cover:
    at = as_of(taken.run)
    told = standing(taken.run, at, taken.calendar.zone)
    return Cover(taken.run.period, taken.dossier.stationery, told, at)


def placed(taken: Taken) -> list[tuple[str, Sheet]]:
    """In binding order, which their names tell too."""
    return [
        (f"{FOLDER}/{place:02}_{safe(sheet.title.replace(',', ''))}.pdf", sheet)
        for place, sheet in enumerate(taken.sheets, start=1)
    ]


def register_parts(taken: Taken, attached: Mapping[str, str]) -> Iterator[Part]:
    """`attached` are the names in the pack of what lies in it, by hash."""
    run, names, zone = taken.run, taken.names, taken.calendar.zone
    papers = partial(papers_table, placed(taken), taken.printed, attached, names, zone)
    yield Part("naskah.csv", make=papers)
    yield Part("persetujuan.csv", make=partial(approvals_table, run, names, zone))
    dispositions = partial(
        dispositions_table, run, taken.dossier.dispositions, attached, names, zone
    )
    yield Part("disposisi.csv", make=dispositions)
