"""Which keys a SOP file has, and the bounds of its figures."""

from bot.rules.sop_faults import ValueType
from bot.rules.worktime import WorkUnit

HAND_IN_SHARE = 0.75
EXTENSIONS = (120,)
MOST_EXTENSIONS = 6  # a button each
CORRECTION = 60
CHANGE = 0.5
MOST_SEATS = 12
MOST_LEVELS = 9
MOST_SEATS_IN_ALL = 100  # a button each when seats are chosen, and a keyboard has 100 (Bot API)
LONGEST_SHORT = 40  # characters; the role's short name stands on a button: "Sampaikan ke …"
# About a year of working time: more is a slip of the pen, and no calendar reaches it.
MOST = {
    WorkUnit.SECOND: 7_200_000,
    WorkUnit.MINUTE: 120_000,
    WorkUnit.HOUR: 2_000,
    WorkUnit.DAY: 260,
    WorkUnit.WEEK: 52,
    WorkUnit.MONTH: 12,
}

TABLES = (
    *("sop", "peran", "berkas", "langkah", "tangga"),
    *("persetujuan", "tangga_persetujuan", "naskah_fisik"),
)
HARDCOPY_KEYS = ("jenis", "hari_kerja", "ulang")
RULES = (
    *("nama", "periode", "batas_serah", "tambahan_waktu", "waktu_perbaikan"),
    *("batas_perubahan", "kop"),
    *("usulkan_putaran", "hari_kerja_ke", "batas_usulan", "batas_tunda"),
)
DESCRIPTIONS = {
    "instansi": ValueType.TEXT,
    "nomor": ValueType.TEXT,
    "tanggal_pembuatan": ValueType.DATE,
    "tanggal_revisi": ValueType.DATE,
    "tanggal_efektif": ValueType.DATE,
    "tanggal_pengesahan": ValueType.DATE,
    "disahkan_oleh": ValueType.TEXT,
    "dasar_hukum": ValueType.TEXTS,
    "kualifikasi": ValueType.TEXTS,
    "keterkaitan": ValueType.TEXTS,
    "peralatan": ValueType.TEXTS,
    "peringatan": ValueType.TEXT,
    "pencatatan": ValueType.TEXTS,
    "keterangan": ValueType.TEXT,
}
NOTE = {"keterangan": ValueType.TEXT}
ROLE_KEYS = ("kunci", "jabatan", "sebutan", "jumlah", "atasan", "mengawasi", "kolom", *NOTE)
KIND_KEYS = ("kode", "nama", "dari", "penghimpun", "kata", "buku_kerja", *NOTE)
STEP_KEYS = (
    *("nomor", "aktivitas", "jenis", "pelaku", "kepada"),
    *("kelengkapan", "waktu", "satuan", "output", *NOTE),
)
RUNG_WHEN = ("bagian", "sebelum", "setelah")
APPROVER_KEYS = ("peran", "tindakan", *NOTE)
RUNG_KEYS = (*RUNG_WHEN, "kepada", "tingkat", "lewat", "ulang", "langkah", *NOTE)
APPROVAL_RUNG_KEYS = ("setelah", "kepada", "tingkat", "lewat", "ulang", *NOTE)
