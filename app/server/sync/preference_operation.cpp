// A preference: a person's own choice, the last one wins. One document a key.
#include "app/base/utf8.hpp"
#include "app/server/sync/family_operations.hpp"

#include <algorithm>
#include <string_view>

namespace alongside::server {

namespace {

constexpr std::size_t longest_key = 100;
constexpr std::size_t most_preference_letters = 1000;
constexpr std::size_t most_preferences = 200;

bool is_key(std::string_view key) {
  return !key.empty() && key.size() <= longest_key && std::ranges::all_of(key, [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '_' || letter == '.';
  });
}

}  // namespace

Result<Applied> apply_preference(OperationContext& context, const wire::Preference& preference) {
  if (!is_key(preference.key) || preference.id.is_nil()) return Error{ErrorCode::InvalidInput, "bad_payload"};
  if (code_points(preference.value) > most_preference_letters) return Error{ErrorCode::TooLarge, "too_long"};
  const wire::Operation& operation = context.operation;
  const auto documents = ALONGSIDE_TRY(
      context.documents.of_kind(context.actor, context.what, operation.subject, wire::Preference::schema.id));
  NewContent content;
  content.id = preference.id;
  content.subject = operation.subject;
  content.owner = context.actor.person;
  content.kind = wire::Preference::schema.id;
  content.edition = wire::Preference::schema.version;
  wire::Version base;
  for (const wire::Document& there : documents) {
    const auto earlier = ALONGSIDE_TRY(wire::decode_payload<wire::Preference>(there.content));
    if (earlier.key != preference.key) continue;
    content.id = there.id;  // of the device that was first
    base = there.now();
  }
  if (!base.exists() && documents.size() >= most_preferences) return Error{ErrorCode::TooLarge, "too_many"};
  wire::Preference kept = preference;
  kept.id = content.id;
  content.content = wire::encode_payload(kept);
  return Applied{ALONGSIDE_TRY(context.documents.put(context.actor, context.what, content, base))};
}

}  // namespace alongside::server
