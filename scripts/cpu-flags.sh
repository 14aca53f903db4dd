#!/usr/bin/env bash
# The compiler flags for this processor; none with an argument of 1 (PORTABLE). Answers have the same bits either way:
# nothing in the kernels is fused or reordered.
set -u
[ "${1:-}" = 1 ] && exit 0
flags=$(grep -m1 '^flags' /proc/cpuinfo 2>/dev/null) || exit 0
has() { for needed in "$@"; do case " $flags " in *" $needed "*) ;; *) return 1 ;; esac; done; }
vendor=$(grep -m1 '^vendor_id' /proc/cpuinfo | cut -d: -f2 | tr -d ' ')
has avx2 bmi1 bmi2 fma f16c movbe || exit 0
# Zen 4 and later: eight trials in one register. x86-64-v4 would be split into halves by the compiler's own tuning.
if [ "$vendor" = AuthenticAMD ] && has avx512f avx512dq avx512bw avx512vl avx512vbmi avx512_vbmi2 avx512_bf16 avx512_vnni \
  avx512_bitalg avx512_vpopcntdq avx512ifma gfni vaes vpclmulqdq sha_ni clzero rdpid sse4a; then
  echo "-Xcc -march=znver4"
else
  echo "-Xcc -march=x86-64-v3"
fi
