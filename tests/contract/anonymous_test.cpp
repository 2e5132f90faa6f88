// Answers without a name, on the real server: after people signed in, got their tokens, lost replies
// and answered, nothing in the database, its write-ahead log or the server's log ties a person to an answer.
#include "app/wire/messages/letter.hpp"
#include "plugins/feedback/model/definition.hpp"
#include "plugins/feedback/model/response.hpp"
#include "tests/contract/family_server.hpp"
#include "tests/contract/link_search.hpp"
#include "tests/unit/plugins/survey_wallet.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace alongside;
using namespace alongside::contract;
using namespace alongside::feedback;

namespace {

const std::string survey_id = "74a1c6e8-3d09-4b52-8e1f-a06b5c92d7f3";
const std::vector<std::string> raw_body{"Content-Type: application/octet-stream"};

std::string text(const Bytes& bytes) { return {bytes.begin(), bytes.end()}; }
Bytes bytes(const std::string& text) { return {text.begin(), text.end()}; }

struct Council {
  FamilyServer server;
  PublishedSurvey survey;
  std::string token_path;
  std::mt19937_64 random{20261122};
  std::vector<std::string> secrets;  // what is known of people
  std::vector<std::string> told;     // what is known of answers
  int answered = 0;

  Council() {
    REQUIRE(server.process().verb({"survey", "import", DEMO_COUNCIL "/surveys.json"}).exit_code == 0);
    REQUIRE(server.process().verb({"survey", "publish", DEMO_COUNCIL "/surveys/how_was_it.json"}).exit_code == 0);
    const auto found = message_in<PublishedSurvey>(get(server.port(), "/api/feedback/definitions/" + survey_id));
    REQUIRE(found.ok());
    survey = found.value();
    token_path = "/api/tokens/" + token_purpose(survey.edition);
  }

  Bytes key() { return bytes(get(server.port(), token_path).body); }

  Reply sign(const std::string& cookie, const Bytes& blinded) {
    std::vector<std::string> headers = raw_body;
    headers.push_back(cookie);
    return post(server.port(), token_path, text(blinded), headers);
  }

  AnonymousAnswers answers(double liked) {
    IdBytes id{};
    for (auto& byte : id) byte = static_cast<std::uint8_t>(random());
    AnonymousAnswers answers;
    answers.id = AnswerId(id);
    answers.response.edition = survey.edition;
    answers.response.how = HowAnswered::Self;
    answers.response.answers = {{"how_was_it", Value::of_number(liked)},
                                {"best_bit", Value::of_text("the slide " + std::to_string(random()))}};
    if (liked < 3) answers.response.answers.erase("best_bit");
    return answers;
  }

  Reply send(const AnonymousAnswers& answers, const Bytes& token) {
    const wire::Letter letter{token, wire::encode_frame(answers), {}};
    return post(server.port(), "/api/feedback/answers", frame_of(letter));
  }

  // One person's whole way, with a lost reply at each end.
  void live(Who who, double liked) {
    const std::string cookie = server.sign_in(who);
    testing::Wallet wallet;
    const Bytes blinded = wallet.blind(key());
    const Reply first = sign(cookie, blinded), again = sign(cookie, blinded);
    REQUIRE(first.status == 200);
    REQUIRE(first.body == again.body);
    const Bytes token = wallet.finish(bytes(first.body));
    const AnonymousAnswers mine = answers(liked);
    for (int lost = 0; lost < 3; ++lost) REQUIRE(send(mine, token).status == 200);
    REQUIRE(send(answers(liked), token).status == 409);
    ++answered;
    const IdBytes id = person(who).bytes();
    secrets.insert(secrets.end(), {std::string(id.begin(), id.end()), person(who).text(), cookie.substr(20),
                                   text(blinded), first.body});
    const IdBytes letter = mine.id.bytes();
    told.insert(told.end(), {std::string(letter.begin(), letter.end()), mine.id.text(), text(token).substr(0, 64),
                             text(token).substr(64)});
  }

  std::string database() const { return server.data() + "/alongside.sqlite"; }
};

bool holds(const std::string& all, const std::string& part) { return all.find(part) != std::string::npos; }

// A copy of the database with its write-ahead log, on which the search may work.
std::string copy_of(const Council& council, const TemporaryFolder& folder, const std::string& name) {
  const std::string copy = folder.path() + "/" + name;
  write_file(copy, read_file(council.database()));
  write_file(copy + "-wal", read_file(council.database() + "-wal"));
  return copy;
}

void live_a_while(Council& council) {
  const Who people[] = {Who::Parent, Who::Carer, Who::Helper, Who::YoungPerson, Who::Other, Who::Sharer};
  double liked = 1;
  for (const Who who : people) {
    council.live(who, liked);
    liked = liked == 5 ? 1 : liked + 1;
  }
}

}  // namespace

