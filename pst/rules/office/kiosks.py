"""Who may sign the guest book by themselves, and who may be recognised by a phone number."""

from datetime import datetime, timedelta

UNTIL_PAIRED, PAIRED, ANYBODY = "first", "devices", "anyone"
ACCESS = (
    (UNTIL_PAIRED, "Di perangkat mana pun, sampai kios pertama dipasangkan"),
    (PAIRED, "Hanya di kios yang dipasangkan, di jaringan kios, dan oleh petugas"),
    (ANYBODY, "Di perangkat mana pun di jaringan ini"),
)
"""Where visitors may sign by themselves, as the office has decided."""

CODE_LASTS = timedelta(minutes=15)
SEEN_EVERY = timedelta(minutes=5)
"""How exactly it is kept when a device was last seen."""
CODE_GROUPS = 3
"""Twelve signs: 59 bits, for a quarter of an hour."""


def may_sign(access: str, is_ours: bool, has_networks: bool) -> bool:
    """May the guest book be signed here? `is_ours`: a paired device, one in the kiosks' network, or an officer's."""
    return is_ours or access == ANYBODY or (access == UNTIL_PAIRED and not has_networks)


def may_be_recognised(access: str, is_ours: bool, has_networks: bool) -> bool:
    """May phone number and birth month be tried here? Where strangers may sign, only while no kiosk is set up: else
    nobody beyond the office's own devices learns which numbers are known.
    """
    return is_ours or (access == UNTIL_PAIRED and not has_networks)


def state_of(paired_at: datetime | None, code_until: datetime | None, at: datetime) -> tuple[str, str]:
    """How a device stands, and the tone of the word."""
    if code_until is not None and at < code_until:
        return "Menunggu kode diketik", "warning"
    return ("Terpasang", "success") if paired_at else ("Belum dipasangkan", "neutral")
