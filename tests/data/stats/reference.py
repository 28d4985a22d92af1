#!/usr/bin/env python3
"""The figures that nastavnik's results must agree with, worked out by scipy and numpy from answers.csv.

    apt-get install python3-scipy
    python3 tests/data/stats/reference.py [DIR]

reads answers.csv of DIR (default: beside this script) and writes figures.csv there: a row an item, in the
columns of `nastavnik survey results`; and alpha.csv: Cronbach's alpha of the scale «climate» by wave.
reference.R does the same in R; it prints the largest difference between the two.
"""
import csv
import pathlib
import sys

import numpy
from scipy import stats

ITEMS = ("comfort anxiety support trust lessons pages minutes visits books marks same alone glad").split()
REVERSE = {"anxiety"}
CLIMATE = ("comfort", "anxiety", "support", "trust")
GOOD = {"comfort": 7, "anxiety": 7, "support": 7, "trust": 7, "same": 7, "glad": 1}  # the upper third
COLUMNS = "item,n1,n2,pairs,mean1,mean2,median1,median2,share1,share2,better,same,worse,w,p,effect".split(",")
GROUP_MIN = 3
EXACT = 50


def read(folder):
    """{item: ({respondent: value} before, the same after)}"""
    answers = {item: ({}, {}) for item in ITEMS}
    with open(folder / "answers.csv", encoding="utf-8", newline="") as f:
        for row in csv.DictReader(f):
            for item in ITEMS:
                if row[item]:
                    answers[item][int(row["wave"]) - 1][int(row["respondent"])] = int(row[item])
    return answers


def wave_figures(item, values):
    if len(values) < GROUP_MIN:
        return "", "", ""
    x = numpy.array(sorted(values), dtype=float)
    share = repr(float(numpy.mean(x >= GOOD[item]))) if item in GOOD else ""
    return repr(float(numpy.mean(x))), repr(float(numpy.median(x))), share


def test_figures(difference):
    """W, p, effect: exact up to 50 differences without ties and zeros, else with corrections."""
    nonzero = difference[difference != 0]
    if not len(nonzero):
        return "0", "", ""
    ranks = stats.rankdata(abs(nonzero))
    above, below = ranks[nonzero > 0].sum(), ranks[nonzero < 0].sum()
    exact = (len(nonzero) == len(difference) and len(nonzero) <= EXACT
             and len(set(abs(nonzero))) == len(nonzero))
    p = stats.wilcoxon(difference, zero_method="wilcox", correction=not exact,
                       mode="exact" if exact else "approx").pvalue
    return repr(float(above)), repr(float(p)), repr(float((above - below) / (above + below)))


def row_of(item, before, after):
    both = sorted(before.keys() & after.keys())
    difference = numpy.array([after[p] - before[p] for p in both], dtype=float)
    first, second = (wave_figures(item, wave.values()) for wave in (before, after))
    row = {"item": item, "n1": len(before), "n2": len(after), "pairs": len(both)}
    row.update(mean1=first[0], mean2=second[0], median1=first[1], median2=second[1], share1=first[2], share2=second[2])
    if len(both) >= GROUP_MIN:
        good = -difference if item in REVERSE else difference
        row.update(better=int((good > 0).sum()), same=int((good == 0).sum()), worse=int((good < 0).sum()))
        row.update(zip(("w", "p", "effect"), test_figures(difference)))
    return row


def alpha(answers, wave):
    """Of whole cases; items where less is better are turned. → cases, alpha."""
    cases = sorted(set.intersection(*(set(answers[item][wave]) for item in CLIMATE)))
    x = numpy.array([[(11 - answers[item][wave][p]) if item in REVERSE else answers[item][wave][p]
                      for item in CLIMATE] for p in cases], dtype=float)
    k = x.shape[1]
    return len(cases), float(k / (k - 1) * (1 - x.var(axis=0, ddof=1).sum() / x.sum(axis=1).var(ddof=1)))


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent)
    answers = read(folder)
    with open(folder / "figures.csv", "w", encoding="utf-8", newline="") as f:
        table = csv.DictWriter(f, COLUMNS, restval="", lineterminator="\n")
        table.writeheader()
        for item in ITEMS:
            table.writerow(row_of(item, *answers[item]))
    with open(folder / "alpha.csv", "w", encoding="utf-8", newline="") as f:
        table = csv.writer(f, lineterminator="\n")
        table.writerow(["wave", "cases", "alpha"])
        for wave in (0, 1):
            cases, value = alpha(answers, wave)
            table.writerow([wave + 1, cases, repr(value)])


if __name__ == "__main__":
    main()
