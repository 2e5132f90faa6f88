// NoRecords: the records of nobody. Lent to plugins while nobody is signed in: there is nothing to
// see, and nothing can be saved. Owned by Shell.
#pragma once

#include "app/base/chance.hpp"
#include "app/client/sync/sync_world.hpp"
#include "app/plugin_api/records.hpp"

namespace alongside::client {

class NoRecords : public Records {
 public:
  NoRecords(Timer& timer, Chance& chance) : timer_(timer), chance_(chance) {}

  std::uint64_t edition() const override { return 0; }
  std::vector<const wire::Document*> documents(std::uint32_t) const override { return {}; }
  std::vector<const PendingChange*> changes(std::span<const std::uint32_t>) const override { return {}; }
  void save(Change, Saved saved) override {
    timer_.after(0, [saved = std::move(saved)] { saved(signed_out()); });
  }
  void dismiss(OperationId) override {}
  // A letter without a name has a random id too.
  DocumentId new_document() override { return random_id<DocumentId>(chance_); }
  bool are_drafts_read() const override { return true; }
  std::optional<Bytes> draft(std::string_view) const override { return std::nullopt; }
  void keep_draft(std::string_view, Bytes, Done done) override {
    timer_.after(0, [done = std::move(done)] {
      if (done) done(signed_out());
    });
  }
  void drop_draft(std::string_view) override {}
  bool are_drafts_unreadable() const override { return false; }
  void keep_draft_with_others(std::string_view key, Bytes value, Done done) override {
    keep_draft(key, std::move(value), std::move(done));
  }

  virtual ~NoRecords() = default;

 protected:
  static Error signed_out() { return {ErrorCode::SignedOut, "nobody is signed in"}; }

 private:
  Timer& timer_;  // because nothing calls back before the call returns
  Chance& chance_;
};

}  // namespace alongside::client
