#include "plugins/feedback/api/named_rules.hpp"

#include "app/base/clock.hpp"
#include "app/server/access/access_table.hpp"
#include "app/server/attachments/attach_files.hpp"
#include "app/server/sync/operations.hpp"
#include "plugins/feedback/api/definition_store.hpp"
#include "plugins/feedback/model/joined_files.hpp"
#include "plugins/feedback/model/pages_form.hpp"
#include "plugins/feedback/model/response.hpp"
#include "plugins/feedback/model/survey_run.hpp"

namespace alongside::feedback {
namespace {

using server::Applied;
using server::OperationContext;
using server::Permission;
using server::Relation;

constexpr std::string_view answer_row = "op feedback.answer";
constexpr std::string_view visit_note_row = "op feedback.visit_note";

Result<void> check_first(OperationContext& context, SurveyId survey) {
  const auto before = ALONGSIDE_TRY(
      context.documents.of_kind(context.actor, context.what, context.operation.subject, KeptAnswers::schema.id));
  for (const wire::Document& document : before) {
    const auto kept = wire::decode_payload<KeptAnswers>(document.content);
    if (kept.ok() && kept.value().response.edition.survey == survey) {
      return Error{ErrorCode::NotAllowed, "this person has answered"};
    }
  }
  return {};
}

Result<Applied> put(OperationContext& context, DocumentId id, wire::Facet facet, wire::SchemaId schema, Bytes content) {
  const wire::Operation& operation = context.operation;
  server::NewContent made{id,        operation.subject, context.actor.person, facet,
                          schema.id, schema.version,    std::move(content)};
  return Applied{ALONGSIDE_TRY(context.documents.put(context.actor, context.what, made, operation.base()))};
}

Result<Applied> take_answers(OperationContext& context, const NamedAnswers& named) {
  const FrozenDefinition frozen = ALONGSIDE_TRY(DefinitionStore(context.database).find(named.response.edition));
  const auto form = ALONGSIDE_TRY(survey_form(frozen.definition));
  if (frozen.definition.how_often == HowOften::Once) ALONGSIDE_TRY(check_first(context, frozen.edition.survey));
  KeptAnswers kept{context.clock.today(), ALONGSIDE_TRY(accept(form, named.response, 0)), {}};
  const auto files = joined_files(*form, kept.response.answers);
  const server::AttachTarget target{named.document, context.operation.subject, context.actor.person, wire::Facet::Own};
  ALONGSIDE_TRY(server::attach_files(context, target, files));
  return put(context, named.document, wire::Facet::Own, KeptAnswers::schema, wire::encode_payload(kept));
}

Result<Applied> take_note(OperationContext& context, const PutVisitNote& put_note) {
  constexpr std::size_t most_words = 4000, most_name = 400, most_id = 36;
  const VisitNote& note = put_note.note;
  if (note.words.size() > most_words || note.service_name.size() > most_name || note.service.size() > most_id) {
    return Error{ErrorCode::TooLarge, "a visit note is too long"};
  }
  return put(context, put_note.document, wire::Facet::Visits, VisitNote::schema, wire::encode_payload(note));
}

}  // namespace

void add_named_access(server::AccessTable& table) {
  table.add(answer_row).give(Relation::Self, Permission::Own);
  table.add(visit_note_row)
      .give(Relation::Parent, Permission::Own)
      .give(Relation::Carer, Permission::Own)
      .give(Relation::YoungPerson, Permission::Own);
}

void add_named_rules(server::Operations& operations) {
  operations.on<NamedAnswers>(answer_row, take_answers);
  operations.on<PutVisitNote>(visit_note_row, take_note);
}

}  // namespace alongside::feedback
