// FakeHost: the application as a plugin sees it, held still for tests: fetches wait until the test
// answers them, every navigation and letter is written down, and its records are FakeRecords. Nobody is
// signed in until the test says who. Used by the tests of plugins' pages.
#pragma once

#include "app/base/clock.hpp"
#include "app/plugin_api/host.hpp"
#include "app/plugin_api/intent_link.hpp"
#include "app/ui/words.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/council.hpp"
#include "app/wire/messages/session.hpp"
#include "tests/support/fake_attachments.hpp"
#include "tests/support/fake_copies.hpp"
#include "tests/support/fake_joined.hpp"
#include "tests/support/fake_notes.hpp"
#include "tests/support/fake_records.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace alongside::testing {

class StillClock final : public Clock {
 public:
  std::int64_t now_ms() const override { return 1'795'348'800'000; }
  Date today() const override { return day; }

  Date day = Date::parse("2026-11-22").value();
};

class FakeHost final : public Host {
 public:
  explicit FakeHost(const ui::Words& words) : words_(words) {}

  struct Asked {
    std::string path;
    Reply reply;
  };

  void fetch(std::string_view path, Reply reply) override { asked.push_back({std::string(path), std::move(reply)}); }
  void navigate(std::string_view href) override { go(navigated, href); }
  void replace_route(std::string_view href) override { go(replaced, href); }
  void announce(std::string_view sentence) override { announced.emplace_back(sentence); }
  void redraw() override {}
  const wire::Council& council() const override { return council_; }
  const ui::Words& words() const override { return words_; }
  void set_today(Date day) { clock_.day = day; }
  const Clock& clock() const override { return clock_; }

  const wire::SessionInfo& session() const override { return session_; }
  FakeRecords& records() override { return records_; }
  std::string intent_href(std::string_view name, const Bytes& frame) const override {
    const auto found = takes.find(name);
    return found == takes.end() ? std::string() : intent_link(found->second, frame);
  }
  Bytes intent_in(const Route& route) const override { return intent_of(route); }
  void send_anonymously(Letter letter, std::function<void(Result<void>)> saved) override {
    posted.push_back({std::move(letter), std::move(saved)});
  }
  LetterFacts letters() const override { return letter_facts; }
  void prepare_token(std::string_view purpose, std::string_view path) override {
    tokens.push_back(std::string(purpose) + std::string(path));
  }
  FakeRecords& nobodys_records() override { return nobodys_; }
  FakeAttachments& attachments() override { return attachments_; }
  void find_device() override { device_.state = DevicePlace::State::Asking; }
  const DevicePlace& device_place() const override { return device_; }
  FakeNotes& public_notes() override { return notes_; }
  void expect(std::string_view href) override { expected.emplace_back(href); }

  void read_file(std::string_view token, std::size_t most_bytes, Reply reply) override {
    reading.push_back({std::string(token), most_bytes, std::move(reply)});
  }

  FakeJoined& joined_files() override { return joined_; }
  FakeCopies& saved_copies() override { return copies_; }

  void carry(Carrying carrying, Reply reply) override { carried.push_back({std::move(carrying), std::move(reply)}); }

  struct Carried {
    Carrying what;
    Reply reply;  // the test calls it
  };
  std::vector<Carried> carried;

  struct Reading {
    std::string token;
    std::size_t most_bytes = 0;
    Reply reply;  // the test calls it
  };
  std::vector<Reading> reading;

  struct Sent {
    Letter letter;
    std::function<void(Result<void>)> saved;  // the test calls it when the letter is in the box
  };

  // Answers the oldest waiting fetch.
  void answer(Result<Bytes> bytes) {
    Asked first = std::move(asked.front());
    asked.erase(asked.begin());
    first.reply(std::move(bytes));
  }
  template <wire::Message T>
  void answer_with(const T& message) {
    answer(wire::encode_frame(message));
  }

  std::vector<Asked> asked;
  std::vector<std::string> navigated, replaced, announced, expected;
  std::vector<Sent> posted;
  LetterFacts letter_facts;
  std::vector<std::string> tokens;
  std::map<std::string, std::string, std::less<>> takes;  // which intent is taken at which route
  wire::SessionInfo session_;
  FakeRecords records_, nobodys_;
  FakeAttachments attachments_;
  FakeJoined joined_;
  FakeCopies copies_;
  DevicePlace device_;  // the test says where it is
  FakeNotes notes_;
  wire::Council council_;
  // What the shell does when the address changes: it tells the page.
  std::function<void(std::string_view)> moved;

 private:
  void go(std::vector<std::string>& list, std::string_view href) {
    list.emplace_back(href);
    if (moved) moved(href);
  }

  const ui::Words& words_;
  StillClock clock_;
};

}  // namespace alongside::testing
