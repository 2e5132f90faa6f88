#include "plugins/direct_payments/api/agreement_report.hpp"

#include "app/base/clock.hpp"
#include "app/server/feature.hpp"
#include "app/server/json_tree.hpp"
#include "plugins/direct_payments/api/agreement_letter.hpp"
#include "plugins/direct_payments/api/spending/agreed_words_store.hpp"
#include "plugins/direct_payments/api/spending/question_shelf.hpp"
#include "plugins/direct_payments/model/agreement_notice.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace alongside::direct_payments {
namespace {

using server::json_whole;
using server::json_words;
using server::JsonValue;
using server::put_member;

std::string every_text(const AgreementTerms& terms) {
  if (terms.period_months > 0) return "every " + std::to_string(terms.period_months) + " months";
  return "every " + std::to_string(terms.period_days) + " days";
}

std::string terms_text(const AgreementTerms& terms) {
  return terms.per_period.text() + " " + every_text(terms) + ", " + std::string(name_of(terms.account));
}

JsonValue terms_json(const AgreementTerms& terms) {
  JsonValue json = server::json_object();
  put_member(json, "from", json_words(terms.from.iso()));
  put_member(json, "pence", json_whole(terms.per_period.pence()));
  put_member(json, "days", json_whole(terms.period_months > 0 ? 0 : terms.period_days));
  put_member(json, "months", json_whole(terms.period_months));
  put_member(json, "account", json_words(name_of(terms.account)));
  return json;
}

std::string notice_text(const AgreementNotice& notice) {
  std::string text = "Notice " + std::to_string(notice.number) + ", " + notice.day.iso() + ", by " + notice.officer +
                     ": " + std::string(name_of(notice.kind)) + " " + notice.from.iso() + "\n";
  if (notice.kind == NoticeKind::Amended)
    text += "  " + terms_text(notice.before) + " -> " + terms_text(notice.after) + "\n";
  if (!notice.keeper.empty()) text += "  Kept by " + notice.keeper + "\n";
  text += "  Why: " + notice.reason.en + "\n";
  if (!notice.short_because.en.empty())
    text += "  " + std::to_string(notice.days_of_notice()) + " days of notice in place of " +
            std::to_string(notice.usual_days) + ", because: " + notice.short_because.en + "\n";
  if (notice.last_return)
    text += "  Last return: " + notice.last_return->first.iso() + " to " + notice.last_return->last.iso() + ", by " +
            notice.last_return->send_by.iso() + "\n";
  if (!notice.money_left.en.empty()) text += "  Money left: " + notice.money_left.en + "\n";
  return text;
}

JsonValue notice_json(const AgreementNotice& notice) {
  JsonValue json = server::json_object();
  put_member(json, "number", json_whole(notice.number));
  put_member(json, "kind", json_words(name_of(notice.kind)));
  put_member(json, "day", json_words(notice.day.iso()));
  put_member(json, "from", json_words(notice.from.iso()));
  put_member(json, "officer", json_words(notice.officer));
  put_member(json, "before", terms_json(notice.before));
  put_member(json, "after", terms_json(notice.after));
  put_member(json, "keeper", json_words(notice.keeper));
  put_member(json, "reason", json_words(notice.reason.en));
  put_member(json, "days_of_notice", json_whole(notice.days_of_notice()));
  put_member(json, "usual_days", json_whole(notice.usual_days));
  put_member(json, "short_because", json_words(notice.short_because.en));
  put_member(json, "money_left", json_words(notice.money_left.en));
  if (notice.last_return) put_member(json, "last_return_by", json_words(notice.last_return->send_by.iso()));
  return json;
}

// All that is written about one agreement.
struct Written {
  std::vector<AgreementNotice> notices;
  std::optional<AgreedWords> agreed;
  std::vector<KeptQuestion> questions;
};

std::string agreed_text(const AgreedWords& agreed) {
  std::string text = "By " + agreed.source.en + ", " + agreed.source_date.iso() + ":\n";
  for (const PlanOutcome& outcome : agreed.outcomes)
    text += "  Outcome " + std::to_string(outcome.number) + ": " + outcome.words.en + "\n";
  for (const SpendRule& rule : agreed.rules)
    text += "  " + std::string(name_of(rule.verdict)) + ": " + rule.words.en + "\n";
  return text;
}

JsonValue agreed_json(const AgreedWords& agreed) {
  JsonValue json = server::json_object(), outcomes = server::json_array(), rules = server::json_array();
  put_member(json, "source", json_words(agreed.source.en));
  put_member(json, "date", json_words(agreed.source_date.iso()));
  for (const PlanOutcome& outcome : agreed.outcomes) {
    JsonValue one = server::json_object();
    put_member(one, "number", json_whole(outcome.number));
    put_member(one, "words", json_words(outcome.words.en));
    outcomes.items.push_back(std::move(one));
  }
  for (const SpendRule& rule : agreed.rules) {
    JsonValue one = server::json_object();
    put_member(one, "verdict", json_words(name_of(rule.verdict)));
    put_member(one, "words", json_words(rule.words.en));
    rules.items.push_back(std::move(one));
  }
  put_member(json, "outcomes", std::move(outcomes));
  put_member(json, "rules", std::move(rules));
  return json;
}

std::string in_words(DocumentId id, const Agreement& agreement, const Written& written) {
  std::string text = "Agreement " + id.text() + ", starts " + agreement.starts.iso();
  if (agreement.ends) text += ", ends " + agreement.ends->iso();
  if (agreement.review) text += ", review " + agreement.review->iso();
  text += "\n";
  for (const AgreementTerms& terms : terms_of(agreement)) text += terms.from.iso() + "  " + terms_text(terms) + "\n";
  for (const AgreementNotice& notice : written.notices) text += notice_text(notice);
  if (written.agreed) text += agreed_text(*written.agreed);
  for (const KeptQuestion& question : written.questions) text += question_lines(question, "");
  return text;
}

std::string in_json(DocumentId id, const Agreement& agreement, const Written& about) {
  JsonValue json = server::json_object();
  put_member(json, "id", json_words(id.text()));
  put_member(json, "starts", json_words(agreement.starts.iso()));
  if (agreement.ends) put_member(json, "ends", json_words(agreement.ends->iso()));
  if (agreement.review) put_member(json, "review", json_words(agreement.review->iso()));
  JsonValue all = server::json_array();
  for (const AgreementTerms& terms : terms_of(agreement)) all.items.push_back(terms_json(terms));
  put_member(json, "terms", std::move(all));
  JsonValue written = server::json_array();
  for (const AgreementNotice& notice : about.notices) written.items.push_back(notice_json(notice));
  put_member(json, "notices", std::move(written));
  if (about.agreed) put_member(json, "agreed", agreed_json(*about.agreed));
  JsonValue questions = server::json_array();
  for (const KeptQuestion& question : about.questions) questions.items.push_back(question_json(question));
  put_member(json, "questions", std::move(questions));
  return server::write_json(json) + "\n";
}

}  // namespace

