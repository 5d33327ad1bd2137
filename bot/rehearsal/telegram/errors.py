"""What Telegram refuses, in its own words."""


class ApiError(Exception):
    """A refusal of the Bot API: HTTP status, description and, for some, parameters."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(code, description)
        self.code = code
        self.description = description
        self.parameters = parameters


class CannotHappen(Exception):
    """A script asked for what nobody can do in Telegram, such as tapping a button not shown."""


class BrokenRules(AssertionError):
    """The bot called what the Bot API does not have, or flooded without being provoked."""


class NotSeen(AssertionError):
    """What a test waited for did not come; the message tells what came instead."""


def bad_request(description: str) -> ApiError:
    return ApiError(400, f"Bad Request: {description}")


def forbidden(description: str) -> ApiError:
    return ApiError(403, f"Forbidden: {description}")


def conflict(description: str) -> ApiError:
    return ApiError(409, f"Conflict: {description}")
