// "May I spend it on this?": which rules speak of a thing, the family's question, the council's written answer, and
// where that is kept. The rules are those of the demo council and of Riley's agreement.
#include "plugins/direct_payments/model/spending/may_spend.hpp"
#include "app/server/html_writer.hpp"
#include "app/wire/messages/notice.hpp"
#include "plugins/direct_payments/api/guide_store.hpp"
#include "plugins/direct_payments/api/spending/agreed_words_store.hpp"
#include "plugins/direct_payments/api/spending/may_i_html.hpp"
#include "plugins/direct_payments/api/spending/rules_file.hpp"
#include "tests/unit/plugins/agreement_sample.hpp"

#include <doctest/doctest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;

namespace {

struct AskingFamily : WritingCouncil {
  AskToSpend question(std::string what, std::uint8_t number = 70) {
    AskToSpend ask;
    ask.id = id_number<DocumentId>(number);
    ask.agreement = agreement_id;
    ask.what = std::move(what);
    ask.cost = pence_of(38000);
    ask.why = "To go out with friends.";
    return ask;
  }
  std::string id(std::uint8_t number = 70) { return id_number<DocumentId>(number).text(); }
  Result<std::string> answer(const std::string& reply, const std::string& words, const std::string& welsh = "") {
    return run("agreement", "answer", {id(), reply, words, welsh}, "C. Evans");
  }
  SpendAnswer says(const char* what, std::optional<std::int64_t> pence = {}) {
    rules = read_spend_rules(database).value();
    agreed = read_agreed_words(context, agreement_id).value().value();
    const auto cost = pence ? std::optional<Money>(pence_of(*pence)) : std::nullopt;
    return may_spend(what, cost, agreed.rules, rules.rules);
  }
  SpendRules rules;
  AgreedWords agreed;
};

std::string first_words(const SpendAnswer& answer) {
  return answer.hits.empty() ? std::string() : answer.hits.front().rule->words.en;
}

bool has(const std::string& text, std::string_view part) {
  CAPTURE(text);
  return text.find(part) != std::string::npos;
}

server::Request asked(const char* query) {
  server::Request request;
  request.path = "/money/may-i";
  request.query = server::Query::parse(query);
  return request;
}

}  // namespace

TEST_CASE(
    "a thing is answered in the words of the rule that speaks of it, in either language and whatever the ending") {
  AskingFamily family;
  CHECK(family.says("Swimming lessons on Saturdays").verdict == SpendVerdict::Yes);
  CHECK(has(first_words(family.says("swim")), "A place at a club"));
  CHECK(family.says("clwb ieuenctid").verdict == SpendVerdict::Yes);
  CHECK(family.says("A new TABLET").verdict == SpendVerdict::AskFirst);
  CHECK(family.says("two nights in a caravan").verdict == SpendVerdict::AskFirst);
  CHECK(family.says("our gas bill").verdict == SpendVerdict::No);
  CHECK(family.says("physiotherapy").verdict == SpendVerdict::No);
  // Of several the strictest decides, and all are told.
  const SpendAnswer both = family.says("lunch at the youth club");
  CHECK(both.verdict == SpendVerdict::No);
  CHECK(both.hits.size() == 2);
}

TEST_CASE("where no rule speaks of a thing nothing is guessed, and small words say nothing") {
  AskingFamily family;
  for (const char* unknown : {"a drone", "!!!", "", "the", "clubbing gear for dad", "swimsuit", "\xF0\x9F\x9A\xB2"}) {
    CAPTURE(unknown);
    CHECK(family.says(unknown).verdict == SpendVerdict::NotSaid);
    CHECK(family.says(unknown).hits.empty());
  }
}

TEST_CASE("a limit counts from its penny on, and only for whoever says what it costs") {
  AskingFamily family;
  CHECK(family.says("dance class", 24999).verdict == SpendVerdict::Yes);
  CHECK(family.says("dance class", 25000).verdict == SpendVerdict::AskFirst);
  CHECK(family.says("dance class").verdict == SpendVerdict::Yes);
  CHECK(has(first_words(family.says("a drone", 25000)), "£250"));
}

