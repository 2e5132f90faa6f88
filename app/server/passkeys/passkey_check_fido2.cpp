#include "app/server/passkeys/passkey_check.hpp"

#include "app/server/constant_time.hpp"

#include <fido.h>
#include <fido/eddsa.h>
#include <fido/es256.h>
#include <fido/rs256.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string_view>

namespace alongside::server {

namespace {

constexpr std::size_t most_auth_data = 4096;
constexpr std::size_t most_signature = 1024;
constexpr std::size_t least_credential = 16, most_credential = 1023;
// WebAuthn 2, 6.1: the host's fingerprint, a byte of flags, a count of four bytes; of a new one then its maker's number
// of 16 bytes, the length of its name in two, its name and its key.
constexpr std::size_t flags_at = 32, answer_bytes = 37, made_head_bytes = answer_bytes + 16 + 2;
constexpr std::uint8_t person_present = 0x01, person_recognised = 0x04, has_key = 0x40, has_extensions = 0x80;

// libfido2 frees by the address of a pointer, which it clears.
template <auto Free>
struct FreedByFido {
  template <class T>
  void operator()(T* made) const {
    Free(&made);
  }
};
using FidoCredential = std::unique_ptr<fido_cred_t, FreedByFido<fido_cred_free>>;
using FidoAssertion = std::unique_ptr<fido_assert_t, FreedByFido<fido_assert_free>>;
using Es256 = std::unique_ptr<es256_pk_t, FreedByFido<es256_pk_free>>;
using Eddsa = std::unique_ptr<eddsa_pk_t, FreedByFido<eddsa_pk_free>>;
using Rs256 = std::unique_ptr<rs256_pk_t, FreedByFido<rs256_pk_free>>;
using OpensslKey = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

Error bad_passkey(std::string_view why) { return {ErrorCode::NotAllowed, "a passkey: " + std::string(why)}; }

std::string_view letters_of(std::span<const std::uint8_t> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// Takes `use` to the key as libfido2 has it, or says that these bytes are no key: a point beside its curve among them.
template <class Use>
Result<int> with_key(const PasskeyKey& key, Use use) {
  const auto open = [&key, &use](auto held, auto read, auto make) -> Result<int> {
    if (!held || read(held.get(), key.bytes.data(), key.bytes.size()) != FIDO_OK) return bad_passkey("no key");
    if (!OpensslKey(make(held.get()), &EVP_PKEY_free)) return bad_passkey("no key");
    return use(static_cast<const void*>(held.get()));
  };
  switch (key.algorithm) {
    case COSE_ES256: return open(Es256(es256_pk_new()), es256_pk_from_ptr, es256_pk_to_EVP_PKEY);
    case COSE_EDDSA: return open(Eddsa(eddsa_pk_new()), eddsa_pk_from_ptr, eddsa_pk_to_EVP_PKEY);
    case COSE_RS256: return open(Rs256(rs256_pk_new()), rs256_pk_from_ptr, rs256_pk_to_EVP_PKEY);
    default: return bad_passkey("a kind of key that we do not take");
  }
}

// libfido2 hands CBOR to a library that believes the lengths it reads: some changed bytes make it take gigabytes. So it
// never sees any that has another shape than this. A key stands there in CTAP2's canonical form, of which there is one
// for each kind: these bytes, 32 or 256 of the key, and for two of them the rest.
struct KeyShape {
  std::int64_t algorithm;
  std::span<const std::uint8_t> before;
  std::size_t first;
  std::span<const std::uint8_t> between;
  std::size_t second;
  std::size_t size() const { return before.size() + first + between.size() + second; }
};
constexpr std::uint8_t es256_x[] = {0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20};
constexpr std::uint8_t es256_y[] = {0x22, 0x58, 0x20};
constexpr std::uint8_t eddsa_x[] = {0xA4, 0x01, 0x01, 0x03, 0x27, 0x20, 0x06, 0x21, 0x58, 0x20};
constexpr std::uint8_t rs256_n[] = {0xA4, 0x01, 0x03, 0x03, 0x39, 0x01, 0x00, 0x20, 0x59, 0x01, 0x00};
constexpr std::uint8_t rs256_e[] = {0x21, 0x43};
constexpr KeyShape key_shapes[] = {
    {COSE_ES256, es256_x, 32, es256_y, 32}, {COSE_EDDSA, eddsa_x, 32, {}, 0}, {COSE_RS256, rs256_n, 256, rs256_e, 3}};

const KeyShape* shape_of(std::span<const std::uint8_t> key) {
  const auto stands = [&key](std::size_t at, std::span<const std::uint8_t> wanted) {
    return std::equal(wanted.begin(), wanted.end(), key.begin() + static_cast<std::ptrdiff_t>(at));
  };
  for (const KeyShape& shape : key_shapes) {
    const bool fits = key.size() >= shape.size() && stands(0, shape.before) &&
                      stands(shape.before.size() + shape.first, shape.between);
    if (fits) return &shape;
  }
  return nullptr;
}

struct MadeShape {
  std::int64_t algorithm;
  Bytes auth_data;  // without what stands behind the key: nothing of it is asked for, and nothing was signed
};

std::optional<MadeShape> made_shape(std::span<const std::uint8_t> auth_data) {
  if (auth_data.size() < made_head_bytes || auth_data.size() > most_auth_data) return std::nullopt;
  const std::size_t name = auth_data[made_head_bytes - 2] * std::size_t{256} + auth_data[made_head_bytes - 1];
  if (name < least_credential || name > most_credential || auth_data.size() < made_head_bytes + name)
    return std::nullopt;
  const KeyShape* const key = shape_of(auth_data.subspan(made_head_bytes + name));
  if (key == nullptr) return std::nullopt;
  const auto kept = auth_data.first(made_head_bytes + name + key->size());
  MadeShape made{key->algorithm, {kept.begin(), kept.end()}};
  made.auth_data[flags_at] &= static_cast<std::uint8_t>(~has_extensions);
  return made;
}

Result<void> check_made(const fido_cred_t& made, std::span<const std::uint8_t> auth_data, const std::string& host) {
  const Sha256 expected = ALONGSIDE_TRY(sha256_of(host));
  if (!equal_in_constant_time(letters_of(auth_data.first(expected.size())), letters_of(expected))) {
    return bad_passkey("made for another host");
  }
  const std::uint8_t flags = fido_cred_flags(&made);
  if ((flags & person_present) == 0 || (flags & person_recognised) == 0) return bad_passkey("nobody was recognised");
  return {};
}

}  // namespace

Result<NewPasskey> new_passkey_in(std::span<const std::uint8_t> auth_data, const std::string& host) {
  fido_init(0);  // of this thread
  const auto shape = made_shape(auth_data);
  if (!shape) return bad_passkey("it has no shape that we take");
  const FidoCredential made(fido_cred_new());
  const bool set = made && fido_cred_set_type(made.get(), static_cast<int>(shape->algorithm)) == FIDO_OK &&
                   fido_cred_set_authdata_raw(made.get(), shape->auth_data.data(), shape->auth_data.size()) == FIDO_OK;
  if (!set) return bad_passkey("it cannot be read");
  ALONGSIDE_TRY(check_made(*made, shape->auth_data, host));
  const auto bytes = [](const unsigned char* begin, std::size_t size) { return Bytes(begin, begin + size); };
  NewPasskey passkey;
  passkey.credential = bytes(fido_cred_id_ptr(made.get()), fido_cred_id_len(made.get()));
  passkey.key = {shape->algorithm, bytes(fido_cred_pubkey_ptr(made.get()), fido_cred_pubkey_len(made.get()))};
  passkey.sign_count = fido_cred_sigcount(made.get());
  ALONGSIDE_TRY(with_key(passkey.key, [](const void*) { return FIDO_OK; }));
  return passkey;
}

Result<std::uint32_t> check_passkey_answer(const PasskeyAnswer& answer, const PasskeyKey& key,
                                           const std::string& host) {
  fido_init(0);
  // Nothing more was asked for than the host, the flags and the count.
  const bool plain =
      answer.auth_data.size() == answer_bytes && (answer.auth_data[flags_at] & (has_key | has_extensions)) == 0;
  if (!plain || answer.signature.size() > most_signature) return bad_passkey("more than was asked for, or less");
  const FidoAssertion given(fido_assert_new());
  fido_assert_t* const it = given.get();
  const Sha256& sum = answer.client_data_sum;
  const bool set =
      it != nullptr && fido_assert_set_count(it, 1) == FIDO_OK && fido_assert_set_rp(it, host.c_str()) == FIDO_OK &&
      fido_assert_set_up(it, FIDO_OPT_TRUE) == FIDO_OK && fido_assert_set_uv(it, FIDO_OPT_TRUE) == FIDO_OK &&
      fido_assert_set_clientdata_hash(it, sum.data(), sum.size()) == FIDO_OK &&
      fido_assert_set_authdata_raw(it, 0, answer.auth_data.data(), answer.auth_data.size()) == FIDO_OK &&
      fido_assert_set_sig(it, 0, answer.signature.data(), answer.signature.size()) == FIDO_OK;
  if (!set) return bad_passkey("it cannot be read");
  const int checked = ALONGSIDE_TRY(with_key(
      key, [&](const void* held) { return fido_assert_verify(it, 0, static_cast<int>(key.algorithm), held); }));
  if (checked != FIDO_OK) return bad_passkey(fido_strerr(checked));
  return fido_assert_sigcount(it, 0);
}

}  // namespace alongside::server
