#include "app/server/sync/family_operations.hpp"

#include <string_view>

namespace alongside::server {

namespace {

constexpr std::string_view fact = "op family.fact";
constexpr std::string_view share = "op family.share";
constexpr std::string_view preference = "op family.preference";
constexpr std::string_view notice_read = "op notices.read";

}  // namespace

void add_family_access(AccessTable& table) {
  table.add(fact)
      .give(Relation::Parent, Permission::Shared)
      .give(Relation::Carer, Permission::Shared)
      .give(Relation::Helper, Permission::Shared)
      .give(Relation::YoungPerson, Permission::Shared);
  table.add(share)
      .give(Relation::Parent, Permission::Own)
      .give(Relation::Carer, Permission::Own)
      .give(Relation::YoungPerson, Permission::Own);
  table.add(preference).give(Relation::Self, Permission::Own);
  table.add(notice_read).give(Relation::Self, Permission::Own);
}

void add_family_operations(Operations& operations, Chance& chance) {
  operations.on<wire::Fact>(fact, apply_fact);
  operations.on<wire::Share>(share, [&chance](OperationContext& context, const wire::Share& payload) {
    return apply_share(context, chance, payload);
  });
  operations.on<wire::Preference>(preference, apply_preference);
  operations.on<wire::NoticeRead>(notice_read, apply_notice_read);
}

}  // namespace alongside::server
