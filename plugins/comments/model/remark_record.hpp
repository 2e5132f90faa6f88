// RemarkRecord: a remark and all that became of it. The council's own record; a copy of it is the document that
// whoever sent it with their name gets (facet Own: nobody else sees it). Never shown to anybody else: what everybody
// may read is PublishedComment, in a moderator's words.
#pragma once

#include "app/base/date.hpp"
#include "app/wire/messages/council.hpp"
#include "plugins/comments/model/remark.hpp"

namespace alongside::comments {

enum class RemarkState : std::uint8_t {
  Received,
  Published,  // a comment, in the council's words, not answered yet
  Answered,   // a comment with its answer; a correction that has been looked at
  Hidden,     // a comment that is not published, for a reason that its sender is told
};
constexpr bool is_known(RemarkState state) { return state <= RemarkState::Hidden; }

// Regulation 56(3): vexatious comments and those about what one person gets need not be published.
enum class HideReason : std::uint8_t { None, Vexatious, OnePerson, Identifies, NotAbout };
constexpr bool is_known(HideReason reason) { return reason <= HideReason::NotAbout; }

constexpr std::string_view name_of(RemarkState state) {
  constexpr std::string_view names[] = {"received", "published", "answered", "hidden"};
  return names[static_cast<unsigned>(state)];
}
constexpr std::string_view name_of(HideReason reason) {
  constexpr std::string_view names[] = {"none", "vexatious", "one_person", "identifies", "not_about"};
  return names[static_cast<unsigned>(reason)];
}

struct RemarkRecord {
  static constexpr wire::SchemaId schema{600, 1};

  Remark remark;
  Date sent_on;
  RemarkState state = RemarkState::Received;
  HideReason hidden_because = HideReason::None;
  wire::Bilingual published;  // the moderator's paraphrase; empty until it is published
  Date published_on;
  wire::Bilingual answer;
  wire::Bilingual action;  // what the council does about it
  Date answered_on;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(remark), CEREAL_NVP(sent_on), CEREAL_NVP(state), CEREAL_NVP(hidden_because),
            CEREAL_NVP(published), CEREAL_NVP(published_on), CEREAL_NVP(answer), CEREAL_NVP(action),
            CEREAL_NVP(answered_on), tail);
  }
};

}  // namespace alongside::comments
