"""Numbers and what they count, in words that agree."""

from cpts_model.engine.text import Text


def counted(count: int, one: Text, many: Text) -> Text:
    """The words for a number, which stands at ``{}``: in French none is singular, in English plural."""
    fr, en = one.fr if count < 2 else many.fr, one.en if count == 1 else many.en
    return Text(fr.format(count), en.format(count))
