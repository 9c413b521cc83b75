"""Block VI: trial, quality checks, and the people who collect. 6.4–6.7 are asked when there is fieldwork."""

from pst.questionnaires.kinds import AnyOf, Block, Choice, Choices, Number, Text, YesNo
from pst.questionnaires.rekomendasi_2026.options import COLLECTORS, EDUCATION, FIELDWORK_TOOLS, QUALITY_CHECKS

FIELDWORK = AnyOf("sarana_pengumpulan_data", FIELDWORK_TOOLS)

BLOCK_6 = Block(
    number=6,
    key="pengumpulan_data",
    title="Blok VI. Pengumpulan Data",
    intro="Uji coba, pemeriksaan kualitas, dan petugas pengumpulan data.",
    questions=(
        YesNo(
            "uji_coba",
            "6.1",
            "Apakah Melakukan Uji Coba (Pilot Survey)?",
            "Uji coba menilai kuesioner, sistem, dan alur lapangan sebelum pelaksanaan.",
        ),
        Choices(
            "metode_pemeriksaan_kualitas",
            "6.2",
            "Metode Pemeriksaan Kualitas Pengumpulan Data",
            "Cara memastikan isian benar: mendatangi ulang responden, mengawasi petugas, tim khusus, atau "
            "cara lain. Boleh lebih dari satu. Pilih Supervisi bila ada pengawas.",
            options=QUALITY_CHECKS,
        ),
        Text(
            "metode_pemeriksaan_kualitas_lainnya",
            "6.2",
            "Metode Pemeriksaan Kualitas: sebutkan lainnya",
            "Tuliskan cara pemeriksaan yang tidak ada dalam pilihan.",
            ask_if=AnyOf("metode_pemeriksaan_kualitas", ("lainnya",)),
        ),
        YesNo(
            "penyesuaian_nonrespon",
            "6.3",
            "Apakah Melakukan Penyesuaian Nonrespon?",
            "Penyesuaian untuk unit terpilih yang tidak berhasil didata, misalnya penggantian sampel atau "
            "penimbang ulang.",
            metadata_only=True,
        ),
        Choice(
            "petugas",
            "6.4",
            "Petugas Pengumpulan Data",
            "Siapa yang mengumpulkan data di lapangan.",
            options=COLLECTORS,
            ask_if=FIELDWORK,
        ),
        Choice(
            "pendidikan_terendah",
            "6.5",
            "Persyaratan Pendidikan Terendah Petugas",
            "Pendidikan minimum yang disyaratkan bagi petugas.",
            options=EDUCATION,
            ask_if=FIELDWORK,
        ),
        Number(
            "jumlah_supervisor",
            "6.6a",
            "Jumlah Petugas: Supervisor/penyelia/pengawas",
            "Banyaknya pengawas. Tulis 0 bila tidak ada; biasanya tidak melebihi jumlah pengumpul data.",
            unit="orang",
            maximum=1_000_000,
            ask_if=FIELDWORK,
        ),
        Number(
            "jumlah_enumerator",
            "6.6b",
            "Jumlah Petugas: Pengumpul data/enumerator",
            "Banyaknya petugas pendata, paling sedikit 1.",
            unit="orang",
            minimum=1,
            maximum=1_000_000,
            ask_if=FIELDWORK,
        ),
        YesNo(
            "pelatihan",
            "6.7",
            "Apakah Melakukan Pelatihan Petugas?",
            "Pelatihan menyamakan pemahaman konsep dan cara mengisi. Wawancara dan pengamatan memerlukan pelatihan.",
            ask_if=FIELDWORK,
        ),
    ),
)
