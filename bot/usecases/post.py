"""How messages are left in the outbox: to whom, when, and what becomes of the unreachable."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from bot.ports import UnitOfWork
from bot.rules.acts import Act
from bot.rules.errands import Address, Card, Errand, ErrandState, Service
from bot.rules.messages import Attachment, Message
from bot.rules.offers import Offer
from bot.rules.people import Office, Person
from bot.rules.worktime import speaking_time
from bot.texts import offices as office_texts
from bot.texts import seats as seat_texts
from bot.usecases.desk import Call, Desk

SOON = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Post:
    """Who acts is answered at once; everybody else hears in working hours (invariant 9)."""

    uow: UnitOfWork
    desk: Desk
    now: datetime
    office: Office | None = None
    call: Call | None = None
    about: Mapping[str, Any] | None = None  # kept with each errand (rules/errands.py)

    async def answer(self, message: Message, part: int = 1) -> None:
        """In the chat and topic where the person acted, as a reply to what he sent."""
        call = self._caller
        to = Address(
            call.chat_id,
            thread_id=call.thread_id,
            reply_to=None if call.private or call.tapped else call.message_id,
        )
        await self._keep(Service.SAY, f"jawab:{call.key}:{part}", to, message)

    async def say(self, key: str, person: Person, message: Message) -> None:
        """A new private message."""
        await self._to_person(Service.SAY, key, person, message)

    async def show(self, card: str, person: Person, message: Message) -> None:
        """A private card, edited in place from the second time on."""
        await self._to_person(Service.SHOW, card, person, message)

    async def show_or_keep(self, card: str, person: Person, message: Message) -> None:
        """The same; for one who cannot be reached it waits, and the group is not told of that."""
        await self._to_person(Service.SHOW, card, person, message, nudges=False)

    async def leave_for(self, card: str, seat: str, message: Message) -> None:
        """For whoever will hold the empty seat."""
        to = Address(seat=seat)
        await self._keep(Service.SHOW, card, to, message, quiet=True, state=ErrandState.PARKED)

    async def say_in_group(self, key: str, message: Message) -> None:
        await self._keep(Service.SAY, key, self._group(), message, quiet=True)

    async def show_at_once(self, card: str, message: Message) -> None:
        """A card in the group that answers somebody's act there, at whatever hour."""
        await self._keep(Service.SHOW, card, self._group(), message)

    async def show_in_group(self, card: str, message: Message) -> None:
        await self._keep(Service.SHOW, card, self._group(), message, quiet=True)

    async def correct_soon(self, card: str, message: Message) -> None:
        """A card that stands in the group is edited in a while: several changes make one edit."""
        to = self._group()
        if await self.uow.cards.get(card, to.chat_id or 0):
            later = replace(self, now=self.now + SOON)
            await later._keep(Service.SHOW, card, to, message, quiet=True)

    async def pin(self, card: Card, occasion: str = "") -> None:
        """Once for each message that the card has been; on another `occasion` once more."""
        key = f"sematkan:{card.name}:{card.chat_id}:{card.message_id}:{occasion}"
        errand = self._errand(Service.PIN, key, Address(card.chat_id), None)
        await self.uow.errands.add(replace(errand, card=card.name))

    async def show_here(self, card: str, message: Message) -> None:
        """A card in the chat of the call; a tapped message becomes the card itself."""
        call = self._caller
        to = Address(call.chat_id, thread_id=call.thread_id)
        if call.tapped and call.reply_to and not await self.uow.cards.get(card, call.chat_id):
            await self.uow.cards.put(Card(card, call.chat_id, call.reply_to))
        await self._keep(Service.SHOW, card, to, message)

    async def ask_here(self, card: str, message: Message) -> None:
        """A question in the chat of the call, as a reply to what the person sent."""
        call = self._caller
        reply_to = None if call.tapped else call.message_id
        to = Address(call.chat_id, thread_id=call.thread_id, reply_to=reply_to)
        await self._keep(Service.SHOW, card, to, message)

    async def react(self, chat_id: int, message_id: int, emoji: str, key: str) -> None:
        errand = self._errand(Service.REACT, key, Address(chat_id), None)
        await self.uow.errands.add(replace(errand, target=message_id, emoji=emoji))

    async def fetch(self, offer: Offer) -> None:
        """Send for the bytes; the file is told as an attachment of a message without words."""
        wanted = Message("", attachment=Attachment(offer.name, file_id=offer.file_id))
        key = f"ambil:{offer.id}"
        errand = self._errand(Service.FETCH, key, Address(offer.chat_id), wanted)
        await self.uow.errands.add(replace(errand, offer_id=offer.id))

    async def mark(self, offer: Offer) -> None:
        """The faults in the offered workbook, as kept with it."""
        errand = self._errand(Service.MARK, f"tandai:{offer.id}", Address(offer.chat_id), None)
        await self.uow.errands.add(replace(errand, offer_id=offer.id))

    async def prepare(self, act: Act, run_id: int) -> None:
        """What this act of who calls makes of the run, brought to him (usecases/prepare.py)."""
        call = self._caller
        key = f"siapkan:{act}:{run_id}:{call.key}"
        to = Address(call.person.id, call.person.id)
        errand = self._errand(Service.PREPARE, key, to, None)
        about = {"prepare": act.value, "run": run_id}
        await self.uow.errands.add(replace(errand, about=about))

    @property
    def _today(self) -> date:
        """By the office's own clock."""
        return self.desk.at(self.office).calendar.on(self.now)

    @property
    def _caller(self) -> Call:
        if self.call is None:
            raise ValueError("nobody called")
        return self.call

    def _group(self) -> Address:
        if self.office is None:
            raise ValueError("no office")
        return Address(self.office.chat_id)

    async def _to_person(
        self, service: Service, key: str, person: Person, message: Message, *, nudges: bool = True
    ) -> None:
        acts = self.call is not None and self.call.person.id == person.id
        message = await self._headed(person, message)
        to = Address(person.id if person.reachable else None, person.id)
        state = ErrandState.DUE if person.reachable else ErrandState.PARKED
        await self._keep(service, key, to, message, quiet=not acts, state=state)
        if nudges and not person.reachable:
            await self.nudge(person)

    async def _headed(self, person: Person, message: Message) -> Message:
        """With the office's name above it for one who serves in others too: two that follow one
        SOP say the same."""
        if self.office is None:
            return message
        serves = await self.uow.seats.offices_of(person.id)
        if set(serves) <= {self.office.id}:
            return message
        headed = f"{office_texts.heading(self.office)}\n{message.text}"
        return replace(message, text=headed.rstrip())

    async def nudge(self, person: Person) -> None:
        """Once a day, in the group: something waits in the private chat that is not open."""
        if self.office is None:
            return
        link = self.desk.link(f"buka_{self.office.token}")
        key = f"buka:{self.office.id}:{person.id}:{self._today}"
        await self.say_in_group(key, seat_texts.nudge(person, link))

    async def point_to_tasks(self, person: Person) -> None:
        """Once a day, in the group: a word to him was refused, what he owes stands in /tugas."""
        if self.office is None:
            return
        link = self.desk.link(f"buka_{self.office.token}")
        key = f"lihat_tugas:{self.office.id}:{person.id}:{self._today}"
        await self.say_in_group(key, seat_texts.look_at_tasks(person, link))

    async def _keep(
        self,
        service: Service,
        key: str,
        to: Address,
        message: Message | None,
        *,
        quiet: bool = False,
        state: ErrandState = ErrandState.DUE,
    ) -> None:
        """What is `quiet` is weighed again when it is carried (usecases/carry_errands.py)."""
        errand = replace(self._errand(service, key, to, message), state=state, quiet=quiet)
        if quiet and await self._sounds(errand):
            waits = speaking_time(self.desk.at(self.office).calendar, self.now)
            errand = replace(errand, not_before=waits)
        elif quiet:
            errand = replace(errand, unhurried=(to.chat_id or 0) < 0)
        if service == Service.SHOW:
            await self.uow.errands.show(replace(errand, card=key))
        else:
            await self.uow.errands.add(errand)

    async def _sounds(self, errand: Errand) -> bool:
        """Whether it is a new message: an edit makes no sound, in a private chat neither.

        What is parked waits for the person's own coming, whatever the hour.
        """
        if errand.state == ErrandState.PARKED:
            return False
        shows = errand.service == Service.SHOW
        return not (shows and await self.uow.cards.get(errand.key, errand.to.chat_id or 0))

    def _errand(self, service: Service, key: str, to: Address, message: Message | None) -> Errand:
        office_id = self.office.id if self.office else None
        return Errand(0, key, service, to, self.now, office_id, message, about=self.about)
