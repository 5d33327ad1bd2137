"""What /berkas finds, page by page, and a document that is sent again."""

from collections.abc import Sequence

from bot.rules.acts import Act, button_data
from bot.rules.letters import LetterState
from bot.rules.messages import Attachment, Button, Message
from bot.rules.run import Document, Run
from bot.rules.searching import Filed, Search
from bot.texts.fitting import brief, short
from bot.texts.formats import escape, number, period_short
from bot.texts.letters import letter_line
from bot.texts.runs import what_became
from bot.texts.words import PERSON, document_name, run_title, seat_label

PAGE = 8  # documents
IN_A_ROW = 2  # buttons
WORDS = 60

Row = tuple[Button, ...]


def found(search: Search, finds: Sequence[Filed], page: int) -> Message:
    """One page of what fits; a page that is not there any more shows the last one."""
    asked = f"“{short(search.words, WORDS)}”"
    if not finds:
        return Message(f"Tidak ada berkas yang sesuai dengan {asked}.\n{how_to_search()}")
    pages = -(-len(finds) // PAGE)
    page = min(max(page, 1), pages)
    first = (page - 1) * PAGE
    shown = list(enumerate(finds[first : first + PAGE], start=first + 1))
    count = f"{number(len(finds))} berkas"
    count += f", halaman {page} dari {pages}" if pages > 1 else ""
    lines = [f"<b>Berkas {asked}</b>", f"{count}. Ketuk nomornya untuk menerima berkas kembali."]
    lines += [f"{place}. {line(filed)}" for place, filed in shown]
    return Message("\n".join(lines), (*send_rows(shown), *turning(search, page, pages)))


def how_to_search() -> str:
    return (
        "Pencarian mengenal periode (TW3 2026, Oktober 2026), unit (Irban II), jenis (LHP), nomor "
        "surat, nama pengirim, dan kata dari nama berkas. Contoh: /berkas TW3 2026 LHP Irban II"
    )


def line(filed: Filed) -> str:
    """ "LHP Irban II — laporan.pdf (versi 2), nomor 700/12, TW III 2026 (disetujui)"."""
    document = filed.document
    parts = [f"{document.kind} {brief(filed.sop.seat(document.seat).title)}"]
    if document.nihil:
        return escape(f"{parts[0]}: nihil, {period_short(filed.period)}")
    version = f" (versi {document.version})" if document.version > 1 else ""
    parts.append(f"— {brief(document.name)}{version},")
    if document.number and document.letter != LetterState.DENIED:
        parts.append(f"nomor {brief(document.number)},")
    parts.append(f"{period_short(filed.period)} ({what_became(document)})")
    return escape(" ".join(parts))


def send_rows(shown: Sequence[tuple[int, Filed]]) -> tuple[Row, ...]:
    buttons = [
        Button(
            f"{place}. {label(filed)}",
            button_data(Act.SEND_DOCUMENT, filed.run_id, filed.document.id),
        )
        for place, filed in shown
        if not filed.document.nihil
    ]
    return tuple(tuple(buttons[n : n + IN_A_ROW]) for n in range(0, len(buttons), IN_A_ROW))


def label(filed: Filed) -> str:
    seat = filed.sop.seat(filed.document.seat)
    return f"{filed.document.kind} {brief(seat_label(filed.sop, seat), PERSON)}"


def turning(search: Search, page: int, pages: int) -> tuple[Row, ...]:
    back = [("Sebelumnya", page - 1)] if page > 1 else []
    on = [("Berikutnya", page + 1)] if page < pages else []
    row = tuple(
        Button(word, button_data(Act.READ_DOCUMENTS, search.id, to)) for word, to in back + on
    )
    return (row,) if row else ()


def again(run: Run, document: Document) -> Message:
    """The file itself, with what it is."""
    if document.nihil:
        return Message(f"{escape(document_name(run, document))}, {run_title(run)}.")
    lines = [f"{escape(document_name(run, document))}, {run_title(run)}.", *letter_line(document)]
    file = Attachment(document.name, document.digest, document.file_id, document.media)
    return Message("\n".join(lines), (), file)


def on_its_way() -> str:
    return "Berkas dikirim. Terima kasih."
