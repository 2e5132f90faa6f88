// write_whole_file(): what a verb was asked to write: under its name there is all of it or what was there before. Used
// by the features' verbs.
#pragma once

#include "app/base/result.hpp"

#include <string>

namespace alongside::server {

Result<void> write_whole_file(const std::string& path, const std::string& text);

}  // namespace alongside::server
