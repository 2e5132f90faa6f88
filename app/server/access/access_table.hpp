// AccessTable: who may do what, as data. One row a route ("GET /api/sync/feed") and one an
// operation ("op direct_payments.record"), one column a relation. What has no row is denied, and so
// is each cell that does not say otherwise. Filled at the start by the server and its features; asked by
// authorise(); written out by `council-api access` and by the test that reads every cell.
#pragma once

#include "app/server/access/relation.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::server {

enum class Permission : std::uint8_t {
  Deny,
  Allow,
  Own,     // only on what the actor owns
  Shared,  // on what they own, and on what its owner lets them change (for reading: see)
};

struct AccessRow {
  std::string what;
  std::array<Permission, relation_count> by_relation{};  // Deny, unless said

  AccessRow& give(Relation relation, Permission permission) {
    by_relation[static_cast<std::size_t>(relation)] = permission;
    return *this;
  }
};

class AccessTable {
 public:
  AccessRow& add(std::string_view what);  // a second row of the same name is a programming error: aborts
  // Everybody, signed in or not: what is public anyway. Opens no document: authorise() with a target
  // denies it.
  void open_to_all(std::string_view what);
  // Everybody who is signed in, on their own behalf.
  void signed_in(std::string_view what);

  Permission permission(std::string_view what, Relation relation) const;
  const std::vector<AccessRow>& rows() const { return rows_; }

 private:
  std::vector<AccessRow> rows_;  // sorted by what
};

}  // namespace alongside::server
