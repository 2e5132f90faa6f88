#include "plugins/direct_payments/api/returns/return_verbs.hpp"

#include "app/base/clock.hpp"
#include "app/server/feature.hpp"
#include "app/server/json_tree.hpp"
#include "plugins/direct_payments/api/guide_store.hpp"
#include "plugins/direct_payments/api/returns/return_decision.hpp"
#include "plugins/direct_payments/api/returns/return_report.hpp"

#include <span>
#include <string>

namespace alongside::direct_payments {
namespace {

using Arguments = std::span<const std::string>;
using server::VerbArgument;
using server::VerbArgumentKind;
using server::VerbArgumentUse;

VerbArgument json_flag() {
  return {"--json", "as JSON, amounts in pence", VerbArgumentKind::Text, VerbArgumentUse::Flag};
}

Result<std::string> list(const server::FeatureContext& context, bool shows_all, bool as_json) {
  ReturnList list;
  list.today = context.clock.today();
  list.returns = ALONGSIDE_TRY(all_returns(context));
  list.missing = ALONGSIDE_TRY(missing_returns(context, list.returns, list.today));
  const auto guide = ALONGSIDE_TRY(read_guide(context.database));
  if (guide) list.send_within_days = guide->returns.send_within_days;
  if (!shows_all)
    std::erase_if(list.returns, [](const KeptReturn& one) { return one.content.state == ReturnState::Accepted; });
  return as_json ? list_json(list) : list_text(list);
}

Result<std::string> show(const server::FeatureContext& context, const std::string& id, bool as_json) {
  const KeptReturn one = ALONGSIDE_TRY(find_return(context, id));
  const auto answered = ALONGSIDE_TRY(answered_questions(context, one.content.agreement, one.content.last));
  return as_json ? return_json(one, answered) : return_text(one, answered);
}

// What was decided is told in one line, or as the whole return.
Result<std::string> decided(const server::FeatureContext& context, Chance& chance, const ReturnDecision& decision,
                            bool as_json) {
  const std::string state = ALONGSIDE_TRY(decide(context, chance, decision));
  if (as_json) return show(context, decision.id, true);
  return "Kept: " + state + ". The family sees it, and has a notice.\n";
}

void add_decision(server::Verbs& verbs, const server::FeatureContext& context, Chance& chance, const char* name,
                  const char* help, ReturnState to) {
  const VerbArgumentUse needed = to == ReturnState::Accepted ? VerbArgumentUse::Optional : VerbArgumentUse::Required;
  const VerbArgument words{to == ReturnState::Accepted ? "--words" : "WORDS", "what the family reads",
                           VerbArgumentKind::Text, needed};
  verbs.add(server::Role::Money,
            {"returns",
             name,
             help,
             {{"ID", "its id, from the list"},
              words,
              {"--welsh", "the words in Welsh", VerbArgumentKind::Text, VerbArgumentUse::Optional},
              json_flag()},
             {},
             server::VerbNeeds::Data,
             // The family sees by name who decided it: the officer who asks.
             [&context, &chance, to](Arguments arguments, const server::VerbPlace& place) -> Result<server::VerbEnd> {
               const ReturnDecision decision{arguments[0], to, place.asker.officer, {arguments[1], arguments[2]}};
               return server::VerbEnd([&context, &chance, decision, as_json = !arguments[3].empty()] {
                 return decided(context, chance, decision, as_json);
               });
             },
             server::VerbWaits::ForNobody});
}

}  // namespace

void add_return_verbs(server::Verbs& verbs, const server::FeatureContext& context, Chance& chance) {
  verbs.add(server::Role::Money,
            {"returns",
             "list",
             "List the returns that are not accepted yet, and the periods that are over and were not sent.",
             {{"--all", "also what was accepted", VerbArgumentKind::Text, VerbArgumentUse::Flag}, json_flag()},
             [&context](Arguments arguments) { return list(context, !arguments[0].empty(), !arguments[1].empty()); }});
  verbs.add(server::Role::Money,
            {"returns",
             "show",
             "Show one return with its figures and what was said. It is personal: show it only to who works on it.",
             {{"ID", "its id, from the list"}, json_flag()},
             [&context](Arguments arguments) { return show(context, arguments[0], !arguments[1].empty()); }});
  add_decision(verbs, context, chance, "query", "Ask the family something about a return.", ReturnState::Question);
  add_decision(verbs, context, chance, "accept", "Accept a return. Its period stays closed.", ReturnState::Accepted);
  add_decision(verbs, context, chance, "reopen",
               "Open a return's period again, so that the family can put it right and send its next edition.",
               ReturnState::Reopened);
}

}  // namespace alongside::direct_payments
