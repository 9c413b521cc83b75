"""The ways by which a complaint reaches the office: a row each, and all there is to say about one."""

from dataclasses import dataclass
from typing import NamedTuple

from pst.rules.office.office import Office


@dataclass(frozen=True)
class Channel:
    """One way; its `key` stands in the register and in addresses of the product."""

    key: str
    label: str
    by_officer: bool = True
    """An officer enters by hand what came this way; the others have a page of their own."""
    settings: tuple[str, ...] = ()
    """Settings with the address that people write to, the first that is filled in; they give the sender away."""
    link: str = ""
    """What opens it: {address} as it is written, {digits} without signs between them."""


CHANNELS = (
    Channel("web", "Situs ini", by_officer=False),
    Channel("box", "Kotak saran", by_officer=False),
    Channel("visit", "Datang langsung"),
    Channel("phone", "Telepon"),
    Channel("email", "Surel", settings=("complaint_email", "email"), link="mailto:{address}"),
    Channel("whatsapp", "WhatsApp", settings=("complaint_whatsapp",), link="https://wa.me/{digits}"),
    Channel("instagram", "Instagram", settings=("complaint_instagram",)),
    Channel("lapor", "SP4N-LAPOR!"),
)

CHANNEL_LABELS: dict[str, str] = {channel.key: channel.label for channel in CHANNELS}

WRITTEN_TO = tuple(channel for channel in CHANNELS if channel.settings)
"""Those that have an address of ours, and show us the sender's."""


class Address(NamedTuple):
    """Where people write to by one of the channels; `link` is "" where nothing opens it."""

    label: str
    address: str
    link: str


def addresses_of(office: Office) -> list[Address]:
    """The addresses that the office has filled in."""
    found = []
    for channel in WRITTEN_TO:
        address = next((value for name in channel.settings if (value := getattr(office, name))), "")
        digits = "".join(sign for sign in address if sign not in "+ -")
        found.append(Address(channel.label, address, channel.link.format(address=address, digits=digits)))
    return [entry for entry in found if entry.address]
