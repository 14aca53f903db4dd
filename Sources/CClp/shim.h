// The interface names the C++ type `bool` and the C library's `size_t` without including them.
#include <stdbool.h>
#include <stddef.h>
#include <Clp_C_Interface.h>
