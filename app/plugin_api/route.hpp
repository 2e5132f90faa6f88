// Route: a place in the application, written as a path and a query: "/find?q=quiet&age=8".
// Parsed from the address bar by the shell, built by pages. Percent-decoding is done here only.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace alongside {

struct Route {
  std::string path = "/";                                  // decoded, no trailing slash except "/" itself
  std::vector<std::pair<std::string, std::string>> query;  // decoded, in order

  // The first value of `name`, or empty.
  std::string_view value(std::string_view name) const;
  std::vector<std::string_view> values(std::string_view name) const;  // all of them, in order
  // What stands after `prefix` and one slash: "/service/42" after "/service" is "42"; else empty.
  std::string_view tail(std::string_view prefix) const;
  void set(std::string_view name, std::string_view value);  // an empty value removes it
  void add(std::string_view name, std::string_view value);  // beside those that it has
  std::string text() const;                                 // encoded again, ready for href

  static Route parse(std::string_view text);  // never fails: what cannot be decoded is left out
};

}  // namespace alongside
