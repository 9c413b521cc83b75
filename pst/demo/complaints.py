"""The example complaints: every channel, every state, two openings of the box. Names and events are invented."""

from datetime import datetime
from functools import partial

from pst.actions.complaints import boxes, reminders
from pst.actions.complaints.boxes import SheetEntry
from pst.actions.complaints.complaints import Filing
from pst.actions.office.office import change_settings
from pst.actions.vault import Vault
from pst.demo.case import World
from pst.demo.people import mailbox
from pst.demo.timeline import Moment
from pst.demo.told import Told
from pst.rules.complaints.complaints import Kind, Privacy

MANAGER = "petugas2"
"""Manages complaints in the example office, and stands in for those about the head."""


def complaint_moments(world: World, vault: Vault) -> list[Moment]:
    """All that happens in all example complaints."""
    queue = _queue(world, vault)
    told = [moment for story in STORIES for moment in story(world, vault)]
    return [Moment(60, "08.00", partial(_appoint, world)), *_moments_of_queue(queue), *told,
            *_duplicate(world, vault, queue), *_box(world, vault), Moment(3, "07.10", reminders.end_silent)]  # fmt: skip


def _appoint(world: World, at: datetime) -> None:
    change_settings("complaints", {"complaint_manager": mailbox(MANAGER)}, world["admin"], at)


def _queue(world: World, vault: Vault) -> Told:
    """Nobody has looked at it yet."""
    return Told(world, vault, Filing(
        kind=Kind.COMPLAINT, privacy=Privacy.CONFIDENTIAL, topic="time", service="Permintaan data mikro",
        title="Menunggu dua jam tanpa nomor antrean",
        text="Saya datang pukul delapan dan baru dilayani pukul sepuluh. Layar antrean mati dan tidak ada yang memanggil.",
        hope="Layar diperbaiki, atau nomor dipanggil dengan suara.", name="Tuti Umpama", phone="0812 5555 0141",
    ))  # fmt: skip


def _moments_of_queue(told: Told) -> tuple[Moment, ...]:
    return (Moment(2, "10.20", told.file),)


def _duplicate(world: World, vault: Vault, same: Told) -> tuple[Moment, ...]:
    """The same event, told again over the telephone."""
    told = Told(world, vault, Filing(
        kind=Kind.COMPLAINT, privacy=Privacy.ANONYMOUS, channel="phone", topic="time",
        text="Layar antrean mati pada pagi yang sama, pengunjung menunggu lama tanpa dipanggil.",
    ), "petugas1")  # fmt: skip
    answer = "Kejadian ini sudah kami terima dan sedang ditangani. Terima kasih sudah memberi tahu."
    return (Moment(2, "14.05", told.file), Moment(1, "09.00", partial(told.mark_duplicate, "petugas1", same, answer)))


def _telephone(world: World, vault: Vault) -> tuple[Moment, ...]:
    """Followed up, with a note between officers."""
    told = Told(world, vault, Filing(
        kind=Kind.COMPLAINT, privacy=Privacy.NAMED, channel="phone", topic="facilities",
        title="Telepon pelayanan tidak diangkat",
        text="Sudah tiga hari saya menelepon pada jam kerja dan tidak diangkat. Saya hanya ingin tahu jam buka.",
        name="Badu Umpama", phone="0812 5555 0142",
    ), "petugas1")  # fmt: skip
    return (
        Moment(6, "11.10", told.file),
        Moment(5, "09.15", partial(told.verify, "petugas1", Kind.ORDINARY, "facilities", "petugas1")),
        Moment(4, "13.30", partial(told.note, "petugas1", "Kabel pesawat di ruang pelayanan longgar; teknisi datang besok.")),
    )  # fmt: skip


def _visit(world: World, vault: Vault) -> tuple[Moment, ...]:
    """Asked for more."""
    told = Told(world, vault, Filing(
        kind=Kind.COMPLAINT, privacy=Privacy.CONFIDENTIAL, channel="visit", topic="product",
        title="Angka jumlah penduduk desa berbeda antarpublikasi",
        text="Jumlah penduduk desa saya pada dua publikasi tidak sama. Mana yang benar?",
        name="Siti Umpama", email="siti@contoh.test",
    ), "petugas1")  # fmt: skip
    return (
        Moment(4, "10.00", told.file),
        Moment(3, "08.50", partial(told.take, "ask_more", "petugas1", "Mohon sebutkan desa, judul publikasi, dan tahunnya.")),
    )  # fmt: skip


