// RemarkStore: the remarks in SQLite, each with all that became of it, and which years' summaries are published.
// Nothing is kept of a letter without a name but its random id, the day and its words; its table has no order of
// arrival. Used by the routes, the pages, the operation and the verbs of comments, inside their transactions.
#pragma once

#include "app/base/result.hpp"
#include "app/server/database.hpp"
#include "app/server/migration.hpp"
#include "app/wire/messages/operation.hpp"
#include "plugins/comments/model/comment_list.hpp"
#include "plugins/comments/model/remark_record.hpp"

#include <optional>
#include <span>
#include <vector>

namespace alongside::comments {

struct StoredRemark {
  DocumentId id;
  wire::Subject own;  // whose it is: household and person; nil: sent without a name
  RemarkRecord record;

  bool has_sender() const { return !own.id.is_nil(); }
  PersonId sender() const { return PersonId(own.id.bytes()); }
};

class RemarkStore {
 public:
  explicit RemarkStore(server::Database& database) : database_(database) {}

  static std::span<const server::Migration> migrations();

  Result<std::optional<StoredRemark>> find(DocumentId id) const;
  Result<void> put(const StoredRemark& remark);
  // By day, then by id.
  Result<std::vector<StoredRemark>> all() const;
  // Not yet looked at: of one person, or (nil) of those without a name.
  Result<std::size_t> waiting(PersonId sender) const;

  Result<std::vector<YearSummary>> summaries() const;  // the newest year first
  Result<void> put_summary(const YearSummary& summary);

 private:
  server::Database& database_;
};

}  // namespace alongside::comments
