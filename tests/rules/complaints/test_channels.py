"""The channels: what officers enter by hand, and where people write to."""

from pst.rules.complaints.channels import CHANNELS, WRITTEN_TO, addresses_of
from pst.rules.office.office import office_of


def test_two_channels_have_a_page_of_their_own_and_officers_enter_the_others():
    assert [channel.key for channel in CHANNELS if not channel.by_officer] == ["web", "box"]
    assert len({channel.key for channel in CHANNELS}) == len(CHANNELS)
    assert all(len(channel.key) <= 10 for channel in CHANNELS)  # the column of the register


def test_an_address_opens_what_it_is_for_and_an_empty_one_is_left_out():
    office = office_of({"complaint_email": "", "email": "kantor@contoh.test", "complaint_whatsapp": "+62 812-55"})

    assert addresses_of(office) == [
        ("Surel", "kantor@contoh.test", "mailto:kantor@contoh.test"),
        ("WhatsApp", "+62 812-55", "https://wa.me/6281255"),
        ("Instagram", office.complaint_instagram, ""),
    ]
    assert len(addresses_of(office_of({"complaint_whatsapp": ""}))) == len(WRITTEN_TO) - 1
