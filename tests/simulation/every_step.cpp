#include "tests/simulation/every_step.hpp"

#include "app/wire/frame.hpp"
#include "app/wire/messages/family.hpp"
#include "app/wire/messages/push.hpp"
#include "app/wire/payload.hpp"
#include "plugins/direct_payments/model/changes.hpp"
#include "tests/simulation/council_view.hpp"
#include "tests/simulation/people.hpp"
#include "tests/simulation/scheduler.hpp"
#include "tests/simulation/server_process.hpp"
#include "tests/simulation/sim_clock.hpp"
#include "tests/simulation/sim_disk.hpp"
#include "tests/simulation/sim_messages.hpp"
#include "tests/simulation/sim_server.hpp"
#include "tests/simulation/sim_vfs.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace alongside::simulation {

namespace {

constexpr auto device = id_of<DeviceId>("c0ffee00-0000-4000-8000-000000000001");
constexpr auto fact_id = id_of<DocumentId>("c0ffee00-0000-4000-8000-000000000002");
constexpr auto plan_id = id_of<DocumentId>("c0ffee00-0000-4000-8000-000000000003");
constexpr auto preference_id = id_of<DocumentId>("c0ffee00-0000-4000-8000-000000000004");

// How often the machine, with what it had not synced, goes down at each step; each time something else is left.
constexpr std::uint64_t machine_crashes = 3;

OperationId operation_number(std::size_t number) {
  IdBytes bytes{0xc0};
  bytes[15] = static_cast<std::uint8_t>(number);
  return OperationId(bytes);
}

class PushMaker {
 public:
  PushMaker() {
    push_.device = device;
    push_.actor = sam;
    push_.subjects = {about_riley, {family, SubjectId(sam.bytes())}};
  }

  template <wire::Message Message>
  OperationId add(const Message& message, const wire::Version& base = {}, std::uint32_t subject = 0) {
    const OperationId id = operation_number(push_.operations.size() + 1);
    push_.operations.push_back(
        {id, subject, Message::schema.id, Message::schema.version, base.number, 0, wire::encode_payload(message)});
    if (base.exists()) push_.built_on.push_back(base.made_by);
    return id;
  }
  const wire::Push& push() const { return push_; }

