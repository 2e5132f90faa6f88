// CarriedDraft: a survey that somebody has begun, as it goes to another device in a box that only their code opens; and
// what a device remembers of those that came to it. Made and read by CarryPage; the council sees sealed bytes.
#pragma once

#include "app/base/ids.hpp"
#include "app/wire/messages/council.hpp"
#include "plugins/feedback/model/invited_survey.hpp"
#include "plugins/feedback/model/survey_draft.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace alongside::feedback {

// Where boxes are kept, under /api.
inline constexpr std::string_view carried_box = "/api/feedback/carried";

struct CarriedDraft {
  static constexpr wire::SchemaId schema{341, 1};
  static constexpr wire::Limits limits{128 * 1024, 4 * 1024 * 1024, 24};
  SurveyDraft draft;
  std::string invitation;  // the code of the invitation it was begun with; empty: none
  PersonId person;         // whose name the answers will have; nil: nobody's
  Bytes form;              // the edition that it answers, as the council published it (PublishedForm)
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(draft), CEREAL_NVP(invitation), CEREAL_NVP(person), CEREAL_NVP(form), tail);
  }
};

// Those that came to this device in a box and are nobody's: how to go on with each. The newest first.
struct CarriedList {
  static constexpr wire::SchemaId schema{342, 1};
  static constexpr std::size_t most = 6;  // a note has 4 KB
  struct Place {
    std::string key;  // of its draft among nobody's
    std::string href;
    wire::Bilingual title;
    template <class Archive>
    void serialize(Archive& archive) {
      archive(CEREAL_NVP(key), CEREAL_NVP(href), CEREAL_NVP(title));
    }
  };
  std::vector<Place> places;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(places), tail);
  }
};

inline constexpr std::string_view carried_list_note = "feedback.carried";  // of the device, without a name

// By what a draft that came without an invitation is told from others among nobody's: its id in 32 capital letters and
// digits. An invitation's code has twelve.
std::string carried_code(AnswerId id);
inline bool is_carried_code(std::string_view code) { return code.size() == 32; }

// By which the token of what was begun with such a code, or with an invitation's, is held on a device; empty for who is
// signed in. Of a draft that came in a box it is there already, and nothing is bought at that address.
inline std::string token_holder_of(const std::string& code, std::uint32_t version) {
  if (is_carried_code(code)) return std::string(carried_box) + "/" + code;
  return code.empty() ? code : invited_token_path(code, version);
}

}  // namespace alongside::feedback
