"""What the page tells while the day plays by itself: who does what, in which step."""

from collections.abc import Sequence
from datetime import datetime

from bot.rules.sop import ApprovalAct, DocumentKind, Role, Seat, Step
from bot.texts.formats import join_names, moment

COUNTS = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
NOTHING_TO_DO = (
    "Permainan otomatis berhenti: tidak ada tindakan berikutnya yang dapat dilakukan. Mohon "
    "melanjutkan secara manual, lalu memainkannya kembali."
)
BOT_IS_DOWN = (
    "Permainan otomatis berhenti: sistem sedang tidak berjalan. Mohon menjalankan sistem, lalu "
    "memainkannya kembali."
)


PROMOTES_BOT = "Persiapan: sistem dijadikan administrator grup"
LISTS_SEATS = "Persiapan: daftar kursi diminta dengan /peran"


def adds_bot(name: str) -> str:
    return f"Persiapan: {name} menambahkan sistem ke grup"


def opens_choice(seats: Sequence[Seat]) -> str:
    return f"Persiapan: calon {whose(seats)} membuka daftar kursi di chat pribadi"


def claims(seats: Sequence[Seat]) -> str:
    return f"Persiapan: calon {whose(seats)} mengajukan diri"


def grants(seats: Sequence[Seat]) -> str:
    return f"Persiapan: administrator grup menyetujui {whose(seats)}"


def whose(seats: Sequence[Seat]) -> str:
    """The one seat by its title, of several how many there are."""
    return seats[0].title if len(seats) == 1 else f"pemegang {len(seats)} kursi lainnya"


def opens_chat(seat: Seat) -> str:
    return f"Persiapan: {seat.title} membuka chat pribadi dengan sistem"


def step(at: Step, what: str) -> str:
    return f"Langkah {at.number}: {what}"


def begins(at: Step, seat: Seat) -> str:
    return step(at, f"{seat.title} memulai putaran dengan /mulai")


def chooses(at: Step, seat: Seat, period: str) -> str:
    return step(at, f"{seat.title} memilih periode {period}")


def orders(at: Step, seat: Seat) -> str:
    return step(at, f"{seat.title} membaca pemeriksaan, lalu memerintahkan")


def conveys(at: Step, seat: Seat) -> str:
    return step(at, f"{seat.title} menyampaikan format")


def sends_in_group(at: Step, seat: Seat, kinds: Sequence[DocumentKind]) -> str:
    return step(at, f"{seat.title} membalas permintaan di grup dengan {amount(kinds)}")


def sends_privately(at: Step, seat: Seat, kind: DocumentKind, count: int) -> str:
    """A file of that kind, or several."""
    what = f"{COUNTS[count]} {kind.code}" if count > 1 else kind.code
    return step(at, f"{seat.title} mengirim {what} di chat pribadi")


def sends_album(at: Step, seat: Seat, kinds: Sequence[DocumentKind]) -> str:
    return step(at, f"{seat.title} mengirim {amount(kinds)} di chat pribadi")


def amount(kinds: Sequence[DocumentKind]) -> str:
    """ "tiga berkas dalam satu album (LHP, LHE dan DATA)"."""
    if len(kinds) == 1:
        return f"berkas {kinds[0].code}"
    count = COUNTS[len(kinds)] if len(kinds) < len(COUNTS) else str(len(kinds))
    return f"{count} berkas dalam satu album ({join_names([kind.code for kind in kinds])})"


def declares_nihil(at: Step, seat: Seat, kind: DocumentKind) -> str:
    return step(at, f"{seat.title} menyatakan {kind.code} nihil pada periode ini")


def mends(at: Step, seat: Seat, kind: DocumentKind) -> str:
    return step(at, f"{seat.title} mengirim versi perbaikan {kind.code}")


def lets_limit_pass(at: Step, seat: Seat) -> str:
    return step(at, f"{seat.title} belum menyerahkan berkas ketika batasnya terlewati")


def is_reminded(at: Step, seat: Seat) -> str:
    return step(at, f"{seat.title} diingatkan secara pribadi, lalu di grup")


def returns(at: Step, seat: Seat) -> str:
    return step(at, f"{seat.title} mengembalikan satu berkas untuk perbaikan")


def gives_reason(at: Step, seat: Seat, reason: str) -> str:
    return step(at, f"{seat.title} menuliskan alasan pengembalian: {reason}")


def accepts_all(at: Step, seat: Seat) -> str:
    return step(at, f"{seat.title} menyetujui semua berkas yang dihimpunnya")


def conveys_collected(at: Step, seat: Seat, recipient: Role) -> str:
    return step(at, f"{seat.title} menyampaikan himpunannya ke {recipient.short}")


def approves(at: Step, seat: Seat) -> str:
    return step(at, f"{seat.title} membaca rekap dan menyetujuinya")


def remarks(at: Step, seat: Seat) -> str:
    return step(at, f"{seat.title} memberi catatan pada rancangan analisis")


def finishes(at: Step, seat: Seat) -> str:
    return step(at, f"{seat.title} menutup putaran; rekap akhir dikirim")


def endorses(seat: Seat, act: ApprovalAct) -> str:
    given = "paraf" if act == ApprovalAct.INITIAL else "persetujuan"
    return f"{seat.title} membaca rekap akhir dan memberi {given}"


def time_passes(now: datetime, zone: str) -> str:
    return f"Waktu berjalan sampai {moment(now, zone)}"
