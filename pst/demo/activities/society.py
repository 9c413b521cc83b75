"""Health, education, population services, social protection."""

from pst.demo.forms import Activity

HEALTH = "Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana Kabupaten Mempawah"
EDUCATION = "Dinas Pendidikan, Pemuda, Olahraga dan Pariwisata Kabupaten Mempawah"
CIVIL_REGISTRY = "Dinas Kependudukan dan Pencatatan Sipil Kabupaten Mempawah"
SOCIAL = (
    "Dinas Sosial, Pemberdayaan Perempuan, Perlindungan Anak, Pemberdayaan Masyarakat dan Pemerintahan Desa "
    "Kabupaten Mempawah"
)

STUNTING = Activity(
    HEALTH,
    "Kepala Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana",
    "Jalan Contoh Kesehatan Nomor 3, Mempawah 78912",
    ("dr. Melati Rekaan", "Kepala Bidang Kesehatan Masyarakat", "melati@kesehatan.contoh.test"),
    "Kompilasi Data Kasus Stunting Kabupaten Mempawah",
    "kompilasi_produk_administrasi",
    "kesehatan",
    "Penurunan stunting menjadi sasaran pembangunan kabupaten. Hasil penimbangan balita tercatat pada setiap "
    "puskesmas, tetapi belum dihimpun menurut kecamatan dengan definisi yang sama.",
    "Tujuan umum: menyediakan data kasus stunting menurut kecamatan setiap bulan.\n"
    "Tujuan khusus: menghasilkan prevalensi balita pendek dan sangat pendek, serta banyaknya bayi dengan berat lahir "
    "rendah.",
    (
        ("Jumlah balita ditimbang", "Pemantauan pertumbuhan",
         "Banyaknya anak umur 0–59 bulan yang ditimbang di posyandu selama satu bulan.", "bulan pelaporan"),
        ("Jumlah balita pendek", "Status gizi",
         "Banyaknya anak umur 0–59 bulan dengan tinggi menurut umur di bawah −2 sampai −3 simpangan baku.",
         "bulan pelaporan"),
        ("Jumlah balita sangat pendek", "Status gizi",
         "Banyaknya anak umur 0–59 bulan dengan tinggi menurut umur di bawah −3 simpangan baku.", "bulan pelaporan"),
        ("Jumlah bayi berat lahir rendah", "Kesehatan bayi",
         "Banyaknya bayi lahir hidup dengan berat kurang dari 2.500 gram.", "bulan pelaporan"),
    ),
    (75, 25),
    {
        "sarana_pengumpulan_data_lainnya": "Lembar kerja e-PPGBM",
        "unit_pengumpulan_data_lainnya": "Puskesmas",
        "unit_analisis": ["individu"],
        "mendapat_rekomendasi": "ya",
        "identitas_rekomendasi": "K-25.6104.003",
    },
)  # fmt: skip

SATISFACTION = Activity(
    CIVIL_REGISTRY,
    "Kepala Dinas Kependudukan dan Pencatatan Sipil",
    "Jalan Contoh Kependudukan Nomor 8, Mempawah 78912",
    ("Anggrek Rekaan, S.STP.", "Kepala Bidang Pelayanan Pendaftaran Penduduk", "anggrek@dukcapil.contoh.test"),
    "Survei Kepuasan Masyarakat Pelayanan Disdukcapil Kabupaten Mempawah",
    "survei",
    "sektor_publik_perpajakan_dan_regulasi_pasar",
    "Setiap unit pelayanan publik mengukur kepuasan penggunanya secara berkala. Pengukuran semester lalu hanya "
    "menjangkau pemohon KTP-el, sehingga layanan akta belum tergambar.",
    "Tujuan umum: mengetahui kepuasan pengguna layanan administrasi kependudukan.\n"
    "Tujuan khusus: menghasilkan nilai Indeks Kepuasan Masyarakat untuk sembilan unsur pelayanan menurut jenis layanan.",
    (
        ("Nilai unsur pelayanan", "Mutu pelayanan publik",
         "Penilaian responden dari 1 sampai 4 atas sembilan unsur pelayanan yang terakhir diterima.",
         "pelayanan terakhir dalam enam bulan"),
        ("Umur responden", "Umur", "Umur dalam tahun penuh pada ulang tahun terakhir.", "saat pengisian"),
        ("Pendidikan tertinggi", "Pendidikan", "Jenjang tertinggi yang ditamatkan responden.", "saat pengisian"),
        ("Jenis layanan", "Pelayanan administrasi kependudukan",
         "Dokumen yang diurus responden pada kunjungan terakhir.", "kunjungan terakhir"),
    ),
    (60, 30),
    {
        "frekuensi": "semesteran",
        "metode_pengumpulan_data": ["mengisi_kuesioner_sendiri"],
        "sarana_pengumpulan_data": ["cawi"],
        "fraksi_sampel": "382/52.310",
        "unit_sampel": "Pemohon layanan",
    },
)  # fmt: skip

