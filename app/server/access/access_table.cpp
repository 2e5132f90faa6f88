#include "app/server/access/access_table.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace alongside::server {

namespace {

constexpr Relation everybody_signed_in[] = {Relation::Other, Relation::Self,   Relation::Parent,
                                            Relation::Carer, Relation::Helper, Relation::YoungPerson};

bool comes_before(const AccessRow& row, std::string_view what) { return row.what < what; }

}  // namespace

AccessRow& AccessTable::add(std::string_view what) {
  const auto place = std::lower_bound(rows_.begin(), rows_.end(), what, comes_before);
  if (place != rows_.end() && place->what == what) {
    std::fprintf(stderr, "the access table has two rows for %s\n", place->what.c_str());
    std::abort();
  }
  AccessRow row;
  row.what = what;
  return *rows_.insert(place, std::move(row));
}

void AccessTable::open_to_all(std::string_view what) { add(what).by_relation.fill(Permission::Allow); }

void AccessTable::signed_in(std::string_view what) {
  AccessRow& row = add(what);
  // With a target in hand nobody gets more of another's than was shared with them.
  for (const Relation relation : everybody_signed_in) row.give(relation, Permission::Shared);
  for (const Relation relation : {Relation::Self, Relation::Other}) {
    row.give(relation, Permission::Own);
  }
}

Permission AccessTable::permission(std::string_view what, Relation relation) const {
  const auto place = std::lower_bound(rows_.begin(), rows_.end(), what, comes_before);
  if (place == rows_.end() || place->what != what) return Permission::Deny;
  return place->by_relation[static_cast<std::size_t>(relation)];
}

}  // namespace alongside::server
