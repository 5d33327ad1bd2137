"""What `himpun doctor` says of the templates that an office changed."""

from collections.abc import Sequence

from bot.texts.examination import Line, Mark
from bot.texts.fitting import brief
from bot.texts.formats import join_names


def good(names: Sequence[str]) -> Line:
    return Line(Mark.GOOD, f"Templat kantor dapat dipakai: {join_names(names)}")


def bad(names: Sequence[str], fault: str) -> Line:
    """The compiler's own words are English; they name what it met."""
    todo = f"{brief(fault, 300)}. Mohon diperbaiki, atau dipindahkan agar templat bawaan dipakai"
    return Line(Mark.FAILED, f"Templat kantor {join_names(names)} tidak dapat dipakai", todo)


def unseen(names: Sequence[str]) -> Line:
    todo = "tidak dipakai naskah contoh mana pun; mohon memeriksa namanya"
    return Line(Mark.CARE, f"Templat kantor {join_names(names)} belum diperiksa", todo)


def unread(folder: str, names: Sequence[str]) -> Line:
    todo = "yang dibaca adalah berkas .typ biasa dengan nama huruf kecil, paling besar 1 MB"
    return Line(Mark.CARE, f"{folder}: tidak dibaca {join_names(names)}", todo)
