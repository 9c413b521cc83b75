"""Complete answers to the form, one set for each way of collecting data; the people are invented."""

from copy import deepcopy
from typing import Any

from pst.demo.forms import with_examples

COMMON: dict[str, Any] = {
    "tahun_kegiatan": 2027,
    "jenis_statistik": "statistik_sektoral",
    "mendapat_rekomendasi": "tidak",
    "alamat_instansi": "Jalan Daeng Menambon Nomor 12, Kecamatan Mempawah Hilir, Kabupaten Mempawah 78912",
    "telepon": "(0561) 691-1050",
    "email": "dinas@contoh.test",
    "faksimile": "-",
    "unit_eselon1": "-",
    "pj_nama": "Hendra Rekaan, S.Si.",
    "pj_alamat": "Jalan Daeng Menambon Nomor 12, Mempawah 78912",
    "pj_telepon": "0812 5555 0101",
    "pj_faksimile": "-",
    "pj_email": "hendra.rekaan@contoh.test",
    "jadwal": [
        {"tahap": "perencanaan_kegiatan", "awal": "2026-12-01", "akhir": "2027-01-15"},
        {"tahap": "desain", "awal": "2027-01-18", "akhir": "2027-01-29"},
        {"tahap": "pengumpulan_data", "awal": "2027-02-01", "akhir": "2027-03-31"},
        {"tahap": "pengumpulan_data", "awal": "2027-08-02", "akhir": "2027-08-31"},
        {"tahap": "pengolahan_data", "awal": "2027-09-01", "akhir": "2027-09-24"},
        {"tahap": "analisis", "awal": "2027-09-27", "akhir": "2027-10-08"},
        {"tahap": "diseminasi_hasil", "awal": "2027-10-11", "akhir": "2027-10-29"},
        {"tahap": "evaluasi", "awal": "2027-11-01", "akhir": "2027-11-12"},
    ],
    "cakupan_wilayah": "sebagian_wilayah_indonesia",
    "wilayah": [{"provinsi": "kalimantan_barat", "kabupaten_kota": "Mempawah"}],
    "metode_pemeriksaan_kualitas": ["supervisi"],
    "penyesuaian_nonrespon": "tidak",
    "editing": "ya",
    "coding": "tidak",
    "data_entry": "ya",
    "validasi": "ya",
    "metode_analisis": "deskriptif",
    "tingkat_penyajian": ["kabupaten_atau_kota", "kecamatan"],
    "produk_tercetak": "tidak",
    "produk_digital": "ya",
    "rilis_digital": "2027-10-29",
    "produk_mikrodata": "tidak",
    "catatan_pemohon": "",
    "pengesahan_tempat": "Mempawah",
    "pengesahan_tanggal": "2026-11-20",
    "pengesahan_nama": "dr. Ratna Rekaan",
    "pengesahan_nip": "-",
    "pernyataan": "ya",
}

FIELDWORK: dict[str, Any] = {
    "uji_coba": "ya",
    "petugas": "mitra_atau_tenaga_kontrak",
    "pendidikan_terendah": "sma_atau_smk",
    "jumlah_supervisor": 3,
    "jumlah_enumerator": 18,
    "pelatihan": "ya",
}

STUNTING: dict[str, Any] = {
    "judul_kegiatan": "Kompilasi Data Kasus Stunting Kabupaten Mempawah",
    "sektor_kegiatan": "kesehatan",
    "mendapat_rekomendasi": "ya",
    "identitas_rekomendasi": "V-25.6104.003",
    "instansi_penyelenggara": "Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana Kabupaten Mempawah",
    "unit_eselon2": "Kepala Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana",
    "pj_jabatan": "Kepala Bidang Kesehatan Masyarakat",
    "latar_belakang_kegiatan": (
        "Penurunan stunting menjadi sasaran pembangunan Kabupaten Mempawah.\n\nCatatan penimbangan "
        "di posyandu tersebar di tiap puskesmas dan belum dihimpun menurut kecamatan."
    ),
    "tujuan_kegiatan": (
        "Tujuan umum: menyediakan data kasus stunting menurut kecamatan.\n"
        "Tujuan khusus: menghasilkan prevalensi balita pendek dan sangat pendek setiap bulan."
    ),
    "variabel": [
        {
            "nama": "Jumlah balita ditimbang",
            "konsep": "Pemantauan pertumbuhan",
            "definisi": "Banyaknya anak umur 0–59 bulan yang ditimbang di posyandu selama sebulan.",
            "referensi_waktu": "selama bulan pelaporan",
        },
        {
            "nama": "Jumlah balita pendek",
            "konsep": "Status gizi menurut tinggi badan",
            "definisi": "Banyaknya anak umur 0–59 bulan yang tinggi menurut umurnya di bawah −2 simpangan baku.",
            "referensi_waktu": "selama bulan pelaporan",
        },
    ],
    "kegiatan_ini_dilakukan": "berulang",
    "frekuensi": "bulanan",
    "tipe_pengumpulan_data": "longitudinal_cross_sectional",
    "metode_pengumpulan_data": ["pengumpulan_data_sekunder"],
    "sarana_pengumpulan_data": ["lainnya"],
    "sarana_pengumpulan_data_lainnya": "Lembar kerja e-PPGBM",
    "unit_pengumpulan_data": ["lainnya"],
    "unit_pengumpulan_data_lainnya": "Puskesmas",
    "uji_coba": "tidak",
    "unit_analisis": ["individu", "lainnya"],
    "unit_analisis_lainnya": "Puskesmas",
    "pengesahan_jabatan": "Kepala Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana",
}

