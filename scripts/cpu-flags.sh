#!/usr/bin/env bash
# The compiler flags for this processor; none with an argument of 1 (PORTABLE). Answers have the same bits either way.
set -u
[ "${1:-}" = 1 ] && exit 0
flags=$(grep -m1 '^flags' /proc/cpuinfo 2>/dev/null) || exit 0
for needed in avx2 bmi1 bmi2 fma f16c movbe; do
  case " $flags " in *" $needed "*) ;; *) exit 0 ;; esac
done
echo "-Xcc -march=x86-64-v3"
