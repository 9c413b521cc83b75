"""What is kept beside the answers of a submission: where it is read, and in which words."""

from collections.abc import Mapping
from typing import Any

from pst.rules.catalogue.sample_sheets import CODE, SampleSheet

BESIDE = {
    "alike": ("judul_kegiatan", "Kata pemohon tentang kegiatan serupa"),
    "sample": (CODE, "Rincian sampel"),
    "districts": ("cakupan_wilayah", "Tempat pengumpulan data"),
}
"""By its name: the question where it is read, and what it is called."""


def read_beside(beside: Mapping[str, Any]) -> dict[str, list[str]]:
    """What stands under an answer: lines by question."""
    lines: dict[str, list[str]] = {}
    if sheet := SampleSheet.kept(beside):
        lines[CODE] = sheet.lines
    if districts := beside.get("districts"):
        code, label = BESIDE["districts"]
        lines[code] = [f"{label}: {', '.join(districts.values())}."]
    return lines
