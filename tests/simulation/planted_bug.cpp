#include "tests/simulation/planted_bug.hpp"

#include "app/server/database.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/push.hpp"
#include "tests/simulation/sim_server.hpp"

namespace alongside::simulation {

namespace {

// Now and then answers a push as if the council had taken it.
class PretendingProxy final : public CouncilLink {
 public:
  PretendingProxy(SimServer& server, Dice dice) : server_(server), dice_(dice) {}

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
  Result<Bytes> feed(PersonId person, std::uint64_t since) override { return server_.feed(person, since); }
  void crash_soon() override { server_.crash_soon(); }

 private:
  SimServer& server_;
  Dice dice_;
  std::optional<wire::PushReply> last_;
};

// Now and then forgets what became of the last operation of each device.
class ForgettingCouncil final : public CouncilLink {
 public:
  ForgettingCouncil(SimServer& server, Dice dice) : server_(server), dice_(dice) {}

  Result<Bytes> push(PersonId person, const Bytes& frame) override {
    if (server::Database* database = server_.database(); database != nullptr && dice_.one_in(8)) {
      (void)database->execute(
          "DELETE FROM operation_result WHERE sequence = (SELECT last FROM device WHERE device.id ="
          " operation_result.device AND device.person = operation_result.person);"
          "UPDATE device SET last = last - 1 WHERE last > 0;");
    }
    return server_.push(person, frame);
  }
  Result<Bytes> feed(PersonId person, std::uint64_t since) override { return server_.feed(person, since); }
  void crash_soon() override { server_.crash_soon(); }

 private:
  SimServer& server_;
  Dice dice_;
};

// Takes what a push adds to the audit out of its transaction and writes it when the push is done: a process that dies
// in between, or a disk that is full, leaves a change that nobody made.
class ApartCouncil final : public CouncilLink {
 public:
  explicit ApartCouncil(SimServer& server) : server_(server) {}

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
  Result<Bytes> feed(PersonId person, std::uint64_t since) override { return server_.feed(person, since); }
  void crash_soon() override { server_.crash_soon(); }

 private:
  void execute(const char* sql) {
    if (server::Database* database = server_.database(); database != nullptr) (void)database->execute(sql);
  }

  SimServer& server_;
};

}  // namespace

std::optional<Bug> bug_named(std::string_view name) {
  for (std::uint8_t i = 0; i < bug_count; ++i) {
    if (name == name_of(static_cast<Bug>(i))) return static_cast<Bug>(i);
  }
  return std::nullopt;
}

StoreBug store_bug(Bug bug) {
  if (bug == Bug::StrictIsRelaxed) return StoreBug::StrictIsRelaxed;
  return bug == Bug::HalfBatches ? StoreBug::HalfBatches : StoreBug::None;
}

std::unique_ptr<CouncilLink> spoil(SimServer& server, Bug bug, Dice dice) {
  if (bug == Bug::PretendedAck) return std::make_unique<PretendingProxy>(server, dice);
  if (bug == Bug::ForgottenResults) return std::make_unique<ForgettingCouncil>(server, dice);
  if (bug == Bug::AuditApart) return std::make_unique<ApartCouncil>(server);
  return nullptr;
}

}  // namespace alongside::simulation
