// Operations: which kinds of change there are, and the rule that applies each. Filled at the start
// by the features; asked by SyncService inside the one transaction in which an operation is checked,
// applied and answered.
#pragma once

#include "app/base/result.hpp"
#include "app/server/access/actor.hpp"
#include "app/server/sync/documents.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/operation.hpp"
#include "app/wire/payload.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::server {

struct OperationContext {
  const Actor& actor;
  const wire::Operation& operation;
  std::string_view what;  // its row in the access table
  Documents& documents;
  Database& database;  // for a feature's own tables
  const Clock& clock;
};

// What a rule says of an operation. An Error of Storage, Internal or Unavailable rolls back and is
// tried again by the device; every other answer is final and stored. The device is told the error's
// detail when that is a stable name ("unbalanced": small letters, digits and underscores), else the
// name of its code. Conflict means that the person is asked.
struct Applied {
  std::uint64_t version = 0;  // of the document
};
using OperationRule = std::function<Result<Applied>(OperationContext&)>;

struct OperationKind {
  std::uint32_t kind = 0;  // schema id of the payload
  std::uint32_t edition = 1;
  std::string what;  // "op family.fact": must have a row in the access table
  OperationRule rule;
};

class Operations {
 public:
  void add(OperationKind kind);
  const OperationKind* find(std::uint32_t kind, std::uint32_t edition) const;

  // Registers a rule that gets its payload decoded; a bad payload is refused as "bad_payload".
  template <wire::Message T>
  void on(std::string_view what, std::function<Result<Applied>(OperationContext&, const T&)> rule) {
    add({T::schema.id, T::schema.version, std::string(what),
         [rule = std::move(rule)](OperationContext& context) -> Result<Applied> {
           const auto payload = wire::decode_payload<T>(context.operation.payload);
           if (!payload) return Error{ErrorCode::InvalidInput, "bad_payload"};
           return rule(context, payload.value());
         }});
  }

 private:
  std::vector<OperationKind> kinds_;
};

}  // namespace alongside::server
