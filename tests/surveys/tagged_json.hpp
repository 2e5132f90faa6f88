// Values as JSON that loses nothing: what JSON has no word for is written as words that begin with $. The
// oracle compares these; tests/surveys/peer.mjs writes survey-core's values in the same way.
#pragma once

#include "plugins/feedback/model/value.hpp"

#include <string>

namespace alongside::testing {

std::string tagged_json(const feedback::Value& value);

}  // namespace alongside::testing
