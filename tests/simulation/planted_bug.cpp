#include "tests/simulation/planted_bug.hpp"

#include "app/server/database.hpp"
#include "app/server/id_column.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/document.hpp"
#include "app/wire/messages/family.hpp"
#include "app/wire/messages/push.hpp"
#include "app/wire/payload.hpp"
#include "tests/simulation/history.hpp"
#include "tests/simulation/sim_server.hpp"

namespace alongside::simulation {

namespace {

// Between network and council, and changes nothing: each bug is one that does.
class PassingOn : public CouncilLink {
 public:
  explicit PassingOn(SimServer& server) : server_(server) {}

  Result<Bytes> push(PersonId person, const Bytes& frame) override { return server_.push(person, frame); }
  void push_cut_off(PersonId person, const Bytes& beginning) override { server_.push_cut_off(person, beginning); }
  Result<Bytes> feed(PersonId person, std::uint64_t since) override { return server_.feed(person, since); }
  void crash_soon() override { server_.crash_soon(); }

 protected:
  void execute(const char* sql) {
    if (server::Database* database = server_.database(); database != nullptr) (void)database->execute(sql);
  }

  SimServer& server_;
};

// Now and then answers a push as if the council had taken it.
class PretendingProxy final : public PassingOn {
 public:
  PretendingProxy(SimServer& server, Dice dice) : PassingOn(server), dice_(dice) {}

  Result<Bytes> push(PersonId person, const Bytes& frame) override {
    const auto push = wire::decode_frame<wire::Push>(frame);
    if (push && last_ && dice_.one_in(6)) {
      wire::PushReply reply;
      reply.incarnation = last_->incarnation;
      reply.committed = push->first_sequence + push->operations.size() - 1;
      for (const auto& operation : push->operations) reply.results.push_back({operation.id, {}, {}, 1, {}});
      return wire::encode_frame(reply);
    }
    Result<Bytes> answer = server_.push(person, frame);
    if (!answer) return answer;
    if (auto reply = wire::decode_frame<wire::PushReply>(answer.value())) last_ = std::move(reply).value();
    return answer;
  }

 private:
  Dice dice_;
  std::optional<wire::PushReply> last_;
};

// Now and then forgets what became of the last operation of each device.
class ForgettingCouncil final : public PassingOn {
 public:
  ForgettingCouncil(SimServer& server, Dice dice) : PassingOn(server), dice_(dice) {}

  Result<Bytes> push(PersonId person, const Bytes& frame) override {
    if (server::Database* database = server_.database(); database != nullptr && dice_.one_in(8)) {
      (void)database->execute(
          "DELETE FROM operation_result WHERE sequence = (SELECT last FROM device WHERE device.id ="
          " operation_result.device AND device.person = operation_result.person);"
          "UPDATE device SET last = last - 1 WHERE last > 0;");
    }
    return server_.push(person, frame);
  }

 private:
  Dice dice_;
};

// Takes what a push adds to the audit out of its transaction and writes it when the push is done: a process that dies
// in between, or a disk that is full, leaves a change that nobody made.
class ApartCouncil final : public PassingOn {
 public:
  explicit ApartCouncil(SimServer& server) : PassingOn(server) {}

  Result<Bytes> push(PersonId person, const Bytes& frame) override {
    execute(
        "DROP TRIGGER IF EXISTS audit_stays;"
        "CREATE TEMP TABLE IF NOT EXISTS waiting AS SELECT * FROM audit LIMIT 0; DELETE FROM waiting;"
        "CREATE TEMP TRIGGER IF NOT EXISTS audit_waits AFTER INSERT ON audit BEGIN"
        "  INSERT INTO waiting SELECT * FROM audit WHERE number = new.number;"
        "  DELETE FROM audit WHERE number = new.number; END;");
    Result<Bytes> answer = server_.push(person, frame);
    if (answer) execute("DROP TRIGGER IF EXISTS audit_waits; INSERT INTO audit SELECT * FROM waiting;");
    return answer;
  }
};

// Now and then answers a push that it then takes back: whoever was told "yes" has nothing.
class HastyCouncil final : public PassingOn {
 public:
  HastyCouncil(SimServer& server, Dice dice) : PassingOn(server), dice_(dice) {}

  Result<Bytes> push(PersonId person, const Bytes& frame) override {
    server::Database* database = server_.database();
    if (database == nullptr || !dice_.one_in(8) || !database->execute("BEGIN IMMEDIATE")) {
      return server_.push(person, frame);
    }
    Result<Bytes> answer = server_.push(person, frame);
    if (server_.database() == database) (void)database->execute("ROLLBACK");
    return answer;
  }

 private:
  Dice dice_;
};

// Looks at the numbers of versions alone, as if nobody had said which change made them.
class CountingCouncil final : public PassingOn {
 public:
  explicit CountingCouncil(SimServer& server) : PassingOn(server) {}

