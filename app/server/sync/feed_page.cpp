#include "app/server/sync/feed_page.hpp"

#include "app/server/sync/document_rows.hpp"
#include "app/server/sync/feeds.hpp"
#include "app/server/sync/incarnation.hpp"
#include "app/server/sync/sync_service.hpp"

#include <utility>

namespace alongside::server {

namespace {

// As this viewer gets it now. The access is asked once more, so that a mistake in a feed's rows
// shows nobody anything.
Result<wire::Document> document_for(Database& database, const Access& access, PersonId viewer, const FeedRow& row) {
  wire::Document gone;
  gone.id = row.document.id;
  gone.state = wire::DocumentState::Gone;
  if (row.state == wire::DocumentState::Gone) return gone;
  auto found = ALONGSIDE_TRY(row_of(database, row.document.number));
  if (!found || found->document.state == wire::DocumentState::Gone) return gone;
  const wire::Document& document = found->document;
  const auto level = ALONGSIDE_TRY(access.share(document.owner, viewer, document.subject, document.facet));
  if (level == wire::ShareLevel::None) return gone;
  return std::move(found->document);
}

}  // namespace

Result<wire::FeedPage> feed_page(Database& database, const Access& access, PersonId viewer, std::uint64_t since) {
  Feeds feeds(database);
  wire::FeedPage page;
  page.incarnation = ALONGSIDE_TRY(incarnation(database));
  page.viewer = viewer;
  page.since = since;
  page.until = ALONGSIDE_TRY(feeds.end(viewer));
  if (since > page.until) return Error{ErrorCode::Conflict, "cursor_ahead"};
  // One more than fits, to know whether there are any.
  const auto rows = ALONGSIDE_TRY(feeds.after(viewer, since, sync_limits::page_documents + 1));
  std::size_t bytes = 0;
  for (const FeedRow& row : rows) {
    wire::Document document = ALONGSIDE_TRY(document_for(database, access, viewer, row));
    bytes += document.content.size();
    const bool full = page.documents.size() == sync_limits::page_documents || bytes > sync_limits::page_bytes;
    if (full && !page.documents.empty()) {
      page.more = wire::More::Yes;
      break;
    }
    page.documents.push_back(std::move(document));
  }
  if (page.more == wire::More::Yes) page.until = rows[page.documents.size() - 1].place;
  return page;
}

}  // namespace alongside::server
