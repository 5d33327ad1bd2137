"""What `himpun hapus` says: what it is about to do, what it did, and why it refuses."""

from collections.abc import Callable

from bot.rules.destroying import SHORTEST, DestroyRefused, Hindrance, Plan
from bot.rules.retention import OF_FILES
from bot.texts.formats import file_size, join_names, number, period, plain_day

CONFIRM = "Untuk melanjutkan, ketik {key} lalu Enter: "
MOST = 20  # files named one by one


def planned(plan: Plan) -> str:
    """Before the operator confirms."""
    run, files = plan.run, [*plan.files.values()]
    lines = [
        f"Putaran {run.id} ({period(run.period)}), {plan.wanted.kind.value}: "
        f"{number(len(files))} berkas akan dimusnahkan.",
        f"Dasar : {plan.basis}",
        f"Alasan: {plan.wanted.reason.strip()}",
        *(f"• {name or 'tanpa nama'}" for name in files[:MOST]),
    ]
    if len(files) > MOST:
        lines.append(f"• dan {number(len(files) - MOST)} berkas lainnya")
    if plan.packs:
        lines.append(
            f"Beserta {number(len(plan.packs))} paket bukti di lemari berkas, yang memuatnya."
        )
    if plan.begun:
        lines.append(f"{number(len(plan.begun))} berkas dilanjutkan dari pemusnahan yang terhenti.")
    return "\n".join([*lines, *staying(plan)])


def staying(plan: Plan) -> list[str]:
    if not plan.staying:
        return []
    return [
        f"{number(len(plan.staying))} berkas tercatat musnah sebagai arsip putaran ini, tetapi "
        "isinya tetap disimpan, karena dipakai putaran lain, kantor, atau menunggu penempatan."
    ]


def done(plan: Plan, files: int, octets: int) -> str:
    lines = [
        f"Dimusnahkan: {number(files)} berkas ({file_size(octets)}). Catatan dan sidiknya tetap "
        "tersimpan; himpun verify membuktikannya.",
        *staying(plan),
        "Paket bukti, cadangan lama, dan salinan pada Telegram berada di luar jangkauan perintah "
        "ini; mohon ditangani menurut keputusan yang sama.",
    ]
    return "\n".join(lines)


def refused(r: DestroyRefused) -> str:
    return f"Tidak ada yang dimusnahkan: {REASONS[r.why](r)}"


def kind(r: DestroyRefused) -> str:
    return r.kind.value if r.kind else "arsip ini"


def stays(r: DestroyRefused) -> str:
    files = join_names([f"“{one.value}”" for one in OF_FILES])
    return (
        f"{kind(r)} tidak berupa berkas dan tetap disimpan dalam basis data, agar rantai catatan "
        f"dapat dibuktikan. Yang dapat dimusnahkan: {files}."
    )


REASONS: dict[Hindrance, Callable[[DestroyRefused], str]] = {
    Hindrance.AT_WORK: lambda _: "putaran ini masih berjalan.",
    Hindrance.NO_NOTE: lambda r: (
        f"retensi {kind(r)} belum diatur. Mohon mengisi [[retensi]] pada berkas pengaturan kantor."
    ),
    Hindrance.STAYS: stays,
    Hindrance.PERMANENT: lambda r: (
        f"{kind(r)} bernasib permanen menurut pengaturan kantor, sehingga diserahkan kepada "
        "lembaga kearsipan dan tidak dimusnahkan."
    ),
    Hindrance.NOT_YET: lambda r: (
        f"retensi {kind(r)} belum lewat; baru lewat pada {plain_day(r.since) if r.since else ''}."
    ),
    Hindrance.NO_BASIS: lambda r: (
        f"retensi {kind(r)} baru berupa asumsi. Mohon menyebutkan keputusan JRA pada dasar di "
        "[[retensi]]."
    ),
    Hindrance.UNDECIDED: lambda r: (
        f"{kind(r)} harus dinilai kembali lebih dahulu. Mohon menyebutkan keputusan penilaiannya "
        "dengan --dasar."
    ),
    Hindrance.NO_REASON: lambda _: f"alasan ditulis dengan sedikitnya {SHORTEST} huruf.",
    Hindrance.NOTHING: lambda r: f"tidak ada {kind(r)} yang masih tersimpan dan boleh dimusnahkan.",
    Hindrance.PACK_INSIDE: lambda _: (
        "paket bukti berada di dalam DATA_DIR/berkas atau DATA_DIR/arsip, sehingga dapat ikut "
        "musnah. Mohon menyimpannya di tempat lain lebih dahulu."
    ),
    Hindrance.PACK_UNPROVED: lambda r: (
        f"paket bukti tidak terbukti ({r.told}). Mohon membuatnya kembali dengan himpun export."
    ),
    Hindrance.PACK_UNKNOWN: lambda _: (
        "paket bukti ini bukan milik putaran ini, atau sidiknya tidak tercatat di kantor. Mohon "
        "membuatnya dengan himpun export."
    ),
    Hindrance.PACK_OLD: lambda _: (
        "catatan putaran bertambah sejak paket bukti dibuat. Mohon membuatnya kembali dengan "
        "himpun export."
    ),
    Hindrance.PACK_LACKS: lambda r: (
        f"paket bukti tidak memuat {r.told} berkas yang akan dimusnahkan. Mohon membuatnya kembali "
        "dengan himpun export."
    ),
    Hindrance.NOT_CONFIRMED: lambda _: "tidak dikonfirmasi.",
}
