#include "yaml_limits.h"

// The function itself is defined in Yams' copy of libyaml.
