"""The SOP laid out as plain text, every key of its file, for `himpun sop check`."""

import textwrap
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from bot.rules.sop import Proposing, Role, Rung, Sop
from bot.rules.sop_cover import cover, notes
from bot.texts.formats import day, join_names, minutes, number
from bot.texts.sops import limit, total_time

_GAP = "  "


def outline(sop: Sop) -> str:
    """The whole SOP as plain text of at most 100 columns, for reading over."""
    parts = (
        _pairs(_facts(sop)),
        _roles(sop),
        _kinds(sop),
        _steps(sop),
        _passing_on(sop),
        f"Jumlah waktu baku: {total_time(step.limit for step in sop.steps)}",
        _ladder(sop),
        _cover(sop),
    )
    return "\n\n".join(part for part in parts if part)


def _facts(sop: Sop) -> list[tuple[str, str]]:
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


def _columns(sop: Sop) -> list[tuple[str, list[str]]]:
    """Roles that share a column of the drawn flow."""
    shared: dict[str, list[str]] = {}
    for role in sop.roles:
        if role.column:
            shared.setdefault(role.column, []).append(role.key)
    told = [f"{name} ({', '.join(keys)})" for name, keys in shared.items()]
    return [("Kolom gambar", told)] if told else []


def _roles(sop: Sop) -> str:
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
    return _table(headings, (22, 22, 12, 5, 20, 9), rows)


def _seat_keys(role: Role) -> str:
    return f"{role.seats[0].key} s.d. {role.seats[-1].key}"


def _kinds(sop: Sop) -> str:
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
    return _table(headings, (12, 32, 12, 12, 5, 17), rows)


def _steps(sop: Sop) -> str:
    rows = [
        (
            str(step.number),
            step.activity,
            step.kind,
            ", ".join(sop.role(key).short for key in step.actors),
            limit(step.limit),
            step.output,
        )
        for step in sop.steps
    ]
    headings = ("No", "Aktivitas", "Jenis", "Pelaku", "Waktu", "Output")
    return _table(headings, (2, 32, 9, 14, 15, 18), rows)


def _passing_on(sop: Sop) -> str:
    """What each step begins from, and to whom its output goes."""
    rows = [
        (
            str(step.number),
            step.completeness or "–",
            ", ".join(sop.role(key).short for key in step.recipients) or "–",
        )
        for step in sop.steps
    ]
    return _table(("No", "Kelengkapan", "Disampaikan kepada"), (2, 52, 42), rows)


def _cover(sop: Sop) -> str:
    """What the file tells its readers alone."""
    told = [(_label(key), "; ".join(map(_said, value))) for key, value in cover(sop).items()]
    noted = [(f"Keterangan {table} {entry}", words) for table, entry, words in notes(sop)]
    return _pairs([*told, *noted]) if told or noted else ""


def _label(key: str) -> str:
    return key.replace("_", " ").capitalize()


def _said(value: str | date) -> str:
    return day(value) if isinstance(value, date) else value


def _ladder(sop: Sop) -> str:
    rows = [
        (
            rung_time(rung),
            f"{rung.to} tingkat {rung.level}" if rung.level > 1 else str(rung.to),
            rung.where,
            f"tiap {minutes(rung.again)}" if rung.again else "–",
            ", ".join(map(str, rung.steps)) or "lainnya",
        )
        for rung in sop.ladder
    ]
    headings = ("Pengingat", "Kepada", "Lewat", "Ulang", "Langkah")
    return _table(headings, (32, 17, 7, 20, 14), rows)


def rung_time(rung: Rung) -> str:
    """When a reminder comes, by the limit."""
    if rung.share is not None:
        return f"setelah {number(Decimal(str(rung.share)) * 100)}% waktu"
    if rung.after < 0:
        return f"{minutes(-rung.after)} sebelum batas"
    return f"{minutes(rung.after)} setelah batas" if rung.after else "pada batas"


def _pairs(rows: Sequence[tuple[str, str]]) -> str:
    width = max(len(name) for name, _ in rows)
    return "\n".join(_row(row, (width, 98 - width)) for row in rows)


def _table(headings: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[str]]) -> str:
    rule = _GAP.join("-" * width for width in widths)
    return "\n".join([_row(headings, widths), rule, *(_row(row, widths) for row in rows)])


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    """The cells side by side, each wrapped within its own column."""
    wrapped = [
        textwrap.wrap(cell, width, break_on_hyphens=False)
        for cell, width in zip(cells, widths, strict=True)
    ]
    lines = []
    for n in range(max(map(len, wrapped))):
        parts = [cell[n] if n < len(cell) else "" for cell in wrapped]
        padded = (part.ljust(width) for part, width in zip(parts, widths, strict=True))
        lines.append(_GAP.join(padded).rstrip())
    return "\n".join(lines)
