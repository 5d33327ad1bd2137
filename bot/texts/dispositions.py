"""An arahan in messages: to who gave it, to who orders, and on the pre-flight of its run."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.rules.acts import Act, button_data
from bot.rules.dispositions import Disposition, DispositionState, Nature, ScannedLetter
from bot.rules.messages import Attachment, Button, Message, Style
from bot.rules.people import Person
from bot.rules.periods import Period
from bot.texts.fitting import TEXT, measure, short, some_lines
from bot.texts.formats import day, period
from bot.texts.words import mention, to

ARAHAN, ADDED = 1000, 900  # letters of one arahan, and of all that came after it
MENDING = (
    "Bila keterangan surat tidak sesuai, mohon mengirim kembali pindaiannya sebagai balasan pesan "
    "ini."
)
CHOOSE = "Mohon berkenan memilih periode data kinerja untuk melaksanakan arahan ini."
NO_PERIOD = (
    "Semua periode yang dapat dipilih sudah memiliki putaran. Arahan ini menunggu periode "
    "berikutnya, dan dapat dilihat kembali dengan /tugas."
)
ATTACHING = (
    "Pindaian surat (PDF atau foto) dapat dilampirkan dengan membalas pesan ini. Keterangan yang "
    "dicatat bila ditulis: <code>dari: …; nomor: …; tanggal: …; hal: …</code>"
)


@dataclass(frozen=True, slots=True)
class Giving:
    """From which post an arahan came, and for which it was given, where that is another."""

    post: str
    behalf: str = ""

    @property
    def named(self) -> str:
        """ "Sekretaris a.n. Kepala"."""
        return f"{self.post} a.n. {self.behalf}" if self.behalf else self.post


def ask(person: Person | None) -> Message:
    """`person` is called where the question stands in a group."""
    call = f"{mention(person)}, mohon" if person else "Mohon"
    return Message(
        f"{call} menuliskan arahan sebagai balasan pesan ini. Sifatnya dapat ditulis lebih dahulu: "
        "sangat segera, segera, atau rahasia.",
        ask="Arahan",
    )


def given(
    arahan: Disposition, giving: Giving, recipients: Sequence[str], period: Period | None
) -> Message:
    """To who gave it; `recipients` are the posts that it went to."""
    behalf = f" a.n. {short(giving.behalf)}" if giving.behalf else ""
    names = ", ".join(short(title) for title in recipients)
    lines = [
        f"Arahan{behalf} kepada {names} tercatat pada lembar disposisi, nomor agenda "
        f"{arahan.agenda}.",
        *said(arahan),
        *letter_lines(arahan.letter),
        became(arahan, period),
    ]
    if arahan.state != DispositionState.WITHDRAWN:
        lines.append(MENDING if arahan.letter else ATTACHING)
    return Message("\n".join(lines), withdrawing(arahan))


def withdrawing(arahan: Disposition) -> tuple[tuple[Button, ...], ...]:
    if not arahan.may_be_withdrawn:
        return ()
    data = button_data(Act.WITHDRAW_ARAHAN, arahan.id)
    return ((Button("Tarik arahan", data, style=Style.DANGER),),)


def became(arahan: Disposition, of: Period | None) -> str:
    run = f"putaran data kinerja {period(of)}" if of else "putarannya"
    match arahan.state:
        case DispositionState.PREPARED:
            return f"Keadaan: disertakan pada {run}, menunggu perintah."
        case DispositionState.ORDERED:
            return f"Keadaan: diperintahkan pada {run}."
        case DispositionState.JOINED:
            return f"Keadaan: dicatat sebagai arahan susulan pada {run}."
        case DispositionState.WITHDRAWN:
            return "Keadaan: ditarik kembali. Nomor agendanya tidak dipakai lagi."
        case _:
            return "Keadaan: menunggu pelaksanaan."


def received(
    arahan: Disposition, title: str, giving: Giving, periods: Sequence[tuple[Period, bool]]
) -> Message:
    """To who orders: each period that may be begun, or (True) whose run is open."""
    lines = [
        f"{to(title)} Arahan {short(giving.named)}, nomor agenda {arahan.agenda}:",
        *said(arahan),
        *letter_lines(arahan.letter),
        CHOOSE if periods else NO_PERIOD,
    ]
    rows = tuple((choice(arahan, of, is_open=is_open),) for of, is_open in periods)
    return Message("\n".join(lines), rows)


def choice(arahan: Disposition, of: Period, *, is_open: bool) -> Button:
    label = f"{period(of)} (berjalan)" if is_open else period(of)
    return Button(label, button_data(Act.CARRY_OUT_ARAHAN, arahan.id, of.key))


def received_over(arahan: Disposition, giving: Giving, of: Period | None) -> Message:
    """In the same card's place, once nothing is asked any more."""
    head = f"Arahan {short(giving.named)}, nomor agenda {arahan.agenda}:"
    return Message("\n".join([head, *said(arahan), became(arahan, of)]))


