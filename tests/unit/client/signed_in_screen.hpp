// SignedInScreen: the shell at 360 px with one plugin and one family, for the tests of everything that
// has to do with being signed in. The council answers when the test says so.
#pragma once

#include "app/client/shell.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/push.hpp"
#include "app/wire/payload.hpp"
#include "shell_words.hpp"
#include "tests/support/ui_harness.hpp"
#include "tests/unit/client/fake_platform.hpp"
#include "tests/unit/client/fake_plugin.hpp"

#include <doctest/doctest.h>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace alongside::client {

inline const PersonId sam = PersonId::parse("2f6b8d10-94c3-4e7a-8a51-c7d20e3f9b14").value();
inline const PersonId jo = PersonId::parse("9c4e2a77-0d1b-4f36-a5e8-3b6f1d8c2e95").value();
inline const HouseholdId household = HouseholdId::parse("7d0c1f8e-3b52-4a6f-9d1e-5c2a8b7f4e60").value();
inline const wire::Subject riley{household, SubjectId::parse("5a1e9c34-7f2b-4d88-b0c6-1e9d3a7f5b21").value()};

inline wire::SessionInfo session_of(PersonId person, std::string name) {
  constexpr std::int64_t day_ms = 24 * 60 * 60 * 1000;
  wire::SessionInfo info;
  info.person = person;
  info.name = std::move(name);
  info.own = {household, SubjectId(person.bytes())};
  info.children = {{riley, "Riley Ashford", wire::FamilyRole::Parent, {}}};
  info.people = {{person == sam ? jo : sam, person == sam ? "Jo Ashford" : "Sam Ashford", {}, {}}};
  info.now_ms = 1'795'348'800'000;
  info.expires_ms = info.now_ms + day_ms;
  return info;
}

class SignedInScreen {
 public:
  SignedInScreen() {
    fake_manner() = Manner::Well;
    fake_manifest().abi.fingerprint = ALONGSIDE_ABI_FINGERPRINT;
    begin();
  }

  // The shell anew, as when the page is loaded again: what is on the disk stays.
  void begin() {
    shell.reset();
    platform.fetches.clear();
    platform.posts.clear();
    platform.loads.clear();
    platform.transport.asked.clear();
    platform.timer.waiting.clear();
    platform.begun_again.clear();
    shell = std::make_unique<Shell>(platform, platform.clock, shell_words);
    shell->environment_changed("lang=en\nview=plain\n");
    REQUIRE(shell->catalog("fake\tplum\theart\t1\tFake part\tRhan ffug\tAbout it.\tAmdano.\t/fake\ttest.cost=/fake\n")
                .ok());
  }

  void open(std::string_view address) {
    shell->start(address);
    wire::Council council;
    council.name = {"Northmere Council", "Cyngor Northmere"};
    council.help.phone = "01632 960123";
    council.help.title = {"Talk to a person", "Siarad â pherson"};
    platform.answer_path("/api/council", wire::encode_frame(council));
    settle();
  }
  // Opened, and the council says who is signed in.
  void open_as(std::string_view address, const wire::SessionInfo& info) {
    open(address);
    council_says(info);
  }
  void council_says(const wire::SessionInfo& info) {
    platform.answer_path("/api/session", wire::encode_frame(info));
    settle();
  }
  // The feed's answer to whatever the engine asks for first.
  void feed(std::vector<wire::Document> documents, PersonId viewer = sam) {
    wire::FeedPage page;
    page.viewer = viewer;
    page.incarnation = IncarnationId::parse("00000000-0000-4000-8000-000000000001").value();
    page.documents = std::move(documents);
    REQUIRE_FALSE(platform.transport.asked.empty());
    REQUIRE(platform.transport.asked.front().what == "feed");
    page.since = platform.transport.asked.front().since;
    page.until = page.since + page.documents.size();
    platform.transport.answer(wire::encode_frame(page));
    settle();
  }
  template <wire::Message T>
  static wire::Document document(std::string_view id, PersonId owner, wire::Subject subject, wire::Facet facet,
                                 const T& content, std::uint64_t version = 1) {
    return {DocumentId::parse(id).value(),
            wire::DocumentState::Present,
            subject,
            owner,
            facet,
            T::schema.id,
            T::schema.version,
            version,
            wire::encode_payload(content),
            {}};
  }
  // The council takes everything that is pushed.
  wire::Push take_push(wire::Outcome outcome = wire::Outcome::Applied, std::string code = {}) {
    REQUIRE_FALSE(platform.transport.asked.empty());
    REQUIRE(platform.transport.asked.front().what == "push");
    const auto push = wire::decode_frame<wire::Push>(platform.transport.asked.front().frame).value();
    wire::PushReply reply;
    reply.incarnation = IncarnationId::parse("00000000-0000-4000-8000-000000000001").value();
    reply.committed = push.first_sequence + push.operations.size() - 1;
    for (const auto& operation : push.operations) reply.results.push_back({operation.id, outcome, code, 1, {}});
    platform.transport.answer(wire::encode_frame(reply));
    settle();
    return push;
  }

  void settle() {
    for (int round = 0; round < 5; ++round) {
      platform.timer.run(0);
      if (draws) draw();
    }
  }
  void draw() {
    harness.words() = shell->words();
    harness.frame([&](ui::Ui& ui) { shell->draw(ui); });
  }
  void pass(std::int64_t ms) {
    platform.clock.now += ms;
    platform.timer.run(ms);
    settle();
  }
  void press(std::string_view name) {
    harness.activate(harness.find(ui::Role::Button, name));
    settle();
  }
  void follow(std::string_view name) {
    harness.activate(harness.find(ui::Role::Link, name));
    for (const std::string& href : harness.take_navigations()) shell->go(href, History::Push);
    settle();
  }
  void go(std::string_view address) {
    shell->go(address, History::Push);
    settle();
  }
  bool shows(ui::Role role, std::string_view name) { return harness.has(role, name); }
  std::string where() { return shell->route().text(); }

  bool draws = true;  // false: everything goes on, and no frame is drawn until it is true again
  testing::UiHarness harness{360, 800};
  FakePlatform platform;
  std::unique_ptr<Shell> shell;
};

}  // namespace alongside::client
