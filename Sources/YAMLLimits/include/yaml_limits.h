#ifndef YAML_LIMITS_H
#define YAML_LIMITS_H

/// libyaml's own limit on nesting, which Yams contains but does not pass on. Process-wide: set once, before any parsing.
void yaml_set_max_nest_level(int max);

#endif
