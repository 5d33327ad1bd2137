"""The office's format in chat: the one in use, a new one in summary, and what became of it."""

from collections.abc import Sequence
from decimal import Decimal

from bot.rules.acts import Act, button_data
from bot.rules.format_changes import Changed, FormatChanges
from bot.rules.forms import Indicator, OfficeFormat
from bot.rules.messages import Attachment, Button, Message, Style
from bot.rules.periods import Period
from bot.rules.sop import Seat
from bot.rules.year_targets import KeptOver
from bot.texts.fitting import short, some_groups
from bot.texts.format_reach import Reach, holds_for, year_kept
from bot.texts.formats import number, period

ROOM = 700  # of a message, for the names of one sort of change
UNDER_A_FILE = 300  # of the 1024 that stand under a file, for the seats
USE = "Pakai format ini"
PARTS = {
    "sasaran": "sasaran",
    "direction": "arah",
    "method": "cara hitung",
    "target_year": "tahun",
    "target_period": "periode",
    "programme": "program/kegiatan",
    "budget": "pagu",
    "seat": "penanggung jawab",
}


def in_use(
    form: OfficeFormat,
    seats: Sequence[Seat],
    asked: Period,
    paper: Attachment,
    reach: Reach,
    kept: KeptOver | None = None,
) -> Message:
    """/format: what it holds, how it is changed, and for which runs."""
    lines = [
        f"Format permintaan data kinerja yang dipakai: {len(form.indicators)} indikator, target "
        f"untuk {period(asked)}.",
        of_seats(form, seats),
        *year_kept(kept),
        "Untuk mengubahnya, mohon mengubah buku kerja terlampir lalu mengirimkannya sebagai "
        f"balasan pesan ini. {holds_for(reach)} Terima kasih.",
    ]
    return Message("\n".join(lines), (), paper)


def proposed(
    offer_id: int,
    name: str,
    form: OfficeFormat,
    seats: Sequence[Seat],
    changes: FormatChanges,
    to_check: Sequence[str],
    reach: Reach,
) -> Message:
    """The summary of a format that came in; taken only with its button."""
    lines = [*came(name, form, seats), *changed(changes), *to_check, holds_for(reach)]
    lines.append("Mohon diperiksa, lalu mengetuk tombol di bawah bila sesuai. Terima kasih.")
    button = Button(USE, button_data(Act.REPLACE_FORMAT, offer_id), style=Style.PRIMARY)
    return Message("\n".join(lines), ((button,),))


def unchanged(name: str, form: OfficeFormat, seats: Sequence[Seat]) -> Message:
    said = "Isinya sama dengan format yang dipakai, sehingga tidak ada yang perlu diganti."
    return Message("\n".join([*came(name, form, seats), said]))


def taken(name: str, form: OfficeFormat, seats: Sequence[Seat], reach: Reach, when: str) -> Message:
    """In place of the summary, once the button was tapped."""
    lines = [
        f"Format diganti: {len(form.indicators)} indikator ({short(name)}), {when}.",
        of_seats(form, seats),
        f"{holds_for(reach)} Terima kasih.",
    ]
    return Message("\n".join(lines))


def came(name: str, form: OfficeFormat, seats: Sequence[Seat]) -> list[str]:
    head = f"Format {short(name)} diterima: {len(form.indicators)} indikator."
    return [head, of_seats(form, seats)]


def of_seats(form: OfficeFormat, seats: Sequence[Seat]) -> str:
    """ "Irban I: 3; Irban II: 2", also who has none."""
    counts = [f"{short(seat.title)}: {len(form.of(seat.key))}" for seat in seats]
    return f"{some_groups(counts, UNDER_A_FILE)}."


def changed(changes: FormatChanges) -> list[str]:
    others = [change for change in changes.changed if change.others]
    sorts = (
        ("Ditambah", [named(row) for row in changes.added]),
        ("Dikeluarkan", [named(row) for row in changes.removed]),
        ("Target berubah", [retargeted(change) for change in changes.retargeted]),
        ("Isian lain berubah", [altered(change) for change in others]),
    )
    told = [f"• {sort} ({len(said)}): {some_groups(said, ROOM)}." for sort, said in sorts if said]
    return ["Perubahan terhadap format yang dipakai:", *told]


def named(row: Indicator) -> str:
    return short(row.name)


def retargeted(change: Changed) -> str:
    """ "Desa mandiri (periode 5 menjadi 6)"."""
    moved = [
        f"{PARTS[part]} {_figure(change.old, part)} menjadi {_figure(change.new, part)}"
        for part in change.targets
    ]
    return f"{named(change.new)} ({', '.join(moved)})"


def _figure(row: Indicator, part: str) -> str:
    value: Decimal = getattr(row, part)
    return number(value)


def altered(change: Changed) -> str:
    return f"{named(change.new)} ({', '.join(PARTS[part] for part in change.others)})"
