#include "app/server/sync/sync_feature.hpp"

#include "app/server/reply.hpp"
#include "app/server/retention/reap_rows.hpp"
#include "app/server/sync/family_operations.hpp"
#include "app/server/sync/sync_invariants.hpp"
#include "app/server/sync/sync_personal.hpp"
#include "app/server/sync/sync_tables.hpp"
#include "app/wire/messages/notice.hpp"

#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

namespace alongside::server {

namespace {

constexpr std::string_view push_path = "/api/sync/push";
constexpr std::string_view feed_path = "/api/sync/feed";
constexpr std::string_view known_path = "/api/sync/known";

// Digits only, as a browser counts; nothing given is 0.
std::optional<std::uint64_t> place_in(std::string_view text) {
  constexpr std::size_t most_digits = 16;
  if (text.empty()) return 0;
  if (text.size() > most_digits) return std::nullopt;
  std::uint64_t place = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), place);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return place;
}

template <class T>
Response answer(const Request& request, const Result<T>& result) {
  return result ? reply(request, result.value()) : problem(request, result.error());
}

}  // namespace

SyncFeature::SyncFeature(const FeatureContext& context, const Operations& operations, PushTurns turns,
                         std::unique_ptr<Chance> chance)
    : chance_(std::move(chance)),
      service_(context.database, context.access, context.documents, operations, context.clock),
      turn_(turns.turn),
      group_(context.database, service_, std::move(turns.is_signed_in)) {}

std::span<const Migration> SyncFeature::migrations() const { return sync_migrations(); }

void SyncFeature::routes(Router& router) {
  router.post(push_path, [this](const Request& request) { return answer_push(request); }, sync_limits::push_bytes);
  router.post(known_path, [this](const Request& request) { return answer_known(request); });
  router.get(feed_path, [this](const Request& request) { return answer_feed(request); });
}

void SyncFeature::access(AccessTable& table) {
  table.signed_in("POST /api/sync/push");
  table.signed_in("GET /api/sync/feed");
  table.signed_in("POST /api/sync/known");
  add_family_access(table);
}

void SyncFeature::operations(Operations& operations) { add_family_operations(operations, *chance_); }

void SyncFeature::invariants(Invariants& invariants) { add_sync_invariants(invariants); }

void SyncFeature::personal(PersonalTables& tables) { add_sync_personal(tables); }

void SyncFeature::retention(RetentionRules& rules) {
  rules.add({"notices", "messages in inboxes", "as long as a device may be away, and still show them",
             &Retention::notices,
             reap_kind<wire::Notice>([](const wire::Notice& notice) { return std::optional(notice.day); })});
}

Response SyncFeature::answer_push(const Request& request) {
  return with_body<wire::Push>(request, [&](wire::Push push) {
    if (turn_ == nullptr) return answer(request, service_.push(request.actor, push));
    return answer_in_turn(request, std::move(push));
  });
}

Response SyncFeature::answer_in_turn(const Request& request, wire::Push push) {
  Request asked;  // what an answer is made of
  asked.format = request.format;
  asked.language = request.language;
  Response response;
  response.later = [this, asked, actor = request.actor,
                    push = std::make_shared<wire::Push>(std::move(push))](auto done) {
    group_.add(
        actor, std::move(*push),
        [asked, done = std::move(done)](const Result<wire::PushReply>& result) { done(answer(asked, result)); },
        *turn_);
  };
  return response;
}

Response SyncFeature::answer_feed(const Request& request) {
  const auto since = place_in(request.query.value("since"));
  if (!since) return problem(request, 400, "bad_place", "“since” is a place in the feed: a whole number.");
  return answer(request, service_.feed(request.actor, *since));
}

Response SyncFeature::answer_known(const Request& request) {
  return with_body<wire::KnownChanges>(
      request, [&](const wire::KnownChanges& asked) { return answer(request, service_.known(request.actor, asked)); });
}

std::unique_ptr<Feature> make_sync_feature(const FeatureContext& context, const Operations& operations, PushTurns turns,
                                           std::unique_ptr<Chance> chance) {
  return std::make_unique<SyncFeature>(context, operations, std::move(turns), std::move(chance));
}

}  // namespace alongside::server
