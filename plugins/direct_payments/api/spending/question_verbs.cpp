#include "plugins/direct_payments/api/spending/question_verbs.hpp"

#include "app/base/clock.hpp"
#include "app/server/feature.hpp"
#include "app/server/json_tree.hpp"
#include "plugins/direct_payments/api/spending/agreed_words_store.hpp"
#include "plugins/direct_payments/api/spending/answer_question.hpp"
#include "plugins/direct_payments/api/spending/question_shelf.hpp"
#include "plugins/direct_payments/api/spending/rules_file.hpp"

#include <span>
#include <string>

namespace alongside::direct_payments {
namespace {

using Arguments = std::span<const std::string>;
using server::VerbArgumentKind;
using server::VerbArgumentUse;

std::string questions_text(const std::vector<KeptQuestion>& questions, Date today) {
  std::string text;
  std::size_t open = 0;
  for (const KeptQuestion& one : questions) {
    if (one.content.is_open()) {
      ++open;
      text += "Answer by " + one.content.answer_by.iso() + (one.content.answer_by < today ? " (late)\n" : "\n");
    }
    text += question_lines(one, "  ");
  }
  return text + std::to_string(open) + " to answer.\n";
}

std::string questions_json(const std::vector<KeptQuestion>& questions) {
  server::JsonValue json = server::json_array();
  for (const KeptQuestion& one : questions) json.items.push_back(question_json(one));
  return server::write_json(json) + "\n";
}

Result<std::string> list_questions(const server::FeatureContext& context, bool shows_all, bool as_json) {
  auto questions = ALONGSIDE_TRY(all_questions(context));
  if (!shows_all) std::erase_if(questions, [](const KeptQuestion& one) { return !one.content.is_open(); });
  return as_json ? questions_json(questions) : questions_text(questions, context.clock.today());
}

void add_answer(server::Verbs& verbs, const server::FeatureContext& context, Chance& chance) {
  verbs.add(
      server::Role::Money,
      {"agreement",
       "answer",
       "Answer what a family asked before spending. The answer stays with its money, and the family has a notice.",
       {{"ID", "the question's id, from: agreement questions"},
        {"ANSWER", "yes, no or yes_if"},
        {"WORDS", "why, or on what conditions: what the family reads"},
        {"--welsh", "the words in Welsh", VerbArgumentKind::Text, VerbArgumentUse::Optional}},
       {},
       server::VerbNeeds::Data,
       // The family sees by name who decided it: the officer who asks.
       [&context, &chance](Arguments arguments, const server::VerbPlace& place) -> Result<server::VerbEnd> {
         const QuestionAnswer answer{arguments[0], arguments[1], {arguments[2], arguments[3]}, place.asker.officer};
         return server::VerbEnd([&context, &chance, answer] { return answer_question(context, chance, answer); });
       },
       server::VerbWaits::ForNobody});
}

Result<std::string> take_rules(const server::FeatureContext& context, Chance& chance, Arguments arguments) {
  const auto id = DocumentId::parse(arguments[0]);
  if (!id.ok()) return Error{ErrorCode::InvalidInput, "give an agreement's id, from: council-api agreement list"};
  const auto json = ALONGSIDE_TRY(server::read_json_file(arguments[1], {std::size_t{1} << 20, 16}));
  AgreedWords agreed = ALONGSIDE_TRY(parse_agreed_words(json));
  agreed.agreement = id.value();
  return tell_agreed_words(context, chance, agreed);
}

}  // namespace

void add_question_verbs(server::Verbs& verbs, const server::FeatureContext& context, Chance& chance) {
  verbs.add(server::Role::Money,
            {"agreement",
             "questions",
             "List what families ask before they spend, what is due first at the top. It is personal.",
             {{"--all", "also what was answered", VerbArgumentKind::Text, VerbArgumentUse::Flag},
              {"--json", "as JSON, amounts in pence", VerbArgumentKind::Text, VerbArgumentUse::Flag}},
             [&context](Arguments arguments) {
               return list_questions(context, !arguments[0].empty(), !arguments[1].empty());
             }});
  add_answer(verbs, context, chance);
  verbs.add(server::Role::Money,
            {"agreement",
             "rules",
             "Keep what one child's agreement says: the outcomes of the plan, and what its money may buy. The payee is "
             "told.",
             {{"ID", "the agreement's id, from: agreement list"},
              {"FILE", "a JSON file: source, outcomes, may_buy, ask_first, may_not", VerbArgumentKind::Path}},
             [&context, &chance](Arguments arguments) { return take_rules(context, chance, arguments); }});
}

}  // namespace alongside::direct_payments
