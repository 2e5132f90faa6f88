// LssTables: a survey structure of LimeSurvey (.lss) as the rows of its tables. Read by read_lss, used by
// convert_limesurvey.
#pragma once

#include "app/base/result.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::feedback {

using LssRow = std::map<std::string, std::string, std::less<>>;

struct LssTables {
  std::map<std::string, std::vector<LssRow>, std::less<>> tables;

  const std::vector<LssRow>& rows(std::string_view table) const;  // none: empty
};

std::string_view lss_cell(const LssRow& row, std::string_view column);

Result<LssTables> read_lss(std::string_view xml);

}  // namespace alongside::feedback
