"""/tugas, and what of a duty is still lacking."""

from bot.texts import tasks

EVLAP, UMUM = "kasubbag-evlap", "kasubbag-umum"


def test_what_is_still_owed_leaves_out_what_was_conveyed_without(course) -> None:
    course.to_step(4).file("irban-1", "LHP")
    duty = course.hand_in_duty("irban-1")
    assert tasks.still_owed(course.run, duty) == " Masih kurang: LHE, TLHP, DATA."
    course.convey_collected(EVLAP, "Irban dinas luar")
    assert tasks.still_owed(course.run, duty) == " Masih kurang: DATA."
    course.convey_collected(UMUM, "Irban dinas luar")
    assert tasks.still_owed(course.run, duty) == ""


def test_tasks_lists_every_open_duty_or_says_that_there_is_none(course, read) -> None:
    course.to_step(4)
    items = [(course.run, d) for d in course.run.duties if d.is_open]
    words = read(tasks.tasks(items, course.calendar, {}))
    assert words.count("•") == 6
    assert "Irban I: menyerahkan berkas, data kinerja Triwulan III 2026." in words
    assert read(tasks.tasks([], course.calendar, {})).startswith("Tidak ada tugas")