def _email(world: World, vault: Vault) -> tuple[Moment, ...]:
    """Answered; the answer was not read yet."""
    told = Told(world, vault, Filing(
        kind=Kind.INFORMATION, privacy=Privacy.NAMED, channel="email", topic="product",
        title="Kapan data kemiskinan kabupaten terbit",
        text="Mohon informasi jadwal rilis data kemiskinan kabupaten tahun ini dan di mana dapat diunduh.",
        name="Wati Umpama", email="wati@contoh.test",
    ), "petugas1")  # fmt: skip
    answer = "Data kemiskinan kabupaten terbit sesuai kalender rilis pada situs kami, dan dapat diunduh tanpa biaya."
    return (
        Moment(9, "09.40", told.file),
        Moment(8, "10.00", partial(told.verify, "petugas1", Kind.INFORMATION, "product", "petugas1")),
        Moment(7, "14.20", partial(told.take, "answer", "petugas1", answer)),
    )


def _whatsapp(world: World, vault: Vault) -> tuple[Moment, ...]:
    """Resolved, rated, and published."""
    told = Told(world, vault, Filing(
        kind=Kind.COMPLAINT, privacy=Privacy.ANONYMOUS, channel="whatsapp", topic="facilities",
        title="Ruang tunggu panas dan kursinya kurang",
        text="Pada siang hari ruang tunggu panas sekali dan sebagian orang berdiri karena kursinya kurang.",
    ), "petugas3")  # fmt: skip
    answer = "Kipas tambahan dan delapan kursi sudah dipasang di ruang tunggu. Terima kasih atas masukannya."
    return (
        Moment(25, "13.10", told.file),
        Moment(24, "09.00", partial(told.verify, "petugas3", Kind.ORDINARY, "facilities", "petugas3")),
        Moment(18, "15.00", partial(told.take, "answer", "petugas3", answer)),
        Moment(17, "10.00", partial(told.accept, 5, "Sekarang nyaman.")),
        Moment(15, "09.30", partial(told.publish, "petugas1", MANAGER, "Ruang tunggu panas dan kurang kursi",
                                    "Pengunjung mengeluhkan ruang tunggu yang panas dan kursi yang tidak cukup.", answer)),
    )  # fmt: skip


def _instagram(world: World, vault: Vault) -> tuple[Moment, ...]:
    """A suggestion; nobody reacted to the answer, so it was closed."""
    told = Told(world, vault, Filing(
        kind=Kind.ASPIRATION, privacy=Privacy.ANONYMOUS, channel="instagram", topic="application",
        title="Infografik bulanan untuk anak muda",
        text="Tolong buat infografik singkat setiap bulan supaya pelajar mudah memahami angka inflasi.",
    ), MANAGER)  # fmt: skip
    return (
        Moment(28, "16.00", told.file),
        Moment(27, "09.30", partial(told.verify, MANAGER, Kind.ASPIRATION, "application", "petugas1")),
        Moment(20, "11.00", partial(told.take, "answer", "petugas1", "Kami terima; infografik bulanan dimulai bulan depan.")),
    )  # fmt: skip


def _lapor(world: World, vault: Vault) -> tuple[Moment, ...]:
    """Came through LAPOR!, answered, and opened again."""
    told = Told(world, vault, Filing(
        kind=Kind.COMPLAINT, privacy=Privacy.CONFIDENTIAL, channel="lapor", outside_number="LPR-0000123", topic="procedure",
        title="Syarat permintaan data berubah-ubah",
        text="Kunjungan pertama diminta surat pengantar, kunjungan kedua diminta proposal. Mohon syaratnya dipastikan.",
        name="Anto Umpama", email="anto@contoh.test",
    ), MANAGER)  # fmt: skip
    return (
        Moment(16, "09.00", told.file),
        Moment(15, "10.10", partial(told.verify, MANAGER, Kind.ORDINARY, "procedure", "petugas1")),
        Moment(10, "14.00", partial(told.take, "answer", "petugas1", "Syaratnya hanya surat pengantar; daftarnya dipasang.")),
        Moment(2, "09.20", partial(told.not_resolved, "Kemarin saya masih diminta proposal.")),
    )  # fmt: skip


def _oversight(world: World, vault: Vault) -> tuple[Moment, ...]:
    """About an officer, who meets nothing of it: with oversight content, for the manager."""
    told = Told(world, vault, Filing(
        kind=Kind.COMPLAINT, privacy=Privacy.ANONYMOUS, topic="fraud", about="officer", who="Ibu Lestari di meja pelayanan",
        title="Diminta uang agar data cepat selesai",
        text="Petugas itu meminta seratus ribu rupiah supaya permintaan data saya didahulukan.",
        hope="Uangnya dikembalikan dan tidak terjadi lagi.",
    ))  # fmt: skip
    return (
        Moment(5, "12.00", told.file),
        Moment(4, "08.30", partial(told.verify, MANAGER, Kind.OVERSIGHT, "fraud", MANAGER)),
        Moment(4, "08.45", partial(told.take, "ask_more", MANAGER, "Tanggal berapa kejadiannya? Tidak perlu menyebut nama.")),
        Moment(3, "09.00", partial(told.say, "Hari Senin minggu lalu, sebelum istirahat siang.")),
    )  # fmt: skip


