#include "nastavnik/stats/hide.h"

void stats_hide(const int64_t *n, size_t groups, int64_t min, bool *hidden)
{
	size_t hides = 0, next;
	int64_t people = 0;

	for (size_t i = 0; i < groups; i++) {
		hidden[i] = n[i] < min;
		if (hidden[i] && n[i]) {
			hides++;
			people += n[i];
		}
	}
	while (hides && (hides < 2 || people < min)) {
		next = groups;
		for (size_t i = 0; i < groups; i++)
			if (!hidden[i] && (next == groups || n[i] < n[next]))
				next = i;
		if (next == groups)
			return;
		hidden[next] = true;
		hides++;
		people += n[next];
	}
}
