// Invitations at the council: a code buys one anonymous answer and nothing else, nobody guesses one, and nothing that
// is kept leads from an answer to whom the code was given.
#include "plugins/feedback/api/invitations/qr_drawing_qrencode.hpp"
#include "plugins/feedback/api/survey_shelf.hpp"
#include "tests/unit/plugins/invitations_sample.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

using namespace alongside;
using namespace alongside::feedback;
using testing::InvitingCouncil, testing::Wallet, testing::invited_survey;

namespace {

const std::string named_survey = "1d86f3c7-a2e9-4b40-95f1-60c8e7b3d952";

}  // namespace

TEST_CASE("a code opens its survey however it is typed, and is good for one answer") {
  InvitingCouncil council;
  const std::string code = council.codes().at(0);
  CHECK(code.size() == 14);
  CHECK(council.invited(code).state == InvitedState::Open);
  CHECK(council.invited(code).survey.id == invited_survey);
  std::string typed;
  for (const char c : code) typed += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c == '-' ? ' ' : c);
  CHECK(council.invited(typed).state == InvitedState::Open);
  REQUIRE(council.answer(code, 1).ok());
  CHECK(council.invited(code).state == InvitedState::Used);
  CHECK_FALSE(council.answer(code, 2).ok());
  CHECK(council.count("SELECT count(*) FROM feedback_answers") == 1);
  CHECK(council.invite({"list"}).value() == "1 codes, 1 used.\n");
}

TEST_CASE("a code that two use at once buys one token, and a reply that was lost is given again") {
  InvitingCouncil council;
  const std::string code = council.codes().at(0);
  Wallet first, second;
  const Bytes blinded = council.blind(first);
  const server::Response signature = council.buy(code, blinded);
  CHECK(signature.status == 200);
  CHECK(council.buy(code, council.blind(second)).status == 409);
  CHECK(council.buy(code, blinded).body == signature.body);
}

TEST_CASE("what is kept of a code and what is kept of an answer have nothing in common") {
  InvitingCouncil council;
  for (const std::string& code : council.codes("5"))
    REQUIRE(council.answer(code, static_cast<std::uint8_t>(code[0])).ok());
  std::set<std::string> of_codes, of_answers;
  const auto collect = [&](std::set<std::string>& values, const std::string& sql) {
    auto select = council.database.prepare(sql).value();
    while (select.step().value() == server::Step::Row) {
      const auto bytes = select.column_bytes(0);
      values.insert(std::string(bytes.begin(), bytes.end()));
    }
  };
  for (const char* column : {"name", "salt", "hash", "blinded_hash"})
    collect(of_codes, std::string("SELECT ") + column + " FROM feedback_invitations");
  collect(of_answers, "SELECT id FROM feedback_answers");
  collect(of_answers, "SELECT answers FROM feedback_answers");
  collect(of_answers, "SELECT token_hash FROM token_spent");
  CHECK(of_codes.size() == 20);
  for (const std::string& value : of_codes) {
    for (const std::string& other : of_answers) CHECK(other.find(value) == other.npos);
  }
  CHECK(council.count("SELECT count(*) FROM token_given") == 0);
  CHECK(council.count("SELECT count(*) FROM pragma_table_info('feedback_invitations') WHERE name LIKE '%day%' OR name "
                      "LIKE '%_ms' OR name LIKE '%person%'") == 0);
}

TEST_CASE("guessing is slowed down by where it comes from, and a code lasts five wrong tries") {
  InvitingCouncil council;
  const std::string code = council.codes().at(0);
  const std::string wrong = code.substr(0, 13) + (code[13] == '0' ? "1" : "0");
  for (int tries = 0; tries < 4; ++tries) CHECK(council.look(wrong).status == 404);
  CHECK(council.invited(code).state == InvitedState::Open);
  CHECK(council.look(wrong).status == 404);
  CHECK(council.look(code).status == 404);
  for (int tries = 6; tries < 20; ++tries) CHECK(council.look("0000-0000-0000").status == 404);
  CHECK(council.look("0000-0000-0000").status == 503);
  const std::string other = council.codes().at(0);
  CHECK(council.look(other).status == 503);
  Wallet wallet;
  CHECK(council.buy(other, council.blind(wallet)).status == 503);
  council.address = "192.0.2.2";
  CHECK(council.look(other).status == 200);
}

TEST_CASE("what is no code is refused like a wrong one") {
  InvitingCouncil council;
  for (const char* strange : {"%3Cscript%3E", "<script>alert(1)</script>", "' OR 1=1 --", "....", "K7QM4XBN9TRWK7QM",
                              "K7QM-4XBN-9TR", "ÉÉÉÉÉÉ", "K7QM-4XBN-9TRU"}) {
    CAPTURE(strange);
    if (std::string(strange).find('/') != std::string::npos) continue;  // two parts of an address: no such route
    const server::Response response = council.look(strange);
    CHECK(response.status == 404);
    CHECK(response.body.find("script") == std::string::npos);
    CHECK(response.body.find(strange) == std::string::npos);
  }
}

