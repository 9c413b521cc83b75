"""The lists to choose from, with the codes printed on paper and the constants of INDAH and ROMANTIK.

Sources: MS-Keg as printed (Peraturan BPS 5/2020) and the constants seen in payloads sent to INDAH. Multiple
choices are printed as bit codes. 4.3 is numbered in the order of the printed MS-Keg.
"""

from pst.questionnaires.choices import Option


def numbered(*pairs: tuple[str, str]) -> tuple[Option, ...]:
    """Options of a single choice, printed 1, 2, 3 …, from (constant, label) pairs."""
    return tuple(_option(constant, label, number) for number, (constant, label) in enumerate(pairs, 1))


def bits(*pairs: tuple[str, str]) -> tuple[Option, ...]:
    """Options of a multiple choice, printed 1, 2, 4, 8 …, from (constant, label) pairs."""
    return tuple(_option(constant, label, 2**place) for place, (constant, label) in enumerate(pairs))


def _option(constant: str, label: str, printed: int | str) -> Option:
    return Option(constant.lower(), label, str(printed), constant)


KINDS_OF_STATISTICS = numbered(
    ("STATISTIK_DASAR", "Statistik Dasar"),
    ("STATISTIK_SEKTORAL", "Statistik Sektoral"),
    ("STATISTIK_KHUSUS", "Statistik Khusus"),
)

METHODS = numbered(
    ("PENCACAHAN_LENGKAP", "Pencacahan Lengkap"),
    ("SURVEI", "Survei"),
    ("KOMPILASI_PRODUK_ADMINISTRASI", "Kompilasi Produk Administrasi"),
    ("CARA_LAIN_SESUAI_DENGAN_PERKEMBANGAN_TI", "Cara Lain Sesuai Perkembangan TI"),
)

SECTORS = numbered(
    ("PERTANIAN_DAN_PERIKANAN", "Pertanian dan Perikanan"),
    ("DEMOGRAFI_DAN_KEPENDUDUKAN", "Demografi dan Kependudukan"),
    ("PEMBANGUNAN", "Pembangunan"),
    ("PROYEKSI_EKONOMI", "Proyeksi Ekonomi"),
    ("PENDIDIKAN_DAN_PELATIHAN", "Pendidikan dan Pelatihan"),
    ("LINGKUNGAN", "Lingkungan"),
    ("KEUANGAN", "Keuangan"),
    ("GLOBALISASI", "Globalisasi"),
    ("KESEHATAN", "Kesehatan"),
    ("INDUSTRI_DAN_JASA", "Industri dan Jasa"),
    ("TEKNOLOGI_INFORMASI_DAN_KOMUNIKASI", "Teknologi Informasi dan Komunikasi"),
    ("PERDAGANGAN_INTERNASIONAL_DAN_NERACA_PERDAGANGAN", "Perdagangan Internasional dan Neraca Perdagangan"),
    ("KETENAGAKERJAAN", "Ketenagakerjaan"),
    ("NERACA_NASIONAL", "Neraca Nasional"),
    ("INDIKATOR_EKONOMI_BULANAN", "Indikator Ekonomi Bulanan"),
    ("PRODUKTIVITAS", "Produktivitas"),
    ("HARGA_DAN_PARITAS_DAYA_BELI", "Harga dan Paritas Daya Beli"),
    ("SEKTOR_PUBLIK_PERPAJAKAN_DAN_REGULASI_PASAR", "Sektor Publik, Perpajakan, dan Regulasi Pasar"),
    ("PERWILAYAHAN_DAN_PERKOTAAN", "Perwilayahan dan Perkotaan"),
    ("ILMU_PENGETAHUAN_DAN_HAK_PATEN", "Ilmu Pengetahuan dan Hak Paten"),
    ("PERLINDUNGAN_SOSIAL_DAN_KESEJAHTERAAN", "Perlindungan Sosial dan Kesejahteraan"),
    ("TRANSPORTASI", "Transportasi"),
)

