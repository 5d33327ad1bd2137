"""The words of the letter that asks a supplier for its data."""

from bot.rules.dispositions import Disposition
from bot.rules.periods import Period
from bot.rules.request_letters import RequestLetter
from bot.rules.sop import DocumentKind, Sop
from bot.rules.stationery import Stationery
from bot.texts.formats import join_names, minutes, moment, number, period, plain_day
from bot.texts.paper_numbers import paper_number

NAME = "Permintaan data"
LABELS = ("Nomor", "Sifat", "Lampiran", "Hal")
DEAR = "Yth. Bapak/Ibu"
PLACE = ("di –", "Tempat")
HEADINGS = ("No", "Jenis", "Bentuk", "Dihimpun oleh")
ORDERED = "Atas perintah"
ASKED = "Disampaikan oleh"
ORDER_RECORDED = "Perintah tercatat"
ASK_RECORDED = "Penyampaian tercatat"
CLOSING = "Demikian disampaikan. Atas perhatian dan kerja samanya diucapkan terima kasih."


def title(letter: RequestLetter, asked: Period) -> str:
    return f"{NAME} {letter.seat.title}, {period(asked)}"


def subject(asked: Period) -> str:
    return f"Permintaan data kinerja {period(asked)}"


def letter_number(
    disposition: Disposition | None, stationery: Stationery, letter: RequestLetter
) -> str:
    """By the agenda number of the sheet on which it was ordered."""
    return paper_number(stationery, str(disposition.number) if disposition else "", letter.day)


def day(letter: RequestLetter) -> str:
    return plain_day(letter.day)


def nature(disposition: Disposition | None) -> str:
    return disposition.nature.value.capitalize() if disposition else "Biasa"


def enclosed(letter: RequestLetter) -> str:
    return "1 (satu) format data" if any(k.workbook for k in letter.kinds) else "–"


def opening(sop: Sop, asked: Period) -> str:
    return (
        f"Dengan hormat, sehubungan dengan pelaksanaan SOP {sop.name} untuk {period(asked)}, "
        "mohon kiranya menyampaikan data dan dokumen berikut:"
    )


def kind_row(place: int, kind: DocumentKind, indicators: int, sop: Sop) -> list[str]:
    collector = sop.role(kind.collector).title
    return [str(place), f"{kind.code} — {kind.name}", form_of(kind, indicators), collector]


def form_of(kind: DocumentKind, indicators: int) -> str:
    if not kind.workbook:
        return "PDF, DOCX, XLSX atau foto; boleh lebih dari satu berkas"
    rows = f", {number(indicators)} indikator" if indicators else ""
    return f"Buku kerja terisi (XLSX) menurut format terlampir{rows}"


def limit(letter: RequestLetter, zone: str) -> str:
    return (
        f"Berkas dimohon diterima paling lambat {moment(letter.limit, zone)} "
        f"({minutes(letter.minutes)})."
    )


def how(sop: Sop, letter: RequestLetter) -> str:
    collectors = dict.fromkeys(sop.role(kind.collector).title for kind in letter.kinds)
    return (
        "Berkas diserahkan melalui sistem, sebagai balasan pesan permintaan di grup atau di chat "
        f"pribadi, dan dihimpun oleh {join_names(list(collectors))}. Jenis yang tidak ada pada "
        "periode ini mohon dinyatakan nihil."
    )
