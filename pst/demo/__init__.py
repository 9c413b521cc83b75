"""An office full of examples.

People, agencies, twelve activities in every state, two months of visitors and of complaints, made by the real actions.
"""

from datetime import datetime, timedelta

from pst.actions.files import FileStore
from pst.actions.letters.book_years import say_where
from pst.actions.letters.stamping import Press
from pst.actions.office.agencies import approve_agency
from pst.actions.office.office import change_settings
from pst.actions.vault import Vault
from pst.clock import local
from pst.config import DEMO_PASSWORD
from pst.demo.activities.society import SOCIAL
from pst.demo.activities.surroundings import HOUSING
from pst.demo.case import World
from pst.demo.complaints import complaint_moments
from pst.demo.desk import every_visit
from pst.demo.people import APPLICANTS, STAFF, mailbox, settle
from pst.demo.stories import every_moment
from pst.demo.timeline import play
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.office.agencies import Agency
from pst.models.office.holidays import HolidayRow
from pst.rules.letters.numbering import HERE

BEGUN = timedelta(days=240)
"""How long before today the example office opened."""


def make_demo(at: datetime, store: FileStore, press: Press, vault: Vault) -> list[str]:
    """Fill the instance, all of it or nothing; returns what to tell. A second time changes nothing."""
    if User.by_email(mailbox("admin")):
        return ["Data contoh sudah ada.", *_accounts()]
    with write():
        opened = at - BEGUN
        world = World(settle(DEMO_PASSWORD, local(opened).date(), opened), store, press)
        for year in range(local(opened).year, local(at).year + 1):
            say_where(year, HERE, 1, world["petugas1"], opened)
        moments = [*every_moment(world), *every_visit(world), *complaint_moments(world, vault)]
        play(moments, HolidayRow.calendar(), at)
        change_settings("desk", {"kiosk_hours": "always"}, world["admin"], at - timedelta(days=1))
        for agency in filter(None, map(Agency.named, (SOCIAL, HOUSING))):
            approve_agency(agency, world["admin"], at - timedelta(days=1))
    return ["Data contoh dibuat.", *_accounts()]


def _accounts() -> list[str]:
    shorts = [short for short, *_ in (*STAFF, *APPLICANTS)]
    return [f"Kata sandi semua akun: {DEMO_PASSWORD}", *(f"  {mailbox(short)}" for short in shorts)]