STAGES = tuple(
    Option(code, label, str(number), code.upper(), metadata_only)
    for number, (code, label, metadata_only) in enumerate(
        (
            ("perencanaan_kegiatan", "Perencanaan Kegiatan", False),
            ("desain", "Desain", True),
            ("pengumpulan_data", "Pengumpulan Data", False),
            ("pengolahan_data", "Pengolahan Data", False),
            ("analisis", "Analisis", False),
            ("diseminasi_hasil", "Diseminasi Hasil", False),
            ("evaluasi", "Evaluasi", True),
        ),
        1,
    )
)
"""3.3. ROMANTIK holds five stages: no Desain, no Evaluasi, and Penyajian where MS-Keg says Diseminasi."""

REPETITION = numbered(("HANYA_SEKALI", "Hanya sekali"), ("BERULANG", "Berulang"))

FREQUENCIES = numbered(
    ("HARIAN", "Harian"),
    ("MINGGUAN", "Mingguan"),
    ("BULANAN", "Bulanan"),
    ("TRIWULANAN", "Triwulanan"),
    ("EMPAT_BULANAN", "Empat Bulanan"),
    ("SEMESTERAN", "Semesteran"),
    ("TAHUNAN", "Tahunan"),
    ("LEBIH_DARI_DUA_TAHUNAN", "Lebih dari Dua Tahunan"),
)

COLLECTION_TYPES = numbered(
    ("LONGITUDINAL_PANEL", "Longitudinal Panel"),
    ("LONGITUDINAL_CROSS_SECTIONAL", "Longitudinal Cross Sectional"),
    ("CROSS_SECTIONAL", "Cross Sectional"),
)

COVERAGE = numbered(
    ("SELURUH_WILAYAH_INDONESIA", "Seluruh wilayah Indonesia"),
    ("SEBAGIAN_WILAYAH_INDONESIA", "Sebagian wilayah Indonesia"),
)

COLLECTION_METHODS = bits(
    ("WAWANCARA", "Wawancara"),
    ("MENGISI_KUESIONER_SENDIRI", "Mengisi kuesioner sendiri (swacacah)"),
    ("PENGAMATAN", "Pengamatan (observasi)"),
    ("PENGUMPULAN_DATA_SEKUNDER", "Pengumpulan data sekunder"),
    ("LAINNYA", "Lainnya"),
)

COLLECTION_TOOLS = bits(
    ("PAPI", "PAPI: wawancara tatap muka dengan kuesioner kertas"),
    ("CAPI", "CAPI: wawancara tatap muka dengan gawai"),
    ("CATI", "CATI: wawancara lewat telepon"),
    ("CAWI", "CAWI: kuesioner daring"),
    ("MAIL", "Mail: kuesioner lewat surat atau surel"),
    ("LAINNYA", "Lainnya"),
)

FIELDWORK_TOOLS = ("papi", "capi", "cati")
"""Tools that need people who collect: they open questions 6.4–6.7."""

UNITS = bits(
    ("INDIVIDU", "Individu"),
    ("RUMAH_TANGGA", "Rumah tangga"),
    ("USAHA_ATAU_PERUSAHAAN", "Usaha/perusahaan"),
    ("LAINNYA", "Lainnya"),
)

SAMPLE_DESIGNS = numbered(
    ("SINGLE_STAGE_ATAU_PHASE", "Single Stage/Phase (satu tahap)"),
    ("MULTI_STAGE_ATAU_PHASE", "Multi Stage/Phase (bertahap)"),
)

SELECTION_METHODS = numbered(
    ("SAMPEL_PROBABILITAS", "Sampel Probabilitas"), ("SAMPEL_NONPROBABILITAS", "Sampel Nonprobabilitas")
)

PROBABILITY_METHODS = numbered(
    ("SIMPLE_RANDOM_SAMPLING", "Simple Random Sampling (acak sederhana)"),
    ("SYSTEMATIC_RANDOM_SAMPLING", "Systematic Random Sampling (acak sistematik)"),
    ("STRATIFIED_RANDOM_SAMPLING", "Stratified Random Sampling (acak berstrata)"),
    ("CLUSTER_SAMPLING", "Cluster Sampling (gugus)"),
    ("MULTI_STAGE_SAMPLING", "Multi Stage Sampling (bertahap)"),
)

