// Ids in statements: bound and read as 16 bytes. Used by every table that has an Id as a key.
#pragma once

#include "app/base/id.hpp"
#include "app/server/statement.hpp"

#include <algorithm>

namespace alongside::server {

template <class Tag>
Statement& bind_id(Statement& statement, int parameter, const Id<Tag>& id) {
  return statement.bind_bytes(parameter, id.bytes());
}

// Nil when the column holds anything but 16 bytes, which the tables' checks forbid.
template <class AnyId>
AnyId column_id(const Statement& statement, int column) {
  const auto found = statement.column_bytes(column);
  IdBytes bytes{};
  if (found.size() == bytes.size()) std::copy(found.begin(), found.end(), bytes.begin());
  return AnyId(bytes);
}

}  // namespace alongside::server
