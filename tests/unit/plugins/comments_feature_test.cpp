#include "app/server/reply.hpp"
#include "app/wire/messages/letter.hpp"
#include "app/wire/messages/notice.hpp"
#include "plugins/comments/api/feature.hpp"
#include "plugins/comments/api/remark_store.hpp"
#include "plugins/comments/model/remark_rules.hpp"
#include "tests/support/family_parts.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside;
using namespace alongside::comments;
using namespace alongside::testing;

namespace {

const ServiceId farm = ServiceId::parse("00000000-0000-4000-8000-000000000001").value();

Remark comment(std::string words) {
  Remark remark;
  remark.topic = Topic::Missing;
  remark.words = std::move(words);
  return remark;
}
Remark correction(std::string words) {
  Remark remark;
  remark.kind = RemarkKind::Correction;
  remark.fact = Fact::When;
  remark.service = farm;
  remark.service_name = "Farm Tea";
  remark.words = std::move(words);
  return remark;
}

// A council with the demo family, its routes and pages.
struct Council : FamilyParts {
  server::Router router;
  server::PageRouter pages;

  Council() : FamilyParts(make_feature) {
    clock.day = day_of("2026-11-22");
    council.council.name.en = "Northmere Council";
    feature->routes(router);
    feature->pages(pages);
  }

  wire::OperationResult send(PersonId person, DocumentId id, const Remark& remark) {
    wire::Push push;
    push.device = DeviceId(person.bytes());
    push.actor = person;
    push.first_sequence = ++sequence[person];
    push.subjects = {wire::Subject{riley.household, SubjectId(person.bytes())}};
    wire::PushedOperation operation;
    operation.id = id_number<OperationId>(++last_id);
    operation.kind = SendRemark::schema.id;
    operation.payload = wire::encode_payload(SendRemark{id, remark, {}});
    push.operations = {operation};
    const auto reply = sync.push(actor(person), push);
    REQUIRE(reply.ok());
    return reply->results.at(0);
  }
  int post(DocumentId id, const Remark& remark) {
    wire::Letter letter;
    letter.body = wire::encode_frame(SendRemark{id, remark, {}});
    return answer(server::Method::Post, "/api/comments/letters", wire::encode_frame(letter)).status;
  }
  CommentList published() {
    const server::Response response = answer(server::Method::Get, "/api/comments", {});
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(response.body.data());
    return wire::decode_frame<CommentList>({bytes, response.body.size()}).value();
  }
  server::Response answer(server::Method method, const std::string& path, Bytes body) {
    auto match = router.match(method, path);
    REQUIRE(match.route);
    server::Request request;
    request.method = method;
    request.path = path;
    request.body = std::move(body);
    return match.route->handler(request);
  }
  std::string page(const std::string& path, server::Language language = server::Language::English) {
    server::Request request;
    request.path = path;
    request.language = language;
    const auto* route = pages.match(path, request.parameters);
    REQUIRE(route);
    const auto content = route->handler(request);
    return content.ok() ? content.value().main.text() : "error: " + content.error().detail;
  }
  Result<std::string> verb(const char* group, const char* name, std::vector<std::string> arguments) {
    const server::Verb* found = verbs.find(group, name);
    REQUIRE(found);
    arguments.resize(found->arguments.size());
    return found->handler(arguments);
  }
  std::string list(const std::string& all = {}) { return verb("offer comments", "list", {all}).value(); }
  Result<std::string> publish(DocumentId id, const std::string& words, const std::string& sure = {}) {
    return verb("offer comments", "publish", {id.text(), words, "", "", sure});
  }
  Result<std::string> answer_it(DocumentId id, const std::string& words, const std::string& action) {
    return verb("offer comments", "answer", {id.text(), words, action});
  }
  RemarkRecord own(PersonId person) {
    const auto records = feed_of<RemarkRecord>(person);
    REQUIRE(records.size() == 1);
    return records[0];
  }
};

const auto first = id_number<DocumentId>(1), second = id_number<DocumentId>(2);

}  // namespace

