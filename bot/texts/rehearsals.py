"""What the rehearsal tells whoever watches it."""

from collections.abc import Sequence
from pathlib import Path


def failed(why: str) -> str:
    return f"Gladi berhenti sebelum selesai: {why}"


def left(out: Path) -> str:
    return (
        f"Gladi selesai: seluruh langkah dilaksanakan. Hasil di {out}: recap.xlsx, recap.pdf, "
        "recap.png, berkas/, percakapan/ dan ringkasan.txt."
    )


def summary(
    period: str, activities: Sequence[str], recap: str, group_messages: int, calls: int
) -> str:
    steps = "\n".join(f"{n}. {activity}: selesai" for n, activity in enumerate(activities, 1))
    return (
        f"Ringkasan gladi, {period} (angka contoh, bukan data kantor)\n\n{steps}\n\n{recap}\n\n"
        f"Pesan sistem di grup sejak papan disematkan: {group_messages}\n"
        f"Panggilan Bot API: {calls}\n"
    )
