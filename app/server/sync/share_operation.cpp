// A share: the actor lets somebody see or change what they own of one facet of a child. The last word
// counts. It is answered the same whether there is such a person or not: nobody finds out here who
// else stands by a child. For the actor's own list it is a document too, which only they see.
#include "app/base/chance.hpp"
#include "app/base/clock.hpp"
#include "app/server/family/shares.hpp"
#include "app/server/sync/family_operations.hpp"
#include "app/server/sync/share_content.hpp"

#include <optional>

namespace alongside::server {

namespace {

constexpr std::size_t most_shares = 200;  // an adult and child

struct Known {
  std::optional<wire::Document> same;  // the actor's document of this viewer and facet
  std::size_t count = 0;               // how many they have
};

Result<Known> known_shares(OperationContext& context, const wire::Share& share) {
  Known known;
  auto documents = ALONGSIDE_TRY(
      context.documents.of_kind(context.actor, context.what, context.operation.subject, wire::Share::schema.id));
  for (wire::Document& document : documents) {
    if (document.owner != context.actor.person) continue;
    ++known.count;
    const auto earlier = ALONGSIDE_TRY(wire::decode_payload<wire::Share>(document.content));
    if (earlier.viewer == share.viewer && earlier.facet == share.facet) known.same = std::move(document);
  }
  return known;
}

Result<void> grant(OperationContext& context, const wire::Share& share) {
  ShareGrant grant;
  grant.owner = context.actor.person;
  grant.viewer = share.viewer;
  grant.subject = context.operation.subject;
  grant.facet = share.facet;
  grant.level = share.level;
  grant.from = context.clock.today();
  grant.until = share.until.value_or(last_date);
  ALONGSIDE_TRY(context.documents.reconsider_once_a_day(share.viewer));
  const auto changed = set_share(context.database, grant, EarlierShare::Replaced);
  if (!changed && changed.error().code == ErrorCode::NotFound) return {};
  if (!changed) return changed.error();
  return context.documents.reconsider(share.viewer);
}

}  // namespace

Result<Applied> apply_share(OperationContext& context, Chance& chance, const wire::Share& share) {
  const PersonId actor = context.actor.person;
  if (share.facet == wire::Facet::Own) return Error{ErrorCode::InvalidInput, "bad_facet"};
  if (share.viewer.is_nil() || share.viewer == actor) return Error{ErrorCode::InvalidInput, "bad_viewer"};
  const Known known = ALONGSIDE_TRY(known_shares(context, share));
  if (!known.same && known.count >= most_shares) return Error{ErrorCode::TooLarge, "too_many"};
  ALONGSIDE_TRY(grant(context, share));
  const DocumentId id = known.same ? known.same->id : random_id<DocumentId>(chance);
  const NewContent content = share_content(id, context.operation.subject, actor, share);
  const wire::Version base = known.same ? known.same->now() : wire::Version();
  return Applied{ALONGSIDE_TRY(context.documents.put(context.actor, context.what, content, base))};
}

}  // namespace alongside::server
