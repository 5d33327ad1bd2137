"""Setting a group up: the greeting, the seats, the claims to them."""

from collections.abc import Sequence

from bot.rules.acts import Act, button_data
from bot.rules.messages import Button, Message, Style
from bot.rules.people import Claim, Office, Person, Rights, Seating
from bot.rules.sop import Seat, Sop
from bot.texts.fitting import brief, short, some_lines, some_names
from bot.texts.formats import days
from bot.texts.words import PERSON, Holders, mention, seat_label

WAY_BACK = (
    "lalu tombol Mulai di bagian bawah chat. Bila sistem pernah diblokir, tombol itu bernama Buka "
    "blokir atau Mulai ulang."
)


def greeting(sop: Sop, lacks: Sequence[str]) -> Message:
    """What the bot is for, and what it still lacks to do it."""
    lines = [
        f"Sistem pengumpulan data kinerja siap mendampingi SOP “{short(sop.name, 100)}”.",
        *(f"• {lack}" for lack in lacks),
        "Mohon setiap pemegang jabatan mengetik /peran untuk mengisi kursinya. Terima kasih.",
    ]
    return Message("\n".join(lines))


def lacks(rights: Rights, empty: Sequence[Seat] = ()) -> list[str]:
    """Each right that is missing, with what to do, and the empty seats."""
    lines = []
    if not rights.administrator and not rights.reads_all:
        lines.append(
            "Sistem belum menjadi administrator grup, sehingga berkas yang dikirim tanpa membalas "
            "pesan sistem tidak terbaca. Mohon menjadikan sistem administrator."
        )
    elif not rights.can_pin:
        lines.append(
            "Sistem belum berhak menyematkan pesan. Mohon memberikan hak “Sematkan pesan” agar "
            "papan tetap di atas."
        )
    if empty:
        lines.append(f"Kursi kosong: {some_names([short(seat.title) for seat in empty])}.")
    return lines


def seats(sop: Sop, seating: Seating, link: str) -> Message:
    """/peran: every seat with its key, holder, substitutes and staff; the link lets people claim
    one privately."""
    lines = [
        f"• {short(seat.title)} (<code>{seat.key}</code>): {'; '.join(people_of(seat, seating))}"
        for seat in sop.seats
    ]
    how = (
        "Mohon mengetuk tombol di bawah untuk memilih kursi. Administrator grup juga dapat "
        "membalas pesan seseorang dengan /peran diikuti kunci kursi."
    )
    text = "\n".join(["<b>Kursi dan pemegangnya</b>", *some_lines(lines, 3600), how])
    return Message(text, ((Button("Pilih kursi saya", url=link),),))


def people_of(seat: Seat, seating: Seating) -> list[str]:
    """ "Budi", "Plh. Sari (23 November 2026 s.d. …)", "staf: Ani"."""
    holder = seating.holders.get(seat.key)
    told = [reached(holder) if holder else "kosong"]
    for each in seating.substitutions:
        if each.seat == seat.key:
            told.append(f"{each.title} {reached(each.person)} ({days(each.first, each.last)})")
    staff = seating.staff.get(seat.key, ())
    if staff:
        told.append(f"staf: {some_names([reached(person) for person in staff], 200)}")
    return told


def reached(person: Person) -> str:
    state = "" if person.reachable else " — belum membuka chat pribadi"
    return short(person.name, PERSON) + state


def choose_seat(office: Office, sop: Sop, holders: Holders) -> Message:
    """In the private chat: one button a seat."""
    rows = tuple(
        (
            Button(
                claim_label(sop, seat, holders), button_data(Act.CLAIM_SEAT, office.token, seat.key)
            ),
        )
        for seat in sop.seats
    )
    legend = [
        f"• {short(name)}: {short(seat.title)}"
        for seat in sop.seats
        if (name := seat_label(sop, seat)) != seat.title
    ]
    question = f"Kantor: {short(office.title)}. Mohon pilih kursi yang dijabat:"
    return Message("\n".join([question, *some_lines(legend, 3600)]), rows)


def claim_label(sop: Sop, seat: Seat, holders: Holders) -> str:
    """Both the seat and who sits there are readable on a button."""
    label, holder = brief(seat_label(sop, seat), PERSON), holders.get(seat.key)
    return f"{label} ({brief(holder.name, PERSON)})" if holder else label


