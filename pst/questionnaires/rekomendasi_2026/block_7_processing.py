"""Block VII: how the data are processed and analysed. The form wants one "ya" in 7.1."""

from pst.questionnaires.kinds import AnyOf, Block, Choice, Choices, Text, YesNo
from pst.questionnaires.rekomendasi_2026.options import ANALYSIS_METHODS, PRESENTATION_LEVELS, UNITS

BLOCK_7 = Block(
    number=7,
    key="pengolahan",
    title="Blok VII. Pengolahan dan Analisis",
    intro="Tahapan pengolahan data, metode analisis, dan tingkat penyajian hasil.",
    questions=(
        YesNo(
            "editing",
            "7.1",
            "Tahapan Pengolahan Data: Penyuntingan (Editing)",
            "Penyuntingan memeriksa kelengkapan dan kewajaran isian.",
        ),
        YesNo("coding", "7.1", "Tahapan Pengolahan Data: Penyandian (Coding)", "Penyandian memberi kode pada jawaban."),
        YesNo("data_entry", "7.1", "Tahapan Pengolahan Data: Data Entry", "Entri memasukkan isian ke komputer."),
        YesNo(
            "validasi",
            "7.1",
            "Tahapan Pengolahan Data: Penyahihan (Validasi)",
            "Penyahihan memeriksa hasil entri. Paling sedikit satu dari empat tahapan 7.1 dilakukan.",
        ),
        Choice(
            "metode_analisis",
            "7.2",
            "Metode Analisis",
            "Deskriptif menggambarkan data; inferensia menarik kesimpulan dari sampel ke populasi, sehingga "
            "pada survei memerlukan sampel probabilitas.",
            options=ANALYSIS_METHODS,
        ),
        Choices(
            "unit_analisis",
            "7.3",
            "Unit Analisis",
            "Unit yang dianalisis dalam hasil; boleh lebih dari satu.",
            options=UNITS,
        ),
        Text(
            "unit_analisis_lainnya",
            "7.3",
            "Unit Analisis: sebutkan lainnya",
            "Tuliskan unit yang tidak ada dalam pilihan, misalnya puskesmas.",
            ask_if=AnyOf("unit_analisis", ("lainnya",)),
        ),
        Choices(
            "tingkat_penyajian",
            "7.4",
            "Tingkat Penyajian Hasil Analisis",
            "Wilayah terkecil tempat hasil disajikan; boleh lebih dari satu dan harus sesuai dengan "
            "rancangan sampel. Desa atau puskesmas termasuk Lainnya.",
            options=PRESENTATION_LEVELS,
        ),
        Text(
            "tingkat_penyajian_lainnya",
            "7.4",
            "Tingkat Penyajian Hasil Analisis: sebutkan lainnya",
            "Tuliskan tingkat yang tidak ada dalam pilihan, misalnya desa atau puskesmas.",
            ask_if=AnyOf("tingkat_penyajian", ("lainnya",)),
        ),
    ),
)
