// FakeNotes: the notes of a device without a disk, for the tests of plugins' pages. Held by FakeHost.
#pragma once

#include "app/plugin_api/public_notes.hpp"

#include <map>

namespace alongside::testing {

class FakeNotes final : public PublicNotes {
 public:
  bool are_read() const override { return read; }
  std::optional<Bytes> find(std::string_view key) const override {
    const auto found = notes.find(key);
    return found == notes.end() ? std::nullopt : std::optional(found->second.first);
  }
  std::vector<std::pair<std::string, Bytes>> all(std::string_view beginning) const override {
    std::vector<std::pair<std::string, Bytes>> found;
    for (const auto& [key, note] : notes) {
      if (key.starts_with(beginning)) found.emplace_back(key, note.first);
    }
    return found;
  }
  void keep(std::string_view key, Bytes value, Lasting lasting, Done done) override {
    if (value.empty())
      notes.erase(std::string(key));
    else
      notes.insert_or_assign(std::string(key), std::pair(std::move(value), lasting));
    if (done) waiting.push_back(std::move(done));
  }
  void finish(const Result<void>& outcome = {}) {
    for (const Done& done : std::exchange(waiting, {})) done(outcome);
  }

  bool read = true;
  std::map<std::string, std::pair<Bytes, Lasting>, std::less<>> notes;
  std::vector<Done> waiting;
};

}  // namespace alongside::testing
