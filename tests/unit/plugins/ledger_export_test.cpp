// The ledger as a file for other programs: each transaction with both its sides, who and when, and no cell a formula.
// That hledger reads it and finds the same balances is tests/contract/agreements_test.cpp.
#include "plugins/direct_payments/api/ledger_journal.hpp"
#include "tests/unit/plugins/agreement_sample.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;

namespace {

struct Exported : WritingCouncil {
  std::string text(const std::string& name, const std::string& agreement = "") {
    const std::string path = std::filesystem::temp_directory_path() / name;
    const auto done = run("ledger", "export", {path, agreement});
    REQUIRE(done.ok());
    std::ifstream file(path, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(file)), {});
    std::filesystem::remove(path);
    return text;
  }
  void spend(std::string_view text, std::int64_t pence = 850) {
    REQUIRE(push(sam, record_of(spend_of(pence, "2026-11-20", text))).outcome == wire::Outcome::Applied);
  }
};

bool has(const std::string& text, const std::string& part) {
  CAPTURE(text);
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a journal has each transaction with its day, its words, who wrote it and both its sides") {
  Exported council;
  council.spend("Swim club");
  const std::string journal = council.text("out.journal");
  CHECK(has(journal, "2026-11-20 * (ab000000) Swim club\n"));
  CHECK(has(journal, "    ; by: " + sam.text() + "\n"));
  CHECK(has(journal, "    " + agreement_id.text() + ":expenses:activities  8.50 GBP\n"));
  CHECK(has(journal, "    " + agreement_id.text() + ":assets:bank  -8.50 GBP\n"));
  CHECK(has(journal, "    ; by: the council\n"));
}

TEST_CASE("what somebody wrote is never a formula, a comment or a line of its own") {
  Exported council;
  council.spend("=HYPERLINK(\"http://x\";\"y\"), | a; b");
  council.spend("-1+1");
  const std::string csv = council.text("out.csv");
  CHECK(has(csv, ",\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\"), | a; b\","));
  CHECK(has(csv, ",'-1+1,"));
  CHECK(has(csv, ",bank,assets,-8.50,"));
  CHECK(has(council.text("out.journal"), ") =HYPERLINK(\"http://x\",\"y\"), , a, b\n"));
}

TEST_CASE("what was taken back stands there with what it takes back") {
  Exported council;
  council.spend("Twice");
  ReverseTransaction reverse;
  reverse.transaction = council.last_document();
  reverse.reason = "Entered twice";
  const std::string id = reverse.transaction.text();
  REQUIRE(council.push(sam, reverse).outcome == wire::Outcome::Applied);
  CHECK(has(council.text("out.journal"), "    ; reverses: " + id + "\n"));
  CHECK(has(council.text("out.csv"), "," + id + "\r\n"));
}

TEST_CASE("of one agreement nothing of another is told, and of none nothing") {
  Exported council;
  REQUIRE(council.create("50.00", "2026-11-23").ok());
  council.spend("Swim club");
  CHECK(has(council.text("one.csv", agreement_id.text()), "Swim club"));
  const std::string other = council.letters()[0].agreement.text();
  CHECK(council.text("other.csv", other) == "agreement,day,transaction,account,kind,pounds,words,by,at,reverses\r\n");
}

TEST_CASE("a file of another kind, or an id that is none, is refused") {
  Exported council;
  CHECK(says(council.run("ledger", "export", {"ledger.xlsx", ""}), ".journal or .csv"));
  CHECK(says(council.run("ledger", "export", {"ledger.csv", "all"}), "give the id of an agreement"));
  CHECK_FALSE(council.run("ledger", "export", {"/no/such/folder/ledger.csv", ""}).ok());
}
