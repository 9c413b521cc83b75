"""Waste, disasters, transport."""

from pst.demo.forms import Activity

HOUSING = "Dinas Perumahan Rakyat, Kawasan Permukiman, Pertanahan dan Lingkungan Hidup Kabupaten Mempawah"
DISASTERS = "Badan Penanggulangan Bencana Daerah Kabupaten Mempawah"
TRANSPORT = "Dinas Perhubungan Kabupaten Mempawah"

WASTE = Activity(
    HOUSING,
    "Kepala Dinas Perumahan Rakyat, Kawasan Permukiman, Pertanahan dan Lingkungan Hidup",
    "Jalan Contoh Lingkungan Nomor 7, Mempawah 78912",
    ("Teratai Rekaan, S.Si.", "Kepala Bidang Pengelolaan Sampah", "teratai@lingkungan.contoh.test"),
    "Kompilasi Data Volume dan Komposisi Sampah Kabupaten Mempawah",
    "kompilasi_produk_administrasi",
    "lingkungan",
    "Timbulan sampah di tempat penampungan sementara ditimbang setiap hari, tetapi komposisinya hanya diketahui dari "
    "perkiraan. Data diperlukan untuk merencanakan armada dan bank sampah.",
    "Tujuan umum: mengetahui timbulan dan komposisi sampah.\n"
    "Tujuan khusus: menghasilkan volume sampah per hari dan persentase menurut jenis pada setiap tempat penampungan.",
    (
        ("Volume sampah", "Timbulan sampah", "Berat sampah yang masuk tempat penampungan dalam kilogram.", "sehari"),
        ("Jenis sampah", "Komposisi sampah",
         "Persentase berat menurut sisa makanan, kayu dan daun, kertas, plastik, logam, kaca, dan lainnya.", "sehari"),
    ),
    (58, 30),
    {
        "metode_pengumpulan_data": ["pengamatan", "pengumpulan_data_sekunder"],
        "sarana_pengumpulan_data_lainnya": "Lembar timbang",
        "unit_pengumpulan_data_lainnya": "Tempat penampungan sementara",
        "unit_analisis_lainnya": "Tempat penampungan sementara",
    },
)  # fmt: skip

HAZARDS = Activity(
    DISASTERS,
    "Kepala Badan Penanggulangan Bencana Daerah",
    "Jalan Contoh Siaga Nomor 1, Mempawah 78912",
    ("Guntur Rekaan, S.IP.", "Kepala Bidang Kedaruratan dan Logistik", "guntur@bpbd.contoh.test"),
    "Kompilasi Data Kejadian Bencana Kabupaten Mempawah",
    "kompilasi_produk_administrasi",
    "lingkungan",
    "Kebakaran lahan dan banjir berulang setiap tahun. Laporan kejadian tersimpan dalam berkas terpisah sehingga sulit "
    "ditelusuri menurut tempat dan waktu.",
    "Tujuan umum: menyediakan data kejadian bencana.\n"
    "Tujuan khusus: menghasilkan banyaknya kejadian, korban, dan kerusakan menurut jenis bencana dan kecamatan.",
    (
        ("Jenis bencana", "Kejadian bencana", "Golongan peristiwa menurut penyebab utamanya.", "saat kejadian"),
        ("Jumlah korban", "Dampak bencana", "Banyaknya orang yang meninggal, hilang, luka, atau mengungsi.",
         "sampai tanggap darurat selesai"),
        ("Kerusakan rumah", "Dampak bencana", "Banyaknya rumah yang rusak menurut tingkat kerusakan.",
         "sampai tanggap darurat selesai"),
    ),
    (62, 20),
    {"sarana_pengumpulan_data_lainnya": "Buku laporan pusat pengendalian operasi",
     "unit_pengumpulan_data_lainnya": "Laporan kejadian"},
)  # fmt: skip

PASSENGERS = Activity(
    TRANSPORT,
    "Kepala Dinas Perhubungan",
    "Jalan Contoh Terminal Nomor 4, Mempawah 78912",
    ("Rimba Rekaan, A.Md.", "Kepala Bidang Angkutan Jalan", "rimba@perhubungan.contoh.test"),
    "Survei Indeks Kepuasan Penumpang Angkutan Kabupaten Mempawah",
    "survei",
    "transportasi",
    "Trayek angkutan perdesaan berkurang sejak dua tahun terakhir. Pemerintah kabupaten ingin mengetahui pendapat penumpang "
    "sebelum menata ulang trayek.",
    "Tujuan umum: mengetahui kepuasan penumpang angkutan.\n"
    "Tujuan khusus: menghasilkan indeks kepuasan menurut unsur waktu tunggu, tarif, dan kenyamanan.",
    (
        ("Waktu tunggu", "Mutu layanan angkutan", "Lama menunggu kendaraan dalam menit.", "perjalanan terakhir"),
        ("Tarif yang dibayar", "Biaya perjalanan", "Uang yang dibayar penumpang untuk satu perjalanan.",
         "perjalanan terakhir"),
    ),
    (30, 14),
    {
        "metode_pemilihan": "sampel_nonprobabilitas",
        "metode_nonprobabilitas": "purposive_sampling",
        "unit_sampel": "Penumpang angkutan",
        "unit_observasi": "Penumpang berumur 17 tahun ke atas",
        "jumlah_enumerator": 4,
        "jumlah_supervisor": 1,
    },
)  # fmt: skip
