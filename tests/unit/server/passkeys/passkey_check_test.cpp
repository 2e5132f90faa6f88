// What a device makes and signs, as bytes: whatever is cut off, changed or left out, it is refused and nothing breaks.
#include "app/server/passkeys/passkey_check.hpp"
#include "tests/unit/server/passkeys/soft_passkey.hpp"

#include <doctest/doctest.h>

#include <random>
#include <span>

using namespace alongside;
using namespace alongside::server;
using namespace alongside::testing;

namespace {

const std::string own = "short-breaks.example";

bool reads(std::span<const std::uint8_t> auth_data) { return new_passkey_in(auth_data, own).ok(); }

struct Known {
  SoftPasskey device{own};
  NewPasskey passkey = new_passkey_in(device.made(), own).value();
  Bytes words = client_data("webauthn.get", "x", "https://short-breaks.example");

  Result<std::uint32_t> check(const SoftAnswer& answer) const {
    return check_passkey_answer({answer.auth_data, answer.signature, sha256(answer.client_data).value()}, passkey.key,
                                own);
  }
};

}  // namespace

TEST_CASE("a new passkey is read with its name and key, and answers are checked by that key") {
  const Known known;
  CHECK(known.passkey.credential == known.device.credential());
  CHECK(known.passkey.key.algorithm == -7);
  CHECK(known.passkey.sign_count == 0);
  CHECK(known.check(known.device.answer(known.words, 7)).value() == 7);
}

TEST_CASE("a new passkey that is cut off anywhere is refused") {
  const Bytes whole = SoftPasskey(own).made();
  for (std::size_t length = 0; length < whole.size(); ++length) {
    CAPTURE(length);
    CHECK_FALSE(reads(std::span(whole).first(length)));
  }
  CHECK_FALSE(reads(Bytes(1'000'000, 0x41)));
  CHECK_FALSE(reads(Bytes(4096, 0xFF)));
}

TEST_CASE("a new passkey for another host, without a person, or without its key is refused") {
  const SoftPasskey device(own);
  CHECK(reads(device.made()));
  CHECK_FALSE(reads(SoftPasskey("evil.example").made()));
  CHECK_FALSE(reads(device.made(there | has_key)));
  CHECK_FALSE(reads(device.made(recognised | has_key)));
  CHECK_FALSE(reads(device.made(there | recognised)));
}

TEST_CASE("a key that lies beside its curve, and one of a kind that we do not take, is refused") {
  Bytes beside = SoftPasskey(own).made();
  beside.back() ^= 1;
  CHECK_FALSE(reads(beside));
  Bytes other = SoftPasskey(own).made();
  const std::size_t algorithm = 37 + 18 + 32 + 4;
  REQUIRE(other[algorithm] == 0x26);
  other[algorithm] = 0x27;  // EdDSA, with the coordinates of ES256
  CHECK_FALSE(reads(other));
  other[algorithm] = 0x25;
  CHECK_FALSE(reads(other));
}

TEST_CASE("what a device says of itself behind its key is left unread, however it is made") {
  const SoftPasskey device(own);
  for (const Bytes& more : {Bytes{0xA1, 0x6B, 'c', 'r', 'e', 'd', 'P', 'r', 'o', 't', 'e', 'c', 't', 0x02},
                            Bytes{0xBA, 0xFF, 0xFF, 0xFF, 0xFF}, Bytes(2000, 0x9F), Bytes()}) {
    Bytes made = device.made(there | recognised | has_key | 0x80);
    made.insert(made.end(), more.begin(), more.end());
    CHECK(new_passkey_in(made, own)->credential == device.credential());
  }
}

TEST_CASE("20,000 new passkeys with bytes changed, doubled and left out are each read or refused, and nothing breaks") {
  std::mt19937 random(20261122);
  const auto below = [&random](std::size_t end) { return random() % end; };
  const Bytes good = SoftPasskey(own).made();
  int refused = 0;
  for (int i = 0; i < 20'000; ++i) {
    Bytes bad = good;
    for (std::size_t left = 1 + below(4); left > 0; --left) {
      const std::size_t at = below(bad.size());
      const auto place = bad.begin() + static_cast<std::ptrdiff_t>(at);
      switch (below(3)) {
        case 0: bad[at] = static_cast<std::uint8_t>(random()); break;
        case 1: bad.insert(place, static_cast<std::uint8_t>(random())); break;
        default: bad.erase(place);
      }
    }
    refused += reads(bad) ? 0 : 1;
  }
  // What may differ is the count, the maker's number and the name: 52 bytes of 164.
  CHECK(refused > 10'000);
}

TEST_CASE("an answer for another host, without a person, of another count or of other words is refused") {
  const Known known;
  CHECK_FALSE(known.check(known.device.answer(known.words, 1, there)).ok());
  CHECK_FALSE(known.check(known.device.answer(known.words, 1, recognised)).ok());
  SoftPasskey elsewhere(own);
  CHECK_FALSE(known.check(elsewhere.answer(known.words, 1)).ok());
  SoftAnswer answer = known.device.answer(known.words, 1);
  CHECK(known.check(answer).ok());
  answer.auth_data.back() = 9;
  CHECK_FALSE(known.check(answer).ok());
  answer = known.device.answer(known.words, 1);
  answer.client_data.back() = ' ';
  CHECK_FALSE(known.check(answer).ok());
  Known other_host;
  other_host.device.host = "evil.example";
  CHECK_FALSE(other_host.check(other_host.device.answer(other_host.words, 1)).ok());
}

TEST_CASE("an answer of more than the host, the flags and the count is refused, though its own key signed it") {
  const Known known;
  for (const std::uint8_t more : {std::uint8_t{0x40}, std::uint8_t{0x80}, std::uint8_t{0xC0}}) {
    const auto flags = static_cast<std::uint8_t>(there | recognised | more);
    CHECK_FALSE(known.check(known.device.answer(known.words, 1, flags)).ok());
  }
}

TEST_CASE("a signature with any bit changed, cut off or endless is refused") {
  const Known known;
  const SoftAnswer good = known.device.answer(known.words, 1);
  for (std::size_t bit = 0; bit < good.signature.size() * 8; ++bit) {
    SoftAnswer bad = good;
    bad.signature[bit / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
    CHECK_FALSE(known.check(bad).ok());
  }
  for (const std::size_t length : {std::size_t{0}, std::size_t{1}, good.signature.size() - 1, std::size_t{1'000'000}}) {
    SoftAnswer bad = good;
    bad.signature.resize(length);
    CHECK_FALSE(known.check(bad).ok());
    bad = good;
    bad.auth_data.resize(length);
    CHECK_FALSE(known.check(bad).ok());
  }
}