TEST_CASE("the child's own agreement goes before the council's rules for everybody, which are told all the same") {
  AskingFamily family;
  const SpendAnswer trike = family.says("A trike", 38000);
  CHECK(trike.verdict == SpendVerdict::Yes);
  REQUIRE(trike.hits.size() == 3);  // the agreement's, "equipment" and the limit
  CHECK(trike.hits.front().from == RuleFrom::Agreement);
  CHECK(trike.hits.back().from == RuleFrom::Council);
  CHECK(family.says("A trike", 40001).verdict == SpendVerdict::AskFirst);
}

TEST_CASE("sentences without things of their own speak only of what stands in them whole") {
  const std::vector<SpendRule> rules = {
      {SpendVerdict::AskFirst, {"Equipment, such as a trike or a tablet", ""}, {}, {}, {}}};
  CHECK(may_spend("tablets", {}, {}, rules).verdict == SpendVerdict::AskFirst);
  CHECK(may_spend("such as", {}, {}, rules).verdict == SpendVerdict::NotSaid);
  CHECK(may_spend("a tablet holder", {}, {}, rules).verdict == SpendVerdict::NotSaid);
  CHECK(is_same_thing("A trike for Riley", "trikes, for riley!"));
  CHECK_FALSE(is_same_thing("a trike", "a bike"));
  CHECK_FALSE(is_same_thing("the", "a"));
}

TEST_CASE("a question is taken once, and the written answer reaches whoever is paid and whoever asked") {
  AskingFamily family;
  CHECK(family.push(jo, family.question("A trike")).outcome == wire::Outcome::Applied);
  CHECK(family.push(jo, family.question("A trike")).outcome != wire::Outcome::Applied);
  const auto asked = family.feed_of<SpendQuestion>(sam);
  REQUIRE(asked.size() == 1);
  CHECK(asked[0].asked_by == jo);
  CHECK(asked[0].answer_by == day_of("2026-12-02"));
  CHECK(has(family.run("agreement", "questions", {"", ""}).value(), "Answer by 2026-12-02"));
  CHECK(has(family.answer("yes_if", "Yes, if it is second hand.", "Ie, os yw'n ail-law.").value(), "Kept: yes_if"));
  const auto answered = family.feed_of<SpendQuestion>(jo);
  REQUIRE(answered.size() == 1);
  REQUIRE(answered[0].answers.size() == 1);
  CHECK(answered[0].answers[0].officer == "C. Evans");
  CHECK(answered[0].answers[0].day == day_of("2026-11-22"));
  for (const PersonId person : {sam, jo}) {
    const auto notices = family.feed_of<wire::Notice>(person);
    REQUIRE(notices.size() == 1);
    CHECK(notices[0].href == "/money/may-i?for=" + agreement_id.text());
    CHECK_FALSE(has(notices[0].title.en + notices[0].text.en, "trike"));
  }
  CHECK(family.run("agreement", "questions", {"", ""}).value() == "0 to answer.\n");
}

TEST_CASE("a written answer is never changed: a second one stands beside it, and both are told with the money") {
  AskingFamily family;
  REQUIRE(family.push(sam, family.question("A trike")).outcome == wire::Outcome::Applied);
  REQUIRE(family.answer("no", "Not in place of so many hours.").ok());
  REQUIRE(family.answer("yes", "We looked again: yes.").ok());
  CHECK(family.feed_of<SpendQuestion>(sam)[0].answers.size() == 2);
  for (const std::string& told : {family.run("agreement", "show", {agreement_id.text(), ""}).value(),
                                  family.run("agreement", "show", {agreement_id.text(), "yes"}).value(),
                                  family.run("agreement", "questions", {"yes", "yes"}).value()}) {
    CHECK(has(told, "Not in place of so many hours."));
    CHECK(has(told, "We looked again: yes."));
  }
  const std::string path =
      (std::filesystem::temp_directory_path() / ("alongside-answers-" + std::to_string(::getpid()) + ".journal"))
          .string();
  REQUIRE(family.run("ledger", "export", {path, ""}).ok());
  std::ifstream file(path);
  const std::string journal((std::istreambuf_iterator<char>(file)), {});
  CHECK(has(journal, ";   2026-11-22, C. Evans: yes. We looked again: yes."));
  std::filesystem::remove(path);
}

