// Ours: a wire::Push frame whose operations carry direct payments' own message.
#include "tests/bench/wire/format.hpp"

#include "app/wire/messages/push.hpp"
#include "app/wire/payload.hpp"
#include "plugins/direct_payments/model/changes.hpp"

namespace alongside::bench {
namespace {

using direct_payments::Account;
using direct_payments::RecordTransaction;

struct Prepared {
  wire::Push push;
  std::vector<RecordTransaction> payments;
};

RecordTransaction payment_of(const SampleOperation& from) {
  RecordTransaction to;
  to.agreement = from.agreement;
  to.day = Date(from.day);
  to.text = from.text;
  for (const SamplePosting& posting : from.postings)
    to.postings.push_back({static_cast<Account>(posting.account), Money::from_pence(posting.pence).value()});
  return to;
}

class Alongside final : public Format {
 public:
  std::string_view name() const override { return "Alongside"; }

  void prepare(const std::vector<SamplePush>& sample) override {
    for (const SamplePush& from : sample) {
      Prepared& to = prepared_.emplace_back();
      to.push.device = DeviceId(from.device);
      to.push.actor = PersonId(from.actor);
      to.push.first_sequence = from.first_sequence;
      to.push.made_from_ms = from.made_from_ms;
      for (const SampleSubject& subject : from.subjects)
        to.push.subjects.push_back({HouseholdId(subject.household), SubjectId(subject.id)});
      for (const SampleOperation& operation : from.operations) {
        to.push.operations.push_back({OperationId(operation.id),
                                      operation.subject,
                                      operation.kind,
                                      operation.edition,
                                      operation.base_version,
                                      operation.made_after_ms,
                                      {}});
        to.payments.push_back(payment_of(operation));
      }
    }
  }

  // The payloads are written anew each time: they are part of the record.
  std::string_view encode(std::size_t number) override {
    Prepared& prepared = prepared_[number];
    for (std::size_t i = 0; i < prepared.payments.size(); ++i) {
      const auto payload = writer_.write(prepared.payments[i]);
      prepared.push.operations[i].payload.assign(payload.begin(), payload.end());
    }
    frame_ = wire::encode_frame(prepared.push);
    return {reinterpret_cast<const char*>(frame_.data()), frame_.size()};
  }

  std::int64_t decode(const std::string& bytes) override {
    const std::span frame(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    if (wire::read_message(frame, {}, push_)) return -1;
    std::int64_t sum = 0;
    for (const wire::PushedOperation& operation : push_.operations) {
      if (reader_.read(operation.payload, payment_)) return -1;
      sum += payment_.day.days() + static_cast<std::int64_t>(payment_.text.size());
      for (const auto& posting : payment_.postings)
        sum += posting.amount.pence() * static_cast<std::int64_t>(posting.account);
    }
    return sum;
  }

 private:
  std::vector<Prepared> prepared_;
  wire::PayloadWriter writer_;
  Bytes frame_;
  wire::PayloadReader reader_;
  wire::Push push_;
  RecordTransaction payment_;
};

}  // namespace

std::unique_ptr<Format> make_alongside() { return std::make_unique<Alongside>(); }

}  // namespace alongside::bench
