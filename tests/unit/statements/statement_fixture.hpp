// The files under tests/fixtures/statements: made up for us in the layouts banks use, each beside a .rows
// file written by hand that says what it must be read as.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace alongside::testing {

inline std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline std::filesystem::path statement_folder() { return std::filesystem::path(FIXTURES) / "statements"; }
inline std::string statement_bytes(const std::string& name) { return bytes_of(statement_folder() / name); }

inline std::vector<std::filesystem::path> statement_fixtures() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(statement_folder())) {
    if (entry.path().extension() != ".rows") paths.push_back(entry.path());
  }
  return paths;
}

}  // namespace alongside::testing
