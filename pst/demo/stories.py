"""The twelve examples and what happened to each; together they stand in every state a submission can have."""

from functools import partial

from pst.demo.activities import economy, society, surroundings
from pst.demo.case import Case, World
from pst.demo.timeline import Moment


def every_moment(world: World) -> list[Moment]:
    """All that happens in all examples."""
    return [moment for story in STORIES for moment in story(world)]


def _stunting(world: World) -> tuple[Moment, ...]:
    """Returned once, then recommended with conditions; its letter is delivered."""
    case = Case(world, society.STUNTING, "pemohon1")
    title = "Tuliskan pada tujuan khusus siapa yang memakai hasilnya dan untuk keputusan apa."
    purpose = (
        f"{society.STUNTING.purpose} Hasilnya dipakai tim percepatan penurunan stunting untuk menetapkan desa sasaran."
    )
    return (
        Moment(44, "10.15", case.start),
        Moment(43, "09.20", case.submit),
        Moment(43, "13.40", case.complete),
        Moment(40, "10.05", partial(case.remark, "tujuan_kegiatan", "must", title)),
        Moment(40, "10.20", partial(case.remark, "variabel", "advice", "Sebutkan sumber acuan simpangan baku yang dipakai.")),
        Moment(40, "11.00", partial(case.return_for_revision,
            "Terima kasih. Rancangan sudah baik; mohon perbaiki dua hal berikut.")),
        Moment(39, "08.30", partial(case.say, "pemohon1", "Apakah daftar puskesmas perlu kami lampirkan juga?")),
        Moment(39, "09.10", partial(case.say, "petugas1",
            "Tidak perlu, Bu. Cukup sebutkan banyaknya puskesmas pada latar belakang.")),
        Moment(36, "14.10", partial(case.revise, {"tujuan_kegiatan": purpose}, (
            "Sudah kami tambahkan pada tujuan khusus.", "Acuan yang dipakai standar antropometri Kementerian Kesehatan."))),
        Moment(35, "09.00", case.settle),
        Moment(34, "09.30", partial(case.evaluate, ("petugas2", "petugas3"))),
        Moment(33, "10.00", partial(case.opinion, "petugas2", "layak", "Variabel dan jadwal sudah cukup.")),
        Moment(33, "11.20", partial(case.opinion, "petugas3", "bersyarat", "Pedoman pengisian perlu dibagikan.")),
        Moment(32, "14.00", partial(case.conclude, "bersyarat",
            "Bagikan pedoman pengisian lembar kerja kepada seluruh puskesmas sebelum pengumpulan data.")),
        Moment(31, "09.15", case.request_signature),
        Moment(31, "15.05", case.issue),
        Moment(30, "08.40", case.deliver),
    )  # fmt: skip


def _satisfaction(world: World) -> tuple[Moment, ...]:
    """Under examination, two days before its last."""
    case = Case(world, society.SATISFACTION, officer="petugas2")
    return (
        Moment(13, "10.30", partial(case.enter, "visit")),
        Moment(13, "11.45", case.submit),
        Moment(12, "08.50", case.complete),
        Moment(2, "10.10", partial(case.remark, "fraksi_sampel", "must",
            "Sertakan perhitungan ukuran sampel beserta perkiraan nonrespons.")),
        Moment(2, "10.25", partial(case.remark, "sarana_pengumpulan_data", "advice",
            "Siapkan kuesioner kertas bagi pengguna layanan yang tidak memiliki gawai.")),
    )  # fmt: skip


def _prices(world: World) -> tuple[Moment, ...]:
    """Recommended without conditions."""
    case = Case(world, economy.PRICES, "pemohon2", "petugas3")
    return (
        Moment(60, "09.00", case.start),
        Moment(60, "11.10", case.submit),
        Moment(59, "09.30", case.complete),
        Moment(55, "13.15", partial(case.evaluate, ("petugas1",))),
        Moment(54, "10.30", partial(case.opinion, "petugas1", "layak", "Mutu komoditas sudah ditetapkan; layak.")),
        Moment(53, "09.00", partial(case.conclude, "layak", "Rancangan layak dilaksanakan.")),
        Moment(53, "14.20", case.request_signature),
        Moment(52, "10.00", case.issue),
        Moment(51, "09.10", case.deliver),
        Moment(6, "10.45", partial(case.hand_in, "https://data.contoh.test/harga-pasar-rakyat")),
    )


def _rice(world: World) -> tuple[Moment, ...]:
    """With the applicant: two remarks are open and the clock is paused."""
    case = Case(world, economy.RICE, "pemohon3", "petugas2")
    definition = "Definisi luas panen masih mengulang nama variabel. Jelaskan batas dan cakupannya."
    return (
        Moment(12, "13.30", case.start),
        Moment(11, "10.00", case.submit),
        Moment(10, "09.10", case.complete),
        Moment(5, "09.40", partial(case.remark, "variabel", "must", definition)),
        Moment(5, "09.55", partial(case.remark, "jadwal", "must",
            "Referensi waktu variabel dan jadwal pengumpulan belum seragam; mohon diselaraskan.")),
        Moment(5, "10.30", partial(case.return_for_revision,
            "Mohon perbaiki variabel dan jadwal, lalu tanggapi setiap catatan.")),
        Moment(3, "14.05", partial(case.say, "pemohon3",
            "Kami sedang berkoordinasi dengan balai penyuluhan; perbaikan kami kirim minggu ini.")),
    )  # fmt: skip


