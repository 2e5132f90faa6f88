// The main() of every doctest executable. The summary doctest prints is read by app/tools/suites.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