TEST_CASE("nothing that is kept ties a person to an anonymous answer, and a planted link is found") {
  Council council;
  live_a_while(council);
  const TemporaryFolder folder;
  const LinkSearch search = search_links(copy_of(council, folder, "clean"), council.secrets);
  MESSAGE(search.tables << " tables, " << search.answers << " rows of answers and spent tokens, " << search.values
                        << " values, " << search.links.size() << " links");
  CHECK(search.answers == static_cast<std::size_t>(2 * council.answered));
  for (const std::string& link : search.links) FAIL_CHECK(link);
  const char* leaks[] = {
      "ALTER TABLE feedback_answers ADD COLUMN who BLOB; "
      "UPDATE feedback_answers SET who = (SELECT person FROM token_given LIMIT 1)",
      "ALTER TABLE token_given ADD COLUMN answer BLOB; "
      "UPDATE token_given SET answer = (SELECT id FROM feedback_answers LIMIT 1)",
      "ALTER TABLE token_spent ADD COLUMN blinded BLOB; "
      "UPDATE token_spent SET blinded = (SELECT blinded_hash FROM token_given LIMIT 1)",
      "ALTER TABLE feedback_answers ADD COLUMN came_at INTEGER; UPDATE feedback_answers SET came_at = 1795348800000",
      "CREATE TABLE kept AS SELECT * FROM feedback_answers; DROP TABLE feedback_answers; "
      "ALTER TABLE kept RENAME TO feedback_answers",
      "CREATE TABLE note (words TEXT); INSERT INTO note SELECT hex(person) || answers FROM token_given, "
      "feedback_answers"};
  int number = 0;
  for (const char* leak : leaks) {
    CAPTURE(leak);
    const std::string copy = copy_of(council, folder, "leak" + std::to_string(++number));
    REQUIRE(change_database(copy, leak));
    CHECK_FALSE(search_links(copy, council.secrets).links.empty());
  }
}

TEST_CASE("no file of the server holds a token, blinded bytes or a cookie, and its log knows nobody") {
  Council council;
  live_a_while(council);
  const std::string files = read_file(council.database()) + read_file(council.database() + "-wal");
  const std::string log = council.server.process().log();
  REQUIRE(files.size() > 10000);
  REQUIRE(holds(log, "/api/feedback/answers"));
  for (std::size_t i = 0; i < council.secrets.size(); i += 5) {
    for (const std::size_t never_kept : {i + 2, i + 3, i + 4}) CHECK_FALSE(holds(files, council.secrets[never_kept]));
    for (std::size_t j = i; j < i + 5; ++j) CHECK_FALSE(holds(log, council.secrets[j]));
  }
  for (std::size_t i = 0; i < council.told.size(); i += 4) {
    CHECK(holds(files, council.told[i]));  // the answer's own id: the search does see what is there
    CHECK_FALSE(holds(files, council.told[i + 2]));
    CHECK_FALSE(holds(files, council.told[i + 3]));
    for (std::size_t j = i; j < i + 4; ++j) CHECK_FALSE(holds(log, council.told[j]));
  }
}

TEST_CASE("answering looks at no cookie and sets none, and answers are the same for whoever sends them") {
  Council council;
  const std::string cookie = council.server.sign_in(Who::Parent);
  testing::Wallet wallet;
  const Bytes token = wallet.finish(bytes(council.sign(cookie, wallet.blind(council.key())).body));
  const wire::Letter letter{token, wire::encode_frame(council.answers(4)), {}};
  const Reply with = post(council.server.port(), "/api/feedback/answers", frame_of(letter), {cookie});
  const Reply without = post(council.server.port(), "/api/feedback/answers", frame_of(letter));
  CHECK(with.status == 200);
  CHECK(seen(with) == seen(without));
  CHECK(with.header("set-cookie").empty());
}

TEST_CASE("hostile tokens: of nobody, of another purpose, of another key, cut short, with bits turned, spent") {
  Council council;
  CHECK(council.sign("X: y", Bytes(256, 1)).status == 401);
  const std::string cookie = council.server.sign_in(Who::Parent);
  CHECK(council.sign(cookie, Bytes(255, 1)).status == 400);
  CHECK(council.sign(cookie, Bytes(256, 0xff)).status == 400);
  CHECK(council.sign(cookie, Bytes(257, 1)).status == 413);
  CHECK(get(council.server.port(), "/api/tokens/survey-none-1").status == 404);
  testing::Wallet wallet, second;
  const Bytes key = council.key();
  const Bytes token = wallet.finish(bytes(council.sign(cookie, wallet.blind(key)).body));
  CHECK(council.sign(cookie, second.blind(key)).status == 409);
  CHECK(council.send(council.answers(3), {}).status == 403);
  CHECK(council.send(council.answers(3), Bytes(token.begin(), token.end() - 1)).status == 403);
  for (const std::size_t at : {0u, 40u, 64u, 200u, 319u}) {
    Bytes turned = token;
    turned[at] ^= 1;
    CHECK(council.send(council.answers(3), turned).status == 403);
  }
  CHECK(council.send(council.answers(3), token).status == 200);
  CHECK(council.send(council.answers(3), token).status == 409);
}
