// `council-api ledger import`: a bank's file tried from a terminal, without a server, a council or a data folder.
#include "tests/contract/raw_client.hpp"
#include "tests/contract/server_process.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace alongside::contract;

namespace {

const std::string lloyds = FIXTURES "/statements/lloyds.csv";

}  // namespace

TEST_CASE("a bank's file is printed line by line with a verdict for each, as JSON and in words") {
  const Finished json = run({COUNCIL_API, "ledger", "import", lloyds, "--json"});
  CHECK(json.exit_code == 0);
  CHECK(json.errors.empty());
  CHECK(has(json.output, R"("format":"csv")"));
  CHECK(has(json.output, R"("new_rows":5,"have_rows":0,"not_sure_rows":0,"skipped_lines":1,"refused_lines":0)"));
  CHECK(has(json.output, R"("line":2,"verdict":"new")"));
  CHECK(has(json.output, R"("day":"2026-11-21","amount":-850,"text":"ALDERMERE SWIM CLUB")"));
  const Finished words = run({COUNCIL_API, "ledger", "import", lloyds});
  CHECK(has(words.output, "5 new, 0 there already, 0 not sure, 0 refused, 1 lines without a payment\n"));
}

TEST_CASE("a file that is there already adds nothing") {
  const Finished again = run({COUNCIL_API, "ledger", "import", lloyds, "--onto", lloyds, "--json"});
  CHECK(has(again.output, R"("new_rows":0,"have_rows":5)"));
}

TEST_CASE("a file that cannot be read is refused in words, and nothing is printed of it") {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/statement.pdf";
  std::ofstream(path) << "%PDF-1.7 secret";
  const Finished refused = run({COUNCIL_API, "ledger", "import", path, "--json"});
  CHECK(refused.exit_code == 1);
  CHECK(refused.output.empty());
  CHECK(has(refused.errors, "this is a PDF; download the statement as CSV"));
  CHECK_FALSE(has(refused.errors, "secret"));
  CHECK(has(run({COUNCIL_API, "ledger", "import", folder.path() + "/none.csv"}).errors, "the file cannot be read"));
  CHECK(has(run({COUNCIL_API, "ledger", "import", folder.path()}).errors, "the file"));
  CHECK(run({COUNCIL_API, "ledger", "import"}).exit_code == 2);
}

TEST_CASE("a file of 200 MB is refused as too large, and nothing of it is printed") {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/huge.csv";
  std::ofstream(path) << "Date,Description,Amount\n02/11/2026,SECRET,-1.00\n";
  std::filesystem::resize_file(path, std::uintmax_t{200} << 20);
  const Finished refused = run({COUNCIL_API, "ledger", "import", path, "--json"});
  CHECK(refused.exit_code == 1);
  CHECK(refused.output.empty());
  CHECK(has(refused.errors, "larger than"));
  CHECK_FALSE(has(refused.errors, "SECRET"));
}
