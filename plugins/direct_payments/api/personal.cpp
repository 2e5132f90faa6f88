#include "plugins/direct_payments/api/personal.hpp"

#include "app/base/clock.hpp"
#include "app/server/council_config.hpp"
#include "app/server/database.hpp"
#include "app/server/id_column.hpp"
#include "app/server/personal/personal_tables.hpp"
#include "app/server/sync/documents.hpp"
#include "plugins/direct_payments/model/agreement_notice.hpp"
#include "plugins/direct_payments/model/alerts/alert_choice.hpp"
#include "plugins/direct_payments/model/plan_pattern.hpp"
#include "plugins/direct_payments/model/returns/return_record.hpp"
#include "plugins/direct_payments/model/spending/agreed_words.hpp"
#include "plugins/direct_payments/model/spending/spend_question.hpp"
#include "plugins/direct_payments/model/transaction.hpp"

namespace alongside::direct_payments {
namespace {

using server::HeldWords;
using server::PersonalContext;

void agreement_words(const Agreement& agreement, HeldWords& words) {
  words.add({"Starts", "Yn dechrau"}, agreement.starts).add({"Ends", "Yn gorffen"}, agreement.ends.value_or(Date()));
  for (const AgreementTerms& terms : terms_of(agreement)) {
    words.add({"From", "O"}, terms.from).add({"For each period", "Am bob cyfnod"}, terms.per_period);
    if (terms.period_months > 0)
      words.add({"Months in a period", "Misoedd mewn cyfnod"}, std::to_string(terms.period_months));
    else
      words.add({"Days in a period", "Diwrnodau mewn cyfnod"}, std::to_string(terms.period_days));
  }
  words.add({"By this letter", "Yn ôl y llythyr hwn"}, agreement.source);
}

void notice_words(const AgreementNotice& notice, HeldWords& words) {
  words.add({"Written on", "Ysgrifennwyd ar"}, notice.day).add({"From", "O"}, notice.from);
  words.add({"For each period, before", "Am bob cyfnod, cynt"}, notice.before.per_period)
      .add({"For each period, then", "Am bob cyfnod, wedyn"}, notice.after.per_period);
  words.add({"Who keeps it", "Pwy sy'n ei gadw"}, notice.keeper);
  words.add({"Why", "Pam"}, notice.reason).add({"Why so soon", "Pam mor fuan"}, notice.short_because);
  words.add({"Money that is left", "Arian sydd ar ôl"}, notice.money_left);
}

void transaction_words(const Transaction& payment, HeldWords& words) {
  words.add({"Day", "Diwrnod"}, payment.day).add({"What it was", "Beth oedd"}, payment.text);
  for (const Posting& posting : payment.postings) {
    if (posting.amount.pence() > 0) words.add({"Amount", "Swm"}, posting.amount);
  }
}

void plan_words(const PlanItem& item, HeldWords& words) {
  words.add({"What", "Beth"}, item.name)
      .add({"Day", "Diwrnod"}, item.day)
      .add({"Cost of one", "Cost un"}, item.unit_cost);
  words.add({"How many", "Faint"}, std::to_string(item.units));
  const PlanPattern pattern = pattern_of(item);
  const server::Sentence often[] = {{"Once", "Unwaith"},
                                    {"Every week", "Bob wythnos"},
                                    {"Every 4 weeks", "Bob 4 wythnos"},
                                    {"Every month", "Bob mis"}};
  words.add({"How often", "Pa mor aml"}, often[static_cast<std::size_t>(pattern.every)]);
  if (pattern.until) words.add({"Until", "Tan"}, *pattern.until);
}

void return_words(const Return& one, HeldWords& words) {
  words.add({"First day", "Diwrnod cyntaf"}, one.first).add({"Last day", "Diwrnod olaf"}, one.last);
  for (const ReturnEdition& edition : one.editions) {
    words.add({"Sent", "Anfonwyd"}, edition.day).add({"Spent", "Gwariwyd"}, edition.figures.spent);
    words.add({"Left", "Ar ôl"}, edition.figures.closing).add({"Your note", "Eich nodyn"}, edition.note);
  }
  for (const ReturnStep& step : one.steps) words.add({"What was said", "Beth ddywedwyd"}, step.words);
}

void agreed_words(const AgreedWords& agreed, HeldWords& words) {
  words.add({"By this letter", "Yn ôl y llythyr hwn"}, agreed.source);
  for (const PlanOutcome& outcome : agreed.outcomes) words.add({"What it is for", "Beth yw ei ddiben"}, outcome.words);
  for (const SpendRule& rule : agreed.rules) words.add({"What it says", "Beth mae'n ei ddweud"}, rule.words);
}

server::Sentence reply_words(SpendReply reply) {
  switch (reply) {
    case SpendReply::Yes: return {"Yes", "Cewch"};
    case SpendReply::YesIf: return {"Yes, if", "Cewch, os"};
    case SpendReply::No: break;
  }
  return {"No", "Na chewch"};
}

void question_words(const SpendQuestion& question, HeldWords& words) {
  words.add({"Asked", "Gofynnwyd"}, question.asked_on).add({"What", "Beth"}, question.what);
  if (question.cost) words.add({"Amount", "Swm"}, *question.cost);
  words.add({"Why", "Pam"}, question.why);
  for (const WrittenAnswer& answer : question.answers) {
    words.add({"Answered", "Atebwyd"}, answer.day).add({"By", "Gan"}, answer.officer);
    words.add({"The answer", "Yr ateb"}, reply_words(answer.reply)).add({"In words", "Mewn geiriau"}, answer.words);
  }
}

void alert_words(const AlertChoice& choice, HeldWords& words) {
  const server::Sentence yes_no[] = {{"no", "na"}, {"yes", "ie"}};
  const auto said = [&](AlertKind kind) { return yes_no[static_cast<std::size_t>(choice.choices.of(kind))]; };
  words.add({"Tell me if the money will not last", "Dweud wrthyf os na fydd yr arian yn para"},
            said(AlertKind::RunsOut));
  words.add({"Tell me if too much is left", "Dweud wrthyf os bydd gormod ar ôl"}, said(AlertKind::TooMuchLeft));
  words.add({"Tell me when a return is due", "Dweud wrthyf pan fydd adroddiad i'w anfon"}, said(AlertKind::ReturnDue));
}

// An agreement that runs is needed by both sides, and a return is done once it is accepted.
Result<std::vector<std::string>> open_money(const PersonalContext& context) {
  std::vector<std::string> open;
  for (const auto& document : ALONGSIDE_TRY(context.documents.all_by_council(Agreement::schema.id))) {
    const auto agreement = wire::decode_payload<Agreement>(document.content);
    const bool runs = agreement.ok() && (!agreement->ends || *agreement->ends >= context.clock.today());
    if (document.owner == context.person && runs) open.push_back("an agreement runs: " + document.id.text());
  }
  for (const auto& document : ALONGSIDE_TRY(context.documents.all_by_council(Return::schema.id))) {
    const auto one = wire::decode_payload<Return>(document.content);
    const bool waits = one.ok() && one->state != ReturnState::Accepted;
    if (document.owner == context.person && waits) open.push_back("a return is not accepted: " + document.id.text());
  }
  return open;
}

// Of the agreements that were theirs, from here on nobody's: the ledger's check knows why no family sees them.
Result<void> keep_ledger(const PersonalContext& context, server::Erasure& erasure) {
  const Date until(context.clock.today().days() + context.council.retention_days.money_records);
  auto mark = ALONGSIDE_TRY(context.database.prepare(
      "INSERT INTO direct_payments_erased (household, agreement, until_day)"
      " SELECT household, id, ?2 FROM document WHERE owner = ?1 AND kind = ?3 ON CONFLICT DO NOTHING"));
  server::bind_id(mark, 1, context.person)
      .bind(2, until.days())
      .bind(3, static_cast<std::int64_t>(Agreement::schema.id));
  ALONGSIDE_TRY(mark.run());
  auto count =
      ALONGSIDE_TRY(context.database.prepare("SELECT count(*) FROM direct_payments_line WHERE (household, agreement) IN"
                                             " (SELECT household, id FROM document WHERE owner = ?1 AND kind = ?2)"));
  server::bind_id(count, 1, context.person).bind(2, static_cast<std::int64_t>(Agreement::schema.id));
  ALONGSIDE_TRY(count.step());
  erasure.kept({"lines of the ledger: days, accounts and amounts", "public money must be accounted for",
                count.column_integer(0), until});
  return {};
}

// Only while they are there does the same line of a bank's file not come twice.
Result<void> erase_bank_lines(const PersonalContext& context, server::Erasure& erasure) {
  auto remove =
      ALONGSIDE_TRY(context.database.prepare("DELETE FROM direct_payments_bank_line WHERE (household, agreement) IN"
                                             " (SELECT household, id FROM document WHERE owner = ?1 AND kind = ?2)"));
  server::bind_id(remove, 1, context.person).bind(2, static_cast<std::int64_t>(Agreement::schema.id));
  ALONGSIDE_TRY(remove.run());
  erasure.erased("sums of lines of a bank's file", context.database.changes());
  return {};
}

// What they were told of is theirs, and so is it when the money of an agreement of theirs goes.
Result<void> erase_alerts(const PersonalContext& context, server::Erasure& erasure) {
  auto remove = ALONGSIDE_TRY(
      context.database.prepare("DELETE FROM direct_payments_alert WHERE person = ?1 OR (household, agreement) IN"
                               " (SELECT household, id FROM document WHERE owner = ?1 AND kind = ?2)"));
  server::bind_id(remove, 1, context.person).bind(2, static_cast<std::int64_t>(Agreement::schema.id));
  ALONGSIDE_TRY(remove.run());
  erasure.erased("notes of which messages about money were sent", context.database.changes());
  return {};
}

}  // namespace

void add_money_personal(server::PersonalTables& tables) {
  tables.kind<Agreement>({"An agreement about money", "Cytundeb am arian"}, agreement_words);
  tables.kind<AgreementNotice>({"What we wrote about it", "Beth wnaethom ei ysgrifennu amdano"}, notice_words);
  tables.kind<Transaction>({"A payment", "Taliad"}, transaction_words);
  tables.kind<PlanItem>({"Something you planned", "Rhywbeth a gynlluniwyd gennych"}, plan_words);
  tables.kind<Return>({"A return to the council", "Ffurflen i'r cyngor"}, return_words);
  tables.kind<AgreedWords>({"What the money is for", "Beth yw diben yr arian"}, agreed_words);
  tables.kind<SpendQuestion>({"Something you asked before spending", "Rhywbeth a ofynnoch cyn gwario"}, question_words);
  tables.kind<AlertChoice>({"What you want to be told of", "Beth rydych chi am gael gwybod amdano"}, alert_words);
  tables.open_matters(open_money);
  const std::string same = "each is a payment among the documents; `ledger check` holds them together";
  const std::string figures = "each is a return among the documents, with all that was said";
  tables.add({"direct_payments_line", {}, same, keep_ledger});
  tables.add({"direct_payments_payment", {}, same, {}, "kept with its lines: numbers and a day"});
  tables.add({"direct_payments_return", {}, figures, {}, "kept with the ledger: days and a state"});
  tables.add({"direct_payments_return_step", {}, figures, {}, "kept with the ledger: who, when and a state"});
  tables.add({"direct_payments_bank_line", {}, "a sum of what each payment says", erase_bank_lines});
  tables.add({"direct_payments_alert", {}, "each is a notice in the inbox", erase_alerts});
  tables.about_nobody("direct_payments_erased", "whose agreements nobody sees any more, and until when lines are kept");
  tables.about_nobody("direct_payments_guide", "what the money may buy, for everybody");
  tables.about_nobody("direct_payments_rules", "what the money may buy, for everybody");
}

}  // namespace alongside::direct_payments
