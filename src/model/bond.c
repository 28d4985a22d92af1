#include "nastavnik/model/bond.h"

#include "nastavnik/model/school.h"

bool bond_member_lasts(const struct bond_member *m, const struct year *year)
{
	bool early = year->closed_on && year->closed_on <= year->bond_to;

	return m->state == MEMBER_ACTIVE || m->to >= (early ? year->closed_on : year->bond_to);
}