NONPROBABILITY_METHODS = tuple(
    _option(constant, label, number)
    for number, (constant, label) in enumerate(
        (
            ("QUOTA_SAMPLING", "Quota Sampling (kuota)"),
            ("ACCIDENTAL_SAMPLING", "Accidental Sampling (kebetulan)"),
            ("PURPOSIVE_SAMPLING", "Purposive Sampling (kriteria tertentu)"),
            ("SNOWBALL_SAMPLING", "Snowball Sampling (berantai)"),
            ("SATURATION_SAMPLING", "Saturation Sampling (seluruh anggota populasi kecil)"),
        ),
        6,
    )
)

FRAMES = numbered(("LIST_FRAME", "List Frame (daftar unit)"), ("AREA_FRAME", "Area Frame (area)"))

QUALITY_CHECKS = bits(
    ("KUNJUNGAN_KEMBALI", "Kunjungan kembali (revisit)"),
    ("SUPERVISI", "Supervisi"),
    ("TASKFORCE", "Task Force (tim khusus)"),
    ("LAINNYA", "Lainnya"),
)

COLLECTORS = numbered(
    ("STAF_INSTANSI_PENYELENGGARA", "Staf instansi penyelenggara"),
    ("MITRA_ATAU_TENAGA_KONTRAK", "Mitra/tenaga kontrak"),
    (
        "STAF_INSTANSI_PENYELENGGARA_DAN_MITRA_ATAU_TENAGA_KONTRAK",
        "Staf instansi penyelenggara dan mitra/tenaga kontrak",
    ),
)

EDUCATION = numbered(
    ("KURANG_DARI_ATAU_SAMA_DENGAN_SMP", "SMP atau di bawahnya"),
    ("SMA_ATAU_SMK", "SMA/SMK"),
    ("DIPLOMA_I_ATAU_II_ATAU_III", "Diploma I/II/III"),
    ("DIPLOMA_IV_ATAU_S1_ATAU_S2_ATAU_S3", "Diploma IV/S1/S2/S3"),
)

ANALYSIS_METHODS = numbered(
    ("DESKRIPTIF", "Deskriptif"),
    ("INFERENSIA", "Inferensia"),
    ("DESKRIPTIF_DAN_INFERENSIA", "Deskriptif dan Inferensia"),
)

PRESENTATION_LEVELS = bits(
    ("NASIONAL", "Nasional"),
    ("PROVINSI", "Provinsi"),
    ("KABUPATEN_ATAU_KOTA", "Kabupaten/Kota"),
    ("KECAMATAN", "Kecamatan"),
    ("LAINNYA", "Lainnya"),
)

PROVINCES = tuple(
    _option(label.upper().replace(" ", "_"), label, code)
    for code, label in (
        (11, "Aceh"),
        (12, "Sumatera Utara"),
        (13, "Sumatera Barat"),
        (14, "Riau"),
        (15, "Jambi"),
        (16, "Sumatera Selatan"),
        (17, "Bengkulu"),
        (18, "Lampung"),
        (19, "Kepulauan Bangka Belitung"),
        (21, "Kepulauan Riau"),
        (31, "DKI Jakarta"),
        (32, "Jawa Barat"),
        (33, "Jawa Tengah"),
        (34, "DI Yogyakarta"),
        (35, "Jawa Timur"),
        (36, "Banten"),
        (51, "Bali"),
        (52, "Nusa Tenggara Barat"),
        (53, "Nusa Tenggara Timur"),
        (61, "Kalimantan Barat"),
        (62, "Kalimantan Tengah"),
        (63, "Kalimantan Selatan"),
        (64, "Kalimantan Timur"),
        (65, "Kalimantan Utara"),
        (71, "Sulawesi Utara"),
        (72, "Sulawesi Tengah"),
        (73, "Sulawesi Selatan"),
        (74, "Sulawesi Tenggara"),
        (75, "Gorontalo"),
        (76, "Sulawesi Barat"),
        (81, "Maluku"),
        (82, "Maluku Utara"),
        (91, "Papua Barat"),
        (92, "Papua Barat Daya"),
        (94, "Papua"),
        (95, "Papua Selatan"),
        (96, "Papua Tengah"),
        (97, "Papua Pegunungan"),
    )
)
"""The 38 provinces by their BPS code (those in Papua follow the split of 2022)."""

WHOLE_PROVINCE = "Seluruh kabupaten/kota"
