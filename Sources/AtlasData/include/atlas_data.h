#ifndef ATLAS_DATA_H
#define ATLAS_DATA_H

#include <stddef.h>

/// A table as it stands in Data/: UTF-8 CSV with a header row.
typedef struct {
    const unsigned char *bytes;
    size_t count;
} atlas_table;

atlas_table atlas_countries(void);
atlas_table atlas_defaults(void);
atlas_table atlas_economy(void);
atlas_table atlas_english(void);
atlas_table atlas_governance(void);
atlas_table atlas_hidden_costs(void);
atlas_table atlas_hofstede(void);
atlas_table atlas_holidays(void);
atlas_table atlas_labour(void);
atlas_table atlas_languages(void);
atlas_table atlas_wages(void);

#endif
