"""The minutes (berita acara) of an opening of the box, to be signed by the officer and both witnesses."""

from pst.paper.complaints.complaint_facts import MinutesFacts
from pst.paper.letterhead import draw_letterhead
from pst.paper.sheet import GREY, LEFT, WIDTH, Sheet
from pst.paper.tables import draw_table
from pst.rules import wording

TITLE = "Berita acara pembukaan kotak saran dan pengaduan"
OPEN_MARK = "SEMENTARA"


def minutes_pdf(facts: MinutesFacts) -> bytes:
    """One page: when, before whom, how many sheets, what became of them, three places to sign."""
    mark = "" if facts.closed else OPEN_MARK
    sheet = Sheet(f"{TITLE} {facts.number}", facts.made_at, (f"Berita acara {facts.number}", ""), mark)
    draw_letterhead(sheet, facts.office)
    sheet.paragraph(TITLE.upper(), 13, "B", align="center", after=0.5)
    sheet.paragraph(f"Nomor {facts.number}", 11, align="center", after=5)
    sheet.paragraph(_story(facts))
    draw_table(sheet, (), _rows(facts), (3, 4), size=10.5)
    if facts.note:
        sheet.paragraph(f"Catatan: {facts.note}")
    sheet.paragraph(_end(facts), after=8)
    _signatures(sheet, facts)
    return sheet.bytes()


def _story(facts: MinutesFacts) -> str:
    day, hour = wording.weekday_date(facts.opened.date()), wording.clock_time(facts.opened)
    first, second = facts.witnesses
    return (
        f"Pada hari {day} pukul {hour}, kotak saran dan pengaduan di ruang Pelayanan Statistik Terpadu "
        f"{facts.office.full_name} dibuka oleh {facts.officer}, disaksikan oleh {first} dan {second}. "
        + (
            "Kotak itu kosong."
            if facts.found == 0
            else f"Di dalamnya ditemukan {wording.spelled_count(facts.found, 'lembar')}."
        )
    )


def _rows(facts: MinutesFacts) -> tuple[tuple[str, str], ...]:
    entered = facts.coded + facts.plain + facts.void
    return (
        ("Lembar ditemukan", wording.spelled_count(facts.found, "lembar")),
        ("Formulir bernomor", wording.spelled_count(facts.coded, "lembar")),
        ("Lembar tanpa nomor", wording.spelled_count(facts.plain, "lembar")),
        ("Kosong atau tidak terbaca", wording.spelled_count(facts.void, "lembar")),
        ("Seluruhnya dientri", wording.spelled_count(entered, "lembar")),
    )


def _end(facts: MinutesFacts) -> str:
    if facts.closed is None:
        return "Entri belum ditutup; jumlah di atas masih dapat berubah."
    return (
        "Semua lembar telah dimasukkan ke dalam register pengaduan dan jumlahnya sesuai. Isi lembar tidak dimuat dalam "
        "berita acara ini. Berita acara dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya."
    )


def _signatures(sheet: Sheet, facts: MinutesFacts) -> None:
    sheet.need(48)
    sheet.paragraph(f"{facts.office.city}, {wording.long_date(facts.opened.date())}", after=3)
    width, top = WIDTH / 3, sheet.y
    people = (
        ("Yang membuka", facts.officer),
        ("Saksi pertama", facts.witnesses[0]),
        ("Saksi kedua", facts.witnesses[1]),
    )
    for place, (label, name) in enumerate(people):
        x = LEFT + place * width
        sheet.y = top
        sheet.paragraph(label, 10.5, "", x, width - 6, after=22)
        sheet.rule(sheet.y, 0.25, x, width - 8, GREY)
        sheet.skip(1)
        sheet.paragraph(name, 10.5, "B", x, width - 6, after=0)
