#!/usr/bin/env python3
"""Reference figures of the survey test, worked out by scipy (1.10 was used): python3 survey_reference.py

Reads survey_before.csv and survey_after.csv (what stands on the paper, a row a respondent) and survey_items.csv
(what an item is), writes survey_reference.csv with the columns of `nastavnik survey results`. R gives the same:
wilcox.test(after, before, paired = TRUE), whose V is w.
"""
import csv
import os
import statistics

from scipy import stats

HERE = os.path.dirname(os.path.abspath(__file__))
HEADER = 'item,n1,n2,pairs,mean1,mean2,median1,median2,share1,share2,better,same,worse,w,p,effect'.split(',')


def table(name):
    with open(os.path.join(HERE, name), encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file, delimiter=';'))


def described(values, good):
    if not values:
        return '', '', ''
    share = sum(v >= good for v in values) / len(values) if good is not None else ''
    return statistics.fmean(values), statistics.median(values), share


def compared(pairs, reverse):
    differences = [after - before for before, after in pairs]
    up = sum(d > 0 for d in differences)
    down = sum(d < 0 for d in differences)
    better, worse = (down, up) if reverse else (up, down)
    moved = [d for d in differences if d]
    if not moved:
        return better, len(differences), worse, '', '', ''
    ranks = stats.rankdata([abs(d) for d in moved])
    w = sum(r for r, d in zip(ranks, moved) if d > 0)
    total = sum(ranks)
    tied = len(set(abs(d) for d in moved)) < len(moved) or len(moved) < len(differences)
    p = stats.wilcoxon([a for _, a in pairs], [b for b, _ in pairs], zero_method='wilcox',
                       correction=True, mode='approx' if tied or len(moved) > 50 else 'exact').pvalue
    return better, len(differences) - up - down, worse, w, p, (2 * w - total) / total


def number(text):
    return float(text) if text not in ('', '-') else None


def row_of(item, before, after):
    code, counts = item['code'], item['kind'] in ('scale', 'yesno', 'number')
    given1 = [r[code] for r in before if r.get(code, '') not in ('', '-')]
    given2 = [r[code] for r in after if r.get(code, '') not in ('', '-')]
    in_after = code in after[0]
    row = dict.fromkeys(HEADER, '')
    row.update(item=code, n1=len(given1))
    if in_after:
        row['n2'] = len(given2)
    if not counts:
        return row
    good = float(item['good'])
    row['mean1'], row['median1'], row['share1'] = described([float(v) for v in given1], good)
    if not in_after:
        return row
    row['mean2'], row['median2'], row['share2'] = described([float(v) for v in given2], good)
    later = {r['code']: number(r[code]) for r in after}
    pairs = [(number(r[code]), later.get(r['code'])) for r in before]
    pairs = [(a, b) for a, b in pairs if a is not None and b is not None]
    row['pairs'] = len(pairs)
    for name, value in zip(('better', 'same', 'worse', 'w', 'p', 'effect'),
                           compared(pairs, item['reverse'] == '1')):
        row[name] = value
    return row


def main():
    before, after = table('survey_before.csv'), table('survey_after.csv')
    with open(os.path.join(HERE, 'survey_reference.csv'), 'w', encoding='utf-8', newline='') as file:
        out = csv.DictWriter(file, HEADER, lineterminator='\n')
        out.writeheader()
        for item in table('survey_items.csv'):
            row = row_of(item, before, after)
            out.writerow({k: repr(float(v)) if isinstance(v, float) else v for k, v in row.items()})


if __name__ == '__main__':
    main()
