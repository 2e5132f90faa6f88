// SimNetwork: the wires between the devices and the council: late, lost, twice, out of order, cut
// off, and replayed. SimTransport is one tab's end of it. Owned by the world.
#pragma once

#include "app/client/sync/sync_world.hpp"
#include "tests/simulation/council_link.hpp"
#include "tests/simulation/dice.hpp"
#include "tests/simulation/digest.hpp"
#include "tests/simulation/faults.hpp"
#include "tests/simulation/history.hpp"
#include "tests/simulation/scheduler.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace alongside::simulation {

// A device's line: what the network must remember of it. Outlives the device's tabs.
struct Line {
  PersonId person;
  bool signed_in = true;
  std::function<void()> signed_out;  // tells the device that somebody has to sign in again
  std::uint64_t sent = 0;            // pushes, to see which arrives out of order
  std::uint64_t newest_arrived = 0;
  std::vector<Bytes> old_pushes;                          // for replays
  std::function<void()> sending;                          // a push leaves
  std::map<DeviceId, std::weak_ptr<const bool>> pushers;  // the page that waits for the answer to a push
};

class SimNetwork {
 public:
  using Reply = client::SyncTransport::Reply;
  // Somebody begins to take back what they share with this person; the answer, whether they have by now. Null: nobody
  // can.
  using TakeBack = std::function<std::function<bool()>(PersonId from)>;

  SimNetwork(Scheduler& scheduler, FaultCounts& counts, ArmedFaults& armed, Digest& digest, Dice dice,
             CouncilLink& council)
      : scheduler_(scheduler), counts_(counts), armed_(armed), digest_(digest), dice_(dice), council_(council) {}

  void push(Line& line, const Life& life, Bytes frame, Reply reply);
  void feed(Line& line, const Life& life, std::uint64_t since, Reply reply);
  void on_revocation(TakeBack take_back) { take_back_ = std::move(take_back); }
  std::uint64_t requests() const { return requests_; }

 private:
  struct Request {
    Line* line;
    std::optional<Bytes> push;  // else a feed
    std::uint64_t since = 0;
    std::uint64_t number = 0;  // of the line's pushes
  };

  void send(Request request, const Life& life, Reply reply);
  bool lose(Request& request, const Life& life, const Reply& reply);
  void cut_off(const Request& request);
  std::function<bool()> revoke(const Request& request);
  Result<Bytes> arrive(const Request& request);
  void answer(Result<Bytes> answer, const Life& life, const Reply& reply);
  void offline(const Life& life, const Reply& reply);
  void replay(Line& line);
  void arrive_without_reply(Request request, std::int64_t after_ms);

  Scheduler& scheduler_;
  FaultCounts& counts_;
  ArmedFaults& armed_;
  Digest& digest_;
  Dice dice_;
  CouncilLink& council_;
  TakeBack take_back_;
  std::uint64_t requests_ = 0;
};

class SimTransport final : public client::SyncTransport {
 public:
  SimTransport(SimNetwork& network, Line& line, const Life& life, History& history)
      : network_(network), line_(line), life_(life), history_(history) {}

  void push(Bytes frame, Reply reply) override;
  void feed(std::uint64_t since, Reply reply) override { network_.feed(line_, life_.lock(), since, std::move(reply)); }
  void letter(std::string_view, Bytes, Reply) override {}  // anonymous letters are not synchronised

 private:
  SimNetwork& network_;
  Line& line_;
  std::weak_ptr<const bool> life_;
  History& history_;
};

}  // namespace alongside::simulation
