"""What stands in the READMEs: their marked parts, their code, their links, and the expected tables.

`python -m tests.docs.readme` prints the tables of rules as they should be.
"""

import re
from pathlib import Path

from planner.rulebook import RULES
from planner.words import LANGUAGES, Language

ROOT = Path(__file__).parents[2]
READMES: dict[Language, str] = {"en": "README.md", "zh": "README.zh-CN.md"}
KINDS: dict[str, dict[Language, str]] = {
    "plan": {"en": "plan", "zh": "方案"},
    "pair": {"en": "pair", "zh": "单个结对"},
    "quota": {"en": "quota", "zh": "数量"},
    "goal": {"en": "goal", "zh": "目标"},
}
HEADS: dict[Language, tuple[str, ...]] = {
    "en": ("rule", "kind", "clause", "statement"),
    "zh": ("规则", "性质", "条款", "内容"),
}


def rule_table(language: Language) -> str:
    """The table of rules, one row for each in the rulebook's order."""
    rows = [HEADS[language], ("---",) * 4]
    rows += [
        (f"`{rule.id}`", KINDS[rule.kind][language], rule.clause, getattr(rule, language))
        for rule in RULES
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def readme(language: Language) -> str:
    return (ROOT / READMES[language]).read_text(encoding="utf-8")


def marked(text: str, name: str) -> str:
    """The part between `<!-- name -->` and `<!-- /name -->`."""
    return text.split(f"<!-- {name} -->\n")[1].split(f"\n<!-- /{name} -->")[0]


def blocks(text: str, kind: str) -> list[str]:
    """The code blocks of one kind."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)


def calls(text: str) -> list[tuple[str, str]]:
    """Every command of a page in order, each with the output that is shown below it."""
    said = "".join(blocks(text, "console"))
    parts = (part.partition("\n") for part in re.split(r"^\$ ", said, flags=re.MULTILINE)[1:])
    return [(command, shown) for command, _, shown in parts]


def agrees(shown: str, printed: str) -> bool:
    """Whether what is shown was printed; `…` stands for lines left out, or for part of a line."""
    lines = ("(.*\n)*" if line == "…\n" else re.escape(line) for line in shown.splitlines(True))
    return re.fullmatch("".join(lines).replace("…", ".*"), printed) is not None


def files(text: str) -> dict[str, str]:
    """The files that a page shows: blocks of TOML that begin with the file's name."""
    found = (re.match(r"# (\S+)\n", block) for block in blocks(text, "toml"))
    return {name[1]: name.string for name in found if name}


def links(text: str) -> list[str]:
    """The links and pictures of a page, without those to other sites and within the page."""
    found = re.findall(r"\]\(([^)\s]+)\)", text) + re.findall(r'(?:src|href)="([^"]+)"', text)
    return [link.partition("#")[0] for link in found if not link.startswith(("http", "#"))]


if __name__ == "__main__":
    print("\n\n".join(rule_table(language) for language in LANGUAGES))