TEST_CASE("nobody asks about money that they do not see, and what no question can be is refused") {
  AskingFamily family;
  CHECK(family.push(nadia, family.question("A trike")).outcome != wire::Outcome::Applied);
  std::vector<AskToSpend> hostile(6, family.question("A trike"));
  hostile[0].what = "  ";
  hostile[1].what = std::string(201, 'x');
  hostile[2].what = "a\x07 bell";
  hostile[3].cost = Money();
  hostile[4].why = std::string(SpendQuestion::most_words + 1, 'x');
  hostile[5].id = DocumentId();
  for (const AskToSpend& ask : hostile) CHECK(family.push(sam, ask).outcome == wire::Outcome::Refused);
  CHECK(family.feed_of<SpendQuestion>(sam).empty());
  for (std::uint8_t i = 0; i < SpendQuestion::most_open; ++i)
    REQUIRE(family.push(sam, family.question("A trike", static_cast<std::uint8_t>(150 + i))).outcome ==
            wire::Outcome::Applied);
  const auto one_more = family.push(sam, family.question("A trike"));
  CHECK(one_more.outcome == wire::Outcome::Refused);
  CHECK(one_more.code == "too_many");
}

TEST_CASE("an answer without words, of another kind or to nothing is refused, and nothing is kept") {
  AskingFamily family;
  REQUIRE(family.push(sam, family.question("A trike")).outcome == wire::Outcome::Applied);
  CHECK_FALSE(family.answer("perhaps", "Why.").ok());
  CHECK_FALSE(family.answer("yes", "").ok());
  CHECK_FALSE(family.answer("yes", std::string(2001, 'x')).ok());
  CHECK_FALSE(family.run("agreement", "answer", {family.id(99), "yes", "Why.", ""}).ok());
  CHECK_FALSE(family.run("agreement", "answer", {"trike", "yes", "Why.", ""}).ok());
  CHECK_FALSE(family.run("agreement", "answer", {agreement_id.text(), "yes", "Why.", ""}).ok());
  CHECK(family.feed_of<SpendQuestion>(sam)[0].is_open());
  CHECK(family.feed_of<wire::Notice>(sam).empty());
}

TEST_CASE("a file of rules is read with all its mistakes at once") {
  const auto json = server::read_json(
      R"({"source":{"title":{"en":"x"},"date":"soon"},"outcomes":[{"number":0,"en":"a"},{"number":2,"en":"b"},
      {"number":2,"en":"c"}],"may_buy":[{"en":"a","about":"trike","from":"-1"}],"may_not":[{"cy":"b"}],"more":1})");
  const auto bad = parse_agreed_words(json.value());
  REQUIRE_FALSE(bad.ok());
  for (const char* path : {"source.date", "outcomes[0].number", "a number of its own", "may_buy[0].about",
                           "may_buy[0].from", "may_not[0].en", "more"})
    CHECK(has(bad.error().detail, path));
}

TEST_CASE("without scripts the rules for everybody answer, and what an address carries may be anything") {
  AskingFamily family;
  const SpendRules rules = read_spend_rules(family.database).value();
  const auto page = [&](const char* query) { return std::string(may_i_html(rules, asked(query), {}).main.text()); };
  CHECK(has(page("what=tablet"), "Ask us first"));
  CHECK(has(page("what=tablet"), "Equipment, such as a trike"));
  CHECK(has(page("what=tablet"), "1 April 2026"));
  CHECK(has(page("what=drone"), "Our rules do not say"));
  CHECK_FALSE(has(page("what=%3Cscript%3Ealert(1)%3C%2Fscript%3E"), "<script>"));
  CHECK(has(page("what=club&cost=1%2C5"), "could not read the amount"));
  CHECK_FALSE(has(page("what=%00"), "card-band"));
  CHECK_FALSE(has(page(""), "card-band"));
}
