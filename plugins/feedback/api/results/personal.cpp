#include "plugins/feedback/api/results/personal.hpp"

#include "app/server/database.hpp"
#include "app/server/personal/personal_tables.hpp"
#include "app/server/sync/documents.hpp"
#include "plugins/feedback/api/results/redaction_desk.hpp"
#include "plugins/feedback/model/response.hpp"

namespace alongside::feedback {
namespace {

using server::PersonalContext;

// What an officer made of their words and has not released. What is released is nobody's any more.
Result<void> erase_words(const PersonalContext& context, server::Erasure& erasure) {
  RedactionDesk desk(context.database);
  std::int64_t count = 0;
  for (const auto& document : ALONGSIDE_TRY(context.documents.all_by_council(KeptAnswers::schema.id))) {
    if (document.owner != context.person) continue;
    const auto kept = wire::decode_payload<KeptAnswers>(document.content);
    if (!kept.ok()) continue;
    for (const auto& [question, answer] : kept->response.answers) {
      count += ALONGSIDE_TRY(desk.forget(AnswerId(document.id.bytes()), question));
    }
  }
  erasure.erased("words of theirs that an officer had looked at", count);
  return {};
}

}  // namespace

void add_results_personal(server::PersonalTables& tables) {
  tables.add({"feedback_words", {}, "an officer's own wording of answers that are documents of theirs", erase_words});
  const std::string many = "what many said together";
  tables.about_nobody("feedback_releases", many);
  tables.about_nobody("feedback_counted", "which answers were counted: numbers");
  tables.about_nobody("feedback_themes", many);
  tables.about_nobody("feedback_stories", "what the council answered");
}

}  // namespace alongside::feedback
