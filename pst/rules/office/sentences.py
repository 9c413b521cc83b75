"""Remarks officers make again and again, in the office's own wording; what a new office begins with.

The headings follow what examiners of such designs usually ask about: title, purpose, schedule, variables,
tools, quality checks, unit of analysis, supporting files. Afterwards the table belongs to the office.
"""

SENTENCES: tuple[tuple[int | None, str, str], ...] = (
    (
        None,
        "Pengantar catatan",
        "Terima kasih atas permohonannya. Mohon setiap catatan diperbaiki pada isiannya dan ditanggapi "
        "sebelum dikirim kembali.",
    ),
    (
        None,
        "Pengantar catatan",
        "Apabila ada catatan yang tidak dapat diikuti, tuliskan alasannya pada tanggapan agar dapat kami "
        "pertimbangkan.",
    ),
    (
        0,
        "Judul kegiatan",
        "Susun judul dari cara pengumpulan data, pokok kegiatan, lalu cakupan wilayah, tanpa singkatan dan "
        "tanpa tahun.",
    ),
    (0, "Judul kegiatan", "Tambahkan cakupan wilayah pada judul agar pembaca mengetahui daerah yang digambarkan."),
    (
        0,
        "Cara pengumpulan data",
        "Cara pengumpulan data tidak sejalan dengan metode pada Blok IV; sesuaikan salah satunya.",
    ),
    (1, "Instansi", "Tuliskan nama instansi secara lengkap tanpa singkatan, disertai nama kabupaten."),
    (
        2,
        "Penanggung jawab",
        "Penanggung jawab teknis adalah pejabat yang menguasai rancangan dan dapat dihubungi selama "
        "pemeriksaan; mohon disesuaikan.",
    ),
    (
        3,
        "Latar belakang",
        "Uraikan masalah yang hendak dijawab dan dasar kebutuhannya, bukan hanya gambaran umum instansi.",
    ),
    (3, "Tujuan", "Pisahkan tujuan umum dan tujuan khusus, lalu sebutkan indikator yang akan dihasilkan."),
    (
        3,
        "Jadwal",
        "Pada kompilasi, pengumpulan data adalah waktu menarik catatan ke lembar kerja, bukan waktu "
        "pelayanan berlangsung.",
    ),
    (
        3,
        "Jadwal",
        "Waktu mengurus rekomendasi termasuk tahap perencanaan; pengumpulan data baru dimulai sesudah surat"
        " rekomendasi terbit.",
    ),
    (
        3,
        "Variabel",
        "Definisi masih mengulang nama variabel. Jelaskan batas dan cakupannya agar orang awam mengerti hal yang sama.",
    ),
    (3, "Variabel", "Tuliskan rumus penyusun untuk variabel yang merupakan indeks, rasio, atau persentase."),
    (3, "Variabel", "Referensi waktu belum seragam dengan frekuensi penyelenggaraan pada Blok IV; mohon diselaraskan."),
    (4, "Sarana", "Pada kompilasi, pilih Lainnya lalu sebutkan lembar kerja atau aplikasi sumber datanya."),
    (4, "Wilayah", "Wilayah kegiatan belum sama dengan cakupan yang disebut pada judul."),
    (
        5,
        "Sampel",
        "Sertakan perhitungan ukuran sampel: banyaknya populasi, tingkat kepercayaan, batas galat, dan "
        "perkiraan nonrespons.",
    ),
    (5, "Kerangka sampel", "Jelaskan sumber kerangka sampel dan tanggal pemutakhirannya yang terakhir."),
    (6, "Pemeriksaan kualitas", "Jelaskan siapa yang melakukan supervisi, terhadap apa, dan seberapa sering."),
    (6, "Petugas", "Perbandingan banyaknya pengawas dan pengumpul data perlu dijelaskan."),
    (7, "Unit analisis", "Unit analisis belum sama dengan satuan yang disajikan pada rancangan tabel."),
    (8, "Diseminasi", "Isi rencana rilis setiap produk, paling cepat sesudah tahap analisis selesai."),
    (
        9,
        "Berkas pendukung",
        "Lampirkan instrumen atau lembar kerja yang dipakai, rancangan tabel hasil, dan kerangka acuan kegiatan.",
    ),
)
"""(block of the form, or None for every block; heading; sentence)"""
