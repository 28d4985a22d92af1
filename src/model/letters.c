#include "letters.h"

static const uint16_t look_alike[128] = {
	['A'] = 0x410, ['B'] = 0x412, ['C'] = 0x421, ['E'] = 0x415, ['H'] = 0x41D,
	['K'] = 0x41A, ['M'] = 0x41C, ['O'] = 0x41E, ['P'] = 0x420, ['T'] = 0x422,
	['X'] = 0x425, ['Y'] = 0x423, ['a'] = 0x430, ['c'] = 0x441, ['e'] = 0x435,
	['k'] = 0x43A, ['o'] = 0x43E, ['p'] = 0x440, ['x'] = 0x445, ['y'] = 0x443,
};

uint32_t letter_mend(uint32_t cp)
{
	return cp < 128 && look_alike[cp] != 0 ? look_alike[cp] : cp;
}

bool letter_is_latin(uint32_t cp)
{
	return (cp >= 'A' && cp <= 'Z') || (cp >= 'a' && cp <= 'z') ||
	       (cp >= 0xC0 && cp <= 0x24F && cp != 0xD7 && cp != 0xF7);
}

bool letter_is_cyrillic(uint32_t cp)
{
	return cp >= 0x400 && cp <= 0x52F;
}

bool letter_is(uint32_t cp)
{
	return letter_is_cyrillic(cp) || letter_is_latin(cp);
}

bool letter_is_space(uint32_t cp)
{
	return (cp <= ' ' && cp != 0) || cp == 0xA0 || cp == 0x85 ||
	       (cp >= 0x2000 && cp <= 0x200B) || cp == 0x2028 || cp == 0x2029 || cp == 0x202F ||
	       cp == 0x205F || cp == 0x3000 || cp == 0xFEFF;
}

bool letter_is_dash(uint32_t cp)
{
	return cp == '-' || (cp >= 0x2010 && cp <= 0x2015) || cp == 0x2212;
}

bool letter_is_apostrophe(uint32_t cp)
{
	return cp == '\'' || cp == '`' || cp == 0xB4 || cp == 0x2BC || cp == 0x2018 || cp == 0x2019;
}
