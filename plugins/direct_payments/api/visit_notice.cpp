#include "plugins/direct_payments/api/visit_notice.hpp"

#include "app/base/base64url.hpp"
#include "app/base/utf8.hpp"
#include "app/server/notices/notice_writer.hpp"
#include "app/server/sync/operations.hpp"
#include "app/wire/messages/intents.hpp"

#include <string_view>

namespace alongside::direct_payments {
namespace {

constexpr int days_of_peace = 28;           // after one question about a place, before the next
constexpr std::size_t most_letters = 1500;  // as the application takes of an intent in an address

// A notice's title holds 200 letters, and nothing that somebody typed may cost them their spend.
std::string short_name(std::string_view name) {
  constexpr std::size_t most_bytes = 120;
  return name.size() <= most_bytes ? std::string(name) : std::string(text_prefix(name, most_bytes)) + "…";
}

}  // namespace

std::string visit_href(const Transaction& transaction, const std::string& name) {
  wire::VisitIntent visit;
  visit.service = transaction.service.text();
  visit.service_name = name;
  visit.day = transaction.day;
  const std::string intent = base64url(wire::encode_frame(visit));
  return intent.size() > most_letters ? std::string() : "/say/visit?intent=" + intent;
}

Result<void> ask_how_it_was(server::OperationContext& context, Chance& chance, const Transaction& transaction,
                            const std::string& name) {
  server::NewNotice notice;
  notice.href = visit_href(transaction, name);
  if (notice.href.empty()) return {};
  notice.title = {"How was " + short_name(name) + "?", "Sut oedd " + short_name(name) + "?"};
  notice.text = {"Two minutes of your words help other families, and help us choose well.",
                 "Mae dwy funud o'ch geiriau yn helpu teuluoedd eraill, ac yn ein helpu ni i ddewis yn dda."};
  const wire::Subject own{context.actor.household, SubjectId(context.actor.person.bytes())};
  server::NoticeWriter writer(context.database, context.documents, context.clock, chance);
  if (ALONGSIDE_TRY(writer.would_nag(own, notice.title, days_of_peace))) return {};
  ALONGSIDE_TRY(writer.write(own, notice));
  return {};
}

}  // namespace alongside::direct_payments
