// FakeCopies: what is not sent, as a test puts it there; what a page saves or takes back is written down, and the test
// answers. Part of FakeHost.
#pragma once

#include "app/plugin_api/saved_copies.hpp"

#include <string>
#include <utility>
#include <vector>

namespace alongside::testing {

class FakeCopies final : public SavedCopies {
 public:
  Kept kept() const override { return kept_; }
  void save_file(std::string_view name, Bytes content, std::function<void(Result<Place>)> done) override {
    saved.push_back({std::string(name), std::move(content), std::move(done)});
  }
  void take_back(std::vector<wire::Operation> changes, std::vector<KeptFile> files,
                 std::function<void(Result<Taken>)> done) override {
    taking.push_back({std::move(changes), std::move(files), std::move(done)});
  }

  struct Saved {
    std::string name;
    Bytes content;
    std::function<void(Result<Place>)> done;
  };
  struct Taking {
    std::vector<wire::Operation> changes;
    std::vector<KeptFile> files;
    std::function<void(Result<Taken>)> done;
  };
  Kept kept_;
  std::vector<Saved> saved;
  std::vector<Taking> taking;
};

}  // namespace alongside::testing
