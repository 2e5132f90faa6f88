#include "plugins/direct_payments/api/agreement_change.hpp"

#include "app/base/birthday.hpp"
#include "app/base/chance.hpp"
#include "app/base/clock.hpp"
#include "app/server/feature.hpp"
#include "plugins/direct_payments/api/agreement_letter.hpp"
#include "plugins/direct_payments/api/agreement_payee.hpp"
#include "plugins/direct_payments/api/coming_of_age.hpp"
#include "plugins/direct_payments/api/returns/return_tables.hpp"
#include "plugins/direct_payments/model/ledger_rules.hpp"

#include <utility>

namespace alongside::direct_payments {
namespace {

constexpr std::int32_t most_days_back = 366;  // that an agreement may have begun before it is written down

Error wrong_change(std::string what) { return {ErrorCode::InvalidInput, std::move(what)}; }

Date before(Date day) { return Date(day.days() - 1); }

Result<KeptAgreement> find_kept(const server::FeatureContext& context, DocumentId id) {
  const auto document = ALONGSIDE_TRY(context.documents.find_by_council(id));
  if (!document || document->state != wire::DocumentState::Present || document->kind != Agreement::schema.id)
    return Error{ErrorCode::NotFound, "there is no agreement with this id. See: council-api agreement list"};
  return KeptAgreement{id, document->subject, ALONGSIDE_TRY(wire::decode_payload<Agreement>(document->content))};
}

Result<void> check_pounds(const AgreementTerms& terms) {
  const std::int64_t pence = terms.per_period.pence();
  if (pence > 0 && pence <= Transaction::most_pence) return {};
  return wrong_change("write pounds above zero, like 312.00");
}

Result<void> check_terms(const AgreementTerms& terms, const std::string& keeper) {
  ALONGSIDE_TRY(check_pounds(terms));
  const bool is_managed = terms.account == Account::ManagedAccount;
  if (kind_of(terms.account) != AccountKind::Asset) return wrong_change("write bank, card or managed");
  if (is_managed && !is_fit_text(keeper)) return wrong_change("say who keeps the money: --keeper NAME");
  if (!is_managed && !keeper.empty()) return wrong_change("only a managed account has a keeper");
  return {};
}

// Whether a week of the one is worth less than a week of the other, a month being the twelfth of a year.
bool is_less(const AgreementTerms& one, const AgreementTerms& other) {
  constexpr std::int64_t year = 365, months = 12;
  const auto length = [](const AgreementTerms& terms) {
    return terms.period_months > 0 ? terms.period_months * year : terms.period_days * months;
  };
  return one.per_period.pence() * length(other) < other.per_period.pence() * length(one);
}

AgreementTerms with(AgreementTerms terms, const AgreementAmendment& amendment) {
  terms.from = amendment.from;
  if (amendment.per_period) terms.per_period = *amendment.per_period;
  if (amendment.cycle) terms.period_days = amendment.cycle->days;
  if (amendment.cycle) terms.period_months = amendment.cycle->months;
  if (amendment.account) terms.account = *amendment.account;
  return terms;
}

bool is_same(AgreementTerms one, const AgreementTerms& other) {
  one.from = other.from;
  return one == other;
}

// A change begins with a period, after those that are there already; one that has not begun yet may be put right.
Result<void> check_from(const server::FeatureContext& context, KeptAgreement& kept, Date from) {
  Agreement& agreement = kept.agreement;
  if (from <= agreement.starts)
    return wrong_change("the agreement starts on " + agreement.starts.iso() + ": choose a later day");
  if (agreement.ends && from > *agreement.ends)
    return wrong_change("it ends on " + agreement.ends->iso() + ", before that");
  if (!agreement.later.empty()) {
    const Date last = agreement.later.back().from;
    const bool is_put_right = last == from && from > context.clock.today();
    if (from <= last && !is_put_right)
      return wrong_change("there is a change from " + last.iso() + " on already: choose a later day");
    if (is_put_right) agreement.later.pop_back();
  }
  if (agreement.later.size() >= Agreement::most_changes)
    return wrong_change("it has changed 200 times; that is the most");
  const BudgetPeriod period = period_of(agreement, from);
  if (period.first != from)
    return wrong_change("a change begins with a period: choose " + period.first.iso() + " or " +
                        Date(period.last.days() + 1).iso());
  const auto sent = ALONGSIDE_TRY(ReturnTables(context.database).sent(kept.subject.household, kept.id));
  for (const SentPeriod& one : sent) {
    if (one.last >= from) return wrong_change("the return of that day was sent: choose a day after " + one.last.iso());
  }
  return {};
}

// What of it is not about money: until when, and when the council looks again.
Result<bool> change_days(Agreement& agreement, const AgreementAmendment& amendment, Date today) {
  const Agreement old = agreement;
  if (amendment.goes_on) agreement.ends.reset();
  if (amendment.ends) {
    if (!agreement.ends || *amendment.ends <= *agreement.ends)
      return wrong_change("an earlier end is a stop, with its notice: council-api agreement stop");
    agreement.ends = amendment.ends;
  }
  if (amendment.review) {
    if (*amendment.review < today) return wrong_change("a review is today or later");
    agreement.review = amendment.review;
  }
  return old.ends != agreement.ends || old.review != agreement.review;
}

Result<void> check_new(const Agreement& agreement, const std::string& keeper, Date today) {
  ALONGSIDE_TRY(check_terms(terms_on(agreement, agreement.starts), keeper));
  if (days_between(agreement.starts, today) > most_days_back)
    return wrong_change("it starts more than a year ago: choose a later day");
  if (agreement.ends && *agreement.ends < agreement.starts) return wrong_change("it ends before it starts");
  if (agreement.review && *agreement.review < agreement.starts) return wrong_change("its review is before it starts");
  return {};
}

Result<void> change_terms(const server::FeatureContext& context, KeptAgreement& kept,
                          const AgreementAmendment& amendment, AgreementNotice& notice) {
  ALONGSIDE_TRY(check_from(context, kept, amendment.from));
  notice.from = amendment.from;
  notice.before = terms_on(kept.agreement, before(amendment.from));
  notice.after = with(notice.before, amendment);
  notice.keeper = amendment.keeper;
  // Another keeper is a change that no number shows.
  if (is_same(notice.before, notice.after) && notice.keeper.empty())
    return wrong_change("that is agreed already: nothing would change");
  if (amendment.account) ALONGSIDE_TRY(check_terms(notice.after, notice.keeper));
  if (!amendment.account && !notice.keeper.empty()) return wrong_change("say --account managed with its keeper");
  if (!amendment.account) ALONGSIDE_TRY(check_pounds(notice.after));
  kept.agreement.later.push_back(notice.after);
  return {};
}

}  // namespace

Result<std::string> create_agreement(const server::FeatureContext& context, Chance& chance, const NewAgreement& made,
                                     const NoticeWords& words) {
  AgreementLetter letter = ALONGSIDE_TRY(AgreementLetter::create(context, NoticeKind::Created, words));
  KeptAgreement kept{random_id<DocumentId>(chance), made.subject, made.agreement};
  while (ALONGSIDE_TRY(is_mark_taken(context, kept.subject, kept.id))) kept.id = random_id<DocumentId>(chance);
  const auto born = ALONGSIDE_TRY(born_on(context.database, kept.subject));
  if (!born) return Error{ErrorCode::NotFound, "there is no such child in this household"};
  kept.agreement.grown_up = birthday(*born, grown_up_at);
  kept.agreement.source_date = context.clock.today();
  ALONGSIDE_TRY(check_new(kept.agreement, made.keeper, context.clock.today()));
  ALONGSIDE_TRY(check_payee(context, kept.subject, kept.agreement, born));
  AgreementNotice& notice = letter.notice();
  notice.from = kept.agreement.starts;
  notice.before = notice.after = terms_on(kept.agreement, kept.agreement.starts);
  notice.keeper = made.keeper;
  notice.ends = kept.agreement.ends;
  notice.review = kept.agreement.review;
  notice.short_because = {};
  const std::string id = kept.id.text();
  ALONGSIDE_TRY(letter.send(context, chance, std::move(kept)));
  return "Kept: agreement " + id + " starts on " + notice.from.iso() + ". The payee has it in writing.\n";
}

Result<std::string> amend_agreement(const server::FeatureContext& context, Chance& chance, DocumentId id,
                                    const AgreementAmendment& amendment, const NoticeWords& words) {
  AgreementLetter letter = ALONGSIDE_TRY(AgreementLetter::create(context, NoticeKind::Amended, words));
  KeptAgreement kept = ALONGSIDE_TRY(find_kept(context, id));
  Agreement& agreement = kept.agreement;
  const Date today = context.clock.today();
  if (agreement.ends && *agreement.ends < today) return wrong_change("it ended on " + agreement.ends->iso());
  AgreementNotice& notice = letter.notice();
  notice.from = today;
  notice.before = notice.after = terms_on(agreement, today);
  const bool has_days = ALONGSIDE_TRY(change_days(agreement, amendment, today));
  const bool has_terms = amendment.per_period || amendment.cycle || amendment.account;
  if (!has_terms && !has_days)
    return wrong_change("say what changes: --pounds, --every, --account, --ends or --review");
  if (has_terms) ALONGSIDE_TRY(change_terms(context, kept, amendment, notice));
  notice.ends = agreement.ends;
  notice.review = agreement.review;
  // More money may come as soon as it can, and from before; whatever else changes, the family has time for.
  const bool only_more = !amendment.cycle && !amendment.account && !is_less(notice.after, notice.before);
  if (only_more) notice.short_because = {};
  if (!only_more) ALONGSIDE_TRY(letter.check_days());
  const std::string days = std::to_string(notice.days_of_notice());
  ALONGSIDE_TRY(letter.send(context, chance, std::move(kept)));
  return "Kept: agreement " + id.text() + " changes on " + notice.from.iso() + ", " + notice.before.per_period.text() +
         " to " + notice.after.per_period.text() + ", with " + days + " days of notice. The payee has it in writing.\n";
}

Result<std::string> stop_agreement(const server::FeatureContext& context, Chance& chance, DocumentId id,
                                   const AgreementStop& stop, const NoticeWords& words) {
  AgreementLetter letter = ALONGSIDE_TRY(AgreementLetter::create(context, NoticeKind::Stopped, words));
  KeptAgreement kept = ALONGSIDE_TRY(find_kept(context, id));
  Agreement& agreement = kept.agreement;
  if (stop.last < agreement.starts) return wrong_change("it starts on " + agreement.starts.iso() + ", after that day");
  if (agreement.ends && *agreement.ends <= stop.last)
    return wrong_change("it ends on " + agreement.ends->iso() + " already");
  AgreementNotice& notice = letter.notice();
  notice.from = stop.last;
  ALONGSIDE_TRY(letter.check_days());
  std::erase_if(agreement.later, [&](const AgreementTerms& terms) { return terms.from > stop.last; });
  agreement.ends = stop.last;
  if (agreement.review && *agreement.review > stop.last) agreement.review.reset();
  notice.before = notice.after = terms_on(agreement, stop.last);
  notice.ends = stop.last;
  notice.last_return = letter.last_return(agreement, stop.last);
  notice.money_left = stop.money_left.en.empty() ? letter.rules().money_left : stop.money_left;
  ALONGSIDE_TRY(check_words(notice.money_left, "say what becomes of the money that is left"));
  const std::int32_t days = notice.days_of_notice();
  ALONGSIDE_TRY(letter.send(context, chance, std::move(kept)));
  return "Kept: agreement " + id.text() + " ends on " + stop.last.iso() + ", with " + std::to_string(days) +
         " days of notice. Its last return is of " + notice.last_return->first.iso() + " to " +
         notice.last_return->last.iso() + ", to be sent by " + notice.last_return->send_by.iso() +
         ". The payee has it in writing.\n";
}

}  // namespace alongside::direct_payments
