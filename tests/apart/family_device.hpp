// FamilyDevice: one device of somebody in the demo family: the application's own sync engine upon a disk in memory,
// talking to a council in this process by the frames of real requests. CouncilLine: its network, which a test takes
// away and loses replies on. Made by the tests of devices that are apart.
#pragma once

#include "app/client/sync/sync_engine.hpp"
#include "app/plugin_api/saving.hpp"
#include "plugins/direct_payments/model/book.hpp"
#include "tests/support/family_parts.hpp"
#include "tests/unit/sync/faulty_store.hpp"
#include "tests/unit/sync/manual_timer.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace alongside::apart {

enum class Way : std::uint8_t { Good, NotReached, ReplyLost };

// What the council said of one change, in the order in which it decided.
struct Decided {
  OperationId id;
  wire::Outcome outcome = wire::Outcome::Applied;
  std::string code;
};

class CouncilLine final : public client::SyncTransport {
 public:
  CouncilLine(client::Timer& timer, testing::FamilyParts& council, PersonId person, std::vector<Decided>& decided)
      : timer_(timer), council_(council), person_(person), decided_(decided) {}

  Way way = Way::Good;
  std::optional<int> pushes_left;  // then nothing is reached

  void push(Bytes frame, Reply reply) override;
  void feed(std::uint64_t since, Reply reply) override;
  void letter(std::string_view path, Bytes frame, Reply reply) override;

 private:
  Result<Bytes> push_now(const Bytes& frame);
  void answer(Reply reply, std::function<Result<Bytes>()> ask);

  client::Timer& timer_;
  testing::FamilyParts& council_;
  PersonId person_;
  std::vector<Decided>& decided_;
};

class FamilyDevice {
 public:
  // `number`: no two devices of a test have the same.
  FamilyDevice(testing::FamilyParts& council, PersonId person, std::uint64_t number, std::vector<Decided>& decided);

  template <wire::Message T>
  OperationId make(const T& message, const wire::Version& base = {}) {
    return save(change_of(testing::riley, base, message));
  }
  // Until it is on this device's disk.
  OperationId save(Change change);
  // Sends and fetches as far as the line lets it.
  void sync();
  // Closes the tab and opens another on the same disk.
  void begin_again();
  void pass_days(std::int32_t days);

  PersonId person() const { return person_; }
  CouncilLine& line() { return line_; }
  client::SyncEngine& engine() { return *engine_; }
  std::size_t unsent() const { return engine_->status().unsent; }
  direct_payments::Book book() const;

 private:
  void open();

  PersonId person_;
  client::ManualTimer timer_;
  client::ManualClock clock_;
  client::SteadyChance chance_;
  std::shared_ptr<client::MemoryDisk> disk_ = std::make_shared<client::MemoryDisk>();
  client::TabTurns turns_{timer_};
  std::unique_ptr<client::MemoryStore> store_;
  CouncilLine line_;
  std::unique_ptr<client::SyncEngine> engine_;
};

}  // namespace alongside::apart
