// RedactionDesk: what people wrote in words, until an officer has read it. Nothing written is released unless it
// was approved, as it is or with what could tell of somebody taken out. Used by `council-api survey redact` and
// by releases.
#pragma once

#include "app/base/result.hpp"
#include "plugins/feedback/api/results/kept_responses.hpp"
#include "plugins/feedback/model/results/release.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace alongside::server {
class Database;
}

namespace alongside::feedback {

enum class WordsState : std::uint8_t { Waiting, Approved, Hidden, Released };

struct WrittenWords {
  std::string id;  // of these words: a hash, so that it stays
  std::string response;
  const JoinedQuestion* question = nullptr;
  std::string words;  // as they were written, or as the officer left them
  WordsState state = WordsState::Waiting;
};

class RedactionDesk {
 public:
  explicit RedactionDesk(server::Database& database) : database_(database) {}

  // Points into `kept`.
  Result<std::vector<WrittenWords>> all(const KeptResponses& kept) const;
  // `words`: what may be released; nothing written there can be found again from it.
  Result<void> approve(const std::string& id, const std::string& words);
  Result<void> hide(const std::string& id);
  // What was made of somebody's words and is not released goes. How many: none, or one.
  Result<std::int64_t> forget(const AnswerId& response, const std::string& question);
  // What was approved and is in no release yet; it is in one from now on.
  Result<std::vector<ReleasedWords>> take_approved(const KeptResponses& kept);

 private:
  Result<void> put(const std::string& id, WordsState state, const std::string& words);

  server::Database& database_;
};

}  // namespace alongside::feedback
