"""An activity as a codebook of the Data Documentation Initiative: DDI-Codebook 2.5, the format of statistical archives.

Elements stand in the order the schema asks for (codebook.xsd 2.5.1 of the DDI Alliance).
"""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from pst.exchange.activity_facts import ActivityFacts, Row
from pst.rules.wording import printable

NAMESPACE = "ddi:codebook:2_5"
SECTORS = "Sektor Kegiatan MS-Keg (Peraturan BPS 5/2020)"
NUMERIC = ("integer", "float")
CODE_AND_LABEL = re.compile(r"\s*(\S+?)\s*[=:.)–-]?\s+(\S.*)")

COLLECTION = (
    ("timeMeth", ("tipe_pengumpulan_data",)),
    ("frequenc", ("frekuensi",)),
    (
        "sampProc",
        (
            "jenis_rancangan_sampel",
            "metode_pemilihan",
            "metode_probabilitas",
            "metode_nonprobabilitas",
            "kerangka_sampel",
            "fraksi_sampel",
            "unit_sampel",
            "unit_observasi",
        ),
    ),
    ("collMode", ("metode_pengumpulan_data",)),
    ("resInstru", ("sarana_pengumpulan_data",)),
    ("ConOps", ("metode_pemeriksaan_kualitas",)),
)
"""Which answers each element of `dataColl` is made of."""


def write_ddi(activity: ActivityFacts) -> bytes:
    """The codebook as an XML file."""
    register_namespace("", NAMESPACE)
    book = Element(_name("codeBook"), {"version": "2.5", "{http://www.w3.org/XML/1998/namespace}lang": "id"})
    study = _inside(book, "stdyDscr")
    _cite(study, activity)
    _tell_scope(_inside(study, "stdyInfo"), activity)
    _tell_method(_inside(study, "method"), activity)
    _say(_inside(_inside(study, "dataAccs"), "useStmt"), "contact", activity.agency)
    if activity.variables:
        data = _inside(book, "dataDscr")
        for number, row in enumerate(activity.variables, 1):
            _tell_variable(data, number, row)
    indent(book)
    text: bytes = tostring(book, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _cite(study: Element, activity: ActivityFacts) -> None:
    citation = _inside(study, "citation")
    title = _inside(citation, "titlStmt")
    _say(title, "titl", activity.title)
    _say(title, "IDNo", activity.number, agency=activity.publisher)
    _say(title, "IDNo", activity.identity_number, agency="Badan Pusat Statistik")
    _say(_inside(citation, "rspStmt"), "AuthEnty", activity.agency)
    _say(_inside(citation, "prodStmt"), "producer", activity.agency)
    _say(citation, "notes", activity.url)
    if activity.issued_on:
        allowed = _inside(study, "studyAuthorization", date=activity.issued_on.isoformat())
        _say(allowed, "authorizingAgency", activity.publisher)
        _say(allowed, "authorizationStatement", f"Rekomendasi kegiatan statistik {activity.identity_number}")


def _tell_scope(info: Element, activity: ActivityFacts) -> None:
    _say(_inside(info, "subject"), "topcClas", activity.sector, vocab=SECTORS)
    _say(info, "abstract", activity.purpose, contentType="purpose")
    summary = _inside(info, "sumDscr")
    year = str(activity.year or "")
    _say(summary, "timePrd", year, event="single", date=year)
    for first, last in activity.collected:
        _say(summary, "collDate", first.isoformat(), event="start", date=first.isoformat())
        _say(summary, "collDate", last.isoformat(), event="end", date=last.isoformat())
    _say(summary, "nation", "Indonesia", abbr="ID")
    _say(summary, "geogCover", activity.region)
    _say(summary, "anlyUnit", _answers(activity, ("unit_analisis",)))
    _say(summary, "dataKind", activity.method)


def _tell_method(method: Element, activity: ActivityFacts) -> None:
    collection = _inside(method, "dataColl")
    for name, codes in COLLECTION:
        _say(collection, name, _answers(activity, codes))
    if error := _answers(activity, ("sampling_error",)):
        _say(_inside(method, "anlyInfo"), "EstSmpErr", error)


def _answers(activity: ActivityFacts, codes: tuple[str, ...]) -> str:
    """Several answers each behind its label; a single one alone."""
    found = [activity.design[code] for code in codes if code in activity.design]
    alone = len(codes) == 1
    return "; ".join(answer.text if alone else f"{answer.label}: {answer.text}" for answer in found)


def _tell_variable(data: Element, number: int, row: Row) -> None:
    unit = {"measUnit": printable(row["satuan"])} if _is_said(row.get("satuan")) else {}
    name = row["alias"] if _is_said(row.get("alias")) else row.get("nama", "")
    variable = _inside(data, "var", ID=f"V{number}", name=printable(name), **unit)
    _say(variable, "labl", row.get("nama"))
    if _is_said(row.get("kalimat_pertanyaan")):
        _say(_inside(variable, "qstn"), "qstnLit", row["kalimat_pertanyaan"])
    _say(variable, "txt", row.get("definisi"))
    for code, label in _categories(row.get("klasifikasi_isian", "")):
        category = _inside(variable, "catgry")
        _say(category, "catValu", code)
        _say(category, "labl", label)
    _say(variable, "codInstr", row.get("aturan_validasi"))
    _say(variable, "concept", row.get("konsep"))
    if kind := row.get("tipe_data"):
        _say(variable, "varFormat", kind, type="numeric" if kind.casefold() in NUMERIC else "character")
    _say(variable, "notes", row.get("referensi_waktu"), type="referensi waktu")


def _categories(text: str) -> Iterable[tuple[str, str]]:
    """Code and label of each line: `1 Laki-laki`, `1 = Laki-laki`; a line of one word is both."""
    for line in text.splitlines():
        if _is_said(line):
            found = CODE_AND_LABEL.fullmatch(line)
            yield (found[1], found[2]) if found else (line.strip(), line.strip())


def _is_said(text: str | None) -> bool:
    return bool(text and text.strip(" -–"))


def _inside(parent: Element, name: str, /, **attributes: str) -> Element:
    return SubElement(parent, _name(name), attributes)


def _say(parent: Element, name: str, text: str | None, /, **attributes: str) -> None:
    """An element with this text; none for what is not said."""
    if text and _is_said(text):
        _inside(parent, name, **attributes).text = printable(text)


def _name(local: str) -> str:
    return f"{{{NAMESPACE}}}{local}"
