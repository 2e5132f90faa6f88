// WrittenFile: a file with this text in a place for such things, gone with the test. For tests of verbs that read one.
#pragma once

#include <doctest/doctest.h>

#include <stdlib.h>
#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace alongside::testing {

class WrittenFile {
 public:
  explicit WrittenFile(std::string_view text) {
    std::string name = (std::filesystem::temp_directory_path() / "alongside-file-XXXXXX").string();
    const int file = mkstemp(name.data());
    REQUIRE(file >= 0);
    close(file);
    path_ = name;
    std::ofstream(path_, std::ios::binary) << text;
  }
  ~WrittenFile() { std::filesystem::remove(path_); }
  WrittenFile(const WrittenFile&) = delete;
  WrittenFile& operator=(const WrittenFile&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace alongside::testing
