"""himpun data."""

import argparse
import asyncio

from bot.commands import DONE
from bot.commands.beside import beside, load_settings


def show_person(given: argparse.Namespace) -> int:
    return asyncio.run(shown(given.person, as_json=given.json))


async def shown(asked: str, *, as_json: bool) -> int:
    """The same as /datadiri tells the person himself."""
    import json

    from bot.rules.json_form import to_json
    from bot.texts import own_data as texts
    from bot.usecases.find_person import find_data

    async with beside(load_settings()) as (store, _):
        own = await find_data(store, asked)
    if as_json:
        print(json.dumps(to_json(own), ensure_ascii=False, indent=2))
    else:
        print(texts.on_paper(own))
    return DONE
