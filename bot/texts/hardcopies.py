"""What is said of printed papers and their twins: the signed hardcopy and its scan."""

from collections.abc import Collection, Sequence

from bot.rules.acts import Act, button_data
from bot.rules.hardcopies import LONGEST, PrintedPaper, Standing
from bot.rules.messages import Attachment, Button, Message, Style
from bot.rules.people import Person
from bot.rules.print_codes import made_code
from bot.texts.fitting import short, some_lines, some_names
from bot.texts.formats import day_short, number
from bot.texts.words import DESTROYED, mention

EXAMPLE = made_code("contoh")
ROOM = 3000  # characters of the list in /berkas
TITLE = 120
MOST_BUTTONS = 10
LIST = 1200  # characters of a list in an answer
NOT_YET = "belum diterima"
NO_PLACE = "diterima, tempat belum dicatat"
IN_A_ROW = 2


def how_to_file() -> Message:
    return Message(
        "Naskah bertanda tangan yang telah diterima dicatat dengan kode di kaki naskah, misalnya:\n"
        f"<code>/fisik {EXAMPLE} lemari 2, map 5</code>\n"
        "Dapat pula dengan mengirim foto atau pindaian naskah itu di chat pribadi; kode QR-nya "
        "dibaca sistem, juga dari satu pindaian seluruh kumpulan naskah. Daftar "
        "naskah dan kodenya tampil pada /berkas."
    )


def named(paper: PrintedPaper) -> str:
    """ "Kartu kendali Triwulan III 2026 (kode 7K3F-9Q2M)": the title tells the period."""
    return f"{short(paper.title, TITLE)} (kode {paper.code})"


def filed(
    received: Sequence[Standing], rest: Sequence[PrintedPaper] = (), *, again: bool = False
) -> Message:
    """`rest` are the run's papers that were not received yet, where a bundle came."""
    word = "telah tercatat diterima" if again else "diterima dan dicatat"
    if len(received) > 1:
        return Message("\n".join([*several(received, word), *not_yet(rest)]))
    [one] = received
    lines = [f"Naskah fisik {named(one.paper)} {word}. Tempat: {place_of(one.paper)}."]
    if again:
        lines.append(f"Untuk membetulkan tempatnya: <code>/fisik {one.paper.code} tempat</code>.")
    return Message("\n".join([*lines, *versions(one)]))


def ask_place(
    received: Sequence[Standing], rest: Sequence[PrintedPaper], person: Person | None
) -> Message:
    call = f"{mention(person)}, mohon" if person else "Mohon"
    word = "diterima dan dicatat"
    if len(received) > 1:
        lines = [*several(received, word), *not_yet(rest)]
    else:
        lines = [f"Naskah fisik {named(received[0].paper)} {word}.", *versions(received[0])]
    lines.append(
        f"{call} menuliskan tempatnya (misalnya lemari 2, map 5) sebagai balasan pesan ini."
    )
    return Message("\n".join(lines), ask="Lemari, map")


def several(received: Sequence[Standing], word: str) -> list[str]:
    """A line each, with its place where that is known."""
    listed = [f"• {placed(one.paper)}" for one in received]
    notes = [note for one in received for note in versions(one)]
    return [f"Naskah fisik berikut {word}:", *some_lines(listed, LIST), *some_lines(notes, LIST)]


def placed(paper: PrintedPaper) -> str:
    known = paper.hardcopy is not None and paper.hardcopy.place
    return f"{named(paper)}: {place_of(paper)}" if known else named(paper)


def place_of(paper: PrintedPaper) -> str:
    return short(paper.hardcopy.place, LONGEST) if paper.hardcopy else ""


def not_yet(rest: Sequence[PrintedPaper]) -> list[str]:
    if not rest:
        return []
    listed = [f"• {named(paper)}" for paper in rest]
    return ["Naskah lain putaran ini yang belum tercatat diterima:", *some_lines(listed, LIST)]


