"""What somebody asked of the page that cannot be."""


class Refused(Exception):
    """Its message is the sentence for whoever asked, out of bot/texts."""
