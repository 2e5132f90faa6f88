// A feature of the test's own: records of money and plans, as a plugin would keep them. A record that
// does not add up is refused after it was written: what it wrote must be undone.
#pragma once

#include "app/server/access/access_table.hpp"
#include "app/server/sync/operations.hpp"
#include "app/wire/messages/facet.hpp"

#include <string>

namespace alongside::worlds {

enum class RecordDo : std::uint8_t { Put, Remove, PutBadly };
constexpr bool is_known(RecordDo what) { return what <= RecordDo::PutBadly; }

struct Record {
  static constexpr wire::SchemaId schema{9100, 1};
  DocumentId id;
  PersonId owner;
  wire::Facet facet = wire::Facet::Money;
  RecordDo what = RecordDo::Put;
  std::string text;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), CEREAL_NVP(owner), CEREAL_NVP(facet), CEREAL_NVP(what), CEREAL_NVP(text), tail);
  }
};

inline Result<server::Applied> apply_record(server::OperationContext& context, const Record& record) {
  const wire::Version base = context.operation.base();
  if (record.what == RecordDo::Remove) {
    ALONGSIDE_TRY(context.documents.remove(context.actor, context.what, record.id, base));
    return server::Applied{base.number + 1};
  }
  server::NewContent content;
  content.id = record.id;
  content.subject = context.operation.subject;
  content.owner = record.owner;
  content.facet = record.facet;
  content.kind = Record::schema.id;
  content.content = wire::encode_payload(record);
  const auto version = ALONGSIDE_TRY(context.documents.put(context.actor, context.what, content, base));
  if (record.what == RecordDo::PutBadly) return Error{ErrorCode::InvalidInput, "unbalanced"};
  return server::Applied{version};
}

inline void add_ledger_rule(server::AccessTable& table, server::Operations& operations) {
  constexpr std::string_view what = "op worlds.record";
  table.add(what)
      .give(server::Relation::Parent, server::Permission::Shared)
      .give(server::Relation::Helper, server::Permission::Shared);
  operations.on<Record>(what, apply_record);
}

}  // namespace alongside::worlds
