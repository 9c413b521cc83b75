"""The twelve examples and what happened to each; together they stand in every state a submission can have."""

from pst.demo.activities import economy, society, surroundings
from pst.demo.case import Case, World
from pst.demo.forms import Activity
from pst.demo.timeline import Deed, Moment, moments_of

STUNTING_PURPOSE = (
    f"{society.STUNTING.purpose} Hasilnya dipakai tim percepatan penurunan stunting untuk menetapkan desa sasaran."
)
STORIES: tuple[tuple[Activity, str, str, tuple[Deed, ...]], ...] = (
    # Returned once, then recommended with conditions; its letter is delivered.
    (society.STUNTING, "pemohon1", "petugas1", (
        (44, "10.15", Case.start),
        (43, "09.20", Case.submit),
        (43, "13.40", Case.complete),
        (40, "10.05", Case.remark, "tujuan_kegiatan", "must",
         "Tuliskan pada tujuan khusus siapa yang memakai hasilnya dan untuk keputusan apa."),
        (40, "10.20", Case.remark, "variabel", "advice", "Sebutkan sumber acuan simpangan baku yang dipakai."),
        (40, "11.00", Case.return_for_revision,
         "Terima kasih. Rancangan sudah baik; mohon perbaiki dua hal berikut."),
        (39, "08.30", Case.say, "pemohon1", "Apakah daftar puskesmas perlu kami lampirkan juga?"),
        (39, "09.10", Case.say, "petugas1",
         "Tidak perlu, Bu. Cukup sebutkan banyaknya puskesmas pada latar belakang."),
        (36, "14.10", Case.revise, {"tujuan_kegiatan": STUNTING_PURPOSE}, (
         "Sudah kami tambahkan pada tujuan khusus.", "Acuan yang dipakai standar antropometri Kementerian Kesehatan.")),
        (35, "09.00", Case.settle),
        (34, "09.30", Case.evaluate, ("petugas2", "petugas3")),
        (33, "10.00", Case.opinion, "petugas2", "layak", "Variabel dan jadwal sudah cukup."),
        (33, "11.20", Case.opinion, "petugas3", "bersyarat", "Pedoman pengisian perlu dibagikan."),
        (32, "14.00", Case.conclude, "bersyarat",
         "Bagikan pedoman pengisian lembar kerja kepada seluruh puskesmas sebelum pengumpulan data."),
        (31, "09.15", Case.request_signature),
        (31, "15.05", Case.issue),
        (30, "08.40", Case.deliver),
    )),
    # Under examination, two days before its last.
    (society.SATISFACTION, "", "petugas2", (
        (13, "10.30", Case.enter, "visit"),
        (13, "11.45", Case.submit),
        (12, "08.50", Case.complete),
        (2, "10.10", Case.remark, "fraksi_sampel", "must",
         "Sertakan perhitungan ukuran sampel beserta perkiraan nonrespons."),
        (2, "10.25", Case.remark, "sarana_pengumpulan_data", "advice",
         "Siapkan kuesioner kertas bagi pengguna layanan yang tidak memiliki gawai."),
    )),
    # Recommended without conditions.
    (economy.PRICES, "pemohon2", "petugas3", (
        (60, "09.00", Case.start),
        (60, "11.10", Case.submit),
        (59, "09.30", Case.complete),
        (55, "13.15", Case.evaluate, ("petugas1",)),
        (54, "10.30", Case.opinion, "petugas1", "layak", "Mutu komoditas sudah ditetapkan; layak."),
        (53, "09.00", Case.conclude, "layak", "Rancangan layak dilaksanakan."),
        (53, "14.20", Case.request_signature),
        (52, "10.00", Case.issue),
        (51, "09.10", Case.deliver),
        (6, "10.45", Case.hand_in, "https://data.contoh.test/harga-pasar-rakyat"),
    )),
    # With the applicant: two remarks are open and the clock is paused.
    (economy.RICE, "pemohon3", "petugas2", (
        (12, "13.30", Case.start),
        (11, "10.00", Case.submit),
        (10, "09.10", Case.complete),
        (5, "09.40", Case.remark, "variabel", "must",
         "Definisi luas panen masih mengulang nama variabel. Jelaskan batas dan cakupannya."),
        (5, "09.55", Case.remark, "jadwal", "must",
         "Referensi waktu variabel dan jadwal pengumpulan belum seragam; mohon diselaraskan."),
        (5, "10.30", Case.return_for_revision,
         "Mohon perbaiki variabel dan jadwal, lalu tanggapi setiap catatan."),
        (3, "14.05", Case.say, "pemohon3",
         "Kami sedang berkoordinasi dengan balai penyuluhan; perbaikan kami kirim minggu ini."),
    )),
    # A draft half filled.
    (economy.FISHERY, "pemohon3", "petugas1", (
        (1, "15.50", Case.fill_half),
    )),
    # In the team's evaluation, two days late.
    (society.SOCIAL_AID, "", "petugas1", (
        (18, "09.30", Case.enter, "letter"),
        (18, "10.40", Case.submit),
        (16, "09.00", Case.complete),
        (4, "10.00", Case.evaluate, ("petugas2", "petugas3")),
        (3, "09.20", Case.opinion, "petugas2", "bersyarat", "Strata perlu diperjelas; selebihnya layak."),
        (2, "13.00", Case.note, "petugas3",
         "Kerangka sampel tahun lalu belum memuat penerima baru. Perlu kita tanyakan dulu?"),
        (2, "13.45", Case.note, "petugas1", "Saya hubungi dinasnya hari ini."),
    )),
    # Just arrived; nobody has taken it yet.
    (economy.SMALL_BUSINESSES, "pemohon2", "petugas1", (
        (2, "14.00", Case.start),
        (1, "14.30", Case.submit),
    )),
    # The draft of its letter waits for the head.
    (surroundings.WASTE, "", "petugas3", (
        (12, "09.15", Case.enter, "visit"),
        (12, "10.30", Case.submit),
        (11, "08.45", Case.complete),
        (6, "09.00", Case.evaluate, ("petugas1",)),
        (5, "10.15", Case.opinion, "petugas1", "bersyarat", "Layak bila lembar timbang diseragamkan."),
        (3, "13.30", Case.conclude, "bersyarat",
         "Seragamkan lembar timbang pada semua tempat penampungan.\nCantumkan tanggal penimbangan pada publikasi."),
        (1, "09.50", Case.request_signature),
    )),
    # Refused: remarks were not answered for three months.
    (society.TOURISM, "pemohon4", "petugas2", (
        (105, "10.00", Case.start),
        (105, "13.20", Case.submit),
        (104, "09.30", Case.complete),
        (98, "09.00", Case.remark, "variabel", "must",
         "Definisi wisatawan perlu membedakan yang menginap dan yang pulang pada hari itu."),
        (98, "09.20", Case.remark, "metode_pemeriksaan_kualitas", "must",
         "Jelaskan siapa yang memeriksa catatan pengelola, dan seberapa sering."),
        (98, "10.10", Case.return_for_revision,
         "Mohon lengkapi dua hal berikut agar data antardestinasi dapat dibandingkan."),
        (20, "09.00", Case.refuse_for_silence,
         "Catatan tidak ditanggapi lebih dari tiga bulan meskipun sudah diingatkan."),
        (19, "10.30", Case.request_signature),
        (18, "14.00", Case.issue),
        (17, "09.00", Case.deliver),
    )),
    # Recommended; its letter went out three weeks ago.
    (society.TEACHERS, "pemohon4", "petugas1", (
        (28, "09.10", Case.start),
        (27, "10.00", Case.submit),
        (26, "09.20", Case.complete),
        (22, "10.00", Case.evaluate, ("petugas3",)),
        (21, "11.00", Case.opinion, "petugas3", "layak", "Sumber data jelas dan sudah ditetapkan."),
        (20, "13.10", Case.conclude, "layak", "Rancangan layak dilaksanakan."),
        (19, "09.00", Case.request_signature),
        (16, "10.20", Case.issue),
        (15, "08.30", Case.deliver),
    )),
    # Withdrawn by its agency.
    (surroundings.PASSENGERS, "", "petugas3", (
        (32, "10.00", Case.enter, "letter"),
        (32, "10.50", Case.submit),
        (31, "09.00", Case.complete),
        (27, "13.40", Case.withdraw, "Anggaran kegiatan dialihkan; dinas menyampaikannya lewat surat."),
    )),
    # Returned as incomplete before the clock began.
    (surroundings.HAZARDS, "", "petugas2", (
        (4, "09.05", Case.enter, "visit"),
        (4, "10.20", Case.submit),
        (3, "14.30", Case.return_incomplete,
         "Lampirkan kerangka acuan kegiatan dan contoh buku laporan yang menjadi sumber data."),
    )),
)  # fmt: skip
"""The activity, who applies ("" where an officer enters it), the officer, and what is done by which verb of a case."""


def every_moment(world: World) -> list[Moment]:
    """All that happens in all examples."""
    return [
        moment
        for activity, applicant, officer, deeds in STORIES
        for moment in moments_of(Case(world, activity, applicant, officer), deeds)
    ]
