"""For applicants: what comes before the form."""

from pst.rules.office.guide.page import APPLICANT, Page, Picture, Step

PAGE = Page(
    "sebelum-mulai",
    "Sebelum mengajukan",
    APPLICANT,
    "Formulirnya {parts} bagian dengan paling banyak {questions} pertanyaan; yang tidak berlaku tidak ditanyakan. "
    "Bila rancangannya sudah siap, sediakan satu sampai dua jam. Boleh dicicil.",
    (
        Step("Ajukan paling lambat {days} hari kerja sebelum pengumpulan data dimulai. Layanan ini gratis."),
        Step("Cari kegiatan serupa: mungkin datanya sudah ada, dan rancangannya dapat menjadi contoh.", "/katalog"),
        Step("Baca penjelasan setiap pertanyaan, atau “Unduh formulir XLSX” untuk dibahas bersama.", "/formulir"),
        Step("Buat akun dengan alamat surel yang aktif, lalu tekan tautan konfirmasi dalam surelnya.", "/daftar"),
    ),
    rooms=("form_files.explained", "registration", "home.standard", "catalogue"),
    ready=(
        "Rancangan kegiatan: latar belakang, tujuan, jadwal, dan cara pengumpulan data.",
        "Daftar variabel dengan definisinya; dari lembar kerja tinggal ditempel.",
        "Instrumen (kuesioner atau lembar kerja) dan KAK/TOR, masing-masing paling besar 10 MB.",
        "Nama, jabatan, dan kontak penanggung jawab teknis.",
    ),
    example=(
        ("Judul Kegiatan", "Kompilasi Data Kasus Stunting Kabupaten Mempawah"),
        ("Latar Belakang Kegiatan", "Penanganan stunting memerlukan angka yang sama bagi semua kecamatan. Laporan "
         "posyandu sudah ada setiap bulan, tetapi belum disusun menjadi satu tabel kabupaten."),
        ("Tujuan Kegiatan", "Menyajikan jumlah balita ditimbang, pendek, dan sangat pendek menurut kecamatan, setiap "
         "bulan, sebagai dasar sasaran program gizi."),
        ("Variabel (Karakteristik) yang Dikumpulkan", "Jumlah balita ditimbang: anak 0–59 bulan yang ditimbang di "
         "posyandu pada bulan laporan. Referensi waktu: sebulan yang lalu."),
    ),
    picture=Picture(
        "Halaman formulir: tombol unduh, tiga cara mengisi, dan daftar bagiannya.",
        "submissions/form_files/explained.html",
        "",
        ("/formulir",),
    ),
)  # fmt: skip
