// PullRound: fetches this viewer's feed from where the device is to its end, each page's documents in one
// commit with the cursor. Owned by SyncRounds, which runs it while it has the turn.
#pragma once

#include "app/client/sync/replica.hpp"
#include "app/client/sync/round_end.hpp"
#include "app/wire/messages/document.hpp"

#include <functional>
#include <memory>

namespace alongside::client {

class PullRound {
 public:
  using Done = std::function<void(RoundEnd)>;

  PullRound(SyncWorld world, Replica& replica);
  PullRound(const PullRound&) = delete;
  PullRound& operator=(const PullRound&) = delete;

  void run(Done done);

 private:
  enum class From : std::uint8_t { Cursor, Beginning };

  void ask();
  void replied(Result<Bytes> reply);
  void refused(ErrorCode code);
  void accept(const wire::FeedPage& page);
  void kept(wire::More more);
  Batch batch_of(const wire::FeedPage& page) const;
  void begin_again();
  void end(RoundEnd how);

  SyncWorld world_;
  Replica& replica_;
  Done done_;
  From from_ = From::Cursor;
  int beginnings_ = 0;
  std::uint64_t since_ = 0;
  std::uint64_t received_ = 0;  // acknowledged before this pull: in the documents at its end
  std::shared_ptr<int> alive_;
};

}  // namespace alongside::client
