// PushGroup: pushes of several devices that arrive together are committed together, so that they wait for the disk
// once. Nobody is answered before that commit, and what is wrong with one push is undone by itself. Owned by
// SyncFeature; one thread.
#pragma once

#include "app/base/result.hpp"
#include "app/server/access/actor.hpp"
#include "app/wire/messages/push.hpp"

#include <cstddef>
#include <deque>
#include <functional>
#include <vector>

namespace alongside::server {

class Database;
class LoopTurn;
class SyncService;

class PushGroup {
 public:
  using Done = std::function<void(Result<wire::PushReply>)>;
  // Whether who sent it is signed in still: between its arrival and its turn somebody may have been signed out.
  using IsSignedIn = std::function<Result<bool>(const Actor&)>;

  // A transaction holds everybody up while it lasts.
  static constexpr std::size_t most_pushes = 64;
  static constexpr std::size_t most_operations = 512;  // of all its pushes; one push may be over it

  PushGroup(Database& database, SyncService& service, IsSignedIn is_signed_in)
      : database_(database), service_(service), is_signed_in_(std::move(is_signed_in)) {}

  // `done` is called once, after this returns, with what SyncService::push says or why it is not kept.
  void add(const Actor& actor, wire::Push push, Done done, LoopTurn& turn);

 private:
  struct Waiting {
    Actor actor;
    wire::Push push;
    Done done;
  };

  void run(LoopTurn& turn);
  std::vector<Waiting> take();
  std::vector<Result<wire::PushReply>> answers_to(const std::vector<Waiting>& group);
  Result<wire::PushReply> answer_to(const Waiting& waiting);

  Database& database_;
  SyncService& service_;
  IsSignedIn is_signed_in_;
  std::deque<Waiting> waiting_;
};

}  // namespace alongside::server
