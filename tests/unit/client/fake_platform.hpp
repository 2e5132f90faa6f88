// FakePlatform: the world around the shell, held still for tests: answers are given by hand, modules
// are the static twins a test names.
#pragma once

#include "app/client/platform.hpp"

#include <map>
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

  std::vector<std::pair<std::string, Reply>> fetches;
  std::vector<std::pair<std::string, Loaded>> loads;
  std::vector<std::pair<std::string, History>> addresses;
  std::string left;
  std::vector<std::string> titles;
  std::map<std::string, std::string> settings;
  std::vector<std::string> lines;
  int wakes = 0;
};

}  // namespace alongside::client
