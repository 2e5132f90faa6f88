#include "app/server/release/signed_text.hpp"

#include "app/base/base64url.hpp"

#include <algorithm>
#include <utility>

namespace alongside::server {

namespace {

constexpr JsonLimits envelope_limits{
    .most_bytes = std::size_t{4} << 20, .most_depth = 8, .most_text = std::size_t{2} << 20};

Error not_believed(std::string_view why) { return {ErrorCode::Incompatible, std::string(why)}; }

struct Signer {
  const ReleaseKey* key;
  bool good;
};

std::vector<Signer> signers_of(const JsonValue& signatures, const std::string& text, const KeyRing& ring) {
  std::vector<Signer> signers;
  for (const JsonValue& one : signatures.items) {
    const auto key = std::ranges::find(ring, one.text_at("key"), &ReleaseKey::id);
    if (key == ring.end()) continue;
    const auto bytes = base64url_bytes(one.text_at("signature"));
    signers.push_back({&*key, bytes && is_ed25519_signature(key->key, text, *bytes)});
  }
  return signers;
}

}  // namespace

Result<SignedText> open_signed_text(std::string_view envelope, std::string_view kind, const KeyRing& ring) {
  const auto outer = read_json(envelope, envelope_limits);
  if (!outer) return not_believed("it was changed or cut short: it is no signed list");
  const JsonValue* const text = outer->find("signed");
  const JsonValue* const signatures = outer->find("signatures");
  if (text == nullptr || !text->is(JsonKind::Text) || signatures == nullptr || !signatures->is(JsonKind::Array)) {
    return not_believed("it was changed or cut short: it is no signed list");
  }
  const auto signers = signers_of(*signatures, "Alongside " + std::string(kind) + " 1\n" + text->text, ring);
  if (signers.empty()) return not_believed("it is signed by nobody whose key is in the ring");
  // One good signature beside a bad one of a key that we know: somebody has been at it.
  if (!std::ranges::all_of(signers, &Signer::good)) return not_believed("it was changed after it was signed");
  auto content = read_json(text->text, envelope_limits);
  if (!content || !content->is(JsonKind::Object)) return not_believed("what was signed is no list");
  const auto issued = Date::parse(content->text_at("issued"));
  if (!issued) return not_believed("it does not say when it was signed");
  for (const Signer& signer : signers) {
    if (signer.key->counts_on(issued.value())) return SignedText{std::move(content).value(), signer.key->id};
  }
  return not_believed("the key that signed it did not count on " + issued->iso());
}

}  // namespace alongside::server
