"""What the papers of a run in a test are made from, without any store."""

from collections.abc import Mapping

from bot.rules.dossier import Dossier, as_of
from bot.rules.forms import OfficeFormat
from bot.rules.people import Office, Person
from bot.rules.recap import Heading, compile_recap
from bot.rules.stationery import Stationery
from bot.usecases.recapping import handed_in, last_change
from tests.bot.conftest import PERSON, Course

OFFICE = Office(1, -100, "Kinerja", "token")
PEOPLE = {PERSON: Person(PERSON, "Contoh", nip="198001012005012001")}


def dossier(course: Course, people: Mapping[int, Person] = PEOPLE) -> Dossier:
    run, calendar = course.run, course.calendar
    names = {person.id: person.name for person in people.values()}
    documents = [handed_in(run, d, calendar, names) for d in run.documents]
    heading = Heading(run.sop.head, run.period, calendar.zone, last_change(run))
    recap = compile_recap(
        heading, OfficeFormat(()), run.sop.suppliers, run.sop.kinds, {}, documents, run.remarks
    )
    stationery = Stationery(run.sop.head, abbreviation="DPMD")
    facts = tuple(course.facts)
    return Dossier(run, facts, people, OFFICE, calendar, {}, recap, stationery, as_of(run))
