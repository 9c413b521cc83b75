"""The words of the recommendation letter, once, for the paper and for its HTML twin.

The order follows the letters the office already sends: opening, legal basis, outcome, duties, closing; then
the attachment. Duties of the organiser: PP 51/1999 (notify, follow the recommendation, hand over the results)
and Peraturan BPS 4/2019 pasal 12 (results of regional governments reach BPS through the walidata).
"""

from pst.paper.letterhead import NO_DATE, NO_NUMBER
from pst.paper.letters.attachment import attachment_sections
from pst.paper.letters.facts import ActivityFacts, LetterFacts
from pst.paper.letters.parts import Listing, Paragraphs, Section, sentences, series
from pst.paper.office_facts import OfficeFacts
from pst.rules.wording import long_date

VERDICT = "verdict"
"""Key of the section whose lines are set in bold in the middle."""
CLOSING = "closing"
"""Key of the last section before the signature."""
DRAFT_NOTE = "Konsep ini belum berlaku sebagai surat. Kode QR dan kode verifikasi diberikan saat surat diterbitkan."


def letter_sections(facts: LetterFacts) -> list[Section]:
    """The letter from its opening to its attachment; head, signature and copies are asked separately."""
    return [*_body(facts), *attachment_sections(facts)]


def letter_head(facts: LetterFacts) -> tuple[tuple[str, str], ...]:
    """The block at the upper left: label and value."""
    return (
        ("Nomor", facts.number or NO_NUMBER),
        ("Sifat", facts.nature),
        ("Lampiran", facts.attachment_count),
        ("Hal", subject_of(facts)),
    )


def subject_of(facts: LetterFacts) -> str:
    """What the letter is about: the subject given, else the usual one for its outcome."""
    if facts.subject:
        return facts.subject
    kind = "Surat Rekomendasi" if facts.is_approval else "Penolakan Rekomendasi"
    return f"{kind} Kegiatan Statistik {facts.activity.title}"


def dateline(facts: LetterFacts) -> str:
    """City and date at the upper right."""
    return f"{facts.office.city}, {long_date(facts.date) if facts.date else NO_DATE}"


def named_with_year(activity: ActivityFacts) -> str:
    """The activity as a sentence names it; a title that says its year is not told it twice."""
    year = str(activity.year)
    return f"“{activity.title}”" if year in activity.title else f"“{activity.title}” Tahun {year}"


def verification_note(facts: LetterFacts) -> str:
    """The small print beside the QR code; it never claims a signature that the system did not see."""
    if facts.is_draft:
        return DRAFT_NOTE
    address = facts.verify_url.rpartition("/")[0]
    return f"Periksa keaslian surat ini di {address} dengan kode {facts.verify_code}. {facts.signing_note}"


def office_full_name(office: OfficeFacts) -> str:
    """The office's name with its region: Badan Pusat Statistik Kabupaten Mempawah."""
    return office.full_name


def _body(facts: LetterFacts) -> list[Section]:
    basis = Listing("Pemeriksaan kami berpedoman pada:", series(facts.legal_basis))
    parts = [
        Section("opening", "", (Paragraphs(_opening(facts)),)),
        Section("basis", "", (basis,) if facts.legal_basis else ()),
        Section("finding", "", (Paragraphs((_finding(facts),)),)),
        Section(VERDICT, "", (Paragraphs(_verdict(facts)),)),
        Section("alike", "", (Paragraphs(facts.alike),) if facts.alike else ()),
        *(_after_approval(facts) if facts.is_approval else _after_refusal(facts)),
        Section(CLOSING, "", (Paragraphs(closing_words(facts)),)),
    ]
    return [part for part in parts if part.content]


def _opening(facts: LetterFacts) -> tuple[str, ...]:
    request = facts.request
    begins = "Sehubungan dengan"
    asked = f"permohonan Nomor {request.number} yang kami terima pada tanggal {long_date(request.received)}"
    if request.letter_number:
        begins = "Menunjuk"
        asked = f"surat Saudara Nomor {request.letter_number} dan {asked}"
    if request.complete:
        asked += f" dan kami nyatakan lengkap pada tanggal {long_date(request.complete)}"
    plan = f"rencana kegiatan statistik {named_with_year(facts.activity)}"
    first = f"{begins} {asked}, mengenai {plan}, bersama ini kami sampaikan hasil pemeriksaannya."
    replaced = f"Surat ini menggantikan surat Nomor {facts.replaces}, yang dengan ini dinyatakan tidak berlaku."
    return ("Dengan hormat,", first, replaced) if facts.replaces else ("Dengan hormat,", first)


def _finding(facts: LetterFacts) -> str:
    done = "kami periksa dan kami evaluasi bersama tim" if facts.evaluated else "kami periksa"
    return (
        f"Setelah rancangan kegiatan, isian formulir, dan berkas pendukungnya {done}, "
        f"{office_full_name(facts.office)} menyatakan bahwa rancangan kegiatan statistik tersebut:"
    )


def _verdict(facts: LetterFacts) -> tuple[str, ...]:
    verdict = "LAYAK DILAKSANAKAN" if facts.is_approval else "TIDAK LAYAK (DITOLAK)"
    identity = f"Identitas Rekomendasi: {facts.identity_number}" if facts.identity_number else ""
    last = f"berlaku sampai dengan {long_date(facts.valid_until)}" if facts.valid_until else ""
    told = ", ".join(filter(None, (identity, last)))
    return tuple(filter(None, (verdict, told[:1].upper() + told[1:])))


def _after_approval(facts: LetterFacts) -> list[Section]:
    noted = (
        "Pernyataan layak ini disertai catatan yang wajib ditindaklanjuti oleh penyelenggara, sebagaimana "
        "tercantum pada huruf C lampiran surat ini."
    )
    due = f" (hasil dan metadata paling lambat tanggal {long_date(facts.results_due)})" if facts.results_due else ""
    duties = Listing(f"Selanjutnya, penyelenggara kegiatan wajib{due}:", series(facts.duties))
    return [
        Section("conditions", "", (Paragraphs((noted,)),) if facts.conditions else ()),
        Section("duties", "", (duties,) if facts.duties else ()),
    ]


def _after_refusal(facts: LetterFacts) -> list[Section]:
    reasons = Listing("Pernyataan tersebut kami dasarkan pada pertimbangan berikut:", sentences(facts.reasons))
    again = (
        "Dengan demikian, kegiatan tersebut belum memperoleh rekomendasi untuk dilaksanakan sebagai "
        "kegiatan statistik sektoral. Saudara dapat mengajukan permohonan baru, tanpa biaya, setelah "
        "rancangannya diperbaiki sesuai dengan pertimbangan di atas. Permohonan baru kami periksa dari "
        "awal."
    )
    return [Section("reasons", "", (reasons,) if facts.reasons else ()), Section("again", "", (Paragraphs((again,)),))]


def closing_words(facts: LetterFacts) -> tuple[str, ...]:
    """The last paragraphs before the signature."""
    if facts.closing:
        return sentences(facts.closing)
    thanks = "Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih."
    if facts.contact:
        return (f"Apabila memerlukan penjelasan, Saudara dapat menghubungi {facts.contact}. {thanks}",)
    return (thanks,)