def _head(world: World, vault: Vault) -> tuple[Moment, ...]:
    """About the head: only who stands in knows of it, and it goes to the province."""
    told = Told(world, vault, Filing(
        kind=Kind.COMPLAINT, privacy=Privacy.CONFIDENTIAL, about="head", topic="conduct",
        title="Undangan rapat hanya untuk instansi tertentu",
        text="Undangan pembinaan statistik sektoral tiga kali tidak dikirim kepada dinas kami tanpa penjelasan.",
        name="Rudi Umpama", email="rudi@contoh.test",
    ))  # fmt: skip
    return (
        Moment(12, "10.00", told.file),
        Moment(11, "09.00", partial(told.verify, MANAGER, Kind.ORDINARY, "conduct", MANAGER)),
        Moment(11, "09.30", partial(told.escalate, MANAGER, "province", "Menyangkut Kepala; diteruskan dengan surat.")),
    )


def _not_ours(world: World, vault: Vault) -> tuple[Moment, ...]:
    """Passed on to where it belongs."""
    told = Told(world, vault, Filing(
        kind=Kind.COMPLAINT, privacy=Privacy.NAMED, channel="visit", topic="other",
        title="Tidak terdaftar sebagai penerima bantuan",
        text="Tetangga saya menerima bantuan sosial, sedangkan saya tidak. Kata orang datanya dari BPS.",
        name="Ijah Umpama", phone="0812 5555 0143",
    ), "petugas3")  # fmt: skip
    where = "Penetapan penerima bantuan ada pada dinas sosial kabupaten. Berkas Anda kami antar hari ini."
    return (Moment(14, "10.30", told.file), Moment(13, "09.00", partial(told.take, "pass_on", "petugas3", where)))


def _refused(world: World, vault: Vault) -> tuple[Moment, ...]:
    told = Told(world, vault, Filing(
        kind=Kind.COMPLAINT, privacy=Privacy.ANONYMOUS, text="Beli pulsa murah, hubungi nomor di profil kami.",
    ))  # fmt: skip
    return (
        Moment(8, "02.00", told.file),
        Moment(7, "08.40", partial(told.take, "refuse", "petugas1", "Pesan ini iklan, tidak berkaitan dengan pelayanan kami.")),
    )  # fmt: skip


def _withdrawn(world: World, vault: Vault) -> tuple[Moment, ...]:
    told = Told(world, vault, Filing(
        kind=Kind.COMPLAINT, privacy=Privacy.CONFIDENTIAL, topic="application", title="Tidak dapat masuk ke akun",
        text="Sandi saya ditolak terus walaupun sudah diganti.", name="Nana Umpama", email="nana@contoh.test",
    ))  # fmt: skip
    return (
        Moment(19, "19.00", told.file),
        Moment(18, "20.10", partial(told.withdraw, "Sudah bisa masuk, ternyata tombol huruf besar menyala.")),
    )


def _late(world: World, vault: Vault) -> tuple[Moment, ...]:
    """Verification is overdue."""
    told = Told(world, vault, Filing(
        kind=Kind.COMPLAINT, privacy=Privacy.ANONYMOUS, topic="requirements",
        title="Formulir pada situs tidak dapat dicetak",
        text="Formulir yang diunduh terpotong di sisi kanan ketika dicetak pada kertas A4.",
    ))  # fmt: skip
    return (Moment(7, "21.30", told.file),)


def _box(world: World, vault: Vault) -> tuple[Moment, ...]:
    """An empty box, then one with three sheets: a coded form, one without number, one that cannot be read."""
    witnesses = ("Mira Umpama", "Oki Umpama")

    def empty(at: datetime) -> None:
        boxes.close_opening(boxes.open_box(at, witnesses, 0, "", world["petugas1"], at), world["petugas1"], at)

    def full(at: datetime) -> None:
        forms = boxes.print_forms(10, world["petugas1"], at)
        opening = boxes.open_box(at, witnesses, 3, "Kunci kotak diganti.", world["petugas1"], at)
        for entry in (
            SheetEntry("Mohon sediakan contoh surat permintaan data di meja depan.", forms[0].number, Kind.ASPIRATION),
            SheetEntry("Pintu kamar kecil pengunjung tidak dapat dikunci.", kind=Kind.COMPLAINT, topic="facilities"),
            SheetEntry("", is_void=True),
        ):
            boxes.enter_sheet(opening, entry, world["petugas1"], at, world.store, vault)
        boxes.close_opening(opening, world["petugas1"], at)

    return (Moment(14, "15.30", empty), Moment(8, "15.30", full))


STORIES = (
    _telephone, _visit, _email, _whatsapp, _instagram, _lapor, _oversight, _head, _not_ours, _refused, _withdrawn, _late,
)  # fmt: skip
