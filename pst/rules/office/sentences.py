"""The office's ready sentences: what officers write again and again, in remarks and in letters.

What a new office begins with follows what examiners of such designs usually ask about: title, purpose, schedule,
variables, tools, quality checks, unit of analysis, supporting files; and what the letters of this office say.
Afterwards the table belongs to the office.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pst.rules import wording
from pst.rules.catalogue.design_checks import find_rule
from pst.rules.refusals import Refusal
from pst.rules.steps import StepRefused

KINDS = {
    "cover": "Pengantar catatan",
    "condition": "Catatan wajib",
    "advice": "Saran",
    "refusal": "Alasan penolakan",
    "alike": "Kegiatan serupa",
    "basis": "Dasar hukum",
    "duty": "Kewajiban",
    "closing": "Penutup surat",
    "reply": "Balasan pengaduan",
}
IN_REMARKS = ("cover", "condition", "advice")
"""Kinds that officers put into a remark; findings are counted by these."""
PLACES = {
    "condition": "conditions",
    "refusal": "reasons",
    "alike": "alike",
    "basis": "basis",
    "duty": "duties",
    "closing": "closing",
}
"""Kind → the list of a letter's draft that it is put into."""
USES = {
    "offered": "Ditawarkan kepada petugas",
    "standing": "Langsung ada pada setiap naskah surat",
    "retired": "Tidak dipakai lagi",
}
PLACEHOLDER = re.compile(r"\{[^{}\n]*\}")


def placeholders(texts: str | Iterable[str]) -> list[str]:
    """What still waits to be filled in, as it is written, each once: {tanggal}."""
    joined = texts if isinstance(texts, str) else "\n".join(texts)
    return list(dict.fromkeys(PLACEHOLDER.findall(joined)))


def filled(text: str, known: Mapping[str, str]) -> str:
    """The text with what is known filled in; the rest waits for somebody who knows."""
    return PLACEHOLDER.sub(lambda found: known.get(found[0][1:-1]) or found[0], text)


def whole(text: str) -> str:
    """A text that nobody fills in any more."""
    if left := placeholders(text):
        raise Refusal(f"Kalimat ini dipakai apa adanya; {', '.join(left)} tidak akan terisi.")
    return text


def refuse_gaps(text: str, what: str, field: str) -> None:
    """A ready sentence says something only once its gaps are filled."""
    if left := placeholders(text):
        raise StepRefused(f"Isi dahulu {wording.enumeration(left)} pada {what}.", field)


def rule_ids(typed: str) -> str:
    """Rules of design, by their ids, parted by blanks."""
    ids = typed.upper().replace(",", " ").split()
    if unknown := [each for each in ids if not find_rule(each)]:
        raise Refusal(f"Tidak ada aturan rancangan {', '.join(unknown)}.")
    return " ".join(dict.fromkeys(ids))


class Ready(NamedTuple):
    """A sentence of a new office; `block` is None for every block, `done` what a letter says once it was done."""

    kind: str
    block: int | None
    heading: str
    text: str
    done: str = ""
    rules: str = ""
    use: str = "offered"


def _condition(block: int, heading: str, text: str, done: str, rules: str = "") -> Ready:
    return Ready("condition", block, heading, text, done, rules)


def _always(kind: str, heading: str, *texts: str) -> tuple[Ready, ...]:
    return tuple(Ready(kind, None, heading, text, use="standing") for text in texts)


