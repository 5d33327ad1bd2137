"""What each column is for: noted at its heading, and shown where something is typed in.

Excel shows at most 255 characters of what is shown while typing (tests hold these to it).
"""

from collections.abc import Mapping

from bot.texts.workbooks import DATA, LHE, LHP, NO_DATA_LABEL, TLHP

PERCENT_HELP = (
    f"Isi angka 0 sampai 100 tanpa tanda %, contoh 41,46. Bila belum tersedia, tulis: "
    f"{NO_DATA_LABEL}"
)
SEAT_HELP: Mapping[str, str] = {
    "direction": "naik: makin besar makin baik. turun: makin kecil makin baik.",
    "method": "Cara nilai bulanan menjadi nilai triwulan: jumlah, rata-rata, atau posisi akhir.",
    "target_period": "Target untuk periode pada judul lembar.",
    "actual": f"Isi angka sesuai satuannya. Bila belum tersedia, tulis: {NO_DATA_LABEL}",
    "achievement": (
        "Dihitung sendiri. naik: realisasi dibagi target. turun: (2 × target − realisasi) dibagi "
        "target, paling rendah 0."
    ),
    "predicate": (
        "Dihitung sendiri: di atas 90 Sangat Tinggi, 75 Tinggi, 65 Sedang, 50 Rendah, selebihnya "
        "Sangat Rendah."
    ),
    "spent": f"Isi rupiah penuh, contoh 254200000. Bila belum tersedia, tulis: {NO_DATA_LABEL}",
    "absorption": "Dihitung sendiri: realisasi rupiah dibagi pagu.",
    "factors": "Hal yang mendukung tercapainya realisasi, singkat dan jelas.",
    "obstacles": "Hal yang menghambat tercapainya target, singkat dan jelas.",
    "follow_up": "Tindakan yang akan dilakukan, oleh siapa dan kapan.",
    "source": "Dokumen atau aplikasi asal angka, contoh: SK Bupati, Prodeskel.",
}
MASTER_HELP: Mapping[str, str] = {
    "sasaran": "Sasaran strategis yang diukur indikator ini.",
    "name": "Nama indikator. Nama yang sama dan satuan yang sama dianggap indikator yang sama.",
    "unit": "Satuan, contoh: %, desa, orang, nilai.",
    "direction": f"Pilih dari daftar. {SEAT_HELP['direction']}",
    "method": f"Pilih dari daftar. {SEAT_HELP['method']}",
    "target_year": "Target satu tahun, angka saja.",
    "target_period": "Target untuk periode pada judul lembar, angka saja.",
    "programme": "Program/kegiatan, ditulis pada satu baris saja agar pagunya tidak ganda.",
    "budget": "Pagu program/kegiatan dalam rupiah penuh.",
    "seat": "Pilih penanggung jawab dari daftar.",
}
LHP_HELP: Mapping[str, str] = {
    "number": "Nomor laporan, contoh 700/12/Irban I/2026. Satu baris untuk satu LHP.",
    "dated": "Tanggal laporan, contoh 05/10/2026.",
    "auditor": "Instansi atau tim yang memeriksa.",
    "audited": "Desa, kegiatan atau unit yang diperiksa.",
    "findings": "Jumlah temuan, angka bulat.",
    "value": "Nilai temuan dalam rupiah penuh.",
}
LHE_HELP: Mapping[str, str] = {
    "number": "Nomor laporan. Satu baris untuk satu LHE.",
    "dated": "Tanggal laporan, contoh 05/10/2026.",
    "year": "Tahun kinerja yang dinilai, contoh 2025.",
    "planning": "Nilai perencanaan kinerja, 0 sampai 30.",
    "measuring": "Nilai pengukuran kinerja, 0 sampai 30.",
    "reporting": "Nilai pelaporan kinerja, 0 sampai 15.",
    "evaluating": "Nilai evaluasi akuntabilitas kinerja internal, 0 sampai 25.",
    "total": "Dihitung sendiri setelah keempat komponen terisi.",
    "grade": "Dihitung sendiri: AA di atas 90, A 80, BB 70, B 60, CC 50, C 30, selebihnya D.",
}
TLHP_HELP: Mapping[str, str] = {
    "number": "Nomor LHP asal. Satu baris untuk satu rekomendasi.",
    "dated": "Tanggal LHP, contoh 05/10/2026.",
    "auditor": "Instansi atau tim yang memeriksa.",
    "finding": "Pokok temuan, singkat.",
    "finding_value": "Nilai temuan dalam rupiah penuh.",
    "recommendation": "Pokok rekomendasi, singkat.",
    "recommendation_value": "Nilai rekomendasi dalam rupiah penuh.",
    "action": "Tindak lanjut yang telah dilakukan sampai akhir periode.",
    "deposited": "Jumlah yang telah disetor dalam rupiah penuh.",
    "remaining": "Dihitung sendiri: nilai rekomendasi dikurangi yang disetor.",
    "status": "Pilih dari daftar empat status.",
    "evidence": "Bukti tindak lanjut, contoh: STS nomor 12.",
    "responsible": "Jabatan yang bertanggung jawab menindaklanjuti.",
    "due": "Batas tindak lanjut, contoh 05/10/2026.",
}
HELP: Mapping[str, Mapping[str, str]] = {
    DATA: SEAT_HELP,
    LHP: LHP_HELP,
    LHE: LHE_HELP,
    TLHP: TLHP_HELP,
}