TEST_CASE("a comment waits, is published in other words, is answered, and its sender has a notice") {
  Council council;
  REQUIRE(council.send(sam, first, comment("Riley needs swimming, says Sam")).outcome == wire::Outcome::Applied);
  CHECK(council.list() == first.text() + "  sent 2026-11-22  received  missing\n1 open.\n");
  CHECK(council.published().comments.empty());
  CHECK(council.publish(first, "A family would like more swimming.").ok());
  CHECK(council.own(sam).state == RemarkState::Published);
  CHECK(council.feed_of<wire::Notice>(sam).empty());
  CHECK(council.answer_it(first, "We agree.", "A new session begins in March.").value() ==
        "Answered. Whoever sent it has a notice.\n");
  const auto notices = council.feed_of<wire::Notice>(sam);
  REQUIRE(notices.size() == 1);
  CHECK(notices[0].href == "/comments/one/" + first.text());
  const RemarkRecord own = council.own(sam);
  CHECK(own.state == RemarkState::Answered);
  CHECK(own.answer.en == "We agree.");
  const CommentList list = council.published();
  REQUIRE(list.comments.size() == 1);
  CHECK(list.comments[0].words.en == "A family would like more swimming.");
  CHECK(list.comments[0].action.en == "A new session begins in March.");
  CHECK(council.list() == "0 open.\n");
}

TEST_CASE("nothing of the sender's own words, person or household is in what everybody can read") {
  Council council;
  REQUIRE(council.send(sam, first, comment("Zanzibar swimming")).outcome == wire::Outcome::Applied);
  REQUIRE(council.publish(first, "More swimming, please.").ok());
  const server::Response response = council.answer(server::Method::Get, "/api/comments", {});
  for (const std::string& everybody : {response.body, council.page("/comments")}) {
    CHECK(everybody.find("More swimming") != std::string::npos);
    CHECK(everybody.find("Zanzibar") == std::string::npos);
    CHECK(everybody.find(first.text()) == std::string::npos);
    for (const IdBytes& id : {first.bytes(), sam.bytes(), riley.household.bytes()})
      CHECK(everybody.find(std::string(id.begin(), id.end())) == std::string::npos);
  }
  CHECK(council.feed_of<RemarkRecord>(jo).empty());
  CHECK(council.list().find("Zanzibar") == std::string::npos);
}

TEST_CASE("a letter without a name is kept once, however often it comes, and no other takes its place") {
  Council council;
  CHECK(council.post(first, comment("More swimming")) == 200);
  CHECK(council.post(first, comment("More swimming")) == 200);
  CHECK(council.post(first, comment("Something else")) == 409);
  CHECK(council.list().ends_with("1 open.\n"));
  CHECK(council.verb("offer comments", "show", {first.text()}).value().find("They wrote: More swimming\n") !=
        std::string::npos);
  REQUIRE(council.publish(first, "More swimming, please.").ok());
  CHECK(council.answer_it(first, "Yes.", "From March.").value() == "Answered.\n");
  CHECK(council.post(first, comment("More swimming")) == 200);
  CHECK(council.published().comments.at(0).is_answered());
}

TEST_CASE("a letter cannot take the id of what somebody sent with their name, nor they that of a letter") {
  Council council;
  REQUIRE(council.send(sam, first, comment("More swimming")).outcome == wire::Outcome::Applied);
  CHECK(council.post(first, comment("More swimming")) == 409);
  CHECK(council.post(second, comment("Less")) == 200);
  CHECK(council.send(jo, second, comment("Less")).code == "bad_payload");
}

TEST_CASE("what says nothing, is no text, endless or about nothing is refused by name") {
  Council council;
  CHECK(council.send(sam, first, comment("  ")).code == "no_words");
  CHECK(council.send(sam, first, comment(std::string(4001, 'a'))).code == "too_long");
  CHECK(council.send(sam, DocumentId(), comment("Hello")).code == "bad_payload");
  Remark nothing = correction("Fridays");
  nothing.service = {};
  CHECK(council.send(sam, first, nothing).code == "no_service");
  CHECK(council.post(first, comment("")) == 400);
  CHECK(council.answer(server::Method::Post, "/api/comments/letters", {1, 2, 3}).status == 400);
  Remark gone = correction("");
  gone.fact = Fact::Gone;
  CHECK(council.send(sam, first, gone).outcome == wire::Outcome::Applied);
}