  Result<Bytes> push(PersonId person, const Bytes& frame) override {
    auto push = wire::decode_frame<wire::Push>(frame);
    if (!push) return server_.push(person, frame);
    push->built_on.clear();
    return server_.push(person, wire::encode_frame(push.value()));
  }
};

// Leaves out of the feed what somebody may not see any more.
class SilentCouncil final : public PassingOn {
 public:
  explicit SilentCouncil(SimServer& server) : PassingOn(server) {}

  Result<Bytes> feed(PersonId person, std::uint64_t since) override {
    Result<Bytes> answer = server_.feed(person, since);
    if (!answer) return answer;
    auto page = wire::decode_frame<wire::FeedPage>(answer.value());
    if (!page) return answer;
    std::erase_if(page->documents, [](const auto& one) { return one.state == wire::DocumentState::Gone; });
    return wire::encode_frame(page.value());
  }
};

// Takes a number that it knows for a change that it knows.
class TrustingCouncil final : public PassingOn {
 public:
  explicit TrustingCouncil(SimServer& server) : PassingOn(server) {}

  Result<Bytes> push(PersonId person, const Bytes& frame) override {
    Result<Bytes> answer = server_.push(person, frame);
    if (answer) {
      if (auto reply = wire::decode_frame<wire::PushReply>(answer.value())) last_ = std::move(reply).value();
      return answer;
    }
    const auto push = wire::decode_frame<wire::Push>(frame);
    if (!push || !last_ || answer.error().detail != "device_cloned") return answer;
    wire::PushReply reply;
    reply.incarnation = last_->incarnation;
    reply.committed = push->first_sequence + push->operations.size() - 1;
    for (const auto& operation : push->operations) reply.results.push_back({operation.id, {}, {}, 1, {}});
    return wire::encode_frame(reply);
  }

 private:
  std::optional<wire::PushReply> last_;
};

// Has every fact changed as if its author had seen the newest version.
class CarelessCouncil final : public PassingOn {
 public:
  CarelessCouncil(SimServer& server, History& history) : PassingOn(server), history_(history) {}

  Result<Bytes> push(PersonId person, const Bytes& frame) override {
    auto push = wire::decode_frame<wire::Push>(frame);
    if (!push) return server_.push(person, frame);
    history_.pushed(frame);  // as its author made it
    for (wire::PushedOperation& operation : push->operations) {
      if (operation.kind != wire::Fact::schema.id) continue;
      const auto fact = wire::decode_payload<wire::Fact>(operation.payload);
      if (fact) operation.base_version = version_of(fact->id);
    }
    return server_.push(person, wire::encode_frame(push.value()));
  }

 private:
  std::uint64_t version_of(DocumentId id) {
    server::Database* database = server_.database();
    if (database == nullptr) return 0;
    auto row = database->prepare("SELECT version FROM document WHERE id = ?1");
    if (!row) return 0;
    server::bind_id(row.value(), 1, id);
    const auto step = row->step();
    return step && step.value() == server::Step::Row ? static_cast<std::uint64_t>(row->column_integer(0)) : 0;
  }

  History& history_;
};

}  // namespace

std::optional<Bug> bug_named(std::string_view name) {
  for (std::uint8_t i = 0; i < bug_count; ++i) {
    if (name == name_of(static_cast<Bug>(i))) return static_cast<Bug>(i);
  }
  return std::nullopt;
}

StoreBug store_bug(Bug bug) {
  switch (bug) {
    case Bug::StrictIsRelaxed: return StoreBug::StrictIsRelaxed;
    case Bug::HalfBatches: return StoreBug::HalfBatches;
    case Bug::CursorApart: return StoreBug::CursorApart;
    case Bug::SequenceReused: return StoreBug::SequenceReused;
    case Bug::OutboxCleared: return StoreBug::OutboxCleared;
    case Bug::TwoPushers: return StoreBug::TurnsForAll;
    default: return StoreBug::None;
  }
}

std::unique_ptr<CouncilLink> spoil(SimServer& server, Bug bug, Dice dice, History& history) {
  if (bug == Bug::PretendedAck) return std::make_unique<PretendingProxy>(server, dice);
  if (bug == Bug::ForgottenResults) return std::make_unique<ForgettingCouncil>(server, dice);
  if (bug == Bug::AuditApart) return std::make_unique<ApartCouncil>(server);
  if (bug == Bug::AckBeforeCommit) return std::make_unique<HastyCouncil>(server, dice);
  if (bug == Bug::TombstoneDropped) return std::make_unique<SilentCouncil>(server);
  if (bug == Bug::StaleBase) return std::make_unique<CarelessCouncil>(server, history);
  if (bug == Bug::NumbersAlone) return std::make_unique<CountingCouncil>(server);
  if (bug == Bug::CloneUnnoticed) return std::make_unique<TrustingCouncil>(server);
  return nullptr;
}

}  // namespace alongside::simulation
