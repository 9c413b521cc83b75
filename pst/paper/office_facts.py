"""The office as its letterhead names it: what every paper of it begins with."""

from dataclasses import dataclass

from pst.rules.office.office import Office


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


def office_facts(office: Office) -> OfficeFacts:
    """The office as the letterhead prints it: the institution above its region."""
    return OfficeFacts(
        name=office.office_name.removesuffix(office.office_region).strip(),
        region=office.office_region,
        address=office.address,
        phone=office.phone,
        website=office.website,
        email=office.email,
        city=office.city,
    )
