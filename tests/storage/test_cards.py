from bot.rules.errands import Card
from storage.unit_of_work import SqlStore


async def test_a_card_is_found_by_name_and_by_message_until_forgotten(store: SqlStore) -> None:
    newer = Card("papan", -100, 6, "b")
    async with store.work() as unit:
        await unit.cards.put(Card("papan", -100, 5, "a"))
        await unit.cards.put(newer)
        await unit.cards.put(Card("papan", 7, 5, "a"))
        assert await unit.cards.get("papan", -100) == newer
        assert await unit.cards.at(-100, 6) == newer
        assert await unit.cards.at(-100, 5) is None
        version = Card("papan:2", -100, 7, "c")
        await unit.cards.put(version)
        assert await unit.cards.in_chat(-100, "papan") == (newer, version)
        mine = Card("papan", 7, 5, "a")
        assert await unit.cards.everywhere("papan") == (newer, version, mine)
        assert await unit.cards.in_chat(-100, "papa_") == ()
        assert await unit.cards.in_chat(-100, "papa") == ()
        await unit.cards.forget("papan", -100)
        assert await unit.cards.get("papan", -100) is None
        assert await unit.cards.get("papan", 7) is not None
