"""Plh. and Plt., staff, hand-over and leave: what is answered, and what each concerned hears."""

from collections.abc import Sequence
from dataclasses import replace

from bot.rules.absences import Absence
from bot.rules.acts import Act, button_data
from bot.rules.messages import Button, Message, Style
from bot.rules.people import Claim, Leave, Office, Person, Substitution
from bot.rules.run import Run
from bot.rules.sop import Seat
from bot.texts.fitting import short, some_lines, some_names
from bot.texts.formats import days, escape
from bot.texts.words import PERSON, called, mention, run_title


def named(found: Substitution, seat: Seat, holder: Person | None, by: Person) -> Message:
    """In the group, as the answer to /plh."""
    whose = f" ({short(holder.name, PERSON)})" if holder else ""
    return Message(
        f"{mention(found.person)} ditetapkan sebagai {found.title} {short(seat.title)}{whose}, "
        f"{days(found.first, found.last)}, oleh {short(by.name, PERSON)}."
    )


def begun(found: Substitution, seat: Seat, office: Office) -> Message:
    """To the substitute."""
    return Message(
        f"Yth. Bapak/Ibu {short(found.person.name, PERSON)}. Kursi {short(seat.title)} di "
        f"{short(office.title)} dijabat Bapak/Ibu sebagai {found.title}, "
        f"{days(found.first, found.last)}. Tugas yang terbuka disampaikan di chat ini; mohon "
        "mengetik /tugas untuk melihatnya. Terima kasih."
    )


def begun_for(found: Substitution, seat: Seat, office: Office) -> Message:
    """To the seat's holder."""
    return Message(
        f"Kursi {short(seat.title)} di {short(office.title)} dijabat {found.title} "
        f"{short(found.person.name, PERSON)}, {days(found.first, found.last)}. Tugas yang terbuka "
        "beralih kepadanya dan kembali dengan sendirinya sesudah itu. Untuk mengakhirinya lebih "
        f"awal, mohon mengetik <code>/plh {escape(seat.key)} selesai</code> di grup kantor. "
        "Terima kasih."
    )


def ended(found: Substitution, seat: Seat, office: Office) -> Message:
    """To who was the substitute."""
    return Message(
        f"Tugas Bapak/Ibu sebagai {found.title} {short(seat.title)} di {short(office.title)} telah "
        "berakhir. Terima kasih atas pelaksanaan tugasnya."
    )


def ended_for(found: Substitution, seat: Seat, office: Office) -> Message:
    """To the seat's holder."""
    return Message(
        f"Masa {found.title} {short(found.person.name, PERSON)} pada kursi {short(seat.title)} di "
        f"{short(office.title)} telah berakhir. Tugas yang terbuka kembali kepada Bapak/Ibu; "
        "mohon mengetik /tugas untuk melihatnya. Terima kasih."
    )


def withdrawn(found: Substitution, seat: Seat, by: Person) -> Message:
    """In the group, as the answer to /plh … selesai."""
    return Message(
        f"{found.title} {short(found.person.name, PERSON)} pada kursi {short(seat.title)} "
        f"({days(found.first, found.last)}) diakhiri oleh {short(by.name, PERSON)}."
    )


def passed_on(card: Message, run: Run, seat: Seat, now_acts: Person | None) -> Message:
    """In place of a card of who acted before; a file stays above it."""
    who = called(now_acts) if now_acts else "pemegang kursi berikutnya"
    text = f"{short(seat.title)}, {run_title(run)}: tugas ini kini dilaksanakan oleh {who}."
    return replace(card, text=text, buttons=())


def staff_named(person: Person, seat: Seat) -> Message:
    return Message(
        f"{mention(person)} dicatat sebagai staf {short(seat.title)}: dapat menyerahkan berkas dan "
        "mengisi lewat chat; keputusan tetap pada pemegang kursi. Mohon membuka chat pribadi "
        "dengan sistem agar buku kerja dan tanda terima sampai."
    )


def staff_removed(person: Person, seat: Seat) -> Message:
    return Message(
        f"{short(person.name, PERSON)} tidak lagi tercatat sebagai staf {short(seat.title)}."
    )


def helps_no_more(card: Message, run: Run, seat: Seat) -> Message:
    """In place of the card of who was staff; a file stays above it."""
    text = f"{short(seat.title)}, {run_title(run)}: tidak lagi diserahkan melalui chat ini."
    return replace(card, text=text, buttons=())


def hand_over_asked(claim: Claim, seat: Seat, holder: Person) -> Message:
    """In the group, for its administrators."""
    text = (
        f"{short(holder.name, PERSON)} menyerahkan kursi {short(seat.title)} kepada "
        f"{mention(claim.person)}. Mohon persetujuan administrator grup."
    )
    buttons = (
        Button("Setujui", button_data(Act.GRANT_SEAT, claim.id), style=Style.SUCCESS),
        Button("Tolak", button_data(Act.REFUSE_SEAT, claim.id), style=Style.DANGER),
    )
    return Message(text, (buttons,))


def leave_kept(leave: Leave, uncovered: Sequence[Absence]) -> Message:
    """The answer to /cuti; seats that nobody acts for meanwhile are named."""
    lines = [
        f"Cuti {short(leave.person.name, PERSON)} tercatat: {days(leave.first, leave.last)}.",
        *absence_lines(uncovered),
    ]
    if uncovered:
        key = escape(uncovered[0].seat.key)
        lines.append(
            f"Pengganti ditetapkan dengan membalas pesannya di grup: <code>/plh {key}</code> "
            "diikuti tanggal."
        )
    return Message("\n".join(lines))


def leave_cancelled(person: Person, leaves: Sequence[Leave]) -> Message:
    spans = some_names([days(leave.first, leave.last) for leave in leaves])
    return Message(f"Cuti {short(person.name, PERSON)} dibatalkan: {spans}.")


def absence_lines(found: Sequence[Absence]) -> list[str]:
    """ "Cuti tanpa pengganti: Irban II (Kamis, 24 Desember 2026)."."""
    lines = [f"{short(a.seat.title)} ({days(a.first, a.last)})" for a in found]
    return some_lines([f"Cuti tanpa pengganti: {line}." for line in lines], 900)
