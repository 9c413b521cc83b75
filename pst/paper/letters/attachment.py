"""The words of the letter's attachment (Lampiran): what was examined, found, and must be done."""

from pst.paper.letters.facts import LetterFacts
from pst.paper.letters.parts import Listing, Paragraphs, Section, Table, sentences

NOTHING_NOTED = "Tidak ada catatan untuk butir mana pun."
NOTHING_TO_DO = "Tidak ada catatan yang wajib ditindaklanjuti."
NO_VARIABLES = "Tidak ada variabel yang didaftarkan pada formulir."


def attachment_sections(facts: LetterFacts) -> list[Section]:
    """Parts A to E, all present even when empty, so that a reader sees that nothing was left out."""
    return [
        Section("identity", "A. Identitas kegiatan", (_identity(facts),), attached=True),
        Section("results", "B. Ringkasan hasil pemeriksaan", (_results(facts),), attached=True),
        Section("notes", f"C. {_notes_heading(facts)}", (_notes(facts),), attached=True),
        Section("variables", "D. Daftar variabel", (_variables(facts),), attached=True),
        Section("form", "E. Formulir isian akhir", (Paragraphs((_form(facts),)),), attached=True),
    ]


def _identity(facts: LetterFacts) -> Table:
    activity = facts.activity
    rows = (
        ("Judul kegiatan", activity.title),
        ("Tahun kegiatan", str(activity.year)),
        ("Cara pengumpulan data", activity.method),
        ("Sektor kegiatan", activity.sector),
        ("Instansi penyelenggara", activity.agency),
        ("Penanggung jawab", activity.responsible),
        ("Wilayah kegiatan", activity.region),
        ("Jadwal pengumpulan data", activity.collection),
        ("Identitas rekomendasi", facts.identity_number),
    )
    return Table((), tuple((label, value) for label, value in rows if value), (3, 7))


def _results(facts: LetterFacts) -> Table | Paragraphs:
    if not facts.block_results:
        return Paragraphs((NOTHING_NOTED,))
    rows = tuple((line.block, line.item, line.result, line.note or "–") for line in facts.block_results)
    return Table(("Blok", "Butir", "Hasil", "Catatan"), rows, (22, 32, 20, 46))


def _notes_heading(facts: LetterFacts) -> str:
    if facts.is_approval:
        return "Catatan yang wajib ditindaklanjuti"
    return "Hal yang perlu diperbaiki dalam permohonan baru"


def _notes(facts: LetterFacts) -> Listing | Paragraphs:
    if not facts.conditions:
        return Paragraphs((NOTHING_TO_DO,))
    return Listing("", sentences(facts.conditions), "1")


def _variables(facts: LetterFacts) -> Table | Paragraphs:
    if not facts.variables:
        return Paragraphs((NO_VARIABLES,))
    rows = tuple(
        (str(place), each.name, each.definition, each.reference) for place, each in enumerate(facts.variables, 1)
    )
    return Table(("No.", "Nama variabel", "Definisi", "Referensi waktu"), rows, (8, 32, 56, 24))


def _form(facts: LetterFacts) -> str:
    return (
        f"Hasil pemeriksaan ini berlaku untuk isian formulir permohonan Nomor {facts.request.number} "
        f"kiriman ke-{facts.revision}. Isian itu tersimpan tanpa perubahan pada sistem layanan kami; "
        "pemohon dapat mengunduh salinannya dari halaman permohonan."
    )
