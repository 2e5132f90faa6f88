// An agreement from its beginning to its end, as an officer types it and as the family's devices get it: who has each
// letter and who has not, what the audit says, what is refused, and the ledger as hledger reads it.
#include "app/wire/messages/notice.hpp"
#include "plugins/direct_payments/model/agreement_notice.hpp"
#include "tests/contract/family_devices.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace alongside;
using namespace alongside::contract;
using direct_payments::AgreementNotice;

namespace {

const std::string household = "10000000-0000-4000-8000-000000000001";
const std::string child = "20000000-0000-4000-8000-000000000001";
const std::string sharer = "30000000-0000-4000-8000-000000000007";
const std::string agreement = "40000000-0000-4000-8000-000000000001";

struct Council {
  FamilyDevices devices;

  Council() {
    REQUIRE(verb({"guide", "import", DEMO_COUNCIL "/direct_payments.json"}).exit_code == 0);
    REQUIRE(verb({"agreement", "import", FIXTURES "/family/sharer_agreement.json"}).exit_code == 0);
  }
  Finished verb(std::vector<std::string> words) const {
    words.insert(words.end(), {"--today", "2026-11-22"});
    return devices.server().process().verb(std::move(words));
  }
  template <wire::Message T>
  std::vector<T> of(Who who) const {
    std::vector<T> found;
    for (const wire::Document& document : devices.feed(who)) {
      if (document.kind == T::schema.id && document.state == wire::DocumentState::Present)
        found.push_back(wire::decode_payload<T>(document.content).value());
    }
    return found;
  }
};

}  // namespace

TEST_CASE("who is paid has each letter, who they share their money with reads it too, and nobody else") {
  Council council;
  const Finished amended = council.verb({"agreement", "amend", agreement, "Prices went up.", "--from", "2026-12-28",
                                         "--pounds", "330.00", "--welsh", "Cododd prisiau."});
  CHECK(amended.errors == "");
  CHECK(has(amended.output, "£312.00 to £330.00"));
  const Finished stopped = council.verb({"agreement", "stop", agreement, "2027-01-24", "The need is met elsewhere."});
  CHECK(has(stopped.output, "ends on 2027-01-24"));
  const auto letters = council.of<AgreementNotice>(Who::Sharer);
  REQUIRE(letters.size() == 2);
  CHECK(council.of<AgreementNotice>(Who::Parent).size() == 2);
  for (const Who who : {Who::Other, Who::Restricted, Who::Former}) CHECK(council.of<AgreementNotice>(who).empty());
  CHECK(council.of<wire::Notice>(Who::Sharer).size() == 2);
  CHECK(council.of<wire::Notice>(Who::Parent).empty());
}

TEST_CASE("an agreement is made on the command line, and the audit says who decided and of which household") {
  Council council;
  const Finished made = council.verb({"agreement", "create", household, child, sharer, "60.00", "2026-12-01",
                                      "Clubs in the holidays.", "--every", "1 month", "--officer", "C. Evans"});
  CHECK(made.errors == "");
  const auto letters = council.of<AgreementNotice>(Who::Sharer);
  REQUIRE(letters.size() == 1);
  CHECK(letters[0].officer == "C. Evans");
  CHECK(has(made.output, letters[0].agreement.text()));
  CHECK(has(council.verb({"agreement", "show", letters[0].agreement.text(), "--json"}).output, "\"pence\":6000"));
  const Finished listed = council.verb({"audit", "list", "--json"});
  CHECK(has(listed.output, "\"verb\":\"agreement create\",\"officer\":\"C. Evans\""));
  CHECK(has(listed.output, "\"household\":\"" + household + "\""));
  CHECK_FALSE(has(listed.output, "Clubs in the holidays"));
}

TEST_CASE("what may not be is refused in words, recorded as refused, and changes nobody's feed") {
  Council council;
  const std::string before = council.devices.all_feeds();
  const std::vector<std::vector<std::string>> hostile = {
      {"amend", agreement, "Why.", "--from", "2026-12-28", "--pounds", "0"},
      {"amend", agreement, "Why.", "--from", "2026-12-28", "--pounds=-1"},
      {"amend", agreement, "Why.", "--from", "2026-11-01", "--pounds", "330.00"},
      {"amend", agreement, "Why.", "--from", "2026-11-30", "--pounds", "1.00"},
      {"amend", agreement, "Why.", "--from", "2026-12-29", "--pounds", "330.00"},
      {"amend", "40000000-0000-4000-8000-0000000000ff", "Why.", "--from", "2026-12-28", "--pounds", "330.00"},
      {"stop", agreement, "2026-11-21", "Why."},
      {"stop", agreement, "2026-11-30", "Why."},
      {"create", "10000000-0000-4000-8000-0000000000ff", child, sharer, "60.00", "2026-12-01", "Why."},
      {"create", household, child, "30000000-0000-4000-8000-000000000005", "60.00", "2026-12-01", "Why."},
      {"create", household, child, sharer, "60.00", "2026-12-01", "Why.", "--ends", "2026-11-01"}};
  for (std::vector<std::string> words : hostile) {
    words.insert(words.begin(), "agreement");
    CAPTURE(words[1] + " " + words[2] + " " + words[3]);
    const Finished refused = council.verb(words);
    CHECK(refused.exit_code == 1);
    CHECK(refused.output.empty());
    CHECK(refused.errors.size() > 30);
  }
  CHECK(council.verb({"agreement", "stop", agreement}).exit_code == 2);  // half a sentence
  CHECK(council.devices.all_feeds() == before);
  CHECK(has(council.verb({"audit", "list"}).output, "agreement stop"));
}

TEST_CASE("hledger reads the ledger that is exported, and finds what our own check does") {
  Council council;
  if (run({"/usr/bin/env", "hledger", "--version"}).exit_code != 0) {
    MESSAGE("hledger is not installed, so nothing was compared with it");
    return;
  }
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/out.journal";
  CHECK(has(council.verb({"ledger", "export", path}).output, "1 transactions written"));
  CHECK(run({"/usr/bin/env", "hledger", "-f", path, "check"}).exit_code == 0);
  const Finished balances =
      run({"/usr/bin/env", "hledger", "-f", path, "balance", "--flat", "--no-total", "-O", "csv"});
  CHECK(has(balances.output, "\"" + agreement + ":assets:bank\",\"312.00 GBP\""));
  CHECK(has(balances.output, "\"" + agreement + ":income:council payment\",\"-312.00 GBP\""));
  CHECK(has(council.verb({"ledger", "check"}).output, "1 transactions, 2 lines: they all fit."));
}
