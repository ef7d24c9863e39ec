"""What stands in the READMEs: their marked parts, their code, their links, and the expected tables.

`python -m tests.docs.readme` prints the tables of rules as they should be.
"""

import re
from pathlib import Path

from planner.policy import Policy
from planner.policy.figures import CLAUSES
from planner.policy.write import policy_text
from planner.rulebook import CALENDAR, EXCHANGE, RULES, TRAINING, Rule
from planner.words import Language, say

ROOT = Path(__file__).parents[2]
PAIRING, DAYS, POSTINGS, OFFICE = (
    f"planner/{room}/README.md" for room in ("pairing", "days", "postings", "office")
)
ROOMS: dict[tuple[str, str], tuple[Rule, ...]] = {
    (PAIRING, "rules"): RULES,
    (DAYS, "rules"): CALENDAR,
    (POSTINGS, "rules"): TRAINING,
    (POSTINGS, "exchange"): EXCHANGE,
}
"""The tables of rules on the duties' pages, by page and mark."""
SECTIONS: dict[str, tuple[str, ...]] = {
    PAIRING: (
        "source",
        "leaders",
        "departments",
        "village_duty",
        "stations",
        "travel",
        "rotation",
        "need",
        "goals",
    ),
    DAYS: ("days", "calendar", "cost"),
    POSTINGS: ("training", "exchange", "appraisal"),
}
"""The sections of the policy that these pages explain."""
READMES: dict[Language, str] = {"en": "README.md", "zh": "README.zh-CN.md"}
KINDS = {"plan": "方案", "pair": "单个结对", "quota": "数量", "goal": "目标"}


def room_rules(rules: tuple[Rule, ...]) -> str:
    """The table of a duty's rules, in the rulebook's order, both languages beside each other."""
    rows = [("规则 rule", "性质", "条款", "内容", "statement"), ("---",) * 5]
    rows += [(f"`{r.id}`", KINDS[r.kind], r.clause, r.zh, r.en) for r in rules]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def figures(sections: tuple[str, ...]) -> dict[str, str]:
    """Each figure of some sections of the policy as it is written, by its name."""
    found: dict[str, str] = {}
    section = ""
    for line in policy_text(Policy()).splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif section in sections:
            key = f"{section}.{line.partition(' ')[0]}"
            found[key] = line.partition("  # ")[0]
    return found


def room_figures(sections: tuple[str, ...]) -> str:
    """The table of a duty's figures: each with its default, its meaning and its clause."""
    rows = [("节", "参数及默认值", "含义", "条款", "meaning"), ("---",) * 5]
    for name, line in figures(sections).items():
        zh, en = (say(f"figure.{name}", language) for language in ("zh", "en"))
        rows.append((f"`[{name.partition('.')[0]}]`", f"`{line}`", zh, CLAUSES[name], en))
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
    for (page, mark), rules in ROOMS.items():
        print(f"\n{page} {mark}\n\n{room_rules(rules)}")
    for page, sections in SECTIONS.items():
        print(f"\n{page} figures\n\n{room_figures(sections)}")
