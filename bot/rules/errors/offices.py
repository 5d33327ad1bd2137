"""Refusals about which office is meant, and who speaks there."""

from dataclasses import dataclass

from bot.rules.errors.refusal import Refusal


class NoOffice(Refusal):
    """The chat is no office's, and the person belongs to none."""


@dataclass
class SeveralOffices(Refusal):
    """A private command of a person with seats in more than one office: which one is meant is
    asked (usecases/which_office.py)."""

    titles: tuple[str, ...]


@dataclass
class OfficeAskedBefore(Refusal):
    """The button picks an office for a command that was typed too long ago, or by another."""

    command: str = ""


@dataclass
class GroupOnly(Refusal):
    """The command is for the office's group."""

    command: str


class AnonymousSender(Refusal):
    """A message as the group itself shows not who acts."""
