"""Farming, fishing, trade, small businesses."""

from pst.demo.forms import Activity

FARMING = "Dinas Pertanian, Ketahanan Pangan dan Perikanan Kabupaten Mempawah"
TRADE = "Dinas Perindustrian, Perdagangan dan Tenaga Kerja Kabupaten Mempawah"
FARMING_HEAD = "Kepala Dinas Pertanian, Ketahanan Pangan dan Perikanan"
TRADE_HEAD = "Kepala Dinas Perindustrian, Perdagangan dan Tenaga Kerja"
FARMING_ADDRESS = "Jalan Raden Kusno Nomor 61, Mempawah"
TRADE_ADDRESS = "Jalan Contoh Perdagangan Nomor 11, Mempawah 78912"

PRICES = Activity(
    TRADE,
    TRADE_HEAD,
    TRADE_ADDRESS,
    ("Bintang Rekaan, S.E.", "Kepala Bidang Perdagangan", "bintang@perdagangan.contoh.test"),
    "Kompilasi Data Harga Komoditas Pasar Rakyat Kabupaten Mempawah",
    "kompilasi_produk_administrasi",
    "harga_dan_paritas_daya_beli",
    "Harga bahan pokok di pasar rakyat menentukan langkah pengendalian inflasi daerah. Catatan petugas pasar belum "
    "dihimpun dengan mutu komoditas yang sama antarpasar.",
    "Tujuan umum: memantau harga bahan pokok di pasar rakyat.\n"
    "Tujuan khusus: menghasilkan rata-rata harga mingguan dan perubahan harga menurut komoditas dan pasar.",
    (
        ("Harga beras medium", "Harga eceran", "Harga jual satu kilogram beras medium kepada pembeli akhir.",
         "hari Senin setiap minggu"),
        ("Harga cabai rawit merah", "Harga eceran", "Harga jual satu kilogram cabai rawit merah segar.",
         "hari Senin setiap minggu"),
        ("Harga telur ayam ras", "Harga eceran", "Harga jual satu kilogram telur ayam ras.",
         "hari Senin setiap minggu"),
        ("Perkiraan stok pedagang", "Persediaan", "Banyaknya beras yang ada pada pedagang terpilih dalam kilogram.",
         "hari Senin setiap minggu"),
    ),
    (40, 60),
    {
        "frekuensi": "mingguan",
        "metode_pengumpulan_data": ["wawancara", "pengamatan", "pengumpulan_data_sekunder"],
        "sarana_pengumpulan_data": ["capi"],
        "petugas": "staf_instansi_penyelenggara",
        "pendidikan_terendah": "sma_atau_smk",
        "jumlah_supervisor": 1,
        "jumlah_enumerator": 6,
        "pelatihan": "ya",
        "unit_pengumpulan_data_lainnya": "Pedagang pasar rakyat",
        "unit_analisis_lainnya": "Komoditas",
        "tingkat_penyajian": ["kabupaten_atau_kota"],
    },
)  # fmt: skip

SMALL_BUSINESSES = Activity(
    TRADE,
    TRADE_HEAD,
    TRADE_ADDRESS,
    ("Surya Rekaan, S.T.", "Kepala Bidang Perindustrian", "surya@perdagangan.contoh.test"),
    "Pencacahan Lengkap Usaha Mikro Kecil Kabupaten Mempawah",
    "pencacahan_lengkap",
    "industri_dan_jasa",
    "Pembinaan usaha mikro dan kecil memerlukan daftar usaha yang mutakhir. Daftar yang ada disusun lima tahun lalu "
    "dan belum mencakup seluruh desa.",
    "Tujuan umum: menyusun direktori usaha mikro dan kecil.\n"
    "Tujuan khusus: menghasilkan banyaknya usaha dan tenaga kerja menurut lapangan usaha dan desa, serta kelompok omzet.",
    (
        ("Jenis usaha", "Lapangan usaha", "Kegiatan ekonomi utama usaha menurut nilai penjualan terbesar.",
         "setahun terakhir"),
        ("Jumlah tenaga kerja", "Tenaga kerja usaha",
         "Banyaknya orang yang bekerja pada usaha, dibayar maupun tidak dibayar.", "sebulan terakhir"),
        ("Kelompok omzet", "Penjualan", "Kelompok nilai penjualan usaha sebelum dikurangi biaya.", "setahun terakhir"),
    ),
    (65, 45),
    {
        "jumlah_supervisor": 9,
        "jumlah_enumerator": 67,
        "metode_pemeriksaan_kualitas": ["kunjungan_kembali", "supervisi", "taskforce"],
        "tingkat_penyajian": ["kabupaten_atau_kota", "kecamatan", "lainnya"],
        "tingkat_penyajian_lainnya": "Desa/kelurahan",
    },
)  # fmt: skip

RICE = Activity(
    FARMING,
    FARMING_HEAD,
    FARMING_ADDRESS,
    ("Padma Rekaan, S.P.", "Kepala Bidang Tanaman Pangan", "padma@pertanian.contoh.test"),
    "Kompilasi Data Luas Panen dan Produksi Padi Palawija Kabupaten Mempawah",
    "kompilasi_produk_administrasi",
    "pertanian_dan_perikanan",
    "Laporan penyuluh tentang luas tanam dan panen dihimpun setiap bulan untuk menyusun rencana pangan kabupaten, tetapi "
    "cara menaksir luasnya belum seragam antarkecamatan.",
    "Tujuan umum: menyediakan data produksi padi dan palawija.\n"
    "Tujuan khusus: menghasilkan luas tanam, luas panen, dan produktivitas menurut kecamatan.",
    (
        ("Luas tanam", "Luas lahan", "Luas lahan yang ditanami pada bulan laporan.", "bulan laporan"),
        ("Luas panen", "Luas lahan", "Luas lahan yang dipanen.", "tahun laporan"),
        ("Produktivitas", "Hasil per hektare", "Produktivitas padi dan palawija.", "musim tanam"),
    ),
    (55, 28),
    {"sarana_pengumpulan_data_lainnya": "Lembar laporan penyuluh", "unit_pengumpulan_data_lainnya":
     "Balai penyuluhan pertanian"},
)  # fmt: skip

FISHERY = Activity(
    FARMING,
    FARMING_HEAD,
    FARMING_ADDRESS,
    ("Bahari Rekaan, S.Pi.", "Kepala Bidang Perikanan Tangkap", "bahari@pertanian.contoh.test"),
    "Kompilasi Data Produksi Perikanan Tangkap Kabupaten Mempawah",
    "kompilasi_produk_administrasi",
    "pertanian_dan_perikanan",
    "Pendaratan ikan dicatat di pelabuhan perikanan dan tempat pelelangan. Nilainya diperlukan untuk menghitung "
    "sumbangan perikanan, tetapi catatan antarpelabuhan belum dihimpun.",
    "Tujuan umum: menyediakan data produksi perikanan tangkap.\n"
    "Tujuan khusus: menghasilkan banyaknya kapal, volume, dan nilai produksi menurut pelabuhan dan jenis ikan.",
    (
        ("Jumlah kapal", "Armada perikanan", "Banyaknya kapal yang mendaratkan ikan.", "triwulan"),
        ("Volume produksi", "Produksi", "Berat ikan yang didaratkan dalam kilogram.", "triwulan"),
        ("Nilai produksi", "Produksi", "Nilai ikan yang didaratkan menurut harga di pelabuhan.", "triwulan"),
    ),
    (80, 20),
    {"frekuensi": "triwulanan"},
)  # fmt: skip
