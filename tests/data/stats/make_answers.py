#!/usr/bin/env python3
"""Invented answers of 120 respondents to one questionnaire, before and after.

    python3 tests/data/stats/make_answers.py [DIR]

writes, always the same (fixed seed), answers.csv into DIR (default: beside this script): a row a sheet,
a column an item, an empty cell where the paper has no answer. The items, and what they are there for:

    comfort    scale 1…10: ties, zeros and many pairs, as in life
    anxiety    scale 1…10, less is better
    support, trust   scale 1…10: with comfort and anxiety (turned) the scale «climate»
    lessons    number: 50 pairs, no tie, no zero: the longest exact test
    pages      number: 51 pairs, no tie, no zero: the shortest one by the normal distribution
    minutes    number: 12 pairs, no tie, no zero
    visits     number: 20 pairs with ties, no zero
    books      number: 20 pairs with a zero, no tie
    marks      number: all differences are the same
    same       scale: nobody changed
    alone      number: one pair
    glad       yes/no
"""
import csv
import pathlib
import random
import sys

ITEMS = ("comfort anxiety support trust lessons pages minutes visits books marks same alone glad").split()
PEOPLE = 120


def scale(value):
    return max(1, min(10, round(value)))


def spread(rng, pairs, sizes):
    """`pairs` differences of the given sizes, most of them upwards."""
    sizes = sizes[:pairs]
    rng.shuffle(sizes)
    return [size if rng.random() < 0.62 else -size for size in sizes]


def came(person, wave):
    """Not everybody came both times."""
    return (person + wave) % 11 != 0


def fill(rows, rng, item, differences, base=500):
    people = rng.sample([p for p in range(PEOPLE) if came(p, 1) and came(p, 2)], len(differences))
    for person, difference in zip(people, differences):
        before = base + rng.randrange(-20, 21)
        rows[person, 1][item] = before
        rows[person, 2][item] = before + difference


def make():
    rng = random.Random(20261122)
    rows = {(person, wave): {} for person in range(PEOPLE) for wave in (1, 2)}
    for person in range(PEOPLE):
        mood = rng.gauss(5.2, 1.6)
        for wave in (1, 2):
            row = rows[person, wave]
            for item, gain in (("comfort", 0.9), ("support", 0.5), ("trust", 0.1)):
                row[item] = scale(mood + gain * (wave - 1) + rng.gauss(0, 1.2))
            row["anxiety"] = scale(10.5 - mood - 0.8 * (wave - 1) + rng.gauss(0, 1.3))
            row["same"] = 3 + person % 5
            row["glad"] = int(rng.random() < 0.55 + 0.2 * (wave - 1))
            for item in ("comfort", "anxiety", "support", "trust", "glad"):
                if rng.random() < 0.06:
                    del row[item]
    fill(rows, rng, "lessons", spread(rng, 50, list(range(1, 51))))
    fill(rows, rng, "pages", spread(rng, 51, list(range(1, 52))))
    fill(rows, rng, "minutes", spread(rng, 12, [3, 5, 6, 8, 11, 14, 17, 21, 25, 31, 40, 52]))
    fill(rows, rng, "visits", spread(rng, 20, [1, 1, 1, 2, 2, 3, 3, 3, 4, 5, 5, 5, 6, 7, 8, 8, 9, 9, 10, 11]))
    fill(rows, rng, "books", [0] + spread(rng, 19, list(range(1, 20))))
    fill(rows, rng, "marks", [1] * 9)
    fill(rows, rng, "alone", [4])
    return rows


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent)
    with open(folder / "answers.csv", "w", encoding="utf-8", newline="") as f:
        table = csv.writer(f, lineterminator="\n")
        table.writerow(["respondent", "wave", *ITEMS])
        for (person, wave), row in sorted(make().items(), key=lambda entry: (entry[0][1], entry[0][0])):
            if came(person, wave):
                table.writerow([person + 1, wave, *(row.get(item, "") for item in ITEMS)])


if __name__ == "__main__":
    main()