SOCIAL_AID = Activity(
    SOCIAL,
    "Kepala Dinas Sosial, Pemberdayaan Perempuan, Perlindungan Anak, Pemberdayaan Masyarakat dan Pemerintahan Desa",
    "Jalan Contoh Sosial Nomor 5, Mempawah 78912",
    ("Cempaka Rekaan, S.Sos.", "Kepala Bidang Perlindungan dan Jaminan Sosial", "cempaka@sosial.contoh.test"),
    "Survei Kesejahteraan Penerima Bantuan Sosial Kabupaten Mempawah",
    "survei",
    "perlindungan_sosial_dan_kesejahteraan",
    "Bantuan sosial disalurkan berdasarkan data terpadu yang dimutakhirkan tidak serentak. Pemerintah kabupaten "
    "memerlukan gambaran keadaan penerima untuk menilai ketepatan sasarannya.",
    "Tujuan umum: menilai ketepatan sasaran bantuan sosial.\n"
    "Tujuan khusus: memperkirakan rata-rata pendapatan, keadaan rumah, dan jenis bantuan yang diterima menurut kecamatan.",
    (
        ("Pendapatan rumah tangga", "Pendapatan",
         "Penerimaan uang dan barang seluruh anggota rumah tangga dari bekerja dan kiriman.", "sebulan terakhir"),
        ("Keadaan rumah", "Perumahan", "Bahan lantai, dinding, dan atap terluas serta sumber air minum utama.",
         "saat pencacahan"),
        ("Jenis bantuan yang diterima", "Perlindungan sosial",
         "Program bantuan pemerintah yang diterima paling sedikit satu kali.", "setahun terakhir"),
    ),
    (50, 35),
    {
        "metode_probabilitas": "stratified_random_sampling",
        "fraksi_sampel": "612/9.870",
        "unit_pengumpulan_data": ["rumah_tangga"],
        "unit_sampel": "Rumah tangga penerima",
        "unit_observasi": "Kepala rumah tangga atau pasangannya",
        "unit_analisis": ["lainnya"],
        "unit_analisis_lainnya": "Rumah tangga penerima bantuan",
        "jumlah_enumerator": 27,
        "jumlah_supervisor": 9,
        "metode_pemeriksaan_kualitas": ["kunjungan_kembali", "supervisi"],
    },
)  # fmt: skip

TEACHERS = Activity(
    EDUCATION,
    "Kepala Dinas Pendidikan, Pemuda, Olahraga dan Pariwisata",
    "Jalan Contoh Pendidikan Nomor 2, Mempawah 78912",
    ("Dahlia Rekaan, M.Pd.", "Kepala Bidang Pembinaan Ketenagaan", "dahlia@pendidikan.contoh.test"),
    "Kompilasi Data Guru dan Tenaga Kependidikan Kabupaten Mempawah",
    "kompilasi_produk_administrasi",
    "pendidikan_dan_pelatihan",
    "Sebaran guru antara kecamatan di pesisir dan di pedalaman tidak merata. Data pokok sekolah tersedia, tetapi belum "
    "diolah menurut kecamatan dan mata pelajaran.",
    "Tujuan umum: menyediakan bahan pemerataan guru.\n"
    "Tujuan khusus: menghasilkan banyaknya guru menurut kualifikasi, status kepegawaian, dan rasio murid per guru.",
    (
        ("Jumlah guru", "Tenaga pendidik", "Banyaknya guru aktif yang mengajar pada satuan pendidikan.", "31 Juli"),
        ("Kualifikasi guru", "Pendidikan", "Jenjang pendidikan tertinggi guru yang ditamatkan.", "31 Juli"),
        ("Status kepegawaian", "Kepegawaian", "Kedudukan guru: PNS, PPPK, atau honorer.", "31 Juli"),
    ),
    (70, 20),
    {"frekuensi": "semesteran", "unit_pengumpulan_data_lainnya": "Satuan pendidikan",
     "sarana_pengumpulan_data_lainnya": "Ekspor Dapodik"},
)  # fmt: skip

TOURISM = Activity(
    EDUCATION,
    "Kepala Dinas Pendidikan, Pemuda, Olahraga dan Pariwisata",
    "Jalan Contoh Pendidikan Nomor 2, Mempawah 78912",
    ("Kenanga Rekaan, S.Par.", "Kepala Bidang Pariwisata Daerah", "kenanga@pendidikan.contoh.test"),
    "Kompilasi Data Pengunjung Destinasi Wisata Kabupaten Mempawah",
    "kompilasi_produk_administrasi",
    "industri_dan_jasa",
    "Kunjungan ke pantai dan tempat wisata dicatat sendiri oleh pengelola dengan cara yang berbeda-beda, sehingga "
    "jumlahnya tidak dapat dibandingkan.",
    "Tujuan umum: mengetahui kunjungan wisata.\nTujuan khusus: menghasilkan banyaknya pengunjung menurut destinasi "
    "dan daerah asal.",
    (
        ("Jumlah wisatawan", "Kunjungan wisata", "Jumlah wisatawan yang datang ke tempat wisata.", "sebulan"),
        ("Asal wisatawan", "Kunjungan wisata", "Daerah asal wisatawan yang datang.", "sebulan"),
    ),
    (45, 30),
    {"unit_pengumpulan_data_lainnya": "Pengelola destinasi"},
)  # fmt: skip
