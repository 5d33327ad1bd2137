"""What is said of printed papers and their twins: the signed hardcopy and its scan."""

from collections.abc import Sequence

from bot.rules.acts import Act, button_data
from bot.rules.hardcopies import LONGEST, PrintedPaper
from bot.rules.messages import Attachment, Button, Message, Style
from bot.rules.people import Person
from bot.rules.print_codes import made_code
from bot.texts.fitting import short, some_lines
from bot.texts.formats import day_short
from bot.texts.words import mention

EXAMPLE = made_code("contoh")
ROOM = 3000  # characters of the list in /berkas
TITLE = 120
MOST_BUTTONS = 10
NOT_YET = "belum diterima"
IN_A_ROW = 2


def how_to_file() -> Message:
    return Message(
        "Naskah bertanda tangan yang telah diterima dicatat dengan kode di kaki naskah, misalnya:\n"
        f"<code>/fisik {EXAMPLE} lemari 2, map 5</code>\n"
        "Dapat pula dengan mengirim foto atau pindaian naskah itu di chat pribadi; kode QR-nya "
        "dibaca sistem. Daftar naskah dan kodenya tampil pada /berkas."
    )


def named(paper: PrintedPaper) -> str:
    """ "Kartu kendali Triwulan III 2026 (kode 7K3F-9Q2M)": the title tells the period."""
    return f"{short(paper.title, TITLE)} (kode {paper.code})"


def filed(paper: PrintedPaper, newer: PrintedPaper | None, *, again: bool = False) -> Message:
    place = paper.hardcopy.place if paper.hardcopy else ""
    word = "telah tercatat diterima" if again else "diterima dan dicatat"
    lines = [f"Naskah fisik {named(paper)} {word}. Tempat: {short(place, LONGEST)}."]
    if again:
        lines.append(f"Untuk membetulkan tempatnya: <code>/fisik {paper.code} tempat</code>.")
    return Message("\n".join([*lines, *replaced(newer)]))


def ask_place(paper: PrintedPaper, newer: PrintedPaper | None, person: Person | None) -> Message:
    call = f"{mention(person)}, mohon" if person else "Mohon"
    lines = [
        f"Naskah fisik {named(paper)} diterima dan dicatat.",
        *replaced(newer),
        f"{call} menuliskan tempatnya (misalnya lemari 2, map 5) sebagai balasan pesan ini.",
    ]
    return Message("\n".join(lines), ask="Lemari, map")


def replaced(newer: PrintedPaper | None) -> list[str]:
    if newer is None:
        return []
    return [
        f"Kode ini milik naskah yang telah digantikan; naskah terbaru berkode {newer.code}. Mohon "
        "memastikan naskah terbaru itu juga ditandatangani."
    ]


def ask_scan(paper: PrintedPaper, offer_id: int) -> Message:
    """Under a photo whose QR is ours: whether it shows the whole signed paper."""
    text = (
        f"Apakah berkas ini pindaian naskah bertanda tangan {named(paper)}? Bila hanya foto "
        "kode, ketuk Bukan; penerimaan naskahnya tetap tercatat."
    )
    return Message(
        text,
        (
            (
                Button(
                    "Simpan sebagai kembar bertanda tangan",
                    button_data(Act.KEEP_SCAN, offer_id, "ya"),
                    style=Style.SUCCESS,
                ),
            ),
            (Button("Bukan", button_data(Act.KEEP_SCAN, offer_id, "bukan")),),
        ),
    )


def scan_kept(paper: PrintedPaper) -> Message:
    return Message(f"Pindaian bertanda tangan {named(paper)} diterima dan disimpan.")


def scan_not_kept(paper: PrintedPaper) -> Message:
    return Message(
        f"Berkas tidak disimpan sebagai pindaian {named(paper)}. Penerimaan naskah fisiknya "
        "tetap tercatat."
    )


def scan_again(paper: PrintedPaper, zone: str) -> Message:
    """The scan itself; where there is none yet, how the paper stands."""
    text = f"{named(paper)}: {how_it_stands(paper, zone)}."
    scan = paper.scan
    file = Attachment(scan.name, scan.digest, media=scan.media) if scan else None
    return Message(text, (), file)


def listed(papers: Sequence[PrintedPaper], older: int, zone: str) -> list[str]:
    """Below the documents of a run: those in force, and how many contents they replaced."""
    if not papers:
        return []
    lines = [
        f"   • {short(p.title, TITLE)} — kode {p.code}: {how_it_stands(p, zone)}" for p in papers
    ]
    rest = [f"   • {older} cetakan terdahulu telah digantikan."] if older else []
    return ["<b>Naskah tercetak</b>", *some_lines(lines, ROOM), *rest]


def how_it_stands(paper: PrintedPaper, zone: str) -> str:
    """ "dicetak 24 Nov 2026; fisik: lemari 2, map 5; pindaian ada"."""
    held = paper.hardcopy
    physical = short(held.place or "diterima, tempat belum dicatat", LONGEST) if held else NOT_YET
    scan = "ada" if paper.scan else "belum ada"
    return f"dicetak {day_short(paper.printed_at, zone)}; fisik: {physical}; pindaian {scan}"


def scan_buttons(papers: Sequence[PrintedPaper]) -> tuple[tuple[Button, ...], ...]:
    buttons = [
        Button(f"Pindaian {paper.code}", button_data(Act.SEND_SCAN, paper.code))
        for paper in papers
        if paper.scan
    ][:MOST_BUTTONS]
    return tuple(tuple(buttons[n : n + IN_A_ROW]) for n in range(0, len(buttons), IN_A_ROW))
