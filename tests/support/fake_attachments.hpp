// FakeAttachments: the files on a device without a device, for the tests of plugins' pages: what a page
// adds waits until the test says what became of it. Held by FakeHost.
#pragma once

#include "app/plugin_api/attachments.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace alongside::testing {

class FakeAttachments final : public Attachments {
 public:
  struct Adding {
    DocumentId id;
    std::string token;
    Added added;
  };

  void add(DocumentId id, std::string_view token, Added added) override {
    adding.push_back({id, std::string(token), std::move(added)});
  }
  void keep(DocumentId id, Bytes bytes, Added added) override {
    adding.push_back({id, {}, std::move(added)});
    kept.emplace_back(id, std::move(bytes));
  }
  void remove(DocumentId id) override { states.erase(id); }
  AttachmentState state(DocumentId id) const override {
    const auto found = states.find(id);
    return found == states.end() ? AttachmentState{} : found->second;
  }

  // The oldest that waits is on the device now, or is not.
  void finish(Result<void> result = {}) {
    const Adding first = std::move(adding.front());
    adding.erase(adding.begin());
    if (result.ok()) states[first.id] = {AttachmentPlace::OnDevice, 240'000, {}};
    first.added(result);
  }

  std::vector<Adding> adding;
  std::vector<std::pair<DocumentId, Bytes>> kept;
  std::map<DocumentId, AttachmentState> states;
};

}  // namespace alongside::testing