TEST_CASE("a code ends with its day, with its survey, and when the council ends it") {
  InvitingCouncil council;
  Wallet wallet;
  SUBCASE("its day") {
    const std::string code = council.codes("1", "2026-11-25").at(0);
    council.clock.day = Date::parse("2026-11-25").value();
    CHECK(council.invited(code).state == InvitedState::Open);
    council.clock.day = Date::parse("2026-11-26").value();
    CHECK(council.invited(code).state == InvitedState::Over);
    CHECK(council.buy(code, council.blind(wallet)).status == 403);
    council.codes();  // and what has ended is forgotten
    CHECK(council.look(code).status == 404);
  }
  SUBCASE("its survey's last day, whatever was asked for") {
    const std::string code = council.codes("1", "2040-01-01").at(0);
    council.clock.day = Date::parse("2027-11-01").value();
    CHECK(council.invited(code).state == InvitedState::Over);
  }
  SUBCASE("a survey that is closed before its day") {
    const std::string code = council.codes().at(0);
    REQUIRE(SurveyShelf(council.database).close(SurveyId::parse(invited_survey).value()).ok());
    CHECK(council.invited(code).state == InvitedState::Over);
    CHECK(council.buy(code, council.blind(wallet)).status == 403);
  }
  SUBCASE("ended: what was begun can still be sent") {
    const auto codes = council.codes("2");
    const Bytes blinded = council.blind(wallet);
    REQUIRE(council.buy(codes[0], blinded).status == 200);
    CHECK(council.invite({"end"}).value() == "1 codes that nobody had used no longer work.\n");
    CHECK(council.look(codes[1]).status == 404);
    CHECK(council.buy(codes[0], blinded).status == 200);
  }
}

TEST_CASE("a token is bought for a version that there is, by bytes that can be signed") {
  InvitingCouncil council;
  const std::string code = council.codes().at(0);
  Wallet wallet;
  CHECK(council.buy(code, council.blind(wallet), 9).status == 404);
  CHECK(council.buy(code, Bytes(256, 0xFF)).status == 400);
  CHECK(council.buy(code, Bytes(3, 1)).status == 400);
  CHECK(council.invited(code).state == InvitedState::Open);
  CHECK(council.answer(code, 1).ok());
}

TEST_CASE("codes are for anonymous surveys that are answered once; the others have links") {
  InvitingCouncil council(HowOften::AsTheyLike);
  CHECK(council.refusal({"codes", invited_survey, "3"}) ==
        "anybody may answer this survey as often as they like: its link is enough (survey invite link)");
  CHECK(council.invite({"link"}).value() == "https://short-breaks.example/say/" + invited_survey + "\n");
  Definition named = testing::sample_definition();
  named.survey = SurveyId::parse(named_survey).value();
  REQUIRE(DefinitionStore(council.database).publish(named).ok());
  CHECK(council.refusal({"codes", named_survey, "3"}) ==
        "this survey asks for the name: pass on its link, and people sign in (survey invite link)");
  CHECK(council.invite({"link", named_survey}).value().ends_with("signs in to send.\n"));
}

TEST_CASE("what is asked for wrongly is refused with what to write") {
  InvitingCouncil council;
  using Said = InvitingCouncil::Said;
  const std::string& id = invited_survey;
  for (const char* count : {"", "0", "501", "-1", "many", "3x", "99999999999999999999"}) {
    CHECK(council.refusal({"codes", id, count}) == "say how many codes: --count 30 (500 at most at once)");
  }
  CHECK(council.refusal({"post", id}) == "write link, codes, list or end");
  CHECK(council.refusal({"link", "74a1"}) == "give the id of a survey, as it stands in the announcements");
  CHECK(council.refusal({"link", "38c9e2f0-7b64-4e1d-a05a-42f7d8b1960c"}) == "this survey is not open today");
  CHECK(council.refusal({"codes", id, "1", "2026-11-21"}) == "write the last day like 2026-12-18");
  for (const char* at : {"javascript:alert(1)", "http://short-breaks.example", "https://a.example/?x=1", "ftp://a"}) {
    Said said{"link"};
    said.at = at;
    CHECK(council.refusal(said) == "write the app's address like https://short-breaks.example");
  }
  Said nowhere{"link"};
  nowhere.at = "";
  CHECK(council.refusal(nowhere) == "say where families open the app: --at https://short-breaks.example");
  CHECK(
      council.refusal({"codes", id, "1", "", "93ae4c67-0000-4000-8000-000000000001"}).starts_with("say which service"));
  CHECK(council.refusal({"codes", id, "1", "", "", "", "/nowhere/at/all"}).starts_with("codes have a QR code each"));
}

TEST_CASE("a code after a visit says which service it asks about") {
  InvitingCouncil council;
  const auto report =
      council.invite({"codes", invited_survey, "1", "", "93ae4c67-0000-4000-8000-000000000001", "Farm Tea"});
  const InvitedSurvey invited = council.invited(report.value().substr(0, 14));
  CHECK(invited.service_name == "Farm Tea");
  CHECK(invited.service == "93ae4c67-0000-4000-8000-000000000001");
}

TEST_CASE("a QR code is a picture without anything but its black and white, and too long an address has none") {
  const auto svg = qr_svg("https://short-breaks.example/i/K7QM-4XBN-9TRW");
  REQUIRE(svg.ok());
  CHECK(svg.value().starts_with("<svg xmlns="));
  CHECK(svg.value().find("viewBox=\"0 0 41 41\"") != std::string::npos);  // 33 modules and four on each side
  CHECK(svg.value().find("https://") == std::string::npos);
  CHECK_FALSE(qr_svg("").ok());
  CHECK_FALSE(qr_svg(std::string(301, 'x')).ok());
}

TEST_CASE("each code has its QR code in the folder") {
  InvitingCouncil council;
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "alongside-invitations-test";
  std::filesystem::create_directories(folder);
  REQUIRE(council.invite({"codes", invited_survey, "3", "", "", "", folder.string()}).ok());
  std::size_t files = 0;
  for (const auto& file : std::filesystem::directory_iterator(folder))
    files += file.path().extension() == ".svg" ? 1 : 0;
  CHECK(files == 3);
  std::filesystem::remove_all(folder);
}
