"""The one-to-one assignment of greatest total (Kuhn–Munkres, the form with potentials, O(n³))."""

from __future__ import annotations

from collections import defaultdict

MOST_EXACT = 120
"""Up to so many rows the optimum is sought; a larger knot is untied best pair first, which differs little."""

Scores = dict[tuple[int, int], float]


def assign(scores: Scores) -> list[tuple[int, int]]:
    """Pairs (old, new), each side at most once, whose scores add up to the most; sorted.

    Only pairs that are in ``scores`` are made. Parts that share no pair are solved apart.
    """
    pairs: list[tuple[int, int]] = []
    for part in _parts(scores):
        rows = len({old for old, _ in part})
        pairs += _best_first(part) if rows > MOST_EXACT else _optimal(part)
    return sorted(pairs)


def _parts(scores: Scores) -> list[Scores]:
    """Connected parts of the graph of pairs."""
    by_old: dict[int, list[int]] = defaultdict(list)
    by_new: dict[int, list[int]] = defaultdict(list)
    for old, new in scores:
        by_old[old].append(new)
        by_new[new].append(old)
    parts: list[Scores] = []
    seen: set[int] = set()
    for start in by_old:
        if start in seen:
            continue
        part: Scores = {}
        waiting = [start]
        seen.add(start)
        while waiting:
            old = waiting.pop()
            for new in by_old[old]:
                part[old, new] = scores[old, new]
                for other in by_new[new]:
                    if other not in seen:
                        seen.add(other)
                        waiting.append(other)
        parts.append(part)
    return parts


def _best_first(scores: Scores) -> list[tuple[int, int]]:
    used_old: set[int] = set()
    used_new: set[int] = set()
    pairs = []
    for old, new in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        if old not in used_old and new not in used_new:
            used_old.add(old)
            used_new.add(new)
            pairs.append((old, new))
    return pairs


def _optimal(scores: Scores) -> list[tuple[int, int]]:
    if len(scores) == 1:
        return list(scores)
    olds = sorted({old for old, _ in scores})
    news = sorted({new for _, new in scores})
    size = max(len(olds), len(news))
    costs = [[0.0] * size for _ in range(size)]
    for row, old in enumerate(olds):
        for column, new in enumerate(news):
            costs[row][column] = -scores.get((old, new), 0.0)
    pairs = []
    for row, column in enumerate(_cheapest(costs)):
        if row < len(olds) and column < len(news) and (olds[row], news[column]) in scores:
            pairs.append((olds[row], news[column]))
    return pairs


def _cheapest(costs: list[list[float]]) -> list[int]:
    """For each row its column, so that the costs add up to the least. Index 0 below is a row and a column of none."""
    size = len(costs)
    of_row, of_column = [0.0] * (size + 1), [0.0] * (size + 1)
    row_at, way = [0] * (size + 1), [0] * (size + 1)
    for row in range(1, size + 1):
        row_at[0], column = row, 0
        least, used = [float("inf")] * (size + 1), [False] * (size + 1)
        while row_at[column]:
            used[column] = True
            at, delta, following = row_at[column], float("inf"), 0
            for other in range(1, size + 1):
                if used[other]:
                    continue
                cost = costs[at - 1][other - 1] - of_row[at] - of_column[other]
                if cost < least[other]:
                    least[other], way[other] = cost, column
                if least[other] < delta:
                    delta, following = least[other], other
            for other in range(size + 1):
                if used[other]:
                    of_row[row_at[other]] += delta
                    of_column[other] -= delta
                else:
                    least[other] -= delta
            column = following
        while column:
            row_at[column], column = row_at[way[column]], way[column]
    found = [0] * size
    for column in range(1, size + 1):
        found[row_at[column] - 1] = column - 1
    return found
