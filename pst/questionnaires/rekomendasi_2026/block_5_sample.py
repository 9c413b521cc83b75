"""Block V: how the sample is drawn. Asked of surveys only."""

from pst.questionnaires.kinds import Block, Choice, Is, Text
from pst.questionnaires.rekomendasi_2026.options import (
    FRAMES,
    NONPROBABILITY_METHODS,
    PROBABILITY_METHODS,
    SAMPLE_DESIGNS,
    SELECTION_METHODS,
)

PROBABILITY = Is("metode_pemilihan", "sampel_probabilitas")
NONPROBABILITY = Is("metode_pemilihan", "sampel_nonprobabilitas")

BLOCK_5 = Block(
    number=5,
    key="desain_sampel",
    title="Blok V. Desain Sampel",
    intro="Cara memilih sampel. Blok ini hanya untuk kegiatan yang dikumpulkan dengan survei.",
    ask_if=Is("cara_pengumpulan_data", "survei"),
    questions=(
        Choice(
            "jenis_rancangan_sampel",
            "5.1",
            "Jenis Rancangan Sampel",
            "Satu tahap: sampel dipilih langsung dari unit populasi. Bertahap: sampel dipilih dalam dua "
            "tahap atau lebih.",
            options=SAMPLE_DESIGNS,
        ),
        Choice(
            "metode_pemilihan",
            "5.2",
            "Metode Pemilihan Sampel Tahap Terakhir",
            "Probabilitas: setiap unit punya peluang terpilih yang diketahui. Nonprobabilitas: pemilihan "
            "tidak memakai peluang.",
            options=SELECTION_METHODS,
        ),
        Choice(
            "metode_probabilitas",
            "5.3a",
            "Metode Sampel Probabilitas yang Digunakan",
            "Acak sederhana; sistematik dengan interval; acak dalam strata; gugus; atau gabungan beberapa tahap.",
            options=PROBABILITY_METHODS,
            ask_if=PROBABILITY,
        ),
        Choice(
            "metode_nonprobabilitas",
            "5.3b",
            "Metode Sampel Nonprobabilitas yang Digunakan",
            "Kuota per kelompok; kebetulan ditemui; kriteria tertentu; berantai dari responden; atau seluruh "
            "anggota populasi kecil.",
            options=NONPROBABILITY_METHODS,
            ask_if=NONPROBABILITY,
        ),
        Choice(
            "kerangka_sampel",
            "5.4",
            "Kerangka Sampel Tahap Terakhir",
            "Daftar unit yang menjadi dasar penarikan sampel, atau peta/area yang berbatas jelas.",
            options=FRAMES,
            ask_if=PROBABILITY,
        ),
        Text(
            "fraksi_sampel",
            "5.5",
            "Fraksi Sampel Keseluruhan",
            "Perbandingan banyaknya sampel dengan populasi, misalnya 400/52.310. Bila bertahap, tulis hasil "
            "kali atau fraksi tiap tahapnya.",
            ask_if=PROBABILITY,
        ),
        Text(
            "sampling_error",
            "5.6",
            "Nilai Perkiraan Sampling Error Variabel Utama",
            "Perkiraan kesalahan akibat pengambilan sampel pada variabel utama. Tulis jenis ukurannya (RSE, "
            "CV, MoE, atau alpha) dan nilainya, misalnya MoE 5 persen.",
            ask_if=PROBABILITY,
        ),
        Text(
            "unit_sampel",
            "5.7",
            "Unit Sampel",
            "Unit yang dipilih sebagai sampel, misalnya rumah tangga.",
            min_length=5,
        ),
        Text(
            "unit_observasi",
            "5.8",
            "Unit Observasi",
            "Unit yang datanya diamati atau ditanya, misalnya anggota rumah tangga umur 15 tahun ke atas.",
            min_length=5,
        ),
    ),
)
