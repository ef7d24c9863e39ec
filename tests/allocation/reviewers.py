"""Papers for reviewers: the engine at work on something that has nothing to do with stations.

A reviewer and a paper that is no colleague's are an option, with the reviewer's bid:

>>> import numpy as np, polars as pl
>>> pairs = pl.DataFrame({
...     "reviewer": ["Ada", "Ada", "Ben", "Ben", "Cay", "Cay"],
...     "paper":    ["p1",  "p2",  "p1",  "p3",  "p2",  "p3"],
...     "bid":      [3,     1,     2,     2,     3,     1],
... })

A rule is a group-by with bounds. Each paper has exactly one reviewer, each reviewer at most one
paper:

>>> from planner.allocation.build import at_most, between, groups_of
>>> from planner.allocation.problem import Goal, Problem
>>> papers = between("each paper is read", *groups_of(pairs["paper"]), 1, 1)
>>> reviewers = at_most("nobody reads two", *groups_of(pairs["reviewer"]), 1)

The goal is the sum of a column, and the choice comes with the proof that no other does better:

>>> from planner.allocation.solve import solve
>>> bids = Goal("bids", "max", pairs["bid"].to_numpy())
>>> solution = solve(Problem(pairs.height, (papers, reviewers), (bids,)))
>>> pairs[solution.chosen].rows()
[('Ada', 'p1', 3), ('Ben', 'p3', 2), ('Cay', 'p2', 3)]
>>> solution.engine, solution.values, solution.bounds
('flow', (8,), (8,))

A rule that cuts across the others is one more group-by. Let p1 and p3 be in French, and at most one
of them read by Ada or Ben; then the second-best way round is the best:

>>> french = pl.col("reviewer").is_in(["Ada", "Ben"]) & pl.col("paper").is_in(["p1", "p3"])
>>> french = pairs.select(pl.when(french).then(pl.lit("French"))).to_series()
>>> once = at_most("French once", *groups_of(french), 1)
>>> problem = Problem(pairs.height, (papers, reviewers, once), (bids,))
>>> solution = solve(problem)
>>> pairs[solution.chosen].rows()
[('Ada', 'p2', 1), ('Ben', 'p1', 2), ('Cay', 'p3', 1)]
>>> solution.engine, solution.values, solution.bounds
('cpsat', (4,), (4,))

Where no choice is possible, a smallest set of bounds says why. Without Cay, p1, p2 and p3 have only
two readers:

>>> from planner.allocation.conflict import blame, minimal_conflict
>>> short = Problem(pairs.height, (papers, reviewers), (bids,)).take(np.arange(4))
>>> for bound in minimal_conflict(short).bounds:
...     print(*blame(short, bound).subject, blame(short, bound).side, blame(short, bound).amount)
p1 lower 1
p2 lower 1
p3 lower 1
Ada upper 1
Ben upper 1
"""
