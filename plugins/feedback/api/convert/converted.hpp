// Converted: what came out of another tool's survey, and what could not be carried, each with its place. Made by
// convert_xlsform and convert_limesurvey; printed by `council-api survey convert`.
#pragma once

#include "app/base/utf8.hpp"
#include "app/server/json_reader.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::feedback {

struct LeftOut {
  std::string place;  // "survey row 12, calculation"
  std::string why;
};

struct Converted {
  server::JsonValue definition;  // SurveyJS JSON, without "alongside"
  std::size_t questions = 0;
  std::vector<LeftOut> left_out;

  // It is read in a terminal, and a cell may have any character in it.
  void leave_out(std::string_view place, std::string_view why) {
    left_out.push_back({clean_text(place), clean_text(why)});
  }
};

// What one file may hold and make: choices are written again for every question that offers them.
struct ConvertLimits {
  static constexpr std::size_t most_bytes = std::size_t{16} << 20;
  static constexpr std::size_t most_rows = 20'000, most_columns = 500, most_cells = 400'000;
  static constexpr std::size_t most_choices = 100'000;
  static constexpr std::size_t most_groups_deep = 12;  // two steps of JSON each, of which our reader takes 32
};

}  // namespace alongside::feedback