SATISFACTION: dict[str, Any] = {
    "judul_kegiatan": "Survei Kepuasan Masyarakat Pelayanan Kependudukan dan Pencatatan Sipil Kabupaten Mempawah",
    "sektor_kegiatan": "sektor_publik_perpajakan_dan_regulasi_pasar",
    "instansi_penyelenggara": "Dinas Kependudukan dan Pencatatan Sipil Kabupaten Mempawah",
    "unit_eselon2": "Kepala Dinas Kependudukan dan Pencatatan Sipil",
    "pj_jabatan": "Kepala Bidang Pelayanan Pendaftaran Penduduk",
    "latar_belakang_kegiatan": (
        "Unit pelayanan publik mengukur kepuasan masyarakat secara berkala. Hasil pengukuran "
        "sebelumnya belum dapat dibandingkan antar kecamatan."
    ),
    "tujuan_kegiatan": (
        "Tujuan umum: mengukur kepuasan pengguna layanan kependudukan.\nTujuan khusus: menghasilkan "
        "nilai Indeks Kepuasan Masyarakat untuk setiap unsur pelayanan."
    ),
    "variabel": [
        {
            "nama": "Penilaian persyaratan pelayanan",
            "konsep": "Mutu pelayanan publik",
            "definisi": "Pendapat pengguna layanan tentang kesesuaian persyaratan dengan jenis pelayanan.",
            "referensi_waktu": "pelayanan terakhir dalam enam bulan",
        }
    ],
    "kegiatan_ini_dilakukan": "berulang",
    "frekuensi": "semesteran",
    "tipe_pengumpulan_data": "longitudinal_cross_sectional",
    "metode_pengumpulan_data": ["wawancara", "mengisi_kuesioner_sendiri"],
    "sarana_pengumpulan_data": ["capi", "cawi"],
    "unit_pengumpulan_data": ["individu"],
    "jenis_rancangan_sampel": "single_stage_atau_phase",
    "metode_pemilihan": "sampel_probabilitas",
    "metode_probabilitas": "systematic_random_sampling",
    "kerangka_sampel": "list_frame",
    "fraksi_sampel": "382/52.310",
    "sampling_error": "MoE 5 persen",
    "unit_sampel": "Pemohon layanan",
    "unit_observasi": "Pemohon layanan berumur 17 tahun ke atas",
    **FIELDWORK,
    "metode_pemeriksaan_kualitas": ["kunjungan_kembali", "supervisi"],
    "penyesuaian_nonrespon": "ya",
    "unit_analisis": ["individu"],
    "pengesahan_jabatan": "Kepala Dinas Kependudukan dan Pencatatan Sipil",
}

