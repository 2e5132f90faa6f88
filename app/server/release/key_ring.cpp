#include "app/server/release/key_ring.hpp"

#include "app/base/base64url.hpp"
#include "app/server/file_sum.hpp"
#include "app/server/json_fields.hpp"

#include <algorithm>

namespace alongside::server {

namespace {

constexpr std::size_t most_ring_bytes = std::size_t{64} << 10;
constexpr std::size_t most_keys = 32;
constexpr std::size_t id_letters = 16;

Date read_ring_day(JsonFields& fields, std::string_view name) {
  constexpr std::string_view what = "write a day, like \"2026-11-22\"";
  const std::string text = fields.text(name, {10, what});
  const auto day = Date::parse(text);
  if (!text.empty() && !day) fields.mistake(name, what);
  return day ? day.value() : Date();
}

ReleaseKey read_ring_key(const JsonValue& value, const std::string& path, JsonMistakes& mistakes) {
  constexpr std::string_view key_rule = "write the 43 letters that make_signing_key.mjs printed";
  JsonFields fields(value, path, mistakes);
  ReleaseKey key;
  key.id = fields.text("id", {id_letters, "write the 16 letters that make_signing_key.mjs printed"});
  const std::string text = fields.text("public", {64, key_rule});
  const auto bytes = base64url_bytes(text);
  const bool is_key = bytes && bytes->size() == key.key.size();
  if (is_key) std::copy(bytes->begin(), bytes->end(), key.key.begin());
  if (!is_key && !text.empty()) fields.mistake("public", key_rule);
  key.from = read_ring_day(fields, "from");
  key.until = read_ring_day(fields, "until");
  key.retired = fields.optional_text("retired", {200, "write why it counts no more, or take this out"});
  fields.finish();
  return key;
}

}  // namespace

Result<KeyRing> parse_key_ring(std::string_view json) {
  const JsonValue file =
      ALONGSIDE_TRY(read_json(json, {.most_bytes = most_ring_bytes, .most_depth = 4, .most_text = 1000}));
  if (!file.is(JsonKind::Array) || file.items.empty() || file.items.size() > most_keys) {
    return Error{ErrorCode::InvalidInput, "write a list of 1 to 32 keys"};
  }
  JsonMistakes mistakes;
  KeyRing ring;
  for (const JsonValue& item : file.items) {
    const std::string path = "[" + std::to_string(ring.size()) + "]";
    ReleaseKey key = read_ring_key(item, path, mistakes);
    const auto same = [&key](const ReleaseKey& other) { return other.id == key.id; };
    if (std::ranges::any_of(ring, same)) mistakes.add(path + ".id", "write each key once");
    ring.push_back(std::move(key));
  }
  if (!mistakes.none()) return Error{ErrorCode::InvalidInput, mistakes.report()};
  return ring;
}

Result<KeyRing> read_key_ring(const std::string& path) {
  Result<KeyRing> ring = parse_key_ring(ALONGSIDE_TRY(read_small_file(path, most_ring_bytes)));
  if (!ring.ok()) return Error{ring.error().code, path + ": " + ring.error().detail};
  return ring;
}

}  // namespace alongside::server
