#include "plugins/direct_payments/api/agreement_change_verbs.hpp"

#include "app/server/feature.hpp"
#include "plugins/direct_payments/api/agreement_change.hpp"
#include "plugins/direct_payments/api/agreement_report.hpp"

#include <charconv>
#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace alongside::direct_payments {
namespace {

using Arguments = std::span<const std::string>;
using server::VerbArgument;
using server::VerbArgumentKind;
using server::VerbArgumentUse;

Error mistyped(std::string what) { return {ErrorCode::InvalidInput, std::move(what)}; }

VerbArgument option(const char* name, const char* help) {
  return {name, help, VerbArgumentKind::Text, VerbArgumentUse::Optional};
}

Result<Date> day_in(const std::string& text) {
  const auto day = Date::parse(text);
  return day.ok() ? day : Result<Date>(mistyped("write a day like 2026-12-28, not " + text));
}

Result<std::optional<Date>> day_if(const std::string& text) {
  if (text.empty()) return std::optional<Date>();
  return std::optional<Date>(ALONGSIDE_TRY(day_in(text)));
}

Result<Money> pounds_in(const std::string& text) {
  const auto money = Money::parse(text);
  return money.ok() && money->pence() > 0
             ? money
             : Result<Money>(mistyped("write pounds above zero, like 312.00, not " + text));
}

// "28 days", "4 weeks", "1 month".
Result<Cycle> cycle_in(const std::string& text) {
  std::uint16_t number = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  const std::string_view unit = read.ec == std::errc() ? std::string_view(read.ptr, end) : std::string_view();
  const auto is = [unit](std::string_view one) { return unit == one || unit.substr(0, unit.size() - 1) == one; };
  if (!unit.empty() && number > 0) {
    if (is(" day") && number <= Agreement::longest_period) return Cycle{{}, number, 0};
    if (is(" week") && number <= 52) return Cycle{{}, static_cast<std::uint16_t>(number * 7), 0};
    if (is(" month") && number <= Agreement::most_months)
      return Cycle{{}, static_cast<std::uint16_t>(number * 30), number};
  }
  return mistyped("write how often, like \"4 weeks\", \"28 days\" or \"1 month\"");
}

Result<Account> account_in(const std::string& text) {
  if (text == "bank") return Account::Bank;
  if (text == "card") return Account::PrepaidCard;
  if (text == "managed") return Account::ManagedAccount;
  return mistyped("write bank, card or managed");
}

template <class AnyId>
Result<AnyId> id_in(const std::string& text, const char* what) {
  const auto id = AnyId::parse(text);
  if (id.ok() && !id.value().is_nil()) return id.value();
  return mistyped(std::string("give the id of ") + what);
}

Result<NewAgreement> new_agreement(Arguments given) {
  NewAgreement made;
  Agreement& agreement = made.agreement;
  made.subject.household = ALONGSIDE_TRY(id_in<HouseholdId>(given[0], "the household"));
  made.subject.id = agreement.child = ALONGSIDE_TRY(id_in<SubjectId>(given[1], "the child"));
  agreement.payee = ALONGSIDE_TRY(id_in<PersonId>(given[2], "who is paid"));
  agreement.per_period = ALONGSIDE_TRY(pounds_in(given[3]));
  agreement.first_day = agreement.starts = ALONGSIDE_TRY(day_in(given[4]));
  const Cycle cycle = ALONGSIDE_TRY(cycle_in(given[6].empty() ? "4 weeks" : given[6]));
  agreement.period_days = cycle.days;
  agreement.period_months = cycle.months;
  agreement.ends = ALONGSIDE_TRY(day_if(given[7]));
  agreement.review = ALONGSIDE_TRY(day_if(given[8]));
  const Account account = ALONGSIDE_TRY(account_in(given[9].empty() ? "bank" : given[9]));
  if (account != Account::Bank) {
    agreement.later = {terms_on(agreement, agreement.starts)};
    agreement.later.front().account = account;
  }
  made.keeper = given[10];
  agreement.source = {"Our letter to you about this payment", "Ein llythyr atoch am y taliad hwn"};
  return made;
}

Result<AgreementAmendment> amendment(Arguments given) {
  AgreementAmendment amendment;
  const std::string& from = given[2];
  const bool has_terms = !given[3].empty() || !given[4].empty() || !given[5].empty();
  if (has_terms && from.empty()) return mistyped("say from which day: --from DAY");
  if (!from.empty()) amendment.from = ALONGSIDE_TRY(day_in(from));
  if (!given[3].empty()) amendment.per_period = ALONGSIDE_TRY(pounds_in(given[3]));
  if (!given[4].empty()) amendment.cycle = ALONGSIDE_TRY(cycle_in(given[4]));
  if (!given[5].empty()) amendment.account = ALONGSIDE_TRY(account_in(given[5]));
  amendment.keeper = given[6];
  amendment.goes_on = given[7] == "never";
  if (!amendment.goes_on) amendment.ends = ALONGSIDE_TRY(day_if(given[7]));
  amendment.review = ALONGSIDE_TRY(day_if(given[8]));
  return amendment;
}

using Decide = std::function<Result<std::string>(Arguments arguments, const std::string& officer)>;

// The family reads by name who decided it: the officer who asks.
void add_decision(server::Verbs& verbs, const char* name, const char* help, std::vector<VerbArgument> arguments,
                  Decide decide) {
  verbs.add(server::Role::Money,
            {"agreement",
             name,
             help,
             std::move(arguments),
             {},
             server::VerbNeeds::Data,
             [decide = std::move(decide)](Arguments given, const server::VerbPlace& place) -> Result<server::VerbEnd> {
               return server::VerbEnd(
                   [decide, officer = place.asker.officer,
                    kept = std::vector<std::string>(given.begin(), given.end())] { return decide(kept, officer); });
             },
             server::VerbWaits::ForNobody});
}

VerbArgument agreement_id() { return {"ID", "its id, from the list"}; }
VerbArgument why() { return {"WHY", "the reason, as the family reads it"}; }

void add_create(server::Verbs& verbs, const server::FeatureContext& context, Chance& chance) {
  add_decision(verbs, "create", "Make an agreement, and tell the payee in writing.",
               {{"HOUSEHOLD", "the family's id"},
                {"CHILD", "the child's id"},
                {"PAYEE", "the id of who is paid"},
                {"POUNDS", "each period, like 312.00"},
                {"FROM", "the first day of the first period"},
                why(),
                option("--every", "\"4 weeks\" when it is not given; or \"28 days\", \"1 month\""),
                option("--ends", "the last day that is paid for"),
                option("--review", "when the council looks at the plan with the family"),
                option("--account", "bank, card or managed; bank when it is not given"),
                option("--keeper", "who keeps a managed account"),
                option("--welsh", "the reason in Welsh")},
               [&context, &chance](Arguments given, const std::string& officer) -> Result<std::string> {
                 const NewAgreement made = ALONGSIDE_TRY(new_agreement(given));
                 return create_agreement(context, chance, made, {officer, {given[5], given[11]}, {}});
               });
}

void add_amend(server::Verbs& verbs, const server::FeatureContext& context, Chance& chance) {
  add_decision(
      verbs, "amend", "Change an agreement from the first day of a period on, and tell the payee in writing.",
      {agreement_id(), why(), option("--from", "the first day of a period"),
       option("--pounds", "each period from then on"), option("--every", "\"4 weeks\", \"28 days\", \"1 month\""),
       option("--account", "bank, card or managed: where the money is kept from then on"),
       option("--keeper", "who keeps a managed account"), option("--ends", "a later last day, or never"),
       option("--review", "when the council looks at the plan with the family"),
       option("--welsh", "the reason in Welsh"),
       option("--short-notice", "why it is so soon, when the council gives more days"),
       option("--short-notice-welsh", "the same in Welsh")},
      [&context, &chance](Arguments given, const std::string& officer) -> Result<std::string> {
        const auto id = ALONGSIDE_TRY(id_in<DocumentId>(given[0], "an agreement"));
        const auto change = ALONGSIDE_TRY(amendment(given));
        return amend_agreement(context, chance, id, change, {officer, {given[1], given[9]}, {given[10], given[11]}});
      });
}

void add_stop(server::Verbs& verbs, const server::FeatureContext& context, Chance& chance) {
  add_decision(verbs, "stop", "End an agreement: what is still to do, and what becomes of the money that is left.",
               {agreement_id(),
                {"LAST", "the last day that is paid for"},
                why(),
                option("--welsh", "the reason in Welsh"),
                option("--money-left", "what becomes of it; as the council's guide says when it is not given"),
                option("--money-left-welsh", "the same in Welsh"),
                option("--short-notice", "why it is so soon, when the council gives more days"),
                option("--short-notice-welsh", "the same in Welsh")},
               [&context, &chance](Arguments given, const std::string& officer) -> Result<std::string> {
                 const auto id = ALONGSIDE_TRY(id_in<DocumentId>(given[0], "an agreement"));
                 const Date last = ALONGSIDE_TRY(day_in(given[1]));
                 return stop_agreement(context, chance, id, {last, {given[4], given[5]}},
                                       {officer, {given[2], given[3]}, {given[6], given[7]}});
               });
}

}  // namespace

void add_agreement_change_verbs(server::Verbs& verbs, const server::FeatureContext& context, Chance& chance) {
  add_create(verbs, context, chance);
  add_amend(verbs, context, chance);
  add_stop(verbs, context, chance);
  verbs.add(server::Role::Money, {"agreement",
                                  "list",
                                  "List the agreements that run or are still to come: ids, days and amounts.",
                                  {{"--all", "also those that ended", VerbArgumentKind::Text, VerbArgumentUse::Flag}},
                                  [&context](Arguments given) { return list_agreements(context, !given[0].empty()); }});
  verbs.add(server::Role::Money,
            {"agreement",
             "show",
             "Show one agreement with all that was written about it. It is personal: show it only to who works on it.",
             {agreement_id(), {"--json", "as JSON, amounts in pence", VerbArgumentKind::Text, VerbArgumentUse::Flag}},
             [&context](Arguments given) -> Result<std::string> {
               const auto id = ALONGSIDE_TRY(id_in<DocumentId>(given[0], "an agreement"));
               return show_agreement(context, id, !given[1].empty());
             }});
}

}  // namespace alongside::direct_payments
