"""The cover page: what the activity is called, how data are collected, whether it was recommended before."""

from pst.questionnaires.kinds import Block, Choice, Is, Text, Year, YesNo
from pst.questionnaires.rekomendasi_2026.options import KINDS_OF_STATISTICS, METHODS, SECTORS

IDENTITY = Block(
    number=0,
    key="identitas",
    title="Identitas Kegiatan",
    intro="Halaman sampul: nama kegiatan, tahun, dan cara pengumpulan data. Cara pengumpulan data menentukan "
    "apakah Blok V (desain sampel) perlu diisi.",
    questions=(
        Text(
            "judul_kegiatan",
            "",
            "Judul Kegiatan",
            "Tuliskan nama lengkap kegiatan tanpa singkatan dan tanpa tahun. Susunannya: cara pengumpulan "
            "data, pokok kegiatan, cakupan wilayah, lalu tambahan bila ada. Contoh: Kompilasi Data Kasus "
            "Stunting Kabupaten Mempawah.",
            min_length=10,
        ),
        Year(
            "tahun_kegiatan",
            "",
            "Tahun Kegiatan",
            "Tahun anggaran saat kegiatan dilaksanakan, bukan tahun datanya. Harus cocok dengan jadwal "
            "pengumpulan data pada 3.3.",
        ),
        Text(
            "kode_kegiatan",
            "",
            "Kode Kegiatan",
            "Nomor yang diberikan BPS. Bagian ini diisi petugas.",
            required=False,
            staff_only=True,
        ),
        Choice(
            "jenis_statistik",
            "",
            "Jenis Kegiatan Statistik",
            "Rekomendasi diberikan hanya untuk statistik sektoral, yaitu kegiatan yang dilakukan instansi "
            "pemerintah untuk menjalankan tugas pokoknya.",
            options=KINDS_OF_STATISTICS,
            default="statistik_sektoral",
        ),
        Choice(
            "cara_pengumpulan_data",
            "",
            "Cara Pengumpulan Data",
            "Pencacahan lengkap mendata semua unit populasi. Survei mendata sebagian unit sebagai sampel. "
            "Kompilasi produk administrasi (kompromin) mengolah catatan yang sudah ada. Cara lain memakai "
            "teknologi, misalnya mengambil data dari situs web.",
            options=METHODS,
        ),
        Choice(
            "sektor_kegiatan",
            "",
            "Sektor Kegiatan",
            "Pilih bidang yang paling dekat dengan isi data yang dihasilkan.",
            options=SECTORS,
        ),
        YesNo(
            "mendapat_rekomendasi",
            "",
            "Apakah kegiatan ini pernah mendapat rekomendasi dari BPS?",
            "Jawab “Ya” bila edisi sebelumnya dari kegiatan yang sama sudah memperoleh surat rekomendasi. "
            "Untuk kegiatan baru, jawab “Tidak”.",
        ),
        Text(
            "identitas_rekomendasi",
            "",
            "Identitas Rekomendasi",
            "Salin nomor identitas rekomendasi dari surat BPS, misalnya berpola V-23.1375.002.",
            min_length=3,
            ask_if=Is("mendapat_rekomendasi", "ya"),
        ),
    ),
)
