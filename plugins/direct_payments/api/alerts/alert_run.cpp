#include "plugins/direct_payments/api/alerts/alert_run.hpp"

#include "app/base/clock.hpp"
#include "app/server/feature.hpp"
#include "app/server/notices/notice_writer.hpp"
#include "plugins/direct_payments/api/alerts/alert_tables.hpp"
#include "plugins/direct_payments/api/guide_store.hpp"
#include "plugins/direct_payments/model/outlook.hpp"
#include "plugins/direct_payments/model/returns/return_period.hpp"

#include <optional>
#include <utility>

namespace alongside::direct_payments {
namespace {

constexpr int days_of_quiet = 28;  // after one of a kind about the same money

// Whoever stands beside the person may read a notice, so it tells neither figures nor what is wrong.
server::NewNotice alert_notice(AlertKind kind, DocumentId agreement) {
  const std::string of = "?for=" + agreement.text();
  const wire::Bilingual text = {"You asked us to tell you. Open it to see. You can change what we tell you there.",
                                "Gofynnoch i ni ddweud wrthych. Agorwch ef i weld. Gallwch newid beth rydym yn ei "
                                "ddweud wrthych yno."};
  switch (kind) {
    case AlertKind::RunsOut:
      return {{"Have a look if your money lasts", "Edrychwch a yw eich arian yn para"}, text, "/money/forecast" + of};
    case AlertKind::TooMuchLeft:
      return {
          {"Have a look at the money that is left", "Edrychwch ar yr arian sydd ar ôl"}, text, "/money/forecast" + of};
    case AlertKind::ReturnDue: break;
  }
  return {{"A return can be sent now", "Gellir anfon adroddiad nawr"}, text, "/money/returns"};
}

// All that this person may see of a child's money today; as they see it in the app.
class SeenBook {
 public:
  SeenBook(const server::FeatureContext& context, server::Actor actor, const wire::Subject& subject)
      : context_(context), actor_(actor), subject_(subject) {}

  Result<Book> read() const {
    Book book;
    ALONGSIDE_TRY(each<Agreement>([&](const wire::Document& document, Agreement content) {
      book.agreements.push_back({document.id, document.subject, document.owner, std::move(content)});
    }));
    ALONGSIDE_TRY(each<Transaction>([&](const wire::Document& document, Transaction content) {
      book.entries.push_back({document.id, std::move(content), Progress::WithCouncil, {}});
    }));
    ALONGSIDE_TRY(each<PlanItem>([&](const wire::Document& document, PlanItem content) {
      book.plan.push_back({document.id, document.now(), std::move(content), Progress::WithCouncil});
    }));
    ALONGSIDE_TRY(each<Return>([&](const wire::Document& document, Return content) {
      book.returns.push_back(
          {document.id, document.now(), document.subject, std::move(content), Progress::WithCouncil});
    }));
    return apply_changes(std::move(book), {});
  }

 private:
  template <wire::Message T, class Take>
  Result<void> each(Take take) const {
    for (const auto& document : ALONGSIDE_TRY(context_.documents.of_kind(actor_, alert_row, subject_, T::schema.id)))
      take(document, ALONGSIDE_TRY(wire::decode_payload<T>(document.content)));
    return {};
  }

  const server::FeatureContext& context_;
  server::Actor actor_;
  wire::Subject subject_;
};

class Run {
 public:
  Run(const server::FeatureContext& context, Chance& chance, SurplusRules rules)
      : context_(context), chance_(chance), rules_(std::move(rules)), today_(context.clock.today()) {}

  Result<void> take(const wire::Document& document) {
    const auto choice = ALONGSIDE_TRY(wire::decode_payload<AlertChoice>(document.content));
    const server::Actor actor{document.owner, choice.household, {}};
    const Book book = ALONGSIDE_TRY(SeenBook(context_, actor, document.subject).read());
    const BookAgreement* of = book.agreement(choice.agreement);
    const bool runs = of != nullptr && !(of->agreement.ends && *of->agreement.ends < today_);
    for (const AlertKind kind : alert_kinds) {
      const AlertKey key{document.subject.household, choice.agreement, document.owner, kind};
      const bool is_wanted = choice.choices.of(kind) == Wanted::Yes && of != nullptr;
      const auto cause = is_wanted && (runs || kind == AlertKind::ReturnDue) ? cause_of(kind, book, *of) : std::nullopt;
      if (ALONGSIDE_TRY(AlertTables(context_.database).take(key, cause))) ALONGSIDE_TRY(tell(key, choice));
    }
    return {};
  }
  std::size_t told() const { return told_; }

 private:
  // A number for what holds: of a return its period, so that the next period is a cause of its own.
  std::optional<std::int64_t> cause_of(AlertKind kind, const Book& book, const BookAgreement& of) const {
    if (kind == AlertKind::ReturnDue) return return_due(book, of);
    const Outlook seen = outlook(book, of, rules_, today_, {});
    const bool holds = kind == AlertKind::RunsOut ? seen.runs_out.has_value() : seen.over_from.has_value();
    return holds ? std::optional<std::int64_t>(1) : std::nullopt;
  }

  std::optional<std::int64_t> return_due(const Book& book, const BookAgreement& of) const {
    std::vector<Return> returns;
    for (const BookReturn& one : book.returns) returns.push_back(one.content);
    const SentPeriod next = next_period(of.id, of.agreement, returns);
    const bool is_past_end = of.agreement.ends && *of.agreement.ends < next.first;
    if (is_past_end || next.last >= today_) return std::nullopt;
    return next.first.days();
  }

  Result<void> tell(const AlertKey& key, const AlertChoice& choice) {
    const server::NewNotice notice = alert_notice(key.kind, key.agreement);
    const wire::Subject own{choice.household, SubjectId(key.person.bytes())};
    server::NoticeWriter notices(context_.database, context_.documents, context_.clock, chance_);
    const bool is_return = key.kind == AlertKind::ReturnDue;
    if (!is_return && ALONGSIDE_TRY(notices.would_nag(own, notice.title, days_of_quiet))) return {};
    ALONGSIDE_TRY(notices.write(own, notice));
    ++told_;
    return {};
  }

  const server::FeatureContext& context_;
  Chance& chance_;
  SurplusRules rules_;
  Date today_;
  std::size_t told_ = 0;
};

}  // namespace

Result<std::string> run_alerts(const server::FeatureContext& context, Chance& chance) {
  const auto guide = ALONGSIDE_TRY(read_guide(context.database));
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(context.database));
  Run run(context, chance, guide ? guide->surplus : SurplusRules());
  std::size_t chosen = 0;
  for (const auto& document : ALONGSIDE_TRY(context.documents.all_by_council(AlertChoice::schema.id))) {
    ALONGSIDE_TRY(run.take(document));
    ++chosen;
  }
  ALONGSIDE_TRY(transaction.commit());
  return std::to_string(chosen) + " people chose to be told of something; " + std::to_string(run.told()) +
         " messages written.\n";
}

}  // namespace alongside::direct_payments
