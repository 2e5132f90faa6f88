#include "plugins/direct_payments/api/agreement_letter.hpp"

#include "app/base/chance.hpp"
#include "app/base/clock.hpp"
#include "app/base/text.hpp"
#include "app/server/feature.hpp"
#include "app/server/notices/notice_writer.hpp"
#include "app/server/sync/new_content.hpp"
#include "plugins/direct_payments/api/guide_store.hpp"
#include "plugins/direct_payments/model/returns/return_rules.hpp"

#include <algorithm>
#include <utility>

namespace alongside::direct_payments {
namespace {

Error wrong_letter(std::string what) { return {ErrorCode::InvalidInput, std::move(what)}; }

wire::Bilingual trimmed(const wire::Bilingual& words) {
  return {std::string(trim(words.en)), std::string(trim(words.cy))};
}

// Whoever stands beside the person may read a notice, so it tells neither figures nor what was decided.
server::NewNotice inbox_notice(DocumentId agreement) {
  server::NewNotice notice;
  notice.title = {"We have written to you about your direct payment",
                  "Rydym wedi ysgrifennu atoch am eich taliad uniongyrchol"};
  notice.text = {"Open it to read what we decided, from when and why, and what you can do if you do not agree.",
                 "Agorwch ef i ddarllen beth rydym wedi'i benderfynu, o ba bryd a pham, a beth allwch chi ei wneud os "
                 "nad ydych yn cytuno."};
  notice.href = "/money/agreement?for=" + agreement.text();
  return notice;
}

}  // namespace

Result<void> check_words(const wire::Bilingual& words, const char* what) {
  const bool fits = words.en.size() <= AgreementNotice::most_words && words.cy.size() <= AgreementNotice::most_words;
  if (!words.en.empty() && fits && is_fit_note(words.en) && is_fit_note(words.cy)) return {};
  return wrong_letter(std::string(what) + " in plain words, in UTF-8, in up to 2,000 bytes: the family reads them");
}

Result<std::vector<AgreementNotice>> letters_about(const server::FeatureContext& context, const wire::Subject& subject,
                                                   DocumentId agreement) {
  std::vector<AgreementNotice> notices;
  for (const auto& document : ALONGSIDE_TRY(context.documents.about_by_council(subject, AgreementNotice::schema.id))) {
    auto notice = ALONGSIDE_TRY(wire::decode_payload<AgreementNotice>(document.content));
    if (notice.agreement == agreement) notices.push_back(std::move(notice));
  }
  std::sort(notices.begin(), notices.end(),
            [](const AgreementNotice& a, const AgreementNotice& b) { return a.number < b.number; });
  return notices;
}

Result<AgreementLetter> AgreementLetter::create(const server::FeatureContext& context, NoticeKind kind,
                                                const NoticeWords& words) {
  const auto guide = ALONGSIDE_TRY(read_guide(context.database));
  if (!guide || guide->changes.disagree.empty())
    return wrong_letter(
        "the council's guide does not say how many days of notice it gives, and how a family asks it to look again: "
        "write \"changes\" into its file, then council-api guide import FILE");
  AgreementLetter letter(guide->changes, guide->returns.send_within_days);
  AgreementNotice& notice = letter.notice_;
  notice.kind = kind;
  notice.day = context.clock.today();
  notice.officer = std::string(trim(words.officer));
  notice.reason = trimmed(words.reason);
  notice.short_because = trimmed(words.short_because);
  notice.usual_days = letter.rules_.notice_days;
  notice.disagree = letter.rules_.disagree;
  if (notice.officer.empty()) return wrong_letter("say who decided it: --officer NAME");
  ALONGSIDE_TRY(check_words(notice.reason, "say why"));
  if (!notice.short_because.en.empty()) ALONGSIDE_TRY(check_words(notice.short_because, "say why so late"));
  return letter;
}

LastReturn AgreementLetter::last_return(const Agreement& agreement, Date last) const {
  const BudgetPeriod period = period_of(agreement, last);
  return {period.first, period.last, Date(period.last.days() + send_within_days_)};
}

Result<void> AgreementLetter::check_days() {
  const std::int32_t days = notice_.days_of_notice();
  if (days < 0) return wrong_letter(notice_.from.iso() + " has passed: notice cannot be given of it any more");
  if (days >= notice_.usual_days) {
    notice_.short_because = {};
    return {};
  }
  if (!notice_.short_because.en.empty()) return {};
  return wrong_letter("that is " + std::to_string(days) + " days of notice, and the council gives " +
                      std::to_string(notice_.usual_days) + ": choose " +
                      Date(notice_.day.days() + notice_.usual_days).iso() +
                      " or later, or tell the family why it is so soon: --short-notice \"WHY\"");
}

Result<void> AgreementLetter::send(const server::FeatureContext& context, Chance& chance, KeptAgreement kept) {
  notice_.agreement = kept.id;
  notice_.number = static_cast<std::uint16_t>(ALONGSIDE_TRY(letters_about(context, kept.subject, kept.id)).size() + 1);
  const PersonId payee = kept.agreement.payee;
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(context.database));
  ALONGSIDE_TRY(context.documents.put_by_council(
      server::new_content(kept.id, kept.subject, payee, wire::Facet::Money, kept.agreement)));
  ALONGSIDE_TRY(context.documents.put_by_council(
      server::new_content(random_id<DocumentId>(chance), kept.subject, payee, wire::Facet::Money, notice_)));
  server::NoticeWriter notices(context.database, context.documents, context.clock, chance);
  const wire::Subject own{kept.subject.household, SubjectId(payee.bytes())};
  ALONGSIDE_TRY(notices.write(own, inbox_notice(kept.id)));
  return transaction.commit();
}

}  // namespace alongside::direct_payments
