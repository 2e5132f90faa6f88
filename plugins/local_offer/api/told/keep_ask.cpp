#include "plugins/local_offer/api/told/keep_ask.hpp"

#include "app/base/id.hpp"
#include "app/base/utf8.hpp"
#include "app/server/access/access_table.hpp"
#include "app/server/sync/operations.hpp"
#include "plugins/local_offer/api/told/ask_content.hpp"

#include <optional>
#include <string_view>

namespace alongside::local_offer {
namespace {

using server::Applied;
using server::OperationContext;

constexpr std::string_view ask_row = "op local_offer.keep_ask";
constexpr std::size_t most_name_bytes = 400;

Result<void> check(const KeepAsk& keep) {
  const ToldAsk& ask = keep.ask;
  const bool is_whole = !keep.id.is_nil() && parse_uuid(ask.service).ok() && ask.of <= all_tell_bits &&
                        ask.held <= all_tell_bits && is_known(ask.told);
  if (!is_whole || !is_text(ask.name)) return Error{ErrorCode::InvalidInput, "bad_payload"};
  if (ask.name.size() > most_name_bytes) return Error{ErrorCode::TooLarge, "too_long"};
  return {};
}

// Two devices may ask of one service before they hear of each other: it is one ask, and what came last counts.
Result<Applied> keep_ask(OperationContext& context, const KeepAsk& keep) {
  ALONGSIDE_TRY(check(keep));
  const auto documents = ALONGSIDE_TRY(
      context.documents.of_kind(context.actor, context.what, context.operation.subject, ToldAsk::schema.id));
  const wire::Document* there = nullptr;
  for (const wire::Document& document : documents) {
    const auto earlier = wire::decode_payload<ToldAsk>(document.content);
    if (earlier.ok() && earlier.value().service == keep.ask.service) there = &document;
  }
  if (keep.ask.of == 0) {
    if (there != nullptr) ALONGSIDE_TRY(context.documents.remove(context.actor, context.what, there->id, there->now()));
    return Applied{};
  }
  if (there == nullptr && documents.size() >= most_asks) return Error{ErrorCode::TooLarge, "too_many"};
  const auto content =
      content_of(there == nullptr ? keep.id : there->id, context.operation.subject, context.actor.person, keep.ask);
  return Applied{ALONGSIDE_TRY(
      context.documents.put(context.actor, context.what, content, there == nullptr ? wire::Version() : there->now()))};
}

}  // namespace

void add_ask_operations(server::Operations& operations) { operations.on<KeepAsk>(ask_row, keep_ask); }

void add_ask_access(server::AccessTable& table) {
  table.add(ask_row).give(server::Relation::Self, server::Permission::Own);
}

}  // namespace alongside::local_offer
