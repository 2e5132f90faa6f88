// DefinitionStore: the frozen editions of every survey. Publishing adds one and changes none; answers
// are received for any of them. Used by the feedback feature; each call is inside its caller's transaction.
#pragma once

#include "app/base/result.hpp"
#include "plugins/feedback/model/definition.hpp"

#include <optional>

namespace alongside::server {
class Database;
}

namespace alongside::feedback {

struct FrozenDefinition {
  Edition edition;
  Definition definition;
};

class DefinitionStore {
 public:
  explicit DefinitionStore(server::Database& database) : database_(database) {}

  struct Published {
    Edition edition;
    bool is_new = false;  // no: these very questions were the newest edition already
  };
  Result<Published> publish(const Definition& definition);
  Result<std::optional<FrozenDefinition>> newest(SurveyId survey) const;
  // NotFound unless survey, version and hash are those of one edition.
  Result<FrozenDefinition> find(const Edition& edition) const;

 private:
  server::Database& database_;
};

}  // namespace alongside::feedback
