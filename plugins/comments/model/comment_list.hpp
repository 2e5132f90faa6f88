// CommentList: the comments that everybody may read, each with the council's answer and action beside it.
// GET /api/comments. Nothing in it comes from the sender's own words, and its order within a day says nothing.
#pragma once

#include "app/base/date.hpp"
#include "app/wire/messages/council.hpp"
#include "plugins/comments/model/remark.hpp"

#include <vector>

namespace alongside::comments {

struct PublishedComment {
  Topic topic = Topic::Content;
  ServiceId service;
  std::string service_name;
  wire::Bilingual words;
  Date published_on;
  wire::Bilingual answer;  // empty: not answered yet
  wire::Bilingual action;
  Date answered_on;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(topic), CEREAL_NVP(service), CEREAL_NVP(service_name), CEREAL_NVP(words),
            CEREAL_NVP(published_on), CEREAL_NVP(answer), CEREAL_NVP(action), CEREAL_NVP(answered_on), tail);
  }
  bool is_answered() const { return !answer.en.empty(); }
};

// "You said, we did" of one year, and when the council published it.
struct YearSummary {
  std::uint32_t year = 0;
  Date published_on;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(year), CEREAL_NVP(published_on));
  }
};

struct CommentList {
  static constexpr wire::SchemaId schema{601, 1};
  static constexpr std::size_t most = 1000;  // the newest; older ones stand on their year's page

  std::vector<PublishedComment> comments;  // the newest first
  std::vector<YearSummary> summaries;      // the newest year first
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(comments), CEREAL_NVP(summaries), tail);
  }
};

}  // namespace alongside::comments
