#include "tests/bench/server/people.hpp"

#include "app/wire/messages/family.hpp"
#include "app/wire/payload.hpp"

namespace alongside::bench {

namespace {

// As server.mjs writes them: 51000000-0000-4000-8000-000000000001, the kind first and the number last.
template <class Id>
Id numbered(std::uint8_t kind, std::uint8_t run, std::uint64_t number) {
  IdBytes bytes{kind, run, 0, 0, 0, 0, 0x40, 0, 0x80};
  for (std::size_t place = 0; place < 6; ++place) bytes[15 - place] = static_cast<std::uint8_t>(number >> (8 * place));
  return Id(bytes);
}

}  // namespace

PersonId BenchPerson::id() const { return numbered<PersonId>(0x51, 0, number_); }

HouseholdId BenchPerson::household() const { return numbered<HouseholdId>(0x52, 0, number_ / 2); }

wire::Push BenchPerson::next_push(std::size_t operations) {
  wire::Push push;
  push.device = numbered<DeviceId>(0x54, run_, number_);
  push.actor = id();
  push.subjects = {{household(), numbered<SubjectId>(0x53, 0, number_ / 2)}};
  push.first_sequence = sequence_ + 1;
  for (std::size_t i = 0; i < operations; ++i) {
    // Two people of a household write of different things: neither is the other's conflict.
    const auto facet = number_ % 2 == 0 ? wire::Facet::CareNotes : wire::Facet::School;
    const wire::Fact fact{
        numbered<DocumentId>(0x55, run_, number_), facet,
        "Quiet rooms help, and so does a picture of what comes next. Change " + std::to_string(version_ + 1) + "."};
    wire::PushedOperation operation;
    operation.id = numbered<OperationId>(0x56, run_, (std::uint64_t{number_} << 24) + ++sequence_);
    operation.kind = wire::Fact::schema.id;
    operation.edition = wire::Fact::schema.version;
    operation.base_version = version_++;
    operation.payload = wire::encode_payload(fact);
    if (operation.base_version > 0)
      push.built_on.push_back(numbered<OperationId>(0x56, run_, (std::uint64_t{number_} << 24) + sequence_ - 1));
    push.operations.push_back(std::move(operation));
  }
  return push;
}

std::string BenchPerson::fault_in(const wire::Push& push, const wire::PushReply& reply) const {
  if (reply.results.size() != push.operations.size()) return "a push was answered in part";
  if (reply.committed != sequence_) return "the council has not what was pushed";
  for (std::size_t i = 0; i < reply.results.size(); ++i) {
    const wire::OperationResult& result = reply.results[i];
    if (result.outcome != wire::Outcome::Applied) return "a change was not applied: " + result.code;
    if (result.version != push.operations[i].base_version + 1) return "a version was left out or given twice";
  }
  return {};
}

std::vector<BenchPerson> bench_people(std::size_t count, std::uint8_t run) {
  std::vector<BenchPerson> people;
  for (std::size_t number = 0; number < count; ++number) people.emplace_back(static_cast<std::uint32_t>(number), run);
  return people;
}

}  // namespace alongside::bench