def _fishery(world: World) -> tuple[Moment, ...]:
    """A draft half filled."""
    return (Moment(1, "15.50", Case(world, economy.FISHERY, "pemohon3").fill_half),)


def _social_aid(world: World) -> tuple[Moment, ...]:
    """In the team's evaluation, two days late."""
    case = Case(world, society.SOCIAL_AID, officer="petugas1")
    return (
        Moment(18, "09.30", partial(case.enter, "letter")),
        Moment(18, "10.40", case.submit),
        Moment(16, "09.00", case.complete),
        Moment(4, "10.00", partial(case.evaluate, ("petugas2", "petugas3"))),
        Moment(3, "09.20", partial(case.opinion, "petugas2", "bersyarat", "Strata perlu diperjelas; selebihnya layak.")),
        Moment(2, "13.00", partial(case.note, "petugas3",
            "Kerangka sampel tahun lalu belum memuat penerima baru. Perlu kita tanyakan dulu?")),
        Moment(2, "13.45", partial(case.note, "petugas1", "Saya hubungi dinasnya hari ini.")),
    )  # fmt: skip


def _small_businesses(world: World) -> tuple[Moment, ...]:
    """Just arrived; nobody has taken it yet."""
    case = Case(world, economy.SMALL_BUSINESSES, "pemohon2")
    return (Moment(2, "14.00", case.start), Moment(1, "14.30", case.submit))


def _waste(world: World) -> tuple[Moment, ...]:
    """The draft of its letter waits for the head."""
    case = Case(world, surroundings.WASTE, officer="petugas3")
    return (
        Moment(12, "09.15", partial(case.enter, "visit")),
        Moment(12, "10.30", case.submit),
        Moment(11, "08.45", case.complete),
        Moment(6, "09.00", partial(case.evaluate, ("petugas1",))),
        Moment(5, "10.15", partial(case.opinion, "petugas1", "bersyarat", "Layak bila lembar timbang diseragamkan.")),
        Moment(3, "13.30", partial(case.conclude, "bersyarat",
            "Seragamkan lembar timbang pada semua tempat penampungan.\nCantumkan tanggal penimbangan pada publikasi.")),
        Moment(1, "09.50", case.request_signature),
    )  # fmt: skip


def _tourism(world: World) -> tuple[Moment, ...]:
    """Refused: remarks were not answered for three months."""
    case = Case(world, society.TOURISM, "pemohon4", "petugas2")
    return (
        Moment(105, "10.00", case.start),
        Moment(105, "13.20", case.submit),
        Moment(104, "09.30", case.complete),
        Moment(98, "09.00", partial(case.remark, "variabel", "must",
            "Definisi wisatawan perlu membedakan yang menginap dan yang pulang pada hari itu.")),
        Moment(98, "09.20", partial(case.remark, "metode_pemeriksaan_kualitas", "must",
            "Jelaskan siapa yang memeriksa catatan pengelola, dan seberapa sering.")),
        Moment(98, "10.10", partial(case.return_for_revision,
            "Mohon lengkapi dua hal berikut agar data antardestinasi dapat dibandingkan.")),
        Moment(20, "09.00", partial(case.refuse_for_silence,
            "Catatan tidak ditanggapi lebih dari tiga bulan meskipun sudah diingatkan.")),
        Moment(19, "10.30", case.request_signature),
        Moment(18, "14.00", case.issue),
        Moment(17, "09.00", case.deliver),
    )  # fmt: skip


def _teachers(world: World) -> tuple[Moment, ...]:
    """Recommended; its letter went out three weeks ago."""
    case = Case(world, society.TEACHERS, "pemohon4", "petugas1")
    return (
        Moment(28, "09.10", case.start),
        Moment(27, "10.00", case.submit),
        Moment(26, "09.20", case.complete),
        Moment(22, "10.00", partial(case.evaluate, ("petugas3",))),
        Moment(21, "11.00", partial(case.opinion, "petugas3", "layak", "Sumber data jelas dan sudah ditetapkan.")),
        Moment(20, "13.10", partial(case.conclude, "layak", "Rancangan layak dilaksanakan.")),
        Moment(19, "09.00", case.request_signature),
        Moment(16, "10.20", case.issue),
        Moment(15, "08.30", case.deliver),
    )


def _passengers(world: World) -> tuple[Moment, ...]:
    """Withdrawn by its agency."""
    case = Case(world, surroundings.PASSENGERS, officer="petugas3")
    return (
        Moment(32, "10.00", partial(case.enter, "letter")),
        Moment(32, "10.50", case.submit),
        Moment(31, "09.00", case.complete),
        Moment(27, "13.40", partial(case.withdraw, "Anggaran kegiatan dialihkan; dinas menyampaikannya lewat surat.")),
    )


def _hazards(world: World) -> tuple[Moment, ...]:
    """Returned as incomplete before the clock began."""
    case = Case(world, surroundings.HAZARDS, officer="petugas2")
    return (
        Moment(4, "09.05", partial(case.enter, "visit")),
        Moment(4, "10.20", case.submit),
        Moment(3, "14.30", partial(case.return_incomplete,
            "Lampirkan kerangka acuan kegiatan dan contoh buku laporan yang menjadi sumber data.")),
    )  # fmt: skip


STORIES = (
    _stunting, _satisfaction, _prices, _rice, _fishery, _social_aid, _small_businesses, _waste, _tourism, _teachers,
    _passengers, _hazards,
)  # fmt: skip