def versions(one: Standing) -> list[str]:
    """That it was replaced, or what of it is kept though it was."""
    if one.newer is not None:
        return [
            f"Kode {one.paper.code} milik naskah yang telah digantikan; naskah terbaru berkode "
            f"{one.newer.code}. Mohon memastikan naskah terbaru itu juga ditandatangani."
        ]
    return [f"{old}. Mohon dijaga agar tidak tertukar." for old in outdated(one)]


def outdated(one: Standing) -> list[str]:
    """ "Cetakan lama yang telah digantikan, kode 7K3F-9Q2M: lemari 2, map 5"."""
    return [
        f"Cetakan lama yang telah digantikan, kode {old.code}: {place_of(old) or NO_PLACE}"
        for old in one.older
    ]


def ask_scan(papers: Sequence[PrintedPaper], offer_id: int) -> Message:
    """Under a photo whose QR is ours: whether it shows the whole signed paper."""
    text = (
        f"Apakah berkas ini pindaian naskah bertanda tangan {all_named(papers)}? Bila hanya foto "
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


def all_named(papers: Sequence[PrintedPaper]) -> str:
    """One with its title, several by their codes."""
    if len(papers) == 1:
        return named(papers[0])
    codes = some_names([paper.code for paper in papers])
    return f"yang memuat {number(len(papers))} naskah (kode {codes})"


def scan_kept(papers: Sequence[PrintedPaper]) -> Message:
    return Message(f"Pindaian bertanda tangan {all_named(papers)} diterima dan disimpan.")


def scan_not_kept(papers: Sequence[PrintedPaper]) -> Message:
    return Message(
        f"Berkas tidak disimpan sebagai pindaian {all_named(papers)}. Penerimaan naskah fisiknya "
        "tetap tercatat."
    )


def scan_again(one: Standing, zone: str, gone: Collection[str]) -> Message:
    """The scan itself; where there is none, how the paper stands. `gone` are the SHA-256 of files
    that were destroyed."""
    text = "\n".join(
        [f"{named(one.paper)}: {how_it_stands(one.paper, zone, gone)}.", *versions(one)]
    )
    scan = one.paper.scan
    if scan is None or scan.digest in gone:
        return Message(text)
    return Message(text, (), Attachment(scan.name, scan.digest, media=scan.media))


def listed(
    papers: Sequence[Standing], older: int, zone: str, gone: Collection[str] = frozenset()
) -> list[str]:
    """Below the documents of a run: those in force, under each what is kept of its older contents,
    and how many contents they replaced."""
    if not papers:
        return []
    lines = []
    for one in papers:
        paper, told = one.paper, how_it_stands(one.paper, zone, gone)
        lines.append(f"   • {short(paper.title, TITLE)} — kode {paper.code}: {told}")
        lines += [f"     {old}" for old in outdated(one)]
    rest = [f"   • {older} cetakan terdahulu telah digantikan."] if older else []
    return ["<b>Naskah tercetak</b>", *some_lines(lines, ROOM), *rest]


def how_it_stands(paper: PrintedPaper, zone: str, gone: Collection[str] = frozenset()) -> str:
    """ "dicetak 24 Nov 2026; fisik: lemari 2, map 5; pindaian ada"."""
    physical = (place_of(paper) or NO_PLACE) if paper.hardcopy else NOT_YET
    scan = "belum ada"
    if paper.scan:
        scan = DESTROYED if paper.scan.digest in gone else "ada"
    return f"dicetak {day_short(paper.printed_at, zone)}; fisik: {physical}; pindaian {scan}"


def scan_buttons(
    papers: Sequence[Standing], gone: Collection[str] = frozenset()
) -> tuple[tuple[Button, ...], ...]:
    there = [one.paper for one in papers if one.paper.scan and one.paper.scan.digest not in gone]
    buttons = [
        Button(f"Pindaian {paper.code}", button_data(Act.SEND_SCAN, paper.code))
        for paper in there[:MOST_BUTTONS]
    ]
    return tuple(tuple(buttons[n : n + IN_A_ROW]) for n in range(0, len(buttons), IN_A_ROW))
