// Debian's libxml2 is built with ICU, and its headers would bring in a second ICU beside that of Foundation, which the
// compiler refuses. Only the layout of encoding handlers depends on it, and those are not used.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/xmlreader.h>
