"""The invented visitors of the example office, and what they come for."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Guest:
    """A person as the guest book asks about one; nobody real."""

    name: str
    institution: str
    sex: str = ""
    age: str = ""
    education: str = ""
    occupation: str = ""
    kind: str = ""
    use: str = ""
    phone: str = ""
    email: str = ""
    birth_month: str = ""
    needs: tuple[str, ...] = ()

    def asks(self, service: str, purpose: str, **more: object) -> dict[str, object]:
        """The guest book as this person fills it today."""
        return {
            "name": self.name, "institution": self.institution, "sex": self.sex, "age": self.age,
            "education": self.education, "occupation": self.occupation, "institution_kind": self.kind, "use": self.use,
            "phone": self.phone, "email": self.email, "birth_month": self.birth_month, "needs": list(self.needs),
            "service": service, "purpose": purpose, **more,
        }  # fmt: skip


CAMPUS = "Universitas Contoh Kalimantan Barat"

GUESTS: tuple[Guest, ...] = (
    Guest("Nadia Rekaan", CAMPUS, "p", "17-25", "slta", "pelajar", "pendidikan", "skripsi", "0812 5555 0201",
          "nadia@contoh.test", "3"),
    Guest("Fajar Rekaan", CAMPUS, "l", "17-25", "slta", "pelajar", "pendidikan", "kuliah", "0812 5555 0202"),
    Guest("Suryadi Rekaan", "Kantor Camat Sungai Pinyuh Kabupaten Mempawah", "l", "45-54", "s1", "asn", "pemda",
          "pemerintahan", "0812 5555 0203", "suryadi@contoh.test", "8"),
    Guest("Yuliana Rekaan", "Badan Perencanaan Pembangunan Daerah Kabupaten Mempawah", "p", "35-44", "s2", "asn", "pemda",
          "perencanaan", "0812 5555 0204", "yuliana@contoh.test", "11"),
    Guest("Rizky Rekaan", "CV Contoh Pesisir", "l", "26-34", "s1", "wiraswasta", "swasta", "komersial", "0812 5555 0205"),
    Guest("Theresia Rekaan", "Kantor Desa Pasir Wan Salim", "p", "26-34", "diploma", "lain", "pemda", "pemerintahan",
          "0812 5555 0206"),
    Guest("Hasan Rekaan", "Perorangan", "l", "66-", "slta", "lain", "", "lain", "0812 5555 0207", needs=("lansia",)),
    Guest("Lina Rekaan", "Perorangan", "p", "26-34", "s1", "swasta", "", "penelitian", "0812 5555 0208",
          "lina@contoh.test", "6", ("hamil",)),
    Guest("Bambang Rekaan", "Dinas Perindustrian, Perdagangan dan Tenaga Kerja Kabupaten Mempawah", "l", "45-54", "s1",
          "asn", "pemda", "pemerintahan", "0812 5555 0209", "bambang@contoh.test", "1"),
    Guest("Sari Rekaan", "SMA Negeri Contoh Mempawah", "p", "35-44", "s1", "peneliti", "pendidikan", "kuliah",
          "0812 5555 0210"),
    Guest("Edi Rekaan", "Perorangan", "l", "35-44", "diploma", "wiraswasta", "", "komersial", "0812 5555 0211",
          needs=("disabilitas",)),
    Guest("Maria Rekaan", "Lembaga Riset Contoh Khatulistiwa", "p", "26-34", "s2", "peneliti", "pendidikan", "penelitian",
          "0812 5555 0212", "maria@contoh.test", "9"),
)  # fmt: skip

PURPOSES: tuple[tuple[str, str], ...] = (
    ("K", "Data penduduk menurut kecamatan"),
    ("K", "Konsep garis kemiskinan dan cara membacanya"),
    ("K", "Ukuran sampel survei kepuasan masyarakat"),
    ("P", "Mempawah Dalam Angka"),
    ("P", "Publikasi statistik pertanian"),
    ("K", "Data penduduk menurut kecamatan"),
    ("R", "Rancangan survei kepuasan layanan"),
    ("R", "Mengisi formulir rekomendasi kegiatan statistik"),
    ("J", "Peta digital wilayah kerja statistik"),
    ("P", "Indeks harga konsumen lima tahun terakhir"),
    ("A", "Menyampaikan surat permohonan kunjungan siswa"),
    ("K", "Laju pertumbuhan ekonomi kabupaten"),
)
"""(service, purpose) as visitors say it."""

OUTCOMES: dict[str, str] = {
    "K": "Dijelaskan konsep dan sumber datanya; tabel dikirim lewat surel.",
    "P": "Publikasi dibaca di tempat dan berkas digitalnya ditunjukkan di laman.",
    "R": "Formulir dijelaskan bagian demi bagian.",
    "J": "Dijelaskan tarif, syarat, dan surat perjanjian penggunaan data.",
    "A": "Surat diterima dan diteruskan ke bagian umum.",
}

COMMENTS = (
    "Petugasnya ramah dan sabar menjelaskan.", "", "", "Datanya langsung didapat, terima kasih.", "",
    "Ruang tunggunya agak panas.", "", "Mohon disediakan colokan listrik.",
)  # fmt: skip
