// PushRound: sends what is unsent, in order, until nothing is, and keeps what became of it. Owned by
// SyncRounds, which runs it while it has the turn.
#pragma once

#include "app/client/sync/replica.hpp"
#include "app/client/sync/round_end.hpp"
#include "app/wire/messages/push.hpp"

#include <functional>
#include <memory>

namespace alongside::client {

class PushRound {
 public:
  using Done = std::function<void(RoundEnd)>;

  PushRound(SyncWorld world, Replica& replica);
  PushRound(const PushRound&) = delete;
  PushRound& operator=(const PushRound&) = delete;

  void run(Done done);
  // The documents came from another life of the council's database than the acknowledgements.
  bool must_probe() const;

 private:
  void send();
  void replied(const wire::Push& push, Result<Bytes> reply);
  void refused(const wire::Push& push, ErrorCode code);
  void accept(const wire::Push& push, const wire::PushReply& reply);
  void go_on(const wire::Push& push, const wire::PushReply& reply);
  void number_anew();
  void read_again();
  void end(RoundEnd how);

  SyncWorld world_;
  Replica& replica_;
  Done done_;
  std::size_t most_ = wire::Push::most_operations;
  int fruitless_ = 0;  // replies in a row that brought nothing
  bool probed_ = false;
  std::shared_ptr<int> alive_;
};

}  // namespace alongside::client
