// Letters without a name: kept until they are there, and nothing on their way says whose they are.
#include "tests/unit/sync/sync_bench.hpp"

#include "app/client/sync/letter_box.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/letter.hpp"

#include <doctest/doctest.h>

namespace alongside::client {
namespace {

struct Writer {
  explicit Writer(SyncBench& bench) : bench(bench), chance(++bench.tabs) {
    box =
        std::make_unique<LetterBox>(SyncWorld{store, bench.turns, line, bench.timer, chance, bench.clock},
                                    [this](std::string_view purpose, std::string_view writer, LetterBox::Reply reply) {
                                      ++tokens_asked;
                                      last_purpose = purpose;
                                      const bool is_writer = writer == signed_in;
                                      Result<Bytes> answer = bytes_of("token");
                                      if (!is_writer) answer = Error{ErrorCode::SignedOut, {}};
                                      if (no_token) answer = Error{*no_token, {}};
                                      this->bench.timer.after(5, [reply, answer] { reply(answer); });
                                    });
    box->open("public", [](Result<void>) {});
    bench.pass();
  }
  std::optional<Result<void>> post(std::string_view body, std::string_view purpose = "survey") {
    auto answer = std::make_shared<std::optional<Result<void>>>();
    box->post({"/api/feedback/answers", std::string(purpose), signed_in, bytes_of(body)},
              [answer](Result<void> done) { *answer = done; });
    bench.pass(100);
    return *answer;
  }
  Texts arrived() const {
    Texts found;
    for (const Bytes& frame : line.letters) {
      const auto letter = wire::decode_frame<wire::Letter>(frame).value();
      found.push_back(std::string(letter.token.begin(), letter.token.end()) + ":" +
                      std::string(letter.body.begin(), letter.body.end()));
    }
    return found;
  }
  MemoryShelf& shelf() { return bench.disk->databases["public"][static_cast<std::size_t>(Shelf::Letters)]; }

