// The side module of the warm-up; see warm_up_main.cpp.
#include <stdexcept>
#include <string>

extern "C" int warm_up(const char* text) {
  try {
    return std::stoi(text);
  } catch (const std::exception&) {
    return -1;
  }
}
