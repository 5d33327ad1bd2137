"""An arahan in messages: to who gave it, and to who orders."""

from collections.abc import Sequence

from bot.rules.acts import Act, button_data
from bot.rules.dispositions import Disposition, DispositionState, ScannedLetter
from bot.rules.messages import Attachment, Button, Message, Style
from bot.rules.people import Person
from bot.rules.periods import Period
from bot.texts.arahan_lines import Giving, became, letter_lines, said
from bot.texts.fitting import short
from bot.texts.formats import period
from bot.texts.words import mention, to

TOLD = "<code>dari: …; nomor: …; tanggal: …; hal: …</code>"
MENDING = (
    "Bila keterangan surat tidak sesuai, mohon mengirim kembali pindaiannya sebagai balasan pesan "
    f"ini dengan keterangan {TOLD}"
)
CHOOSE = "Mohon berkenan memilih periode data kinerja untuk melaksanakan arahan ini."
NO_PERIOD = (
    "Semua periode yang dapat dipilih sudah memiliki putaran. Arahan ini menunggu periode "
    "berikutnya, dan dapat dilihat kembali dengan /tugas."
)
ATTACHING = (
    "Pindaian surat (PDF atau foto) dapat dilampirkan dengan membalas pesan ini. Keterangan yang "
    f"dicatat bila ditulis: {TOLD}"
)


def ask(person: Person | None) -> Message:
    """`person` is called where the question stands in a group."""
    call = f"{mention(person)}, mohon" if person else "Mohon"
    return Message(
        f"{call} menuliskan arahan sebagai balasan pesan ini. Sifatnya dapat ditulis lebih dahulu: "
        "sangat segera, segera, atau rahasia.",
        ask="Arahan",
    )


def given(
    arahan: Disposition, giving: Giving, recipients: Sequence[str], of: Period | None
) -> Message:
    """To who gave it; `recipients` are the posts that it went to."""
    behalf = f" a.n. {short(giving.behalf)}" if giving.behalf else ""
    names = ", ".join(short(title) for title in recipients)
    lines = [
        f"Arahan{behalf} kepada {names} tercatat pada lembar disposisi, nomor agenda "
        f"{arahan.agenda}.",
        *said(arahan),
        *letter_lines(arahan.letter),
        became(arahan, of),
    ]
    if arahan.state != DispositionState.WITHDRAWN:
        lines.append(MENDING if arahan.letter else ATTACHING)
    return Message("\n".join(lines), withdrawing(arahan))


def withdrawing(arahan: Disposition) -> tuple[tuple[Button, ...], ...]:
    if not arahan.may_be_withdrawn:
        return ()
    data = button_data(Act.WITHDRAW_ARAHAN, arahan.id)
    return ((Button("Tarik arahan", data, style=Style.DANGER),),)


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


def withdrawn_from(arahan: Disposition, giving: Giving, of: Period) -> Message:
    """To who has opened a run on it."""
    return Message(
        f"Arahan {short(giving.named)}, nomor agenda {arahan.agenda}, ditarik kembali. Putaran "
        f"data kinerja {period(of)} masih menunggu perintah; bila tidak diperlukan, mohon mengetik "
        "/batal."
    )
