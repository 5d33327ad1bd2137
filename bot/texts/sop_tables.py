"""What a SOP's file says beside its cover and steps, as tables."""

from collections.abc import Sequence
from decimal import Decimal

from bot.rules.sop import Hardcopies, Proposing, Role, Rung, Sop
from bot.rules.sop_cover import notes
from bot.texts.formats import join_names, minutes, number

# headings, the columns' widths in characters, rows
Table = tuple[tuple[str, ...], tuple[int, ...], Sequence[tuple[str, ...]]]


def facts(sop: Sop) -> list[tuple[str, str]]:
    share = number(Decimal(str(sop.hand_in_share)) * 100)
    change = Decimal(str(sop.change_share)) * 100
    return [
        ("SOP", sop.name),
        ("Instansi", sop.agency or "–"),
        ("Periode", join_names(sop.period_kinds)),
        ("Batas penyerahan", f"{share}% dari waktu langkah himpun"),
        ("Tambahan waktu", ", ".join(minutes(each) for each in sop.extensions)),
        ("Waktu perbaikan", f"paling sedikit {minutes(sop.correction)}"),
        ("Batas perubahan", f"{number(change)}% dari periode sebelumnya"),
        ("Kop", "; ".join(sop.letterhead) or f"nama instansi ({sop.agency})"),
        ("Usulan putaran", proposed(sop.proposing)),
        ("Naskah fisik", signed_papers(sop.hardcopies)),
        *((name, "; ".join(roles)) for name, roles in _columns(sop)),
    ]


def proposed(wish: Proposing) -> str:
    """Which periods' runs are proposed, and when."""
    kinds = "triwulan, dan bulan bila putaran terakhir bulanan"
    if wish.kinds is not None:
        kinds = join_names(wish.kinds)
    if not kinds:
        return "tidak diusulkan"
    return (
        f"{kinds}; pada hari kerja ke-{wish.workday} sesudah periode, disusulkan dalam "
        f"{wish.bound} hari kerja, ditunda paling banyak {wish.put_offs} kali"
    )


def signed_papers(wish: Hardcopies) -> str:
    """Which papers must come back signed, and when their lack is told."""
    if not wish.kinds:
        return "tidak ditagih"
    return (
        f"{join_names(wish.kinds)}; ditagih {wish.workdays} hari kerja sesudah persetujuan "
        f"terakhir, diulang tiap {wish.again} hari kerja"
    )


def _columns(sop: Sop) -> list[tuple[str, list[str]]]:
    """Roles that share a column of the drawn flow."""
    shared: dict[str, list[str]] = {}
    for role in sop.roles:
        if role.column:
            shared.setdefault(role.column, []).append(role.key)
    told = [f"{name} ({', '.join(keys)})" for name, keys in shared.items()]
    return [("Kolom gambar", told)] if told else []


def roles(sop: Sop) -> Table:
    rows = [
        (
            role.key if role.count == 1 else f"{role.key} ({_seat_keys(role)})",
            role.title,
            role.short,
            str(role.count),
            role.superior or "–",
            "ya" if role.oversees else "–",
        )
        for role in sop.roles
    ]
    headings = ("Peran", "Jabatan", "Sebutan", "Kursi", "Atasan", "Mengawasi")
    return headings, (22, 22, 12, 5, 20, 9), rows


def _seat_keys(role: Role) -> str:
    return f"{role.seats[0].key} s.d. {role.seats[-1].key}"


def kinds(sop: Sop) -> Table:
    rows = [
        (
            kind.code,
            kind.name,
            sop.role(kind.handed_in_by).short,
            sop.role(kind.collector).short,
            "ya" if kind.workbook else "–",
            ", ".join(kind.words) or "–",
        )
        for kind in sop.kinds
    ]
    headings = ("Berkas", "Nama", "Diserahkan oleh", "Dihimpun oleh", "Buku kerja", "Kata")
    return headings, (12, 32, 12, 12, 5, 17), rows


def passing_on(sop: Sop) -> Table:
    """What each step begins from, and to whom its output goes."""
    rows = [
        (
            str(step.number),
            step.completeness or "–",
            ", ".join(sop.role(key).short for key in step.recipients) or "–",
        )
        for step in sop.steps
    ]
    return ("No", "Kelengkapan", "Disampaikan kepada"), (2, 52, 42), rows


def ladder(sop: Sop) -> Table:
    rows = [
        (
            rung_time(rung),
            rung_to(rung),
            rung.where,
            rung_again(rung),
            ", ".join(map(str, rung.steps)) or "lainnya",
        )
        for rung in sop.ladder
    ]
    headings = ("Pengingat", "Kepada", "Lewat", "Ulang", "Langkah")
    return headings, (32, 17, 7, 20, 14), rows


def approvers(sop: Sop) -> Table:
    """Who approves the recap once the last step is done, in order; none where nobody does."""
    rows = [
        (str(place), sop.role(approver.role).title, approver.act)
        for place, approver in enumerate(sop.approving.chain, 1)
    ]
    return ("No", "Persetujuan rekap oleh", "Tindakan"), (2, 76, 18), rows


def approval_ladder(sop: Sop) -> Table:
    rows = [
        (asked_since(rung), rung_to(rung), rung.where, rung_again(rung))
        for rung in sop.approving.ladder
    ]
    headings = ("Pengingat persetujuan", "Kepada", "Lewat", "Ulang")
    return headings, (34, 27, 10, 23), rows


def asked_since(rung: Rung) -> str:
    return f"{minutes(rung.after)} setelah diminta" if rung.after else "saat diminta"


def rung_to(rung: Rung) -> str:
    return f"{rung.to} tingkat {rung.level}" if rung.level > 1 else str(rung.to)


def rung_again(rung: Rung) -> str:
    return f"tiap {minutes(rung.again)}" if rung.again else "–"


def rung_time(rung: Rung) -> str:
    """When a reminder comes, by the limit."""
    if rung.share is not None:
        return f"setelah {number(Decimal(str(rung.share)) * 100)}% waktu"
    if rung.after < 0:
        return f"{minutes(-rung.after)} sebelum batas"
    return f"{minutes(rung.after)} setelah batas" if rung.after else "pada batas"


def noted(sop: Sop) -> list[tuple[str, str]]:
    """Each entry's `keterangan`, by its table and name."""
    return [(f"Keterangan {table} {entry}", words) for table, entry, words in notes(sop)]