def claim_asked(claim: Claim, seat: Seat, holder: Person | None) -> Message:
    """In the group, for its administrators; `holder` is who would leave the seat."""
    held = f"Kursi ini sekarang dipegang {short(holder.name, PERSON)}. " if holder else ""
    text = (
        f"{mention(claim.person)} mengajukan diri sebagai {short(seat.title)}. {held}"
        "Mohon persetujuan administrator grup."
    )
    buttons = (
        Button("Setujui", button_data(Act.GRANT_SEAT, claim.id), style=Style.SUCCESS),
        Button("Tolak", button_data(Act.REFUSE_SEAT, claim.id), style=Style.DANGER),
    )
    return Message(text, (buttons,))


def claim_decided(claim: Claim, seat: Seat, by: Person, *, granted: bool) -> Message:
    word = "disetujui" if granted else "belum disetujui"
    return Message(
        f"Pengajuan {short(claim.person.name, PERSON)} sebagai {short(seat.title)} {word} oleh "
        f"{short(by.name, PERSON)}."
    )


def claim_waits(seat: Seat) -> Message:
    return Message(
        f"Pengajuan sebagai {short(seat.title)} telah diteruskan ke grup. Mohon menunggu "
        "persetujuan administrator grup. Terima kasih."
    )


def seated(person: Person, seat: Seat, by: Person) -> Message:
    """Announced in the group; a sole administrator who seats himself is said to have done so."""
    how = (
        "oleh dirinya sebagai satu-satunya administrator grup"
        if by.id == person.id
        else (f"oleh {short(by.name, PERSON)}")
    )
    return Message(f"{mention(person)} ditetapkan sebagai {short(seat.title)} {how}.")


def seat_given(seat: Seat, office: Office) -> Message:
    return Message(
        f"Kursi {short(seat.title)} di {short(office.title)} telah ditetapkan. Tugas akan "
        "disampaikan di chat ini. Mohon mengetik /tugas untuk melihat tugas yang terbuka. "
        "Terima kasih."
    )


def seat_passed(seat: Seat, office: Office, heir: Person) -> Message:
    """To who held the seat before."""
    return Message(
        f"Kursi {short(seat.title)} di {short(office.title)} kini dipegang "
        f"{short(heir.name, PERSON)}. "
        "Terima kasih atas pelaksanaan tugasnya."
    )


def welcome(titles: Sequence[str]) -> Message:
    """/start: the private chat is open."""
    if titles:
        held = some_names([short(title, 120) for title in titles])
        return Message(
            f"Chat pribadi dengan sistem telah terbuka. Kursi: {held}. Mohon mengetik /tugas "
            "untuk melihat tugas yang terbuka, atau /bantuan untuk petunjuk. Terima kasih."
        )
    return Message(
        "Chat pribadi dengan sistem telah terbuka. Untuk mengisi kursi, mohon mengetik /peran di "
        "grup kantor lalu mengetuk tombol “Pilih kursi saya”. Terima kasih."
    )


def with_way_back(message: Message, link: str) -> Message:
    """To a message in the group that names somebody whose private chat is not open."""
    text = (
        f"{message.text}\nYang chat pribadinya belum terbuka mohon mengetuk tombol di bawah, "
        f"{WAY_BACK}"
    )
    return Message(text, (*message.buttons, (Button("Buka chat pribadi", url=link),)))


def nudge(person: Person, link: str) -> Message:
    """In the group, to whom something waits for in a private chat that is not open."""
    return Message(
        f"Yth. {mention(person)}. Ada tugas atau berkas yang menunggu di chat pribadi. Mohon "
        f"mengetuk tombol di bawah, {WAY_BACK} Terima kasih.",
        ((Button("Buka chat pribadi", url=link),),),
    )


def look_at_tasks(person: Person, link: str) -> Message:
    """In the group, to whom Telegram refused to show a word in the private chat."""
    return Message(
        f"Yth. {mention(person)}. Satu pesan sistem tidak dapat ditampilkan di chat pribadi. Mohon "
        "mengetik /tugas di sana untuk melihat tugas yang terbuka. Terima kasih.",
        ((Button("Buka chat pribadi", url=link),),),
    )
