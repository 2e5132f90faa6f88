#include "plugins/requests/api/request_operations.hpp"

#include "app/base/clock.hpp"
#include "app/server/access/access_table.hpp"
#include "app/server/council_config.hpp"
#include "app/server/sync/operations.hpp"
#include "plugins/requests/api/request_content.hpp"
#include "plugins/requests/model/request_rules.hpp"

#include <string>

namespace alongside::requests {
namespace {

using server::Applied;
using server::OperationContext;

constexpr std::string_view ask_row = "op requests.ask";
constexpr std::string_view add_row = "op requests.add_words";
constexpr std::string_view back_row = "op requests.take_back";

Error refused(RequestFault fault) { return {ErrorCode::InvalidInput, std::string(name_of(fault))}; }

struct Found {
  wire::Document document;
  FamilyRequest request;
};

Result<Found> find(OperationContext& context, DocumentId id) {
  wire::Document document = ALONGSIDE_TRY(context.documents.find(context.actor, context.what, id));
  if (document.kind != FamilyRequest::schema.id || document.subject != context.operation.subject)
    return Error{ErrorCode::NotFound, "not_found"};
  FamilyRequest request = ALONGSIDE_TRY(wire::decode_payload<FamilyRequest>(document.content));
  return Found{std::move(document), std::move(request)};
}

Result<std::size_t> open_requests(OperationContext& context) {
  std::size_t open = 0;
  const auto documents = ALONGSIDE_TRY(
      context.documents.of_kind(context.actor, context.what, context.operation.subject, FamilyRequest::schema.id));
  for (const wire::Document& document : documents) {
    const auto request = wire::decode_payload<FamilyRequest>(document.content);
    if (!request.ok() || is_open(request->status())) ++open;
  }
  return open;
}

Result<Applied> ask(OperationContext& context, const AskFor& payload, const server::CouncilConfig& council) {
  if (payload.id.is_nil()) return Error{ErrorCode::InvalidInput, "bad_payload"};
  if (const auto fault = check(payload)) return refused(*fault);
  if (ALONGSIDE_TRY(open_requests(context)) >= most_open_requests) return refused(RequestFault::TooMany);
  const Date today = context.clock.today();
  const FamilyRequest request = request_of(payload, today, Date(today.days() + council.requests.answer_days));
  const auto content = content_of(payload.id, context.operation.subject, context.actor.person, request);
  return Applied{ALONGSIDE_TRY(context.documents.put(context.actor, context.what, content, {}))};
}

Result<Applied> put(OperationContext& context, const Found& found, const wire::Version& base) {
  const wire::Document& document = found.document;
  const auto content = content_of(document.id, document.subject, document.owner, found.request);
  return Applied{ALONGSIDE_TRY(context.documents.put(context.actor, context.what, content, base))};
}

// More words are always welcome, whatever the council wrote meanwhile.
Result<Applied> add(OperationContext& context, const AddWords& payload) {
  Found found = ALONGSIDE_TRY(find(context, payload.request));
  if (const auto fault = check(found.request, payload)) return refused(*fault);
  add_words(found.request, payload.words, context.clock.today());
  return put(context, found, found.document.now());
}

// Only what the person saw is taken back: a "yes" that came meanwhile is shown to them first.
Result<Applied> back(OperationContext& context, const TakeBack& payload) {
  Found found = ALONGSIDE_TRY(find(context, payload.request));
  if (const auto fault = check(found.request, payload)) return refused(*fault);
  take_back(found.request, context.clock.today());
  return put(context, found, context.operation.base());
}

}  // namespace

void add_request_operations(server::Operations& operations, const server::CouncilConfig& council) {
  operations.on<AskFor>(
      ask_row, [&council](OperationContext& context, const AskFor& payload) { return ask(context, payload, council); });
  operations.on<AddWords>(add_row, add);
  operations.on<TakeBack>(back_row, back);
}

// A request is its asker's own. Who only helps asks for nothing in the family's name.
void add_request_access(server::AccessTable& table) {
  using server::Permission;
  using server::Relation;
  for (const std::string_view row : {ask_row, add_row, back_row}) {
    table.add(row)
        .give(Relation::Parent, Permission::Own)
        .give(Relation::Carer, Permission::Own)
        .give(Relation::YoungPerson, Permission::Own);
  }
}

}  // namespace alongside::requests