TEST_CASE("one person's fifty waiting remarks are the most; publishing makes room") {
  Council council;
  for (std::uint8_t i = 1; i <= most_waiting_remarks; ++i)
    REQUIRE(council.send(sam, id_number<DocumentId>(i), comment("Hello")).outcome == wire::Outcome::Applied);
  CHECK(council.send(sam, id_number<DocumentId>(60), comment("One more")).code == "too_many");
  CHECK(council.send(jo, id_number<DocumentId>(61), comment("Hello")).outcome == wire::Outcome::Applied);
  REQUIRE(council.publish(first, "Somebody says hello.").ok());
  CHECK(council.send(sam, id_number<DocumentId>(60), comment("One more")).outcome == wire::Outcome::Applied);
}

TEST_CASE("words by which somebody could be recognised are not published until the moderator is sure") {
  Council council;
  REQUIRE(council.post(first, comment("Hello")) == 200);
  const auto refused = council.publish(first, "Sam Ashford of NM1 2AB says hello.");
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().detail.find("perhaps a name: Sam\n") != std::string::npos);
  CHECK(refused.error().detail.find("a postcode: NM1 2AB\n") != std::string::npos);
  CHECK(council.published().comments.empty());
  CHECK(council.publish(first, "Somebody likes Bluebell.", "yes").ok());
  CHECK_FALSE(council.answer_it(first, "Ring Olga on 01632 960123.", "Nothing.").ok());
}

TEST_CASE("an answer needs a published comment, words and an action") {
  Council council;
  REQUIRE(council.post(first, comment("Hello")) == 200);
  CHECK(council.answer_it(first, "Yes.", "Soon.").error().detail ==
        "publish the comment first: the answer stands beside it");
  REQUIRE(council.publish(first, "Hello.").ok());
  CHECK_FALSE(council.answer_it(first, " ", "Soon.").ok());
  CHECK_FALSE(council.answer_it(first, "Yes.", "").ok());
  CHECK_FALSE(council.answer_it(second, "Yes.", "Soon.").ok());
  CHECK_FALSE(council.verb("offer comments", "show", {"no id"}).ok());
}

TEST_CASE("a comment that is hidden is gone from what is published, and its sender reads why") {
  Council council;
  REQUIRE(council.send(sam, first, comment("My taxi")).outcome == wire::Outcome::Applied);
  REQUIRE(council.publish(first, "Taxis are late.").ok());
  CHECK_FALSE(council.verb("offer comments", "hide", {first.text(), "because"}).ok());
  CHECK(council.verb("offer comments", "hide", {first.text(), "one_person"}).value() ==
        "Not published. Whoever sent it has a notice.\n");
  CHECK(council.published().comments.empty());
  CHECK(council.own(sam).hidden_because == HideReason::OnePerson);
  CHECK(council.feed_of<wire::Notice>(sam).size() == 1);
}

TEST_CASE("what waits for more than twelve months is called overdue, and so is a year without a summary") {
  Council council;
  REQUIRE(council.post(first, comment("Hello")) == 200);
  council.clock.day = day_of("2027-11-22");
  CHECK(council.list().find("OVERDUE") == std::string::npos);
  council.clock.day = day_of("2027-11-23");
  CHECK(council.list().find("OVERDUE: 1 comment(s) wait for more than 12 months") != std::string::npos);
  CHECK(council.list().find("no summary of comments has been published, and the first comment came on 2026-11-22") !=
        std::string::npos);
  REQUIRE(council.publish(first, "Hello.").ok());
  REQUIRE(council.answer_it(first, "Hello too.", "Nothing more.").ok());
  CHECK(council.verb("offer comments", "summary", {"2027"}).value() ==
        "\"You said, we did\" of 2027 is published: 1 answered, 0 still without an answer.\n");
  CHECK(council.list() == "0 open.\n");
  council.clock.day = day_of("2028-11-23");
  CHECK(council.list().find("the last summary of comments was published on 2027-11-23") != std::string::npos);
  CHECK_FALSE(council.verb("offer comments", "summary", {"2029"}).ok());
  CHECK_FALSE(council.verb("offer comments", "summary", {"26"}).ok());
}

