"""Block II: who answers for the activity, as an office and as a person."""

from pst.questionnaires.kinds import Block, Email, LongText, Phone, Text

BLOCK_2 = Block(
    number=2,
    key="penanggung_jawab",
    title="Blok II. Penanggung Jawab",
    intro="Unit yang bertanggung jawab atas kegiatan, dan pejabat yang dapat menjawab pertanyaan pemeriksa.",
    questions=(
        Text(
            "unit_eselon1",
            "2.1",
            "Unit Eselon Penanggung Jawab: Eselon 1",
            "Untuk kabupaten biasanya “-”, karena jabatan setara eselon 1 hanya ada di kementerian/lembaga "
            "pusat dan provinsi.",
        ),
        Text(
            "unit_eselon2",
            "2.1",
            "Unit Eselon Penanggung Jawab: Eselon 2",
            "Jabatan pimpinan perangkat daerah yang bertanggung jawab, misalnya Kepala Dinas Kesehatan.",
            min_length=10,
        ),
        Text(
            "pj_nama",
            "2.2",
            "Penanggung Jawab Teknis (setingkat Eselon 3): Nama",
            "Nama pejabat yang menguasai rancangan kegiatan dan menjawab pertanyaan pemeriksa.",
            min_length=3,
        ),
        Text(
            "pj_jabatan",
            "2.2",
            "Penanggung Jawab Teknis: Jabatan",
            "Jabatan penanggung jawab, misalnya Kepala Bidang Pelayanan Kesehatan.",
            min_length=10,
        ),
        LongText(
            "pj_alamat",
            "2.2",
            "Penanggung Jawab Teknis: Alamat",
            "Alamat kantor penanggung jawab teknis.",
            min_length=5,
            max_length=1_000,
        ),
        Phone(
            "pj_telepon",
            "2.2",
            "Penanggung Jawab Teknis: Telepon",
            "Nomor yang dapat dihubungi saat pemeriksaan, termasuk nomor telepon genggam kantor.",
            dash_allowed=False,
        ),
        Text(
            "pj_faksimile",
            "2.2",
            "Penanggung Jawab Teknis: Faksimile",
            "Isi “-” atau biarkan kosong bila tidak ada.",
            required=False,
        ),
        Email(
            "pj_email",
            "2.2",
            "Penanggung Jawab Teknis: Email",
            "Surel penanggung jawab teknis. Isi “-” bila tidak ada.",
        ),
    ),
)
