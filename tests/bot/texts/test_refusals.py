"""Every refusal has its sentence: courteous, with what to do, and safe whatever it carries."""

from dataclasses import fields, is_dataclass
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rehearsal.telegram.html import parse_html, utf16
from bot.rules.dispositions import DispositionState
from bot.rules.errors.calendars import ProposalOver
from bot.rules.errors.files import FileRefused, FormRefused
from bot.rules.errors.own_data import NipFault
from bot.rules.errors.refusal import Refusal
from bot.rules.errors.runs import NoRun, RunNotOpen
from bot.rules.errors.seats import NotYours
from bot.rules.form_changes import FILLED, Change, Changes, RowsChanged
from bot.rules.form_faults import FaultCode, FormFault
from bot.rules.form_versions import Compared
from bot.rules.periods import Period
from bot.texts.refusals import SENTENCES, sentence
from bot.texts.refusals.acting import EXAMPLES
from bot.texts.refusals.files import FILE_FAULTS, MARK_FAULTS

ZONE = "Asia/Makassar"
NASTY = st.text(st.sampled_from("<>&\"'/ab b;#amp🙂é"), max_size=40)
NAMES = st.lists(NASTY, max_size=4).map(tuple)
CODES = st.text(st.sampled_from("ABCDEFGH2345"), min_size=8, max_size=8)  # as they were read
FAULTS = st.lists(
    st.builds(
        FormFault, NASTY, NASTY, st.sampled_from(FaultCode), NASTY.map(lambda t: (("isi", t),))
    ),
    max_size=20,
).map(tuple)
CHANGES = st.lists(
    st.builds(Change, st.integers(1, 300), st.sampled_from(FILLED), NASTY, NASTY), max_size=60
).map(lambda figures: Changes(tuple(figures), (RowsChanged("lhp", 1, 2),)))
BY_FIELD = {
    "compared": st.builds(Compared, st.sampled_from([None, 2]), CHANGES, FAULTS, FAULTS),
    **dict.fromkeys(("opens", "at"), st.just(datetime(2026, 11, 23, tzinfo=UTC))),
    "reopened": st.booleans(),
    "decided_at": st.sampled_from([None, datetime(2026, 11, 23, tzinfo=UTC)]),
    "closed_at": st.sampled_from([None, datetime(2026, 11, 23, tzinfo=UTC)]),
    "done": st.booleans(),
    "file": st.booleans(),
    "may_start": st.booleans(),
    "step": st.integers(1, 99),
    "most": st.integers(1, 5_000),
    "numbers": st.lists(st.integers(1, 300), max_size=80).map(tuple),
    "figure": st.decimals(allow_nan=False, allow_infinity=False, max_value=-1, min_value=-(10**18)),
    "faults": FAULTS,
    "what": st.sampled_from(sorted(MARK_FAULTS)),
    "command": st.sampled_from(sorted(EXAMPLES)),
    **dict.fromkeys(("first", "last", "day"), st.dates()),
    "days": st.integers(32, 400),
    "fault": st.sampled_from(NipFault),
    "why": st.sampled_from(["type", "damaged", "encrypted", "too_large", "no_code"]),
    **dict.fromkeys(("codes", "read"), st.lists(CODES, min_size=1, max_size=4).map(tuple)),
    **dict.fromkeys(("digits", "shortest", "longest"), st.integers(0, 5_000)),
}
SEVERAL = {"seats", "holders", "known", "missing", "owed", "titles"}


def every(kind: type[Refusal]) -> list[type[Refusal]]:
    below = [found for sub in kind.__subclasses__() for found in (sub, *every(sub))]
    return list(dict.fromkeys(below))


EVERY = [kind for kind in every(Refusal) if kind.__module__.startswith("bot.rules.")]


def carrying(kind: type[Refusal]) -> st.SearchStrategy[Refusal]:
    """The refusal with anything that its fields may hold."""
    names = [field.name for field in fields(kind)] if is_dataclass(kind) else []
    own = {name: NAMES if name in SEVERAL else BY_FIELD.get(name, NASTY) for name in names}
    if kind is FileRefused:
        own["code"] = st.sampled_from(sorted(FILE_FAULTS))
    if kind.__name__ == "ArahanOver":
        own["state"] = st.sampled_from(DispositionState)
    if kind is ProposalOver:
        own["period"] = st.sampled_from([None, Period("triwulan", 2026, 3)])
    return st.builds(kind, **own)


def test_every_refusal_has_a_sentence_and_no_sentence_is_without_one() -> None:
    assert len(EVERY) > 30
    assert set(SENTENCES) == set(EVERY)


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_no_refusal_leaks_what_it_carries_or_offends(kind: type[Refusal], data) -> None:
    told = sentence(data.draw(carrying(kind)), ZONE)
    words, entities = parse_html(told)
    assert utf16(words) <= 4096
    assert {entity["type"] for entity in entities} <= {"code"}
    assert words[0].isupper()
    assert words.rstrip()[-1] in ".)"
    assert not any(word in told for word in ("Anda", "kamu", "!", "None"))


def test_a_wrong_person_is_told_whose_it_is() -> None:
    refusal = NotYours(("Irban I", "Irban <II>"), ("A & B",))
    assert sentence(refusal, ZONE) == (
        "Tindakan ini milik Irban I dan Irban &lt;II&gt; (A &amp; B)."
    )


def test_a_run_that_ended_is_told_with_its_moment() -> None:
    ended = RunNotOpen(datetime(2026, 11, 23, 1, tzinfo=UTC))
    assert "sejak Senin, 23 November 2026 pukul 09.00 WITA" in sentence(ended, ZONE)
    assert "sejak" not in sentence(RunNotOpen(), ZONE)


@pytest.mark.parametrize(("faults", "rest"), [(12, None), (15, "• dan 3 hal lain")])
def test_a_form_is_refused_with_its_first_twelve_faults(faults: int, rest: str | None) -> None:
    found = tuple(FormFault("Data", f"I{n}", FaultCode.REQUIRED_EMPTY) for n in range(faults))
    lines = sentence(FormRefused("data.xlsx", found), ZONE).split("\n")
    assert lines[1] == "• Data I0: Isian masih kosong, mohon diisi"
    assert lines[12:-1] == [
        "• Data I11: Isian masih kosong, mohon diisi",
        *([rest] if rest else []),
    ]


def test_a_cell_full_of_text_does_not_flood_the_refusal() -> None:
    fault = FormFault("Data", "I1", FaultCode.NOT_A_NUMBER, (("isi", "x" * 32_000),))
    assert len(sentence(FormRefused("data.xlsx", (fault,) * 12), ZONE)) < 4096


@pytest.mark.parametrize(
    ("refusal", "said"),
    [
        (NoRun(), "Tidak ada putaran yang berjalan."),
        (NoRun(may_start=True), "Tidak ada putaran yang berjalan. Mohon mengetik /mulai"),
        (NoRun(file=True), "berkas ini belum dapat dicatat. Mohon menunggu permintaan"),
    ],
)
def test_between_runs_a_reader_a_starter_and_a_sender_hear_what_each_can_do(
    refusal: NoRun, said: str
) -> None:
    assert said in sentence(refusal, ZONE)
    assert ("/mulai" in sentence(refusal, ZONE)) is refusal.may_start
