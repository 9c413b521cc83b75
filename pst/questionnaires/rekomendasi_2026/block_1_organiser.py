"""Block I: the agency that organises the activity."""

from pst.questionnaires.kinds import Block, Email, LongText, Phone, Text

BLOCK_1 = Block(
    number=1,
    key="penyelenggara",
    title="Blok I. Penyelenggara",
    intro="Instansi yang bertanggung jawab atas kegiatan, dan cara menghubunginya.",
    questions=(
        Text(
            "instansi_penyelenggara",
            "1.1",
            "Instansi Penyelenggara",
            "Nama resmi dan lengkap instansi yang bertanggung jawab atas kegiatan, termasuk nama daerahnya, "
            "tanpa singkatan. Contoh: Dinas Komunikasi dan Informatika Kabupaten Mempawah.",
            min_length=10,
        ),
        LongText(
            "alamat_instansi",
            "1.2",
            "Alamat Lengkap Instansi Penyelenggara",
            "Jalan, nomor, kecamatan, kabupaten, dan kode pos kantor penyelenggara.",
            min_length=5,
            max_length=1_000,
        ),
        Phone(
            "telepon",
            "1.2a",
            "Telepon",
            "Nomor telepon kantor yang dapat dihubungi, dengan kode area. Isi “-” bila tidak ada.",
        ),
        Email(
            "email",
            "1.2b",
            "Email",
            "Alamat surel resmi instansi. Pemberitahuan hasil dikirim ke sini dan ke akun pemohon. "
            "Isi “-” bila tidak ada.",
        ),
        Text(
            "faksimile",
            "1.2c",
            "Faksimile",
            "Nomor faksimile kantor. Isi tanda “-” atau biarkan kosong bila tidak punya.",
            required=False,
        ),
    ),
)
