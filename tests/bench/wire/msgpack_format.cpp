// MessagePack by msgpack-cxx: structs as arrays, identifiers as binary.
#include "tests/bench/wire/format.hpp"

#include <msgpack.hpp>

#include <array>

namespace alongside::bench {
namespace {

using Identifier = std::array<unsigned char, 16>;

struct Posting {
  std::uint32_t account = 0;
  std::int64_t pence = 0;
  MSGPACK_DEFINE_ARRAY(account, pence)
};
struct Operation {
  Identifier id{};
  std::uint32_t subject = 0;
  std::uint32_t kind = 0;
  std::uint32_t edition = 0;
  std::uint64_t base_version = 0;
  std::int64_t made_after_ms = 0;
  std::uint32_t agreement = 0;
  std::int32_t day = 0;
  std::vector<Posting> postings;
  std::string text;
  MSGPACK_DEFINE_ARRAY(id, subject, kind, edition, base_version, made_after_ms, agreement, day, postings, text)
};
struct Subject {
  Identifier household{};
  Identifier id{};
  MSGPACK_DEFINE_ARRAY(household, id)
};
struct Push {
  Identifier device{};
  Identifier actor{};
  std::uint64_t first_sequence = 0;
  std::int64_t made_from_ms = 0;
  std::vector<Subject> subjects;
  std::vector<Operation> operations;
  MSGPACK_DEFINE_ARRAY(device, actor, first_sequence, made_from_ms, subjects, operations)
};

Operation operation_of(const SampleOperation& from) {
  Operation to{from.id,        from.subject, from.kind, from.edition, from.base_version, from.made_after_ms,
               from.agreement, from.day,     {},        from.text};
  for (const SamplePosting& posting : from.postings) to.postings.push_back({posting.account, posting.pence});
  return to;
}

class MessagePack final : public Format {
 public:
  std::string_view name() const override { return "msgpack"; }

  void prepare(const std::vector<SamplePush>& sample) override {
    for (const SamplePush& from : sample) {
      Push& to = pushes_.emplace_back(Push{from.device, from.actor, from.first_sequence, from.made_from_ms, {}, {}});
      for (const SampleSubject& subject : from.subjects) to.subjects.push_back({subject.household, subject.id});
      for (const SampleOperation& operation : from.operations) to.operations.push_back(operation_of(operation));
    }
  }

  std::string_view encode(std::size_t push) override {
    written_.clear();
    msgpack::pack(written_, pushes_[push]);
    return {written_.data(), written_.size()};
  }

  std::int64_t decode(const std::string& bytes) override {
    const msgpack::object_handle handle = msgpack::unpack(bytes.data(), bytes.size());
    Push& push = read_;
    handle.get().convert(push);
    std::int64_t sum = 0;
    for (const Operation& operation : push.operations) {
      sum += operation.day + static_cast<std::int64_t>(operation.text.size());
      for (const Posting& posting : operation.postings) sum += posting.pence * posting.account;
    }
    return sum;
  }

 private:
  std::vector<Push> pushes_;
  msgpack::sbuffer written_;
  Push read_;
};

}  // namespace

std::unique_ptr<Format> make_msgpack() { return std::make_unique<MessagePack>(); }

}  // namespace alongside::bench
