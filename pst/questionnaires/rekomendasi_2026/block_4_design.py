"""Block IV: how often, where, in which way and with which tools the data are collected."""

from pst.questionnaires.kinds import AnyOf, Block, Choice, Choices, Is, Table, Text
from pst.questionnaires.rekomendasi_2026.options import (
    COLLECTION_METHODS,
    COLLECTION_TOOLS,
    COLLECTION_TYPES,
    COVERAGE,
    FREQUENCIES,
    PROVINCES,
    REPETITION,
    UNITS,
    WHOLE_PROVINCE,
)
from pst.rules.office.areas import KALBAR_REGENCIES

REGIONS = Table(
    "wilayah",
    "4.5",
    "Wilayah Kegiatan",
    "Pilih provinsi dan tuliskan kabupaten/kota tempat data dikumpulkan, satu kabupaten/kota satu baris. "
    "Untuk "
    f'seluruh provinsi, tuliskan "{WHOLE_PROVINCE}".',
    columns=(
        Choice("provinsi", "", "Provinsi", "Provinsi tempat data dikumpulkan.", options=PROVINCES),
        Text(
            "kabupaten_kota",
            "",
            "Kabupaten/kota",
            f'Nama kabupaten/kota, misalnya Mempawah, atau "{WHOLE_PROVINCE}".',
            suggestions=(WHOLE_PROVINCE, *KALBAR_REGENCIES.values()),
        ),
    ),
    initial_rows=({"provinsi": "kalimantan_barat", "kabupaten_kota": "Mempawah"},),
    row_name="wilayah",
    ask_if=Is("cakupan_wilayah", "sebagian_wilayah_indonesia"),
)

BLOCK_4 = Block(
    number=4,
    key="desain",
    title="Blok IV. Desain Kegiatan",
    intro="Kekerapan, wilayah, metode, dan sarana pengumpulan data.",
    questions=(
        Choice(
            "kegiatan_ini_dilakukan",
            "4.1",
            "Kegiatan ini dilakukan",
            "Berulang berarti diselenggarakan lagi pada periode lain dengan tujuan yang sama.",
            options=REPETITION,
        ),
        Choice(
            "frekuensi",
            "4.2",
            "Frekuensi Penyelenggaraan",
            "Seberapa sering kegiatan diselenggarakan, bukan seberapa sering datanya dicatat.",
            options=FREQUENCIES,
            ask_if=Is("kegiatan_ini_dilakukan", "berulang"),
        ),
        Choice(
            "tipe_pengumpulan_data",
            "4.3",
            "Tipe Pengumpulan Data",
            "Longitudinal panel: unit yang sama diamati berulang. Longitudinal cross sectional: diulang pada "
            "beberapa waktu dengan unit berbeda dari populasi yang sama. Cross sectional: sekali pada satu "
            "waktu. Kegiatan yang hanya sekali dilakukan harus cross sectional.",
            options=COLLECTION_TYPES,
        ),
        Choice(
            "cakupan_wilayah",
            "4.4",
            "Cakupan Wilayah Pengumpulan Data",
            "Perangkat daerah kabupaten hampir selalu memilih sebagian wilayah Indonesia.",
            options=COVERAGE,
        ),
        REGIONS,
        Choices(
            "metode_pengumpulan_data",
            "4.6",
            "Metode Pengumpulan Data",
            "Cara memperoleh data dari sumbernya; boleh lebih dari satu. Kompilasi produk administrasi wajib "
            "memuat pengumpulan data sekunder.",
            options=COLLECTION_METHODS,
        ),
        Text(
            "metode_pengumpulan_data_lainnya",
            "4.6",
            "Metode Pengumpulan Data: sebutkan lainnya",
            "Tuliskan cara memperoleh data yang tidak ada dalam pilihan.",
            ask_if=AnyOf("metode_pengumpulan_data", ("lainnya",)),
        ),
        Choices(
            "sarana_pengumpulan_data",
            "4.7",
            "Sarana Pengumpulan Data",
            "Alat yang dipakai saat mengumpulkan; boleh lebih dari satu. PAPI, CAPI, dan CATI membuka "
            "pertanyaan tentang petugas pada Blok VI. Untuk kompilasi biasanya Lainnya: lembar kerja atau "
            "nama aplikasi.",
            options=COLLECTION_TOOLS,
        ),
        Text(
            "sarana_pengumpulan_data_lainnya",
            "4.7",
            "Sarana Pengumpulan Data: sebutkan lainnya",
            "Tuliskan alat yang tidak ada dalam pilihan, misalnya lembar kerja e-PPGBM.",
            ask_if=AnyOf("sarana_pengumpulan_data", ("lainnya",)),
        ),
        Choices(
            "unit_pengumpulan_data",
            "4.8",
            "Unit Pengumpulan Data",
            "Unit yang memberi atau diwakili oleh data; boleh lebih dari satu. Puskesmas atau sekolah "
            "termasuk Lainnya.",
            options=UNITS,
            metadata_only=True,
        ),
        Text(
            "unit_pengumpulan_data_lainnya",
            "4.8",
            "Unit Pengumpulan Data: sebutkan lainnya",
            "Tuliskan unit yang tidak ada dalam pilihan, misalnya puskesmas atau sekolah.",
            metadata_only=True,
            ask_if=AnyOf("unit_pengumpulan_data", ("lainnya",)),
        ),
    ),
)
