"""What a tap asked for that takes seconds to make: a row of the outbox until it was brought."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from bot.ports import UnitOfWork
from bot.rules.acts import Act
from bot.rules.errands import Errand
from bot.rules.messages import Message
from bot.usecases.desk import Call, Desk
from bot.usecases.post import Post


@dataclass(frozen=True, slots=True)
class Wanted:
    """`call` is its tapper's, as if he called now: what he may have is weighed again."""

    errand: Errand
    call: Call
    act: Act
    run_id: str

    @asynccontextmanager
    async def brought(self, desk: Desk) -> AsyncIterator[UnitOfWork]:
        """The unit of work that ends the errand: killed before it, all is made anew."""
        async with desk.store.work() as uow:
            yield uow
            await uow.errands.done(self.errand.id, self.call.at, None)

    async def tell(self, uow: UnitOfWork, desk: Desk, message: Message) -> None:
        post = Post(uow, desk, self.call.at, desk.office, self.call)
        await post.say(f"siapkan:{self.call.key}", self.call.person, message)


async def wanted_by(desk: Desk, errand: Errand, now: datetime) -> Wanted | None:
    """None where it was brought meanwhile, or nobody is known who asked."""
    async with desk.store.look() as seen:
        kept = await seen.errands.get(errand.id)
        person = await seen.people.get(errand.to.person_id or 0)
    if person is None or kept is None or kept.state != errand.state:
        return None
    call = Call(-errand.id, now, person, person.id, private=True, message_id=0)
    about = dict(errand.about or {})
    return Wanted(errand, call, Act(about["prepare"]), str(about["run"]))