  SyncBench& bench;
  SteadyChance chance;
  FaultyStore store{bench.timer, bench.disk};
  TestLine line{bench.timer, bench.council};
  std::optional<ErrorCode> no_token;
  std::string signed_in = "sam";
  int tokens_asked = 0;
  std::string last_purpose;
  std::unique_ptr<LetterBox> box;
};

TEST_CASE("a letter is kept, given a token, posted and forgotten") {
  SyncBench bench;
  Writer writer(bench);
  CHECK(writer.post("good").value().ok());
  CHECK(writer.arrived() == Texts{"token:good"});
  CHECK(writer.last_purpose == "survey");
  CHECK(writer.shelf().empty());
  CHECK(writer.box->status().waiting == 0);
}

TEST_CASE("a letter that needs no token asks for none") {
  SyncBench bench;
  Writer writer(bench);
  writer.post("good", "");
  CHECK(writer.arrived() == Texts{":good"});
  CHECK(writer.tokens_asked == 0);
}

TEST_CASE("without a network a letter waits, also for the next session, and takes the token it has") {
  SyncBench bench;
  {
    Writer writer(bench);
    writer.line.letter_errors.assign(100, ErrorCode::Offline);
    CHECK(writer.post("later").value().ok());
    CHECK(writer.box->status().waiting == 1);
    CHECK(writer.arrived().empty());
    CHECK(writer.tokens_asked == 1);
  }
  Writer writer(bench);
  CHECK(writer.box->status().waiting == 1);
  writer.box->send();
  bench.pass();
  CHECK(writer.arrived() == Texts{"token:later"});
  CHECK(writer.tokens_asked == 0);
  CHECK(writer.shelf().empty());
}

TEST_CASE("a letter is tried again by itself") {
  SyncBench bench;
  Writer writer(bench);
  writer.line.letter_errors = {ErrorCode::Offline, ErrorCode::Unavailable, ErrorCode::NotFound};
  writer.post("good");
  bench.pass(60'000);
  CHECK(writer.arrived() == Texts{"token:good"});
  CHECK(writer.tokens_asked == 1);
}

TEST_CASE("a letter that nobody may be given a token for yet waits for them to sign in") {
  SyncBench bench;
  Writer writer(bench);
  writer.no_token = ErrorCode::SignedOut;
  writer.post("good");
  bench.pass(86'400'000);
  CHECK(writer.tokens_asked == 1);
  CHECK(writer.box->status().waiting == 1);
  writer.no_token.reset();
  writer.box->send();
  bench.pass();
  CHECK(writer.arrived() == Texts{"token:good"});
}

TEST_CASE("a final refusal is counted with its reason, and does not hold up the others") {
  SyncBench bench;
  {
    Writer writer(bench);
    writer.line.letter_errors = {ErrorCode::NotAllowed};
    writer.post("refused");
    CHECK(writer.post("good").value().ok());
    CHECK(writer.arrived() == Texts{"token:good"});
    CHECK(writer.box->status().waiting == 0);
    CHECK(writer.box->status().refused == 1);
    CHECK(writer.box->status().last_refusal == "not_allowed");
  }
  Writer writer(bench);
  CHECK(writer.box->status().refused == 1);
  CHECK(writer.box->status().last_refusal == "not_allowed");
}

TEST_CASE("a letter the council cannot take yet is kept, lets the others by, and goes when it can") {
  for (const ErrorCode code : {ErrorCode::NotFound, ErrorCode::Incompatible, ErrorCode::SignedOut}) {
    CAPTURE(name_of(code));
    SyncBench bench;
    Writer writer(bench);
    writer.line.letter_errors = {code};
    CHECK(writer.post("early").value().ok());
    CHECK(writer.box->status().set_aside == 1);
    CHECK(writer.post("good").value().ok());
    bench.pass(10'000);
    CHECK(sorted(writer.arrived()) == Texts{"token:early", "token:good"});
    CHECK(writer.box->status().waiting == 0);
    CHECK(writer.box->status().set_aside == 0);
    CHECK(writer.box->status().refused == 0);
    CHECK(writer.shelf().empty());
  }
}

TEST_CASE("a letter that the council fails on does not stand before the others for ever") {
  SyncBench bench;
  Writer writer(bench);
  writer.line.letter_errors = {ErrorCode::Unavailable, ErrorCode::Unavailable};
  writer.post("one");
  writer.post("two");
  bench.pass(60'000);
  CHECK(sorted(writer.arrived()) == Texts{"token:one", "token:two"});
}

TEST_CASE("a letter's token is asked for in its writer's name only, whoever is signed in") {
  SyncBench bench;
  {
    Writer writer(bench);
    writer.no_token = ErrorCode::Offline;
    CHECK(writer.post("of Sam").value().ok());
  }
  {
    Writer writer(bench);
    writer.signed_in = "jo";
    CHECK(writer.post("of Jo").value().ok());
    bench.pass(86'400'000);
    CHECK(writer.arrived() == Texts{"token:of Jo"});
    CHECK(writer.box->status().waiting == 1);
    CHECK(writer.box->status().set_aside == 1);
  }
  Writer writer(bench);
  writer.box->send();
  bench.pass();
  CHECK(writer.arrived() == Texts{"token:of Sam"});
}

TEST_CASE("a letter that needs no token goes while another waits for its writer") {
  SyncBench bench;
  Writer writer(bench);
  writer.no_token = ErrorCode::SignedOut;
  writer.post("waits");
  writer.post("goes", "");
  CHECK(writer.arrived() == Texts{":goes"});
}

TEST_CASE("a letter no longer says whose it is when it has its token") {
  SyncBench bench;
  Writer writer(bench);
  writer.line.letter_errors.assign(100, ErrorCode::Offline);
  writer.post("good");
  REQUIRE(writer.shelf().size() == 1);
  const auto entry = wire::decode_frame<LetterEntry>(writer.shelf().begin()->second).value();
  CHECK(entry.token == bytes_of("token"));
  CHECK(entry.writer.empty());
}

TEST_CASE("that letters were refused is told until it has been read, also by the next session") {
  SyncBench bench;
  {
    Writer writer(bench);
    writer.line.letter_errors = {ErrorCode::InvalidInput};
    writer.post("refused");
    CHECK(writer.box->status().refusals_seen == 0);
    writer.box->see_refusals();
    bench.pass();
  }
  Writer writer(bench);
  CHECK(writer.box->status().refused == 1);
  CHECK(writer.box->status().refusals_seen == 1);
}

// What goes after an answer: the pieces of a photo.
NewLetter with_pieces() {
  return {"/api/feedback/answers",           "", "", bytes_of("answers"), "/api/feedback/files",
          {bytes_of("one"), bytes_of("two")}};
}

TEST_CASE("what goes after a letter is kept with it or not at all, and goes after it") {
  SyncBench bench;
  Writer writer(bench);
  writer.line.letter_errors.assign(1, ErrorCode::Offline);
  std::optional<Result<void>> kept;
  writer.box->post(with_pieces(), [&kept](Result<void> done) { kept = done; });
  bench.pass(100);
  CHECK(kept.value().ok());
  CHECK(writer.box->status().waiting == 3);
  bench.pass(60'000);
  CHECK(writer.arrived() == Texts{":answers", ":one", ":two"});
  CHECK(writer.shelf().empty());
  CHECK(writer.box->status().waiting == 0);
}

TEST_CASE("a letter that was sent from another device is no refusal, and what goes after it is let go of") {
  SyncBench bench;
  Writer writer(bench);
  writer.line.letter_errors = {ErrorCode::Conflict};
  writer.box->post(with_pieces(), [](Result<void>) {});
  bench.pass(60'000);
  CHECK(writer.arrived().empty());
  CHECK(writer.shelf().empty());
  CHECK(writer.box->status().waiting == 0);
  CHECK(writer.box->status().refused == 0);
  CHECK(writer.box->status().repeated == 1);
}

TEST_CASE("what goes after a letter that the council refuses goes nowhere, also when it was tried first") {
  SyncBench bench;
  Writer writer(bench);
  // The council cannot take the letter yet, so nobody waits for its pieces; then it is not taken.
  writer.line.letter_errors = {ErrorCode::NotFound, ErrorCode::NotFound, ErrorCode::Offline, ErrorCode::NotAllowed};
  writer.box->post(with_pieces(), [](Result<void>) {});
  bench.pass(60'000);
  CHECK(writer.arrived().empty());
  CHECK(writer.shelf().empty());
  CHECK(writer.box->status().waiting == 0);
  CHECK(writer.box->status().refused == 1);
}

TEST_CASE("two tabs post a letter once") {
  SyncBench bench;
  Writer left(bench);
  Writer right(bench);
  left.line.letter_errors = {ErrorCode::Offline};
  left.post("good");
  left.box->send();
  right.box->send();
  bench.pass();
  CHECK(left.arrived().size() + right.arrived().size() == 1);
  CHECK(bench.turns.waiting("letters") == 0);
}

TEST_CASE("where the browser keeps nothing a letter that cannot go yet stays with its writer") {
  SyncBench bench;
  Writer writer(bench);
  writer.store.strict_fault = StoreFault::Unavailable;
  writer.post("first");
  writer.line.letter_errors = {ErrorCode::NotFound};
  CHECK(writer.post("second").value().error().code == ErrorCode::NotFound);
  CHECK(writer.box->status().refused == 0);
}

TEST_CASE("without room the letter stays with its writer") {
  SyncBench bench;
  Writer writer(bench);
  writer.store.strict_fault = StoreFault::Full;
  CHECK(writer.post("good").value().error().code == ErrorCode::TooLarge);
  CHECK(writer.arrived().empty());
  CHECK(writer.box->status().waiting == 0);
}

TEST_CASE("where the browser keeps nothing a letter is kept only when it is there") {
  SyncBench bench;
  Writer writer(bench);
  writer.store.strict_fault = StoreFault::Unavailable;
  CHECK(writer.post("first").value().error().code == ErrorCode::Storage);
  writer.line.letter_errors = {ErrorCode::Offline};
  CHECK_FALSE(writer.post("second").has_value());
  bench.pass(10'000);
  CHECK(writer.arrived() == Texts{"token:second"});
  CHECK(writer.shelf().empty());
}

TEST_CASE("nothing on the device or on the way tells when a letter was written or by whom") {
  SyncBench bench;
  Writer writer(bench);
  writer.line.letter_errors.assign(100, ErrorCode::Offline);
  writer.post("a", "");
  const Bytes first = writer.shelf().begin()->second;
  writer.shelf().clear();
  bench.clock.since_start_ms += 86'400'000;
  writer.post("a", "");
  CHECK(writer.shelf().begin()->second == first);  // the key alone is another, and is drawn at random
}

}  // namespace
}  // namespace alongside::client
