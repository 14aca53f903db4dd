#include "atlas_data.h"

// The bytes of each CSV file, unchanged, in the program's read-only data: loading the atlas reads no file.

static const unsigned char countries[] = {
#embed "Data/countries.csv"
};
atlas_table atlas_countries(void) { return (atlas_table){countries, sizeof countries}; }

static const unsigned char defaults[] = {
#embed "Data/defaults.csv"
};
atlas_table atlas_defaults(void) { return (atlas_table){defaults, sizeof defaults}; }

static const unsigned char economy[] = {
#embed "Data/economy.csv"
};
atlas_table atlas_economy(void) { return (atlas_table){economy, sizeof economy}; }

static const unsigned char english[] = {
#embed "Data/english.csv"
};
atlas_table atlas_english(void) { return (atlas_table){english, sizeof english}; }

static const unsigned char governance[] = {
#embed "Data/governance.csv"
};
atlas_table atlas_governance(void) { return (atlas_table){governance, sizeof governance}; }

static const unsigned char hidden_costs[] = {
#embed "Data/hidden_costs.csv"
};
atlas_table atlas_hidden_costs(void) { return (atlas_table){hidden_costs, sizeof hidden_costs}; }

// Free for research only (Data/HOFSTEDE_TERMS.md). A distribution that may not ship it deletes the file: the table is
// then empty, and every cultural distance is not known.
#if __has_embed("Data/hofstede.csv")
static const unsigned char hofstede[] = {
#embed "Data/hofstede.csv"
};
atlas_table atlas_hofstede(void) { return (atlas_table){hofstede, sizeof hofstede}; }
#else
atlas_table atlas_hofstede(void) { return (atlas_table){0, 0}; }
#endif

static const unsigned char holidays[] = {
#embed "Data/holidays.csv"
};
atlas_table atlas_holidays(void) { return (atlas_table){holidays, sizeof holidays}; }

static const unsigned char labour[] = {
#embed "Data/labour.csv"
};
atlas_table atlas_labour(void) { return (atlas_table){labour, sizeof labour}; }

static const unsigned char languages[] = {
#embed "Data/languages.csv"
};
atlas_table atlas_languages(void) { return (atlas_table){languages, sizeof languages}; }

static const unsigned char wages[] = {
#embed "Data/wages.csv"
};
atlas_table atlas_wages(void) { return (atlas_table){wages, sizeof wages}; }