 private:
  wire::Push push_;
};

direct_payments::RecordTransaction payment() {
  using direct_payments::Account;
  direct_payments::RecordTransaction spend;
  spend.agreement = direct_payments::mark_of(agreement_of_sam);
  spend.day = Date(20'760);
  spend.postings = {{Account::Activities, Money::of_known(735)}, {Account::Bank, Money::of_known(-735)}};
  spend.text = "1";
  return spend;
}

direct_payments::PutPlanItem plan_line() {
  direct_payments::PutPlanItem put;
  put.id = plan_id;
  put.item.agreement = agreement_of_sam;
  put.item.day = Date(20'760);
  put.item.name = "Swimming";
  put.item.unit_cost = Money::of_known(800);
  put.item.units = 2;
  return put;
}

// One of each kind; some build on others, one shares and one is refused.
wire::Push push_of_all() {
  PushMaker made;
  made.add(SimAppend{list_of_sam, 1, {}});
  const OperationId said = made.add(wire::Fact{fact_id, wire::Facet::CareNotes, "1", {}});
  made.add(wire::Fact{fact_id, wire::Facet::CareNotes, "2", {}}, {1, said});
  made.add(wire::Fact{fact_id, wire::Facet::CareNotes, "3", {}}, {1, said});
  made.add(wire::Preference{preference_id, "size", "1", {}}, {}, 1);
  const OperationId paid = made.add(payment());
  made.add(direct_payments::ReverseTransaction{DocumentId(paid.bytes()), "1", {}});
  const OperationId planned = made.add(plan_line());
  made.add(direct_payments::RemovePlanItem{plan_id, "Swimming", {}}, {1, planned});
  made.add(wire::Share{jo, wire::Facet::School, wire::ShareLevel::See, {}});
  return made.push();
}

// What a council must have, however it came there: ids that it drew itself are left out.
struct Having {
  std::vector<std::pair<OperationId, wire::Outcome>> results;
  std::size_t documents = 0;
  std::size_t audited = 0;
  std::size_t ledger = 0;
  std::uint64_t feeds = 0;
  bool operator==(const Having&) const = default;
};

Result<Having> having(ServerProcess& process, Date today) {
  const CouncilView view = ALONGSIDE_TRY(read_council(process.database(), today));
  Having found;
  for (const KeptResult& kept : view.results) found.results.emplace_back(kept.operation, kept.outcome);
  found.documents = view.documents.size();
  for (const auto& [operation, times] : view.audited) found.audited += static_cast<std::size_t>(times);
  for (const auto& [operation, lines] : view.ledger) found.ledger += static_cast<std::size_t>(lines.lines);
  for (const auto& [viewer, feed] : view.feeds) found.feeds += feed.end;
  return found;
}

// A council on a disk of its own, which may die in the first push.
class Trial {
 public:
  Trial(SimVfs& vfs, const ServerImage& image, std::uint64_t chance)
      : dice_(chance + 1), disk_(counts_, dice_.part()), clock_(scheduler_) {
    disk_.load(image);
    vfs.mount(disk_, dice_.part());
  }

  // The steps that the push takes when nothing goes wrong.
  Result<std::uint64_t> count(const Bytes& push) {
    ServerProcess process(clock_, dice_.part());
    ALONGSIDE_TRY(process.start());
    const std::uint64_t before = disk_.steps();
    ALONGSIDE_TRY(process.push(sam, push));
    return disk_.steps() - before;
  }
  // Dies before this step; what was answered until then is nobody's.
  Result<void> die_at(std::uint64_t step, Power power, const Bytes& push) {
    {
      ServerProcess process(clock_, dice_.part());
      ALONGSIDE_TRY(process.start());
      disk_.die_after(step);
      (void)process.push(sam, push);
    }
    if (!disk_.dead()) return Error{ErrorCode::Internal, "it did not die"};
    disk_.restart(power);
    return {};
  }
  // As the device does when it was not answered.
  Result<Having> send_again(const Bytes& push) {
    ServerProcess process(clock_, dice_.part());
    ALONGSIDE_TRY(process.start());
    const Bytes answer = ALONGSIDE_TRY(process.push(sam, push));
    const auto reply = ALONGSIDE_TRY(wire::decode_frame<wire::PushReply>(answer));
    Having found = ALONGSIDE_TRY(having(process, clock_.today()));
    if (reply.committed != reply.results.size()) return Error{ErrorCode::Internal, "the answer is not whole"};
    return found;
  }

 private:
  FaultCounts counts_;
  Dice dice_;
  Scheduler scheduler_;
  SimDisk disk_;
  SimClock clock_;
};

Result<void> look(const Having& found, const Having& wanted) {
  if (found == wanted) return {};
  return Error{ErrorCode::Internal,
               std::to_string(found.results.size()) + " results, " + std::to_string(found.documents) + " documents, " +
                   std::to_string(found.audited) + " in the audit, " + std::to_string(found.ledger) +
                   " in the ledger, feeds " + std::to_string(found.feeds)};
}

Result<void> crash_once(SimVfs& vfs, const ServerImage& image, std::uint64_t step, std::uint64_t way, const Bytes& push,
                        const Having& wanted) {
  Trial trial(vfs, image, step * (machine_crashes + 1) + way);
  ALONGSIDE_TRY(trial.die_at(step, way == 0 ? Power::Kept : Power::Cut, push));
  return look(ALONGSIDE_TRY(trial.send_again(push)), wanted);
}

}  // namespace

Result<StepsTried> try_every_step(SimVfs& vfs) {
  const ServerImage image = ALONGSIDE_TRY(make_server_image(vfs));
  const Bytes push = wire::encode_frame(push_of_all());
  StepsTried tried;
  tried.steps = ALONGSIDE_TRY(Trial(vfs, image, 0).count(push));
  const Having wanted = ALONGSIDE_TRY(Trial(vfs, image, 0).send_again(push));
  const auto refused =
      std::ranges::count_if(wanted.results, [](const auto& result) { return result.second != wire::Outcome::Applied; });
  if (refused != 1) {
    std::string which;
    for (std::size_t i = 0; i < wanted.results.size(); ++i) {
      if (wanted.results[i].second != wire::Outcome::Applied) which += " " + std::to_string(i + 1);
    }
    return Error{ErrorCode::Internal, "not taken are the changes" + which};
  }
  for (std::uint64_t step = 1; step <= tried.steps; ++step) {
    for (std::uint64_t way = 0; way <= machine_crashes; ++way, ++tried.crashes) {
      const auto kept = crash_once(vfs, image, step, way, push, wanted);
      if (kept.ok()) continue;
      return Error{kept.error().code,
                   "step " + std::to_string(step) + ", way " + std::to_string(way) + ": " + kept.error().detail};
    }
  }
  return tried;
}

}  // namespace alongside::simulation
