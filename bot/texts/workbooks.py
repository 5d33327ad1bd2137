"""What stands in the workbooks: sheet names, headings, notes, the instructions sheet."""

from bot.rules.registers import TlhpStatus

PETUNJUK = "Petunjuk"
DATA = "Data Kinerja"
LHP = "LHP"
LHE = "LHE"
TLHP = "TLHP"
SHEETS = {"data": DATA, "lhp": LHP, "lhe": LHE, "tlhp": TLHP}

NO_DATA = "belum ada data"
NO_DATA_LABEL = "Belum ada data"
DATA_TITLE = "DATA KINERJA"
LHP_TITLE = "REGISTER LAPORAN HASIL PEMERIKSAAN (LHP)"
LHE_TITLE = "REGISTER LAPORAN HASIL EVALUASI (LHE)"
TLHP_TITLE = "REGISTER TINDAK LANJUT HASIL PEMERIKSAAN (TLHP)"

DATA_HEADINGS = {
    "number": "No",
    "sasaran": "Sasaran",
    "name": "Indikator",
    "unit": "Satuan",
    "direction": "Arah",
    "method": "Cara hitung",
    "target_year": "Target tahun",
    "target_period": "Target periode",
    "actual": "Realisasi",
    "achievement": "Capaian %",
    "predicate": "Predikat",
    "programme": "Program/kegiatan",
    "budget": "Pagu Rp",
    "spent": "Realisasi Rp",
    "absorption": "Serapan %",
    "factors": "Faktor pendorong",
    "obstacles": "Faktor penghambat",
    "follow_up": "Rencana tindak lanjut",
    "source": "Sumber data/bukti",
    "seat": "Penanggung jawab",
}
LHP_HEADINGS = {
    "number": "Nomor LHP",
    "dated": "Tanggal",
    "auditor": "Pemeriksa",
    "audited": "Objek",
    "findings": "Jumlah temuan",
    "value": "Nilai Rp",
}
LHE_HEADINGS = {
    "number": "Nomor LHE",
    "dated": "Tanggal",
    "year": "Tahun dinilai",
    "planning": "Perencanaan (30)",
    "measuring": "Pengukuran (30)",
    "reporting": "Pelaporan (15)",
    "evaluating": "Evaluasi internal (25)",
    "total": "Total",
    "grade": "Predikat",
}
TLHP_HEADINGS = {
    "number": "Nomor LHP",
    "dated": "Tanggal",
    "auditor": "Pemeriksa",
    "finding": "Temuan",
    "finding_value": "Nilai temuan Rp",
    "recommendation": "Rekomendasi",
    "recommendation_value": "Nilai rekomendasi Rp",
    "action": "Tindak lanjut",
    "deposited": "Disetor Rp",
    "remaining": "Sisa Rp",
    "status": "Status",
    "evidence": "Bukti",
    "responsible": "Penanggung jawab",
    "due": "Jatuh tempo",
}

REFUSED = "Mohon diperiksa kembali"
ACTUAL_REFUSED = (REFUSED, f"Mohon diisi angka, atau tulisan: {NO_DATA_LABEL}")
PERCENT_REFUSED = (
    REFUSED,
    "Persentase lazimnya 0 sampai 100, contoh 41,46 untuk 41,46%, atau tulisan: "
    f"{NO_DATA_LABEL}. Isian tetap dipakai bila memang demikian.",
)
DATE_REFUSED = (REFUSED, "Mohon diisi tanggal, contoh: 05/10/2026")
NUMBER_REFUSED = (REFUSED, "Mohon diisi angka, tanpa huruf")
TEXT_REFUSED = (REFUSED, "Uraian terlalu panjang, mohon diringkas")
CHOICE_REFUSED = (REFUSED, "Mohon dipilih dari daftar yang tersedia")


def range_refused(most: int) -> tuple[str, str]:
    return REFUSED, f"Mohon diisi angka 0 sampai {most}"


def subtitle(office_title: str, period: str) -> str:
    return f"{office_title} — {period}"


def responsible_line(seat_title: str) -> str:
    return f"Penanggung jawab: {seat_title}"


WHOLE_FORMAT = "Seluruh indikator kantor"


def seat_instructions(period: str, seat_title: str) -> tuple[str, ...]:
    statuses = ", ".join(status.value for status in TlhpStatus)
    return (
        f"Yth. Bapak/Ibu {seat_title}. Mohon mengisi data kinerja {period} pada buku kerja ini.",
        f"1. Lembar {DATA}: isi sel berwarna kuning. Sel lain terkunci atau dihitung sendiri.",
        f"2. Realisasi diisi angka sesuai satuannya. Bila belum tersedia, tulis: {NO_DATA_LABEL}. "
        "Tulisan itu tidak dihitung sebagai nol.",
        "3. Satuan % diisi angkanya saja, contoh 41,46 untuk 41,46%.",
        "4. Realisasi Rp diisi rupiah penuh pada baris yang memuat program/kegiatan.",
        "5. Faktor pendorong, faktor penghambat, rencana tindak lanjut dan sumber data mohon diisi "
        "singkat dan jelas.",
        f"6. Lembar {LHP}, {LHE} dan {TLHP}: satu baris untuk satu dokumen atau satu rekomendasi. "
        "Lembar yang tidak ada isinya pada periode ini dibiarkan kosong.",
        f"7. Status TLHP dipilih dari daftar: {statuses}.",
        "8. Simpan sebagai .xlsx, lalu kirim kembali berkas ini sebagai balasan kepada sistem.",
        "Naskah LHP, LHE dan TLHP tetap dikirim sebagai berkas tersendiri. Terima kasih.",
    )


def master_instructions(period: str) -> tuple[str, ...]:
    return (
        f"Format permintaan data kinerja {period}: seluruh indikator beserta penanggung jawabnya.",
        f"1. Lembar {DATA} memuat indikator, target, program/kegiatan dan pagu yang diminta.",
        "2. Untuk mengubah format, ubah sel berwarna kuning, atau isi baris kosong di bawahnya, "
        "lalu kirim kembali buku kerja ini sebagai balasan pesan yang memuatnya.",
        "3. Arah, cara hitung dan penanggung jawab dipilih dari daftar.",
        "4. Satu program/kegiatan ditulis pada satu baris agar pagunya tidak terhitung dua kali.",
        "5. Nomor urut diberikan sistem. Indikator dikeluarkan dengan mengosongkan barisnya.",
        "6. Sistem menunjukkan ringkasan perubahannya. Format berlaku setelah tombol "
        "Pakai format ini diketuk.",
        f"7. Register {LHP}, {LHE} dan {TLHP} ada pada buku kerja masing-masing penanggung jawab.",
    )
