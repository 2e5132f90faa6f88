// A fact: one text an owner, child and facet. Whoever the owner lets change that facet may change it.
#include "app/base/utf8.hpp"
#include "app/server/sync/family_operations.hpp"
#include "app/server/sync/new_content.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace alongside::server {

namespace {

constexpr std::size_t most_fact_letters = 4000;

Result<void> check(const OperationContext& context, const wire::Fact& fact) {
  if (fact.facet == wire::Facet::Own) return Error{ErrorCode::InvalidInput, "bad_facet"};
  if (fact.id.is_nil() || context.operation.subject.id.is_nil()) return Error{ErrorCode::InvalidInput, "bad_payload"};
  if (code_points(fact.text) > most_fact_letters) return Error{ErrorCode::TooLarge, "too_long"};
  return {};
}

}  // namespace

Result<Applied> apply_fact(OperationContext& context, const wire::Fact& fact) {
  ALONGSIDE_TRY(check(context, fact));
  const wire::Operation& operation = context.operation;
  const auto facts =
      ALONGSIDE_TRY(context.documents.of_kind(context.actor, context.what, operation.subject, wire::Fact::schema.id));
  NewContent content = new_content(fact.id, operation.subject, context.actor.person, fact.facet, fact);
  for (const wire::Document& there : facts) {
    if (there.id == fact.id) {
      if (there.facet != fact.facet) return Error{ErrorCode::InvalidInput, "bad_facet"};
      content.owner = there.owner;
      if (there.owner == context.actor.person) break;
    }
    // Two devices of one person wrote the first one: the person is asked which it shall be.
    if (!operation.base().exists() && there.owner == context.actor.person && there.facet == fact.facet) {
      return Error{ErrorCode::Conflict, "there_already"};
    }
  }
  return Applied{ALONGSIDE_TRY(context.documents.put(context.actor, context.what, content, operation.base()))};
}

}  // namespace alongside::server
