"""A civil servant's number: 18 digits that tell birth, start, sex and a running number."""

import re
from datetime import date

from bot.rules.errors.own_data import NipFault, NotANip

DIGITS = 18
MONTHS = (*range(1, 13), *range(21, 30))  # a contract's employee has a code from 21 on (assumed)
WORKING_AGES = range(15, 66)  # years between birth and start (assumed, wide on purpose)


def nip_of(text: str, today: date) -> str:
    """The digits alone, blanks, points and hyphens taken away.

    Eight are the date of birth, six year and month of the start, one the sex, three a number
    (Peraturan Kepala BKN 22/2007). Refused with NotANip; whose it is nobody asks.
    """
    nip = re.sub(r"[\s.\-]", "", text)
    if not re.fullmatch(r"[0-9]{18}", nip):
        raise NotANip(NipFault.LENGTH, sum(sign.isdecimal() for sign in nip))
    born = day_of(nip[:8])
    if born is None or born >= today:
        raise NotANip(NipFault.BIRTH)
    began, month = int(nip[8:12]), int(nip[12:14])
    if month not in MONTHS or began > today.year or began - born.year not in WORKING_AGES:
        raise NotANip(NipFault.START)
    if nip[14] not in "12":
        raise NotANip(NipFault.SEX)
    if nip[15:] == "000":
        raise NotANip(NipFault.NUMBER)
    return nip


def day_of(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def spaced(nip: str) -> str:
    """19800229 200501 1 002, as papers print it."""
    return " ".join((nip[:8], nip[8:14], nip[14:15], nip[15:])).strip()


def masked(nip: str) -> str:
    """Its last four digits, as far as a fact may tell it; "" of none."""
    return f"…{nip[-4:]}" if nip else ""
