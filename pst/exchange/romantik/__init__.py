"""ROMANTIK's record of an activity, in and out, in its own key names and spellings."""

from pst.exchange.romantik.copying import copy_sheet
from pst.exchange.romantik.received import BadRecord
from pst.exchange.romantik.record import RomantikRecord, RomantikRemark, read_record, write_record

__all__ = ["BadRecord", "RomantikRecord", "RomantikRemark", "copy_sheet", "read_record", "write_record"]
