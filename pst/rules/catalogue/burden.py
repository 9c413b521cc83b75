"""What an activity costs those who are asked, and those who ask: worked out where the numbers are there."""

from dataclasses import dataclass

from pst.rules.wording import number

ROUNDS_A_YEAR = {
    "harian": 365,
    "mingguan": 52,
    "bulanan": 12,
    "triwulanan": 4,
    "empat_bulanan": 3,
    "semesteran": 2,
    "tahunan": 1,
    "lebih_dari_dua_tahunan": 1,
}
"""How often an activity is held in a year that holds it (4.2)."""

DAILY_LIMIT = 15
"""Interviews that one enumerator can hold well on one day, journeys included; more is asked about."""


@dataclass(frozen=True)
class Burden:
    """Numbers of one activity; None where they are not known."""

    respondents: int | None = None
    minutes: int | None = None
    rounds: int | None = None
    enumerators: int | None = None
    days: int | None = None

    @property
    def hours(self) -> float | None:
        """Hours that respondents give in a year."""
        if self.respondents is None or self.minutes is None:
            return None
        return self.respondents * self.minutes * (self.rounds or 1) / 60

    @property
    def a_day(self) -> float | None:
        """Interviews of one enumerator on one day."""
        if self.respondents is None or not self.enumerators or not self.days:
            return None
        return self.respondents / (self.enumerators * self.days)

    def lines(self) -> list[str]:
        """What is known, in words."""
        said = []
        if self.respondents is not None and self.rounds:
            said.append(
                f"{number(self.respondents)} responden, {self.rounds} kali setahun: "
                f"{number(self.respondents * self.rounds)} kali seseorang ditanya."
            )
        if self.hours is not None:
            said.append(f"Waktu responden: {number(round(self.hours))} jam setahun.")
        if self.a_day is not None:
            said.append(
                f"{_said(self.a_day)} wawancara per petugas per hari ({number(self.respondents or 0)} responden, "
                f"{self.enumerators} petugas, {self.days} hari)."
            )
        return said


def _said(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
