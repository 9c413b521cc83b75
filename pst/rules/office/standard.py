"""The service standard of the recommendation, sentence by sentence as the office published it.

The published text stands unchanged, its slips too; `here` says what each sentence means in this house: where a step
happens, what the officer does in the national portal, and what was meant where the text slipped. Source: Standar
Pelayanan Rekomendasi Kegiatan Statistik, BPS Kabupaten Mempawah.
"""

from dataclasses import dataclass
from typing import NamedTuple


class Sentence(NamedTuple):
    """One published sentence, and what it means here (empty: nothing to add)."""

    text: str
    here: str = ""


@dataclass(frozen=True)
class Part:
    """Sentences under one heading; `first` is the number that the published list gives to the first of them."""

    title: str
    sentences: tuple[Sentence, ...]
    first: int = 1


@dataclass(frozen=True)
class Component:
    """One of the components that a published standard names (Undang-Undang 25/2009 Pasal 21)."""

    title: str
    parts: tuple[Part, ...]


VISITING, ONLINE = "Dengan berkunjung", "Secara daring"
EXAMINED = Sentence(
    "Petugas melakukan pemeriksaan rancangan kegiatan statistik", "Catatannya dibaca pada permohonan Anda."
)
EVALUATED = Sentence(
    "Petugas bersama tim terkait melakukan evaluasi dan mendiskusikan rancangan kegiatan statistik",
    "Pendapat tim dicatat pada permohonan; Anda melihat tahapnya di halaman Lacak.",
)
DRAFTED = Sentence(
    "Petugas menyusun naskah surat rekomendasi yang berisi kelayakan pelaksanaan kegiatan statistik sektoral"
)
ISSUED = Sentence(
    "Kepala BPS Kabupaten Mempawah menerbitkan surat rekomendasi yang berisi kelayakan pelaksanaan kegiatan statistik "
    "sektoral",
    "Keaslian suratnya dapat diperiksa siapa pun di halaman Verifikasi.",
)
REFERENCES = (
    "mencari informasi tentang kegiatan statistik yang sudah mendapatkan rekomendasi dari BPS sebagai referensi "
)
REFERENCES += "untuk kegiatan statistik yang akan dilaksanakan"
PORTAL = "Di pst.bps.go.id permohonannya dicatat untuk portal nasional; di situs ini formulirnya diisi dan diperiksa."