TEST_CASE("the pages without script show comments with their answers, of a service and of a year, in both languages") {
  Council council;
  Remark about_farm = comment("Muddy");
  about_farm.service = farm;
  about_farm.service_name = "Farm Tea";
  REQUIRE(council.post(first, about_farm) == 200);
  REQUIRE(council.post(second, comment("Hello")) == 200);
  CHECK(council.page("/comments").find("Nothing has been published here yet.") != std::string::npos);
  REQUIRE(council.publish(first, "It is <muddy>.").ok());
  REQUIRE(council.publish(second, "Hello.").ok());
  REQUIRE(council.answer_it(first, "It is.", "A path was laid.").ok());
  REQUIRE(council.verb("offer comments", "summary", {"2026"}).ok());
  const std::string all = council.page("/comments");
  for (const char* part : {"It is &lt;muddy&gt;.", "A path was laid.", "We have not answered this yet.", "Farm Tea",
                           "The last yearly summary was published on 22 November 2026.", "/comments/year/2026"})
    CHECK_MESSAGE(all.find(part) != std::string::npos, part);
  const std::string about = council.page("/comments/about/" + farm.text());
  CHECK(about.find("A path was laid.") != std::string::npos);
  CHECK(about.find("Hello.") == std::string::npos);
  CHECK(council.page("/comments/year/2025").find("Nothing has been published") != std::string::npos);
  CHECK(council.page("/comments/year/2026", server::Language::Welsh).find("Dywedoch chi, gwnaethom ni: 2026") !=
        std::string::npos);
  CHECK(council.page("/comments/year/20x6") == "error: no such year");
  CHECK(council.page("/comments/about/x") == "error: no such service");
  CHECK(council.page("/comments/new").find("You do not have to say your name.") != std::string::npos);
}

TEST_CASE("a correction says which fact and what it should say, and is done with words to whoever sent it") {
  Council council;
  REQUIRE(council.send(sam, first, correction("It is on Fridays")).outcome == wire::Outcome::Applied);
  CHECK(council.verb("offer corrections", "list", {}).value() ==
        first.text() + "  sent 2026-11-22  received  when  Farm Tea\n  service " + farm.text() +
            "\n  should say: It is on Fridays\n1 open.\n");
  CHECK(council.list() == "0 open.\n");
  CHECK_FALSE(council.publish(first, "It is on Fridays.").ok());
  CHECK(council.verb("offer corrections", "done", {first.text(), "Put right."}).value() ==
        "Done. Whoever sent it has a notice.\n");
  CHECK(council.own(sam).answer.en == "Put right.");
  CHECK(council.feed_of<wire::Notice>(sam).size() == 1);
  CHECK(council.verb("offer corrections", "list", {}).value() == "0 open.\n");
  CHECK(council.published().comments.empty());
}

TEST_CASE("a council in Wales does not speak of a local offer, which its law does not have") {
  Council council;
  council.council.council.nation = wire::Nation::Wales;
  for (const auto language : {server::Language::English, server::Language::Welsh}) {
    for (const char* path : {"/comments", "/comments/new", "/comments/year/2026"}) {
      const std::string page = council.page(path, language);
      CHECK_MESSAGE(page.find("local offer") == std::string::npos, path);
      CHECK_MESSAGE(page.find("cynnig lleol") == std::string::npos, path);
    }
  }
  council.council.council.nation = wire::Nation::England;
  CHECK(council.page("/comments").find("local offer") != std::string::npos);
}
