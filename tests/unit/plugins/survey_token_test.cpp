// Anonymous tokens: given once to each person, spent once, and forged by nobody. The blinding is done
// here with OpenSSL's own numbers, as a browser does it.
#include "app/server/database.hpp"
#include "app/server/tokens/token_desk.hpp"
#include "tests/unit/plugins/survey_wallet.hpp"

#include <doctest/doctest.h>

using namespace alongside;
using server::TokenDesk;
using testing::Wallet;

namespace {

struct Desk {
  server::Database database;
  TokenDesk desk{database};
  Desk() {
    REQUIRE(database.open(":memory:").ok());
    REQUIRE(server::apply_migrations(database, "tokens", TokenDesk::migrations()).ok());
    REQUIRE(desk.open("spring").ok());
  }
  Bytes token(Wallet& wallet, const char* purpose = "spring", PersonId person = person_number(1)) {
    const auto blinded = wallet.blind(desk.public_key(purpose).value());
    return wallet.finish(desk.sign(purpose, person, blinded).value());
  }
  static PersonId person_number(std::uint8_t number) {
    IdBytes bytes{};
    bytes[0] = number;
    return PersonId(bytes);
  }
};

ErrorCode code_of(const Result<void>& result) { return result.ok() ? ErrorCode::Internal : result.error().code; }

}  // namespace

TEST_CASE("a token that was signed unseen is taken once") {
  Desk desk;
  Wallet wallet;
  const Bytes token = desk.token(wallet);
  CHECK(token.size() == TokenDesk::token_bytes);
  CHECK(desk.desk.spend("spring", token).ok());
  CHECK(code_of(desk.desk.spend("spring", token)) == ErrorCode::Conflict);
}

TEST_CASE("asking again with the same blinded bytes gives the same answer, with others nothing") {
  Desk desk;
  Wallet wallet, another;
  const Bytes key = desk.desk.public_key("spring").value();
  const Bytes blinded = wallet.blind(key);
  const auto first = desk.desk.sign("spring", Desk::person_number(1), blinded);
  REQUIRE(first.ok());
  CHECK(desk.desk.sign("spring", Desk::person_number(1), blinded).value() == first.value());
  const auto second = desk.desk.sign("spring", Desk::person_number(1), another.blind(key));
  REQUIRE_FALSE(second.ok());
  CHECK(second.error().code == ErrorCode::Conflict);
  CHECK(desk.desk.sign("spring", Desk::person_number(2), another.blind(key)).ok());
}

TEST_CASE("a purpose keeps its key when it is opened again, and none is made up for others") {
  Desk desk;
  const Bytes key = desk.desk.public_key("spring").value();
  REQUIRE(desk.desk.open("spring").ok());
  CHECK(desk.desk.public_key("spring").value() == key);
  CHECK(desk.desk.public_key("autumn").error().code == ErrorCode::NotFound);
  CHECK(desk.desk.sign("autumn", Desk::person_number(1), Bytes(256, 1)).error().code == ErrorCode::NotFound);
  CHECK_FALSE(desk.desk.public_key(std::string(5000, 'x')).ok());
}

TEST_CASE("no token of another purpose, of another key, cut short or with a bit turned is taken") {
  Desk desk;
  REQUIRE(desk.desk.open("autumn").ok());
  Wallet wallet, other;
  const Bytes token = desk.token(wallet);
  CHECK(code_of(desk.desk.spend("autumn", token)) == ErrorCode::NotAllowed);
  CHECK(code_of(desk.desk.spend("spring", desk.token(other, "autumn"))) == ErrorCode::NotAllowed);
  for (const std::size_t size : {0, 1, 63, 64, 319}) {
    CHECK(code_of(desk.desk.spend("spring", std::span(token).first(size))) == ErrorCode::NotAllowed);
  }
  for (std::size_t bit = 0; bit < token.size() * 8; bit += 37) {
    Bytes turned = token;
    turned[bit / 8] ^= static_cast<std::uint8_t>(1u << (bit % 8));
    REQUIRE(code_of(desk.desk.spend("spring", turned)) == ErrorCode::NotAllowed);
  }
  CHECK(desk.desk.spend("spring", token).ok());
}

TEST_CASE("what is no number below the key's is not signed, and does not use up the person's token") {
  Desk desk;
  for (const Bytes& bad : {Bytes{}, Bytes(255, 1), Bytes(257, 1), Bytes(256, 0xff)}) {
    const auto refused = desk.desk.sign("spring", Desk::person_number(1), bad);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::InvalidInput);
  }
  Wallet wallet;
  CHECK(desk.desk.spend("spring", desk.token(wallet)).ok());
}
