"""The supporting file of an example: a worksheet and the plan of its table, as a real PDF."""

from datetime import datetime

from pst.demo.forms import Activity
from pst.paper.sheet import Sheet
from pst.paper.tables import draw_table
from pst.rules.office.areas import DISTRICTS


def worksheet_pdf(activity: Activity, at: datetime) -> bytes:
    """Two parts: what is collected of each unit, and the table that comes of it."""
    title = f"Instrumen dan rancangan tabel: {activity.title}"
    sheet = Sheet(title, at, ("Berkas contoh", ""))
    sheet.paragraph(title, 14, "B")
    sheet.paragraph(activity.agency)
    sheet.heading("Lembar isian")
    rows = [
        (str(number), name, definition, "") for number, (name, _, definition, _) in enumerate(activity.variables, 1)
    ]
    draw_table(sheet, ("No.", "Keterangan", "Batasan", "Isian"), rows, (1, 4, 7, 3))
    sheet.heading("Rancangan tabel menurut kecamatan")
    heads = ("Kecamatan", *(name for name, *_ in activity.variables[:3]))
    draw_table(sheet, heads, [(district, *("" for _ in heads[1:])) for district, _ in DISTRICTS.values()])
    return sheet.bytes()


def covering_letter_pdf(activity: Activity, at: datetime) -> bytes:
    """The agency's letter that asks for the recommendation."""
    sheet = Sheet(f"Surat permohonan: {activity.title}", at, ("Berkas contoh", ""))
    sheet.paragraph(activity.agency, 13, "B")
    sheet.paragraph("Hal: Permohonan rekomendasi kegiatan statistik sektoral")
    sheet.paragraph("Yth. Kepala Badan Pusat Statistik Kabupaten Mempawah")
    sheet.paragraph(
        f"Kami merencanakan kegiatan {activity.title}. Bersama ini kami mohon rekomendasi atas rancangan "
        f"kegiatan "
        "tersebut. Isian formulir dan berkas pendukung kami sertakan."
    )
    sheet.paragraph(f"{activity.leader}\nPimpinan Rekaan, S.E.")
    return sheet.bytes()
