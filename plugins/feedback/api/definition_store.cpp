#include "plugins/feedback/api/definition_store.hpp"

#include "app/server/database.hpp"
#include "app/server/digest.hpp"
#include "app/wire/payload.hpp"

#include <algorithm>

namespace alongside::feedback {
namespace {

Result<FrozenDefinition> read_row(const server::Statement& row, SurveyId survey) {
  FrozenDefinition frozen;
  frozen.edition.survey = survey;
  frozen.edition.version = static_cast<std::uint32_t>(row.column_integer(0));
  const auto hash = row.column_bytes(1);
  if (hash.size() != frozen.edition.hash.size()) return Error{ErrorCode::Storage, "a definition's hash is damaged"};
  std::ranges::copy(hash, frozen.edition.hash.begin());
  frozen.definition = ALONGSIDE_TRY(wire::decode_payload<Definition>(row.column_bytes(2)));
  return frozen;
}

}  // namespace

Result<DefinitionStore::Published> DefinitionStore::publish(const Definition& definition) {
  const Bytes bytes = wire::encode_payload(definition);
  Edition edition{definition.survey, 1, ALONGSIDE_TRY(server::sha256(bytes))};
  if (const auto before = ALONGSIDE_TRY(newest(definition.survey))) {
    if (before->edition.hash == edition.hash) return Published{before->edition, false};
    edition.version = before->edition.version + 1;
  }
  auto insert = ALONGSIDE_TRY(
      database_.prepare("INSERT INTO feedback_definitions(survey, version, hash, definition) VALUES(?1, ?2, ?3, ?4)"));
  insert.bind_bytes(1, edition.survey.bytes()).bind(2, static_cast<std::int64_t>(edition.version));
  ALONGSIDE_TRY(insert.bind_bytes(3, edition.hash).bind_bytes(4, bytes).run());
  return Published{edition, true};
}

Result<std::optional<FrozenDefinition>> DefinitionStore::newest(SurveyId survey) const {
  auto select =
      ALONGSIDE_TRY(database_.prepare("SELECT version, hash, definition FROM feedback_definitions WHERE survey = ?1 "
                                      "ORDER BY version DESC LIMIT 1"));
  if (ALONGSIDE_TRY(select.bind_bytes(1, survey.bytes()).step()) == server::Step::Done) {
    return std::optional<FrozenDefinition>();
  }
  return std::optional<FrozenDefinition>(ALONGSIDE_TRY(read_row(select, survey)));
}

Result<FrozenDefinition> DefinitionStore::find(const Edition& edition) const {
  auto select = ALONGSIDE_TRY(database_.prepare(
      "SELECT version, hash, definition FROM feedback_definitions WHERE survey = ?1 AND version = ?2 AND hash = ?3"));
  select.bind_bytes(1, edition.survey.bytes()).bind(2, static_cast<std::int64_t>(edition.version));
  if (ALONGSIDE_TRY(select.bind_bytes(3, edition.hash).step()) == server::Step::Done) {
    return Error{ErrorCode::NotFound, "there is no such edition of a survey"};
  }
  return read_row(select, edition.survey);
}

}  // namespace alongside::feedback
