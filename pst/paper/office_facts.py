"""The office as its letterhead names it: what every paper of it begins with."""

from dataclasses import dataclass


@dataclass(frozen=True)
class OfficeFacts:
    """The office as its letterhead names it.

    `logo` holds the bytes of a PNG or JPEG the office may lawfully use; without one a plain mark is drawn.
    """

    name: str
    region: str
    address: str
    phone: str
    website: str
    email: str
    city: str
    logo: bytes | None = None

    @property
    def institution(self) -> str:
        """The name without its region, whether or not it was given with it: Badan Pusat Statistik."""
        return self.name.removesuffix(self.region).strip() or self.name

    @property
    def full_name(self) -> str:
        """Badan Pusat Statistik Kabupaten Mempawah."""
        return f"{self.institution} {self.region}".strip()
