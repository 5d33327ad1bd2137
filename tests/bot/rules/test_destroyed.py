from datetime import UTC, datetime

from bot.rules.destroyed import DESTROYED, destroyed_in, standing_in
from bot.rules.run import Fact

NOW = datetime(2032, 1, 5, tzinfo=UTC)


def fact(verb: str, digest: str = "") -> Fact:
    return Fact(verb, NOW, detail={"sidik": digest} if digest else {})


def test_a_destroyed_file_is_no_longer_asked_for_and_the_others_are() -> None:
    chain = [fact("berkas diterima", "a"), fact("langkah dibuka"), fact("berkas diterima", "b")]
    chain += [fact(DESTROYED, "a")]
    assert list(destroyed_in(chain)) == ["a"]
    assert [(place, digest) for place, _, digest in standing_in(chain)] == [(3, "b")]


def test_a_file_that_is_kept_again_after_it_was_destroyed_must_be_there() -> None:
    chain = [fact("berkas diterima", "a"), fact(DESTROYED, "a"), fact("berkas diterima", "a")]
    assert destroyed_in(chain) == {}
    assert [place for place, _, _ in standing_in(chain)] == [1, 3]