SENTENCES: tuple[Ready, ...] = (
    Ready(
        "cover",
        None,
        "Pengantar catatan",
        "Terima kasih atas permohonannya. Mohon setiap catatan diperbaiki pada isiannya dan ditanggapi "
        "sebelum dikirim kembali.",
    ),
    Ready(
        "cover",
        None,
        "Pengantar catatan",
        "Apabila ada catatan yang tidak dapat diikuti, tuliskan alasannya pada tanggapan agar dapat kami "
        "pertimbangkan.",
    ),
    _condition(
        0,
        "Judul kegiatan",
        "Susun judul dari cara pengumpulan data, pokok kegiatan, lalu cakupan wilayah, tanpa singkatan dan "
        "tanpa tahun.",
        "Judul kegiatan telah disusun dari cara pengumpulan data, pokok kegiatan, dan cakupan wilayahnya.",
        "R-ID-02A R-ID-03 R-ID-04A D-ID-04",
    ),
    _condition(
        0,
        "Judul kegiatan",
        "Tambahkan cakupan wilayah pada judul agar pembaca mengetahui daerah yang digambarkan.",
        "Judul kegiatan telah menyebut cakupan wilayahnya.",
        "D-ID-03",
    ),
    _condition(
        0,
        "Cara pengumpulan data",
        "Cara pengumpulan data tidak sejalan dengan metode pada Blok IV; sesuaikan salah satunya.",
        "Cara pengumpulan data telah disesuaikan dengan metodenya.",
        "R-IV-09 D-IV-02",
    ),
    _condition(
        1,
        "Instansi",
        "Tuliskan nama instansi secara lengkap tanpa singkatan, disertai nama kabupaten.",
        "Nama instansi telah ditulis lengkap.",
        "R-I-01 R-I-02A",
    ),
    _condition(
        2,
        "Penanggung jawab",
        "Penanggung jawab teknis adalah pejabat yang menguasai rancangan dan dapat dihubungi selama "
        "pemeriksaan; mohon disesuaikan.",
        "Penanggung jawab teknis telah ditetapkan dan dapat dihubungi.",
        "R-II-01 R-II-02",
    ),
    _condition(
        3,
        "Latar belakang",
        "Uraikan masalah yang hendak dijawab dan dasar kebutuhannya, bukan hanya gambaran umum instansi.",
        "Latar belakang telah menguraikan masalah dan dasar kebutuhannya.",
    ),
    _condition(
        3,
        "Tujuan",
        "Pisahkan tujuan umum dan tujuan khusus, lalu sebutkan indikator yang akan dihasilkan.",
        "Tujuan umum, tujuan khusus, dan indikatornya telah disebutkan.",
        "D-III-01 D-III-02",
    ),
    _condition(
        3,
        "Jadwal",
        "Pada kompilasi, pengumpulan data adalah waktu menarik catatan ke lembar kerja, bukan waktu "
        "pelayanan berlangsung.",
        "Jadwal pengumpulan data telah diisi dengan waktu penarikan catatan.",
    ),
    _condition(
        3,
        "Jadwal",
        "Waktu mengurus rekomendasi termasuk tahap perencanaan; pengumpulan data baru dimulai sesudah surat"
        " rekomendasi terbit.",
        "Jadwal telah memuat waktu pengurusan rekomendasi sebelum pengumpulan data.",
        "R-III-04 D-III-03 D-III-04 R-III-06",
    ),
    _condition(
        3,
        "Variabel",
        "Definisi masih mengulang nama variabel. Jelaskan batas dan cakupannya agar orang awam mengerti hal yang sama.",
        "Definisi variabel telah menjelaskan batas dan cakupannya.",
        "R-III-09 R-III-10 D-III-06",
    ),
    _condition(
        3,
        "Variabel",
        "Tuliskan rumus penyusun untuk variabel yang merupakan indeks, rasio, atau persentase.",
        "Rumus penyusun indeks, rasio, atau persentase telah dituliskan.",
    ),
    _condition(
        3,
        "Variabel",
        "Referensi waktu belum seragam dengan frekuensi penyelenggaraan pada Blok IV; mohon diselaraskan.",
        "Referensi waktu variabel telah diselaraskan dengan frekuensi penyelenggaraannya.",
        "R-III-12 D-III-07",
    ),
    _condition(
        4,
        "Sarana",
        "Pada kompilasi, pilih Lainnya lalu sebutkan lembar kerja atau aplikasi sumber datanya.",
        "Sarana pengumpulan data telah menyebut lembar kerja atau aplikasi sumbernya.",
        "D-IV-03",
    ),
    _condition(
        4,
        "Wilayah",
        "Wilayah kegiatan belum sama dengan cakupan yang disebut pada judul.",
        "Wilayah kegiatan telah disamakan dengan judulnya.",
        "R-IV-07 D-IV-01",
    ),
    _condition(
        5,
        "Sampel",
        "Sertakan perhitungan ukuran sampel: banyaknya populasi, tingkat kepercayaan, batas galat, dan "
        "perkiraan nonrespons.",
        "Perhitungan ukuran sampel telah disertakan.",
        "R-V-03C R-V-03D D-V-04 R-V-11 D-V-05 D-V-10",
    ),
    _condition(
        5,
        "Kerangka sampel",
        "Jelaskan sumber kerangka sampel dan tanggal pemutakhirannya yang terakhir.",
        "Sumber dan pemutakhiran kerangka sampel telah dijelaskan.",
        "R-V-03B",
    ),
    _condition(
        6,
        "Pemeriksaan kualitas",
        "Jelaskan siapa yang melakukan supervisi, terhadap apa, dan seberapa sering.",
        "Pelaksanaan supervisi telah dijelaskan.",
        "R-VI-08 D-VI-04",
    ),
    _condition(
        6,
        "Petugas",
        "Perbandingan banyaknya pengawas dan pengumpul data perlu dijelaskan.",
        "Perbandingan pengawas dan pengumpul data telah dijelaskan.",
        "R-VI-05 D-VI-02",
    ),
    _condition(
        7,
        "Unit analisis",
        "Unit analisis belum sama dengan satuan yang disajikan pada rancangan tabel.",
        "Unit analisis telah disamakan dengan rancangan tabelnya.",
    ),
    _condition(
        8,
        "Diseminasi",
        "Isi rencana rilis setiap produk, paling cepat sesudah tahap analisis selesai.",
        "Rencana rilis setiap produk telah diisi.",
        "R-VIII-01 D-VIII-01",
    ),
    _condition(
        9,
        "Berkas pendukung",
        "Lampirkan instrumen atau lembar kerja yang dipakai, rancangan tabel hasil, dan kerangka acuan kegiatan.",
        "Berkas pendukung telah dilengkapi.",
        "D-IX-01 D-IX-02",
    ),
    Ready(
        "advice",
        6,
        "Uji coba",
        "Uji coba instrumen sebelum pengumpulan data menunjukkan pertanyaan yang belum dipahami responden.",
        "Uji coba instrumen telah direncanakan.",
        "R-VI-01 R-VI-02",
    ),
    Ready(
        "advice",
        3,
        "Data pribadi",
        "Pengenal orang sebaiknya hanya dikumpulkan bila diperlukan, lalu disimpan terpisah dari data lainnya.",
        "Pengumpulan pengenal orang telah dibatasi.",
        "D-III-10",
    ),
    Ready(
        "refusal",
        None,
        "Bukan statistik sektoral",
        "Kegiatan yang dimohonkan bukan penyelenggaraan statistik sektoral.",
    ),
    Ready(
        "refusal",
        None,
        "Tidak ditindaklanjuti",
        "Catatan pemeriksaan tanggal {tanggal} tidak ditindaklanjuti dalam waktu tiga bulan.",
    ),
    Ready(
        "refusal",
        None,
        "Pengumpulan sudah berjalan",
        "Pengumpulan data sudah berlangsung sejak {tanggal}, sebelum pemeriksaan selesai.",
    ),
    Ready(
        "refusal", None, "Data sudah tersedia", "Data yang hendak dikumpulkan sudah tersedia dari kegiatan {kegiatan}."
    ),
    Ready(
        "condition",
        None,
        "Perubahan rancangan",
        "Menyampaikan {dokumen} kepada BPS paling lambat tanggal {tanggal}, sebelum pengumpulan data dimulai.",
        "Dokumen yang diminta telah disampaikan.",
    ),
    *_always(
        "basis",
        "Dasar hukum",
        "Undang-Undang Nomor 16 Tahun 1997 tentang Statistik",
        "Peraturan Pemerintah Nomor 51 Tahun 1999 tentang Penyelenggaraan Statistik",
        "Peraturan Presiden Nomor 39 Tahun 2019 tentang Satu Data Indonesia",
        "Peraturan BPS Nomor 4 Tahun 2019 tentang Norma, Standar, Prosedur, dan Kriteria Penyelenggaraan "
        "Statistik Sektoral oleh Pemerintah Daerah",
    ),
    *_always(
        "alike",
        "Kegiatan serupa",
        "Mengenai kegiatan serupa “{kegiatan}” ({penyelenggara}), pemohon menyatakan {jawaban}.",
    ),
    *_always(
        "duty",
        "Kewajiban",
        "melaksanakan kegiatan sesuai dengan rancangan yang direkomendasikan",
        "mencantumkan identitas rekomendasi pada instrumen dan publikasi kegiatan",
        "menyerahkan hasil kegiatan kepada {kantor} melalui walidata",
        "melengkapi metadata kegiatan, variabel, dan indikator",
        "mengajukan kembali permohonan apabila rancangan berubah atau kegiatan dilaksanakan pada periode baru",
    ),
    *_always(
        "closing",
        "Penutup surat",
        "Apabila memerlukan penjelasan, Saudara dapat menghubungi petugas Pelayanan Statistik Terpadu melalui "
        "telepon {telepon} atau surel {surel}. Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.",
    ),
    Ready(
        "reply",
        None,
        "Diterima",
        "Terima kasih atas pengaduannya. Kami periksa dahulu dan kami sampaikan hasilnya di percakapan ini.",
    ),
    Ready(
        "reply",
        None,
        "Kelengkapan",
        "Agar dapat kami telusuri, mohon sebutkan hari, perkiraan jam, dan loket atau layanan yang dituju.",
    ),
    Ready(
        "reply",
        None,
        "Masih diproses",
        "Pengaduan ini masih kami tindak lanjuti. Perkembangannya kami sampaikan paling lambat tanggal {tanggal}.",
    ),
    Ready(
        "reply",
        None,
        "Permohonan maaf",
        "Kami mohon maaf atas ketidaknyamanan ini. Perbaikannya sudah dilakukan, yaitu {perbaikan}.",
    ),
    Ready(
        "reply",
        None,
        "Bukan wewenang",
        "Hal ini menjadi wewenang {instansi}. Kami salurkan pengaduannya ke sana, dan Anda dapat bertanya langsung.",
    ),
)
