"""The page's own files, as they are served: complete, of this machine alone, and no markup made."""

import re
from importlib.resources import files
from typing import Final

import pytest

STATIC: Final = {
    one.name: one.read_text("utf-8")
    for one in files("bot.rehearsal.page").joinpath("static").iterdir()
}
SCRIPTS: Final = {name: text for name, text in STATIC.items() if name.endswith(".js")}
INDEX: Final = STATIC["index.html"]
READ_BY_PEOPLE: Final = ("index.html", "words.js")
MARKUP: Final = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|DOMParser|document\.write|\beval\b|Function\("
)
IMPORT: Final = re.compile(r'(?:from|import) "\./([a-z_]+\.js)"')


def reached_from(name: str, found: set[str]) -> set[str]:
    if name not in found:
        found.add(name)
        for other in IMPORT.findall(STATIC[name]):
            reached_from(other, found)
    return found


def test_every_script_is_loaded_and_every_import_is_there() -> None:
    assert reached_from("app.js", set()) == set(SCRIPTS)


def test_what_the_index_names_is_there_and_nothing_more() -> None:
    named = set(re.findall(r'"/aset/([^"]+)"', INDEX))
    assert named == set(STATIC) - set(SCRIPTS) - {"index.html"} | {"app.js"}


@pytest.mark.parametrize("name", sorted(STATIC))
def test_nothing_comes_from_elsewhere(name: str) -> None:
    addresses = re.findall(r"(?:https?:)?//[a-z][\w.-]+\.[a-z]{2,}", STATIC[name])
    assert set(addresses) <= {"http://www.w3.org"}  # the name of SVG, never fetched


@pytest.mark.parametrize("name", sorted(SCRIPTS))
def test_no_script_turns_text_into_markup_or_code(name: str) -> None:
    forbidden = (
        r"innerHTML|outerHTML|insertAdjacentHTML|DOMParser|document\.write|\beval\b|Function\("
    )
    assert not re.search(forbidden, SCRIPTS[name])


def test_the_index_holds_no_script_or_style_that_its_policy_would_refuse() -> None:
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]+src=)", INDEX)


@pytest.mark.parametrize("name", sorted(SCRIPTS))
def test_every_part_of_the_index_that_a_script_asks_for_is_there(name: str) -> None:
    asked = set(re.findall(r'byId\("([a-z-]+)"\)', SCRIPTS[name]))
    made = set(re.findall(r'\bid: "([a-z-]+)"', SCRIPTS[name]))
    assert asked - made <= set(re.findall(r'\bid="([^"]+)"', INDEX))


@pytest.mark.parametrize("name", sorted(SCRIPTS))
def test_every_sentence_that_a_script_asks_for_is_there(name: str) -> None:
    asked = set(re.findall(r"\bWORDS\.(\w+)", SCRIPTS[name]))
    assert asked <= set(re.findall(r"^  (\w+):", STATIC["words.js"], re.MULTILINE))


def test_no_sentence_is_left_over() -> None:
    asked = set(re.findall(r"\bWORDS\.(\w+)", "".join(SCRIPTS.values())))
    assert set(re.findall(r"^  (\w+):", STATIC["words.js"], re.MULTILINE)) == asked


@pytest.mark.parametrize("name", READ_BY_PEOPLE)
def test_people_are_addressed_as_everywhere(name: str) -> None:
    said = STATIC[name].replace("<!doctype", "").replace("!run", "")
    assert not re.search(r"\b(Anda|kamu|bot belum|silakan)\b", said, re.IGNORECASE)
    assert "!" not in said


@pytest.mark.parametrize("name", sorted(STATIC))
def test_rooms_stay_small(name: str) -> None:
    assert len(STATIC[name].splitlines()) < 200
