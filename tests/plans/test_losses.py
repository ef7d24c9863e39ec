"""Losses and gains in words, in natural units."""

from typing import Any

import pytest

from planner.plans.losses import loss_sentence
from tests.audit.world import WORLD


def losses(**some: int) -> tuple[str, str]:
    sentence = loss_sentence(some)
    return sentence.text("zh"), sentence.text("en")


@pytest.mark.parametrize("some", [{}, {"need": 0, "tie": 0}, {"need": 0, "tie": 7}, {"tie": -7}])
def test_no_loss_but_of_the_tie_is_equally_good(some: dict[str, int]) -> None:
    assert losses(**some) == ("各项目标值均不变，可互换", "no goal is any worse: equally good")


@pytest.mark.parametrize(
    ("goal", "amount", "zh_text", "en_text"),
    [
        ("coverage", 1, "结对减少 1 个", "pairings: 1 fewer"),
        ("coverage", -1, "结对增加 1 个", "pairings: 1 more"),
        ("balance", 2, "各市均衡偏差增加 2", "city imbalance: 2 more"),
        ("balance", -2, "各市均衡偏差减少 2", "city imbalance: 2 less"),
        ("counties", 1, "全省覆盖减少 1 个县", "counties covered: 1 fewer"),
        ("counties", -1, "全省覆盖增加 1 个县", "counties covered: 1 more"),
        ("wishes", 3, "申报得分减少 3 分", "points of wishes met: 3 fewer"),
        ("wishes", -3, "申报得分增加 3 分", "points of wishes met: 3 more"),
        ("need", 9, "需求指数之和减少 9", "need served: 9 less"),
        ("need", -9, "需求指数之和增加 9", "need served: 9 more"),
        ("fit", 1, "专长匹配减少 1 个", "fits of expertise: 1 fewer"),
        ("fit", -1, "专长匹配增加 1 个", "fits of expertise: 1 more"),
        ("travel", 60, "单程时间增加 60 分钟", "minutes one way: 60 more"),
        ("travel", -60, "单程时间减少 60 分钟", "minutes one way: 60 fewer"),
    ],
)
def test_a_loss_and_a_gain_of_every_goal_is_in_natural_units(
    goal: str, amount: int, zh_text: str, en_text: str
) -> None:
    assert losses(**{goal: amount, "tie": 5}) == (zh_text, en_text)


def test_several_losses_are_told_in_the_goals_order() -> None:
    told = losses(coverage=0, counties=1, wishes=-3, need=0, travel=20, tie=4)
    assert told == (
        "全省覆盖减少 1 个县（后续目标：申报得分增加 3 分，单程时间增加 20 分钟）",
        (
            "counties covered: 1 fewer "
            "(and then: points of wishes met: 3 more, minutes one way: 20 more)"
        ),
    )


def test_every_goal_of_every_part_has_its_words() -> None:
    goals: Any = WORLD.policy.goals
    for goal in {*goals.leaders, *goals.departments} - {"tie"}:
        assert losses(**{goal: 1}) != losses(**{goal: -1})
