// Converted: what came out of another tool's survey, and what could not be carried, each with its place. Made by
// convert_xlsform and convert_limesurvey; printed by `council-api survey convert`.
#pragma once

#include "app/server/json_reader.hpp"

#include <cstddef>
#include <string>
#include <utility>
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

  void leave_out(std::string place, std::string why) { left_out.push_back({std::move(place), std::move(why)}); }
};

// What one file may hold and make: choices are written again for every question that offers them.
struct ConvertLimits {
  static constexpr std::size_t most_bytes = std::size_t{16} << 20;
  static constexpr std::size_t most_rows = 20'000, most_columns = 500, most_cells = 400'000;
  static constexpr std::size_t most_choices = 100'000;
};

}  // namespace alongside::feedback
