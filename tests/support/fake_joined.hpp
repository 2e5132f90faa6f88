// FakeJoined: what is joined to what somebody has begun, without a device, for the tests of plugins' pages: what a page
// adds waits until the test says what became of it. Held by FakeHost.
#pragma once

#include "app/plugin_api/joined_files.hpp"
#include "app/plugin_api/records.hpp"

#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace alongside::testing {

class FakeJoined final : public JoinedFiles {
 public:
  struct Adding {
    std::string token;
    Kind kind;
    Records* beside;
    Added added;
  };
  struct Attaching {
    Records* beside;
    std::vector<DocumentId> files;
    Change change;
    Records::Saved saved;
  };

  void add(Records& beside, std::string_view token, Kind kind, Added added) override {
    adding.push_back({std::string(token), kind, &beside, std::move(added)});
  }
  bool has(Records&, DocumentId id) const override { return files.contains(id); }
  void remove(Records&, DocumentId id) override { files.erase(id); }
  void show(Records&, DocumentId id) override { shown.push_back(id); }
  void save_with(Records& beside, std::vector<DocumentId> names, Change change, Records::Saved saved) override {
    if (names.empty()) return beside.save(std::move(change), std::move(saved));
    attaching.push_back({&beside, std::move(names), std::move(change), std::move(saved)});
  }
  // They lie among the attachments now.
  void attach() {
    const Attaching first = std::move(attaching.front());
    attaching.erase(attaching.begin());
    first.beside->save(first.change, first.saved);
  }

  // The oldest that waits lies here now, under an id of its own.
  DocumentId finish() {
    const Adding first = std::move(adding.front());
    adding.erase(adding.begin());
    const DocumentId id = first.beside->new_document();
    files.insert(id);
    first.added(id);
    return id;
  }
  void fail(ErrorCode code) {
    const Adding first = std::move(adding.front());
    adding.erase(adding.begin());
    first.added(Error{code, "as the test said"});
  }

  std::vector<Adding> adding;
  std::vector<Attaching> attaching;
  std::set<DocumentId> files;
  std::vector<DocumentId> shown;
};

}  // namespace alongside::testing
