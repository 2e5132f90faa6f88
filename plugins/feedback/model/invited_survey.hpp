// InvitedSurvey: what the code of an invitation opens. GET /api/feedback/invited/{code}; nothing in it says who has the
// code, and nothing that is kept says who used it.
#pragma once

#include "app/wire/schema.hpp"
#include "plugins/feedback/model/survey.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace alongside::feedback {

enum class InvitedState : std::uint8_t {
  Open,
  Used,  // its one answer was begun, perhaps on this very device
  Over,  // its day has passed, or the survey is closed
};
constexpr bool is_known(InvitedState state) { return state <= InvitedState::Over; }

struct InvitedSurvey {
  static constexpr wire::SchemaId schema{340, 1};
  InvitedState state = InvitedState::Open;
  Survey survey;
  std::string service;  // which visit it asks about; may be empty
  std::string service_name;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(state), CEREAL_NVP(survey), CEREAL_NVP(service), CEREAL_NVP(service_name), tail);
  }
};

// The twelve letters of a code as it was meant, however it was typed; empty when it cannot be one.
std::string meant_invitation(std::string_view typed);

// This device has sent the answer of this code: a note of it alone.
inline std::string sent_note(const std::string& code) { return "feedback.sent " + code; }

// Where a code is opened, and where it buys the right to one answer. A code is letters and digits alone.
inline std::string invited_path(const std::string& code) { return "/api/feedback/invited/" + code; }
inline std::string invited_token_path(const std::string& code, std::uint32_t version) {
  return invited_path(code) + "/" + std::to_string(version);
}

}  // namespace alongside::feedback
