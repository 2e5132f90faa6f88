#include "plugins/employing/api/payroll_route.hpp"

#include "app/base/clock.hpp"
#include "app/server/audit/read_audit.hpp"
#include "app/server/feature.hpp"
#include "app/server/reply.hpp"
#include "app/wire/payload.hpp"
#include "plugins/employing/model/payroll_file.hpp"

#include <utility>

namespace alongside::employing {
namespace {

// What the actor may see of the hours about this child, as every screen reads it.
Result<WorkBook> book_of(const server::FeatureContext& context, const server::Actor& actor,
                         const wire::Document& worker) {
  WorkBook book;
  book.workers.push_back({worker.id, worker.now(), worker.subject,
                          ALONGSIDE_TRY(wire::decode_payload<Worker>(worker.content)), Progress::WithCouncil});
  const auto all = [&](std::uint32_t kind) {
    return context.documents.of_kind(actor, payroll_row, worker.subject, kind);
  };
  for (const wire::Document& document : ALONGSIDE_TRY(all(WorkEntry::schema.id))) {
    BookEntry entry;
    entry.id = document.id;
    entry.entry = ALONGSIDE_TRY(wire::decode_payload<WorkEntry>(document.content));
    book.entries.push_back(std::move(entry));
  }
  for (const wire::Document& document : ALONGSIDE_TRY(all(Confirmation::schema.id)))
    book.confirmations.emplace_back(document.id, ALONGSIDE_TRY(wire::decode_payload<Confirmation>(document.content)));
  return finished(std::move(book), {});
}

Result<std::string> payroll_of(const server::FeatureContext& context, const server::Actor& actor, DocumentId id,
                               Date day) {
  const wire::Document document = ALONGSIDE_TRY(context.documents.find(actor, payroll_row, id));
  if (document.kind != Worker::schema.id) return Error{ErrorCode::NotFound, "not_found"};
  server::ReadAudit audit(context.database, context.clock.now_ms(), context.access.today());
  ALONGSIDE_TRY(audit.note(actor.person, {document}));
  const WorkBook book = ALONGSIDE_TRY(book_of(context, actor, document));
  const BookWorker& worker = book.workers.front();
  return payroll_file(book, worker, pay_days(worker.worker.period, worker.worker.starts, day));
}

}  // namespace

server::Response payroll_answer(const server::FeatureContext& context, const server::Request& request) {
  const auto id = DocumentId::parse(request.parameter(0));
  const auto day = Date::parse(request.parameter(1));
  if (!id.ok() || !day.ok())
    return server::problem(request, 400, "bad_address", "The address names no worker and day, like …/2026-11-22.");
  auto file = payroll_of(context, request.actor, id.value(), day.value());
  if (!file.ok()) return server::problem(request, file.error());
  server::Response response;
  response.content_type = "text/csv; charset=utf-8";
  response.disposition = "attachment; filename=\"payroll.csv\"";  // a name of ours: it says nobody's
  response.body = std::move(file).value();
  return response;
}

}  // namespace alongside::employing
