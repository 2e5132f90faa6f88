// SyncFeature: the server's own feature "sync": POST /api/sync/push, GET /api/sync/feed?since=N and POST
// /api/sync/known, the tables of documents and feeds, and the core's operations. Made in main.cpp, before the plugins'
// features; it must be told of every operation, so it keeps a reference to them all.
#pragma once

#include "app/server/feature.hpp"
#include "app/server/loop_turn.hpp"
#include "app/server/sync/push_group.hpp"
#include "app/server/sync/sync_service.hpp"
#include "app/server/sync/system_chance.hpp"

#include <memory>

namespace alongside::server {

// Lent by the application. `turn` is null until the server runs, and for verbs: then each push is committed by itself.
struct PushTurns {
  LoopTurn* const& turn;
  PushGroup::IsSignedIn is_signed_in;
};

class SyncFeature final : public Feature {
 public:
  SyncFeature(const FeatureContext& context, const Operations& operations, PushTurns turns,
              std::unique_ptr<Chance> chance);

  std::string_view id() const override { return "sync"; }
  std::span<const Migration> migrations() const override;
  void routes(Router& router) override;
  void access(AccessTable& table) override;
  void operations(Operations& operations) override;
  void invariants(Invariants& invariants) override;
  void personal(PersonalTables& tables) override;
  void retention(RetentionRules& rules) override;

 private:
  Response answer_push(const Request& request);
  Response answer_feed(const Request& request);
  Response answer_known(const Request& request);

  Response answer_in_turn(const Request& request, wire::Push push);

  std::unique_ptr<Chance> chance_;
  SyncService service_;
  LoopTurn* const& turn_;
  PushGroup group_;
};

// `operations` are the application's, which every feature fills.
std::unique_ptr<Feature> make_sync_feature(const FeatureContext& context, const Operations& operations, PushTurns turns,
                                           std::unique_ptr<Chance> chance = std::make_unique<SystemChance>());

}  // namespace alongside::server
