// Writes the pictures that the fuzzer of clean_file() starts from into a folder. Run by tests/fuzz/run.sh.
#include "tests/support/sample_pictures.hpp"
#include "tests/support/sample_sounds.hpp"

#include <cstdio>
#include <fstream>
#include <string>

int main(int count, char** arguments) {
  using namespace alongside;
  if (count != 2) {
    std::fprintf(stderr, "usage: make_picture_seeds FOLDER\n");
    return 2;
  }
  int number = 0;
  for (const Bytes& picture :
       {testing::jpeg(), testing::png(), testing::webp(), testing::pdf(), testing::webm(), testing::m4a()}) {
    std::ofstream file(std::string(arguments[1]) + "/picture_" + std::to_string(number++), std::ios::binary);
    file.write(reinterpret_cast<const char*>(picture.data()), static_cast<std::streamsize>(picture.size()));
    if (!file.good()) {
      std::fprintf(stderr, "make_picture_seeds: cannot write to %s\n", arguments[1]);
      return 1;
    }
  }
  return 0;
}
