// Moderation: what a council's staff do with what people say of the local offer: publish a comment in their own
// words, hide it for a reason, answer it, finish a correction, publish a year's summary. Each with a notice to whoever
// sent it, in one transaction. Used by the verbs.
#pragma once

#include "app/base/result.hpp"
#include "app/wire/messages/council.hpp"
#include "plugins/comments/api/remark_store.hpp"

#include <string>

namespace alongside {
class Chance;
}
namespace alongside::server {
struct FeatureContext;
}

namespace alongside::comments {

enum class Sure : std::uint8_t { No, Yes };

// The moderator's words for everybody, and of what they speak where that is not as the sender named it.
struct Publication {
  std::string id;
  wire::Bilingual words;
  std::string about;
  Sure sure = Sure::No;  // that nothing in it identifies anybody, although something looks as if it did
};
struct CommentAnswer {
  std::string id;
  wire::Bilingual words;
  wire::Bilingual action;
  Sure sure = Sure::No;
};

class Moderation {
 public:
  Moderation(const server::FeatureContext& context, Chance& chance) : context_(context), chance_(chance) {}

  Result<StoredRemark> find(const std::string& id, RemarkKind kind) const;
  Result<std::string> publish(const Publication& publication);
  Result<std::string> hide(const std::string& id, const std::string& reason);
  Result<std::string> answer(const CommentAnswer& answer);
  Result<std::string> finish_correction(const std::string& id, const wire::Bilingual& words);
  Result<std::string> publish_year(const std::string& year);

 private:
  Result<void> check_words(const StoredRemark& remark, std::initializer_list<const std::string*> texts,
                           Sure sure) const;
  Result<void> keep(const StoredRemark& remark);

  const server::FeatureContext& context_;
  Chance& chance_;
};

}  // namespace alongside::comments
