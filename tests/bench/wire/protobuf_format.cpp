// protobuf, with the classes that protoc makes of ledger.proto.
#include "tests/bench/wire/format.hpp"

#include <ledger.pb.h>

namespace alongside::bench {
namespace {

std::string bytes_of(const IdBytes& id) { return {id.begin(), id.end()}; }

void fill(Operation& to, const SampleOperation& from) {
  to.set_id(bytes_of(from.id));
  to.set_subject(from.subject);
  to.set_kind(from.kind);
  to.set_edition(from.edition);
  to.set_base_version(from.base_version);
  to.set_made_after_ms(from.made_after_ms);
  to.set_agreement(from.agreement);
  to.set_day(from.day);
  to.set_text(from.text);
  for (const SamplePosting& posting : from.postings) {
    auto& added = *to.add_postings();
    added.set_account(posting.account);
    added.set_pence(posting.pence);
  }
}

class Protobuf final : public Format {
 public:
  std::string_view name() const override { return "protobuf"; }

  void prepare(const std::vector<SamplePush>& sample) override {
    for (const SamplePush& from : sample) {
      Push& to = pushes_.emplace_back();
      to.set_device(bytes_of(from.device));
      to.set_actor(bytes_of(from.actor));
      to.set_first_sequence(from.first_sequence);
      to.set_made_from_ms(from.made_from_ms);
      for (const SampleSubject& subject : from.subjects) {
        auto& added = *to.add_subjects();
        added.set_household(bytes_of(subject.household));
        added.set_id(bytes_of(subject.id));
      }
      for (const SampleOperation& operation : from.operations) fill(*to.add_operations(), operation);
    }
  }

  std::string_view encode(std::size_t push) override {
    pushes_[push].SerializeToString(&written_);
    return written_;
  }

  std::int64_t decode(const std::string& bytes) override {
    Push& push = read_;
    if (!push.ParseFromString(bytes)) return -1;
    std::int64_t sum = 0;
    for (const Operation& operation : push.operations()) {
      sum += operation.day() + static_cast<std::int64_t>(operation.text().size());
      for (const Posting& posting : operation.postings()) sum += posting.pence() * posting.account();
    }
    return sum;
  }

 private:
  std::vector<Push> pushes_;
  std::string written_;
  Push read_;
};

}  // namespace

std::unique_ptr<Format> make_protobuf() { return std::make_unique<Protobuf>(); }

}  // namespace alongside::bench
