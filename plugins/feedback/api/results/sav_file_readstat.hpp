// write_sav: rows as an SPSS system file (.sav), with the words of questions and answers as labels. Wraps
// ReadStat, which no other file of ours includes. Used by `council-api survey results --sav FILE`.
#pragma once

#include "app/base/result.hpp"
#include "plugins/feedback/api/results/response_rows.hpp"

#include <string>

namespace alongside::feedback {

// The file is whole or not there; one of the same name is replaced.
Result<void> write_sav(const ResponseRows& rows, const std::string& title, const std::string& path);

}  // namespace alongside::feedback