Result<std::string> list_agreements(const server::FeatureContext& context, bool with_ended) {
  const Date today = context.clock.today();
  std::string text;
  std::size_t count = 0;
  for (const auto& document : ALONGSIDE_TRY(context.documents.all_by_council(Agreement::schema.id))) {
    const auto agreement = ALONGSIDE_TRY(wire::decode_payload<Agreement>(document.content));
    if (!with_ended && agreement.ends && *agreement.ends < today) continue;
    ++count;
    text += document.id.text() + "  " + agreement.starts.iso() + " to " +
            (agreement.ends ? agreement.ends->iso() : "no end    ") + "  " + terms_text(terms_on(agreement, today)) +
            "\n";
  }
  return text + std::to_string(count) + " agreements.\n";
}

Result<std::string> show_agreement(const server::FeatureContext& context, DocumentId id, bool as_json) {
  const auto document = ALONGSIDE_TRY(context.documents.find_by_council(id));
  if (!document || document->state != wire::DocumentState::Present || document->kind != Agreement::schema.id)
    return Error{ErrorCode::NotFound, "there is no agreement with this id. See: council-api agreement list"};
  const auto agreement = ALONGSIDE_TRY(wire::decode_payload<Agreement>(document->content));
  Written written;
  written.notices = ALONGSIDE_TRY(letters_about(context, document->subject, id));
  written.agreed = ALONGSIDE_TRY(read_agreed_words(context, id));
  written.questions = ALONGSIDE_TRY(all_questions(context));
  std::erase_if(written.questions, [id](const KeptQuestion& one) { return one.content.agreement != id; });
  return as_json ? in_json(id, agreement, written) : in_words(id, agreement, written);
}

}  // namespace alongside::direct_payments
