#include "app/server/sync/push_rules.hpp"

#include <algorithm>
#include <limits>
#include <string_view>

namespace alongside::server {

namespace {

constexpr std::uint64_t last_sequence = std::uint64_t{1} << 53;  // what a browser counts exactly
constexpr std::size_t longest_code = 40;

bool is_stable_name(std::string_view text) {
  return !text.empty() && text.size() <= longest_code && std::ranges::all_of(text, [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '_';
  });
}

bool has_base(const wire::PushedOperation& operation) { return operation.base_version > 0; }

OperationId built_on(const wire::Push& push, std::size_t index) {
  if (push.built_on.empty() || !has_base(push.operations[index])) return {};
  const auto before = push.operations.begin() + static_cast<std::ptrdiff_t>(index);
  return push.built_on[static_cast<std::size_t>(std::count_if(push.operations.begin(), before, has_base))];
}

// A device's clock may say anything: a sum that is out of range is the nearest that is not.
std::int64_t made_at(std::int64_t from, std::int64_t after) {
  std::int64_t sum = 0;
  if (!__builtin_add_overflow(from, after, &sum)) return sum;
  return after > 0 ? std::numeric_limits<std::int64_t>::max() : std::numeric_limits<std::int64_t>::min();
}

}  // namespace

Result<void> check_push(const Actor& actor, const wire::Push& push) {
  if (!actor.signed_in()) return Error{ErrorCode::SignedOut, "Sign in first."};
  if (push.actor != actor.person) return Error{ErrorCode::NotAllowed, "another_person"};
  if (push.operations.size() > wire::Push::most_operations) {
    return Error{ErrorCode::TooLarge, "A push holds at most 256 operations."};
  }
  if (push.device.is_nil()) return Error{ErrorCode::InvalidInput, "A push names its device."};
  if (push.first_sequence == 0 || push.first_sequence > last_sequence) {
    return Error{ErrorCode::InvalidInput, "Sequences count from 1."};
  }
  if (push.subjects.size() > push.operations.size()) {
    return Error{ErrorCode::InvalidInput, "A push names no subject that it does not use."};
  }
  const auto with_base = std::ranges::count_if(push.operations, has_base);
  if (!push.built_on.empty() && push.built_on.size() != static_cast<std::size_t>(with_base)) {
    return Error{ErrorCode::InvalidInput,
                 "A push says of each operation with a base version which change made that, or of none."};
  }
  for (const wire::PushedOperation& operation : push.operations) {
    if (operation.id.is_nil() || operation.subject >= push.subjects.size()) {
      return Error{ErrorCode::InvalidInput, "An operation has an id and one of the push's subjects."};
    }
  }
  return {};
}

wire::Operation operation_in(const wire::Push& push, std::size_t index) {
  const wire::PushedOperation& pushed = push.operations[index];
  wire::Operation operation;
  operation.id = pushed.id;
  operation.actor = push.actor;
  operation.subject = push.subjects[pushed.subject];
  operation.kind = pushed.kind;
  operation.edition = pushed.edition;
  operation.base_version = pushed.base_version;
  operation.made_at_ms = made_at(push.made_from_ms, pushed.made_after_ms);
  operation.payload = pushed.payload;
  operation.built_on = built_on(push, index);
  return operation;
}

wire::OperationResult refusal(OperationId id, const Error& error) {
  wire::OperationResult result;
  result.id = id;
  result.outcome = error.code == ErrorCode::Conflict ? wire::Outcome::Conflict : wire::Outcome::Refused;
  result.code = is_stable_name(error.detail) ? error.detail : std::string(name_of(error.code));
  return result;
}

bool is_passing(const Error& error) {
  return error.code == ErrorCode::Storage || error.code == ErrorCode::Internal ||
         error.code == ErrorCode::Unavailable || error.code == ErrorCode::Offline;
}

}  // namespace alongside::server
