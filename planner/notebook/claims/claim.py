"""A sentence that stands above what shows it."""

from dataclasses import dataclass
from html import escape

from planner.errors import Sentence
from planner.words import Language, say


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim with its number; a notebook shows it as a heading of what comes next."""

    text: str

    def _repr_html_(self) -> str:
        return f'<h3 class="planner-claim">{escape(self.text)}</h3>'

    def __repr__(self) -> str:
        """Return the sentence."""
        return self.text


def said(*sentences: Sentence | str, language: Language = "zh") -> Claim:
    """Return a claim of sentences that say it already."""
    texts = [one if isinstance(one, str) else one.text(language) for one in sentences]
    return Claim(say("claim.and", language).join(texts))


def claim(key: str, language: Language, **values: object) -> Claim:
    """Return the claim `key` of the table of words, its numbers parted."""
    shown = {name: _shown(value) for name, value in values.items()}
    return Claim(say(f"claim.{key}", language, **shown))


def _shown(value: object) -> object:
    if isinstance(value, float):
        return f"{value:,.1f}".removesuffix(".0")
    return f"{value:,}" if isinstance(value, int) else value