def passed_on(arahan: Disposition, title: str) -> Message:
    """To who was to carry it out before another took the seat."""
    return Message(
        f"Arahan nomor agenda {arahan.agenda} kini diteruskan kepada {short(title)}. Terima kasih."
    )


def scan(arahan: Disposition, letter: ScannedLetter) -> Message:
    """The scanned letter itself, to who orders."""
    text = f"Surat pada arahan nomor agenda {arahan.agenda}."
    return Message(text, (), Attachment(letter.name, letter.digest))


def said(arahan: Disposition) -> list[str]:
    nature = [] if arahan.nature == Nature.ORDINARY else [f"Sifat: {arahan.nature.value}."]
    return [*nature, f"“{short(arahan.instruction, ARAHAN)}”"]


def letter_lines(letter: ScannedLetter | None) -> list[str]:
    if letter is None:
        return []
    told = "; ".join(letter_parts(letter))
    return [f"Surat: {short(letter.name)}{f' ({told})' if told else ''}."]


def letter_parts(letter: ScannedLetter) -> Iterator[str]:
    if letter.origin:
        yield f"dari {short(letter.origin)}"
    if letter.number:
        yield f"nomor {short(letter.number)}"
    if letter.dated:
        yield f"tanggal {day(letter.dated)}"
    if letter.subject:
        yield f"hal {short(letter.subject)}"


def on_preflight(
    sheet: Disposition | None, added: Sequence[Disposition], giving: Giving | None
) -> list[str]:
    """A line for the run's sheet once it has a number, and one for each arahan after it."""
    lines = []
    if sheet is not None and sheet.instruction and giving is not None:
        lines.append(
            f"Arahan {short(giving.named)}, nomor agenda {sheet.agenda}: "
            f"“{short(sheet.instruction, 300)}”"
        )
    elif sheet is not None:
        lines.append(f"Lembar disposisi: nomor agenda {sheet.agenda}.")
    later = [
        f"Arahan susulan, nomor agenda {each.agenda}: “{short(each.instruction, 200)}”"
        for each in added
    ]
    return [*lines, *some_lines(later, ADDED)]


def on_board(board: Message, sheet: Disposition | None) -> Message:
    """The last line of /status, as far as the message has room."""
    line = f"Lembar disposisi: nomor agenda {sheet.agenda}." if sheet else ""
    if not line or measure(board.text) + measure(line) >= TEXT:
        return board
    return replace(board, text=f"{board.text}\n{line}")


def withdrawn_from(arahan: Disposition, giving: Giving, of: Period) -> Message:
    """To who has opened a run on it."""
    return Message(
        f"Arahan {short(giving.named)}, nomor agenda {arahan.agenda}, ditarik kembali. Putaran "
        f"data kinerja {period(of)} masih menunggu perintah; bila tidak diperlukan, mohon mengetik "
        "/batal."
    )