MICRO_BUSINESSES: dict[str, Any] = {
    "judul_kegiatan": "Pencacahan Lengkap Usaha Mikro dan Kecil Kabupaten Mempawah",
    "sektor_kegiatan": "industri_dan_jasa",
    "instansi_penyelenggara": "Dinas Perindustrian, Perdagangan dan Tenaga Kerja Kabupaten Mempawah",
    "unit_eselon2": "Kepala Dinas Perindustrian, Perdagangan dan Tenaga Kerja",
    "pj_jabatan": "Kepala Bidang Perindustrian",
    "latar_belakang_kegiatan": (
        "Pembinaan usaha mikro dan kecil memerlukan daftar usaha yang mutakhir. Daftar yang ada "
        "disusun lima tahun lalu dan belum mencakup semua desa."
    ),
    "tujuan_kegiatan": (
        "Tujuan umum: menyusun direktori usaha mikro dan kecil.\nTujuan khusus: menghasilkan jumlah "
        "usaha dan tenaga kerja menurut lapangan usaha dan desa."
    ),
    "variabel": [
        {
            "nama": "Jumlah tenaga kerja",
            "konsep": "Tenaga kerja usaha",
            "definisi": "Banyaknya orang yang bekerja pada usaha, dibayar maupun tidak dibayar.",
            "referensi_waktu": "31 Januari 2027",
        }
    ],
    "kegiatan_ini_dilakukan": "hanya_sekali",
    "tipe_pengumpulan_data": "cross_sectional",
    "metode_pengumpulan_data": ["wawancara"],
    "sarana_pengumpulan_data": ["papi", "capi"],
    "unit_pengumpulan_data": ["usaha_atau_perusahaan"],
    **FIELDWORK,
    "unit_analisis": ["usaha_atau_perusahaan"],
    "tingkat_penyajian": ["kabupaten_atau_kota", "kecamatan", "lainnya"],
    "tingkat_penyajian_lainnya": "Desa/kelurahan",
    "pengesahan_jabatan": "Kepala Dinas Perindustrian, Perdagangan dan Tenaga Kerja",
}

ONLINE_PRICES: dict[str, Any] = {
    "judul_kegiatan": "Pengumpulan Data Harga Komoditas Pangan dari Lapak Daring Kabupaten Mempawah",
    "sektor_kegiatan": "harga_dan_paritas_daya_beli",
    "instansi_penyelenggara": "Dinas Komunikasi dan Informatika Kabupaten Mempawah",
    "unit_eselon2": "Kepala Dinas Komunikasi dan Informatika",
    "pj_jabatan": "Kepala Bidang Statistik dan Persandian",
    "latar_belakang_kegiatan": (
        "Harga komoditas pangan makin banyak dicantumkan pada lapak daring. Data itu dapat "
        "melengkapi pemantauan harga di pasar rakyat."
    ),
    "tujuan_kegiatan": (
        "Tujuan umum: memantau harga komoditas pangan pada lapak daring.\nTujuan khusus: menghasilkan "
        "rata-rata harga mingguan menurut komoditas."
    ),
    "variabel": [
        {
            "nama": "Harga beras medium",
            "konsep": "Harga eceran",
            "definisi": "Harga jual eceran beras medium yang dicantumkan penjual pada lapak daring.",
            "referensi_waktu": "hari Senin setiap minggu",
        }
    ],
    "kegiatan_ini_dilakukan": "berulang",
    "frekuensi": "mingguan",
    "tipe_pengumpulan_data": "longitudinal_cross_sectional",
    "metode_pengumpulan_data": ["pengamatan", "lainnya"],
    "metode_pengumpulan_data_lainnya": "Pengambilan data otomatis dari situs web",
    "sarana_pengumpulan_data": ["lainnya"],
    "sarana_pengumpulan_data_lainnya": "Program pengambil data",
    "unit_pengumpulan_data": ["lainnya"],
    "unit_pengumpulan_data_lainnya": "Lapak daring",
    "uji_coba": "ya",
    "metode_pemeriksaan_kualitas": ["lainnya"],
    "metode_pemeriksaan_kualitas_lainnya": "Pembandingan dengan harga di pasar rakyat",
    "unit_analisis": ["lainnya"],
    "unit_analisis_lainnya": "Komoditas",
    "tingkat_penyajian": ["kabupaten_atau_kota"],
    "produk_tercetak": "ya",
    "rilis_tercetak": "2027-10-29",
    "pengesahan_jabatan": "Kepala Dinas Komunikasi dan Informatika",
}

BY_METHOD = {
    "pencacahan_lengkap": MICRO_BUSINESSES,
    "survei": SATISFACTION,
    "kompilasi_produk_administrasi": STUNTING,
    "cara_lain_sesuai_dengan_perkembangan_ti": ONLINE_PRICES,
}
METHODS = tuple(BY_METHOD)

FILES = {"file_berkas_pendukung": 1}
"""The attachments that go with them."""


def complete_answers(method: str = "kompilasi_produk_administrasi") -> dict[str, Any]:
    """Answers that can be sent as they are, with the attachments in `FILES`; a fresh copy each time."""
    return with_examples(deepcopy({"cara_pengumpulan_data": method, **COMMON, **BY_METHOD[method]}))
