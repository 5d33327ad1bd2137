"""A file in a call: uploaded in its own part, attached by name, or known by its file_id."""

from __future__ import annotations

from dataclasses import replace

from bot.rehearsal.telegram.errors import ApiError, bad_request
from bot.rehearsal.telegram.files import UPLOAD_LIMIT, File, FileKind, Upload
from bot.rehearsal.telegram.params import Params
from bot.rehearsal.telegram.pictures import picture_size
from bot.rehearsal.telegram.state import State


def file_of(state: State, given: Params, kind: FileKind, reference: str) -> File:
    """The kept file; `reference` is the parameter's text, empty for a part of that name."""
    part = reference.removeprefix("attach://") if reference.startswith("attach://") else kind
    if reference and part == kind and not reference.startswith("attach://"):
        return _known(state, kind, reference)
    if part not in given.files:
        raise bad_request(f"there is no {kind} in the request")
    upload = replace(given.files[part], kind=kind)
    _check(upload)
    return state.files.keep(upload)


def _known(state: State, kind: FileKind, file_id: str) -> File:
    if "://" in file_id:
        raise bad_request("wrong type of the web page content")
    if file_id not in state.files.kept:
        raise bad_request("wrong remote file identifier specified: Wrong string length")
    file = state.files.kept[file_id]
    if file.upload.kind != kind:
        asked, found = kind.capitalize(), file.upload.kind.capitalize()
        raise bad_request(f"can't use file of type {found} as {asked}")
    return file


def _check(upload: Upload) -> None:
    if upload.size > UPLOAD_LIMIT:
        raise ApiError(413, "Request Entity Too Large")
    if not upload.content:
        raise bad_request("file must be non-empty")
    if upload.kind == "photo" and not picture_size(upload.content):
        raise bad_request("IMAGE_PROCESS_FAILED")
