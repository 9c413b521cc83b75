"""What the organiser owes after the letter (PP 51/1999, Peraturan BPS 5/2020), and how it is told."""

from datetime import date

from pst.rules import wording

IDENTITY = "identity"
"""Print the identity number of the recommendation on instruments and publications."""
RESULTS = "results"
"""Hand the results in to BPS."""
METADATA = "metadata"
"""Complete the metadata of activity, variables and indicators."""

SENTENCES = {
    IDENTITY: "Cantumkan identitas rekomendasi {identity} pada instrumen dan publikasi kegiatan",
    RESULTS: "Serahkan hasil kegiatan",
    METADATA: "Lengkapi metadata kegiatan, variabel, dan indikator",
}
ASKED_FOR = {RESULTS: "serahkan hasil kegiatan", METADATA: "lengkapi metadata"}
"""What a reminder asks for."""
CONFIRMED = {RESULTS: "sudah diterima BPS", METADATA: "dinyatakan lengkap"}


def told(kind: str, due: date | None, done: date | None, confirmed: date | None, identity: str) -> str:
    """One duty as its organiser reads it: what, until when, and how far it is."""
    until = f" paling lambat {wording.long_date(due)}" if due else ""
    return f"{SENTENCES[kind].format(identity=identity)}{until}{_how_far(kind, done, confirmed)}."


def _how_far(kind: str, done: date | None, confirmed: date | None) -> str:
    if kind in CONFIRMED and confirmed:
        return f": {CONFIRMED[kind]} pada {wording.long_date(confirmed)}"
    if kind != RESULTS:
        return ""
    if done:
        return f": sudah diserahkan pada {wording.long_date(done)}, menunggu konfirmasi petugas"
    return ": belum diserahkan"
