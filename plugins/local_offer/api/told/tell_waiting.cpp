#include "plugins/local_offer/api/told/tell_waiting.hpp"

#include "app/server/feature.hpp"
#include "app/server/notices/notice_writer.hpp"
#include "plugins/local_offer/api/offer_tables.hpp"
#include "plugins/local_offer/api/told/ask_content.hpp"

#include <map>
#include <string_view>

namespace alongside::local_offer {
namespace {

// Whoever stands beside the person may read it, so it does not say of what.
server::NewNotice news_notice() {
  server::NewNotice notice;
  notice.title = {"There is news of something you asked about", "Mae newyddion am rywbeth y gofynnoch amdano"};
  notice.text = {"Open it to see what is new. You can also stop hearing about it there.",
                 "Agorwch ef i weld beth sy'n newydd. Gallwch hefyd beidio â chlywed amdano yno."};
  notice.href = "/told";
  return notice;
}

class Told {
 public:
  Told(const server::FeatureContext& context, Chance& chance)
      : context_(context), notices_(context.database, context.documents, context.clock, chance) {}

  Result<void> read_offer() {
    list_ = ALONGSIDE_TRY(OfferTables(context_.database).list());
    for (const ServiceSummary& service : list_.services) services_.emplace(service.id, &service);
    return {};
  }

  // An ask that another edition of the program wrote is left as it is.
  Result<void> look_at(const wire::Document& document) {
    if (document.state != wire::DocumentState::Present) return {};
    auto ask = wire::decode_payload<ToldAsk>(document.content);
    if (!ask.ok()) return {};
    const auto found = services_.find(ask.value().service);
    const ToldAsk before = ask.value();
    const bool is_new = note_told(ask.value(), found == services_.end() ? nullptr : found->second);
    if (is_new) to_tell_.emplace(document.owner, document.subject);
    if (ask.value().told == before.told && ask.value().told_look == before.told_look) return {};
    ALONGSIDE_TRY(
        context_.documents.put_by_council(content_of(document.id, document.subject, document.owner, ask.value())));
    return {};
  }

  Result<std::size_t> write() {
    for (const auto& [person, own] : to_tell_) ALONGSIDE_TRY(notices_.write(own, news_notice()));
    return to_tell_.size();
  }

 private:
  const server::FeatureContext& context_;
  server::NoticeWriter notices_;
  OfferList list_;
  std::map<std::string_view, const ServiceSummary*> services_;
  std::map<PersonId, wire::Subject> to_tell_;
};

}  // namespace

Result<std::size_t> tell_waiting(const server::FeatureContext& context, Chance& chance) {
  const auto asks = ALONGSIDE_TRY(context.documents.all_by_council(ToldAsk::schema.id));
  if (asks.empty()) return 0;
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(context.database));
  Told told(context, chance);
  ALONGSIDE_TRY(told.read_offer());
  for (const wire::Document& ask : asks) ALONGSIDE_TRY(told.look_at(ask));
  const std::size_t people = ALONGSIDE_TRY(told.write());
  ALONGSIDE_TRY(transaction.commit());
  return people;
}

}  // namespace alongside::local_offer