STANDARD = (
    Component(
        "Persyaratan",
        (
            Part(
                VISITING,
                (
                    Sentence(
                        "Pengguna layanan berkunjung ke Unit Pelayanan Statistik Terpadu (PST) BPS Kabupaten Mempawah"
                    ),
                    Sentence("Pengguna layanan memiliki alamat email yang masih aktif", "Surat dikirim ke alamat itu."),
                    Sentence("Pengguna layanan mengisi buku tamu", "Di kios, atau dibantu petugas."),
                    Sentence(
                        "Pengguna layanan mengajukan permintaan layanan rekomendasi statistik kepada petugas",
                        "Petugas dapat mengisikan formulirnya bersama Anda di situs ini.",
                    ),
                ),
            ),
            Part(
                ONLINE,
                (
                    Sentence("Pengguna layanan memiliki alamat email yang masih aktif", "Surat dikirim ke alamat itu."),
                    Sentence(
                        "Pengguna layanan memiliki akun pada portal.bps.go.id",
                        "Untuk situs ini cukup mendaftar di halaman Daftar; akun portal dibuatkan bersama petugas.",
                    ),
                    Sentence(
                        "Pengguna layanan mengajukan permintaan layanan rekomendasi statistik melalui portal "
                        "pst.bps.go.id",
                        PORTAL,
                    ),
                ),
                first=5,
            ),
        ),
    ),
    Component(
        "Sistem, Mekanisme dan Prosedur",
        (
            Part(
                VISITING,
                (
                    Sentence(
                        "Pengguna layanan mengakses layanan penjualan produk statistik dengan mengunjungi unit PST BPS "
                        "Kabupaten Mempawah",
                        "Yang dimaksud: layanan rekomendasi kegiatan statistik.",
                    ),
                    Sentence("Pengguna layanan mengisi buku tamu", "Di kios; nomor antrean dicetak sekaligus."),
                    Sentence("Pengguna layanan menunggu waktu dilayani", "Urutannya tampil di layar ruang tunggu."),
                    Sentence(
                        "Pengguna layanan menyampaikan permintaan layanan rekomendasi kegiatan statistik kepada "
                        "petugas Statistik Terpadu (PST)",
                        "Petugas memulai permohonannya dari kunjungan Anda.",
                    ),
                    Sentence(
                        "Petugas memberikan softcopy formulir rekomendasi kegiatan statistik sektoral kepada pengguna "
                        "layanan yang berisi pertanyaan mengenai penyelenggaraan kegiatan statistik dan penjelasan "
                        "setiap pertanyaan",
                        "Buku kerja XLSX dan formulir cetak; juga dapat diunduh sendiri.",
                    ),
                    Sentence(
                        "Petugas membantu pengguna layanan dalam mengakses layanan rekomendasi kegiatan statistik "
                        "melalui portal pst.bps.go.id",
                        PORTAL,
                    ),
                    Sentence(
                        "Pengguna layanan membuat akun dan login pada portal pst.bps.go.id",
                        "Akun situs ini dibuatkan petugas dengan kode yang dibacakan di loket.",
                    ),
                    Sentence(f"Petugas membantu pengguna layanan {REFERENCES}", "Di halaman Katalog."),
                    Sentence(
                        "Petugas mendampingi pengguna layanan melakukan pengajuan rekomendasi kegiatan statistik "
                        "melalui portal pst.bps.go.id",
                        "Pengajuannya dikirim di situs ini; petugas memindahkannya ke portal nasional.",
                    ),
                    EXAMINED,
                    EVALUATED,
                    DRAFTED,
                    ISSUED,
                    Sentence(
                        "Petugas mengirimkan surat rekomendasi kegiatan statistik sektoral kepada pengguna layanan "
                        "melalui portal pst.bps.go.id",
                        "Suratnya juga dikirim lewat surel dan diunduh pada permohonan Anda di situs ini.",
                    ),
                ),
            ),
            Part(
                ONLINE,
                (
                    Sentence(
                        "Pengguna layanan mengakses layanan rekomendasi kegiatan statistik melalui portal "
                        "pst.bps.go.id",
                        PORTAL,
                    ),
                    Sentence("Pengguna layanan login di portal pst.bps.go.id", "Di situs ini: halaman Masuk."),
                    Sentence(f"Pengguna layanan {REFERENCES}", "Di halaman Katalog."),
                    Sentence(
                        "Pengguna layanan melakukan pengajuan rekomendasi kegiatan statistik melalui portal "
                        "pst.bps.go.id",
                        "Formulirnya diisi dan dikirim di situs ini; petugas memindahkannya ke portal nasional.",
                    ),
                    EXAMINED,
                    EVALUATED,
                    DRAFTED,
                    ISSUED,
                ),
                first=15,
            ),
        ),
    ),
    Component(
        "Jangka Waktu Penyelesaian",
        (
            Part(
                "",
                (
                    Sentence(
                        "Pengguna layanan akan menerima email notifikasi tentang hasil pemeriksaan dan rekomendasi "
                        "kegiatan statistik maksimal 14 (empat belas) hari kerja sejak diumumkan. BPS di portal "
                        "pst.bps.go.id"
                    ),
                ),
            ),
        ),
    ),
    Component("Biaya / Tarif", (Part("", (Sentence("Tidak dipungut biaya"),)),)),
    Component(
        "Produk Pelayanan",
        (
            Part(
                "",
                (
                    Sentence(
                        "Saran, masukan, pertimbangan, solusi, dan rekomendasi terhadap penyelenggaraan kegiatan "
                        "statistik;"
                    ),
                    Sentence("Surat rekomendasi kegiatan statistik sektoral"),
                ),
            ),
        ),
    ),
    Component(
        "Pengaduan Layanan",
        (
            Part(
                "",
                (
                    Sentence("Pengaduan Langsung : Kotak saran & pengaduan di PST"),
                    Sentence("Website : https://www.lapor.go.id"),
                    Sentence("E-mail : ipds6104@bps.go.id"),
                    Sentence("Whatsapp : +6283852509777"),
                    Sentence("Media Sosial : Instagram @bpskabmempawah"),
                ),
            ),
        ),
    ),
)
