// Edition: one frozen edition of a survey, by which answers are tied to the very questions they answer.
#pragma once

#include "app/base/ids.hpp"
#include "app/wire/types.hpp"

#include <array>
#include <cstdint>
#include <string>

namespace alongside::feedback {

using SurveyId = Id<struct SurveyTag>;
using Hash = std::array<std::uint8_t, 32>;  // SHA-256

// One frozen edition. The hash is of the definition's canonical bytes (wire::encode_payload).
struct Edition {
  SurveyId survey;
  std::uint32_t version = 0;
  Hash hash{};
  bool operator==(const Edition&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(survey), CEREAL_NVP(version), CEREAL_NVP(hash));
  }
};

// The purpose of the anonymous tokens of one edition.
inline std::string token_purpose(const Edition& edition) {
  return "survey-" + edition.survey.text() + "-" + std::to_string(edition.version);
}

}  // namespace alongside::feedback
