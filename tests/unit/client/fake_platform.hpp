// FakePlatform: the world around the shell, held still for tests: answers are given by hand, modules
// are the static twins a test names.
#pragma once

#include "app/client/platform.hpp"
#include "app/client/store/memory_store.hpp"
#include "tests/unit/client/fake_clock.hpp"
#include "tests/unit/client/fake_world.hpp"
#include "tests/unit/sync/faulty_store.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace alongside::client {

class FakePlatform final : public Platform {
 public:
  void fetch(std::string_view path, Reply reply) override { fetches.emplace_back(path, std::move(reply)); }
  void load_plugin(std::string_view id, Loaded done) override { loads.emplace_back(id, std::move(done)); }
  void address(std::string_view href, History history) override { addresses.emplace_back(href, history); }
  void leave(std::string_view href) override { left = href; }
  void title(std::string_view title) override { titles.emplace_back(title); }
  void setting(std::string_view key, std::string_view value) override { settings[std::string(key)] = value; }
  void patch(std::span<const std::uint8_t>) override {}
  void wake() override { ++wakes; }
  void log(std::string_view line) override { lines.emplace_back(line); }
  void post(std::string_view path, Bytes frame, Credentials credentials, Reply reply) override {
    posts.push_back({std::string(path), std::move(frame), credentials, std::move(reply)});
  }
  SyncWorld world() override { return {store, turns, transport, timer, chance, clock}; }
  SyncWorld public_world() override { return {public_store, turns, transport, timer, chance, clock}; }
  void anonymous_token(std::string_view purpose, std::string_view holder, Reply reply) override {
    tokens.push_back({std::string(purpose), std::string(holder), std::move(reply)});
  }
  void take_file(std::string_view token, Reply reply) override { files.emplace_back(token, std::move(reply)); }
  void show_file(const Bytes& content) override { shown_files.push_back(content); }
  void read_file(std::string_view token, std::size_t most_bytes, Reply reply) override {
    read_files.push_back({std::string(token), most_bytes, std::move(reply)});
  }
  void carry(std::string_view lines, Bytes content, Reply reply) override {
    carried.push_back({std::string(lines), std::move(content), std::move(reply)});
  }
  void save_file(std::string_view name, Bytes content, Reply reply) override {
    saved_files.push_back({std::string(name), std::move(content), std::move(reply)});
  }
  void send_page(std::string_view href, std::string_view title, Reply reply) override {
    sent_pages.push_back({std::string(href), std::string(title), std::move(reply)});
  }
  void install() override { ++installs; }
  void locate(Reply reply) override { locations.push_back(std::move(reply)); }
  std::string device_name() const override { return "Test on paper"; }
  void begin_again(std::string_view href) override { begun_again = href; }

  struct ReadFile {
    std::string token;
    std::size_t most_bytes;
    Reply reply;
  };
  std::vector<Bytes> shown_files;
  std::vector<ReadFile> read_files;

  struct Carried {
    std::string lines;
    Bytes content;
    Reply reply;
  };
  struct SentPage {
    std::string href, title;
    Reply reply;
  };
  std::vector<SentPage> sent_pages;
  int installs = 0;
  std::vector<Carried> carried, saved_files;

  struct Post {
    std::string path;
    Bytes frame;
    Credentials credentials;
    Reply reply;
  };

  // Answers the waiting request for this path.
  void answer_path(std::string_view path, Result<Bytes> body) {
    const auto asked = std::find_if(fetches.begin(), fetches.end(), [&](const auto& it) { return it.first == path; });
    REQUIRE_MESSAGE(asked != fetches.end(), "nobody asked for ", std::string(path));
    const Reply reply = std::move(asked->second);
    fetches.erase(asked);
    reply(std::move(body));
  }
  void answer_post(std::string_view path, Result<Bytes> body) {
    const auto asked = std::find_if(posts.begin(), posts.end(), [&](const Post& it) { return it.path == path; });
    REQUIRE_MESSAGE(asked != posts.end(), "nothing was posted to ", std::string(path));
    const Reply reply = std::move(asked->reply);
    posts.erase(asked);
    reply(std::move(body));
  }
  // Answers the oldest waiting request or load.
  void answer(Result<Bytes> body) {
    const Reply reply = std::move(fetches.front().second);
    fetches.erase(fetches.begin());
    reply(std::move(body));
  }
  void loaded(Result<PluginModule> module) {
    const Loaded done = std::move(loads.front().second);
    loads.erase(loads.begin());
    done(std::move(module));
  }

  FakeTimer timer;
  FakeTurns turns{timer};
  FakeTransport transport;
  FakeChance chance;
  FakeClock clock;
  std::shared_ptr<MemoryDisk> disk = std::make_shared<MemoryDisk>();
  FaultyStore store{timer, disk};
  MemoryStore public_store{timer, disk};
  std::vector<std::pair<std::string, Reply>> fetches;
  std::vector<Post> posts;
  struct Token {
    std::string purpose;
    std::string holder;
    Reply reply;
  };
  std::vector<Token> tokens;
  std::vector<std::pair<std::string, Reply>> files;
  std::vector<Reply> locations;  // who asks where this device is
  std::string begun_again;
  std::vector<std::pair<std::string, Loaded>> loads;
  std::vector<std::pair<std::string, History>> addresses;
  std::string left;
  std::vector<std::string> titles;
  std::map<std::string, std::string> settings;
  std::vector<std::string> lines;
  int wakes = 0;
};

}  // namespace alongside::client
