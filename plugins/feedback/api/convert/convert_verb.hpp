// `council-api survey convert FILE OUT.json`: a survey of another tool as a definition of ours, and what of it could
// not be carried. Stores nothing, needs no server.
#pragma once

#include "app/base/result.hpp"

#include <string>
#include <string_view>

namespace alongside::server {
class Verbs;
}

namespace alongside::feedback {

struct ConvertedFile {
  std::string definition;  // JSON
  std::string report;      // for people, a line for each thing
};

// By what the bytes are, whatever the file is called. `survey`: the id of the announced survey, or empty.
Result<ConvertedFile> convert_survey(std::string_view bytes, const std::string& survey);

void add_convert_verb(server::Verbs& verbs);

}  // namespace alongside::feedback
