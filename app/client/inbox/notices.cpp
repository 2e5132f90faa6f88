#include "app/client/inbox/notices.hpp"

#include "app/wire/payload.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

namespace alongside::client {
namespace {

std::set<DocumentId> read_here(const Records& records) {
  std::set<DocumentId> ids;
  constexpr std::array kinds{wire::NoticeRead::schema.id};
  for (const PendingChange* change : records.changes(kinds)) {
    const auto read = wire::decode_payload<wire::NoticeRead>(change->change.payload);
    if (read.ok()) ids.insert(read->notice);
  }
  return ids;
}

bool comes_first(const InboxItem& left, const InboxItem& right) {
  return std::tuple(left.notice.seen, -left.notice.day.days(), left.id) <
         std::tuple(right.notice.seen, -right.notice.day.days(), right.id);
}

}  // namespace

void Notices::read(const Records& records) {
  if (of_ == &records && edition_ == records.edition()) return;
  of_ = &records;
  edition_ = records.edition();
  items_.clear();
  const std::set<DocumentId> seen = read_here(records);
  for (const wire::Document* document : records.documents(wire::Notice::schema.id)) {
    Result<wire::Notice> notice = wire::decode_payload<wire::Notice>(document->content);
    if (!notice.ok()) continue;  // of a later edition: the rest of the inbox is still of use
    if (seen.contains(document->id)) notice->seen = wire::Seen::Yes;
    items_.push_back({document->id, document->subject, document->now(), std::move(notice).value()});
  }
  std::sort(items_.begin(), items_.end(), comes_first);
  unseen_ = static_cast<std::size_t>(
      std::count_if(items_.begin(), items_.end(), [](const auto& item) { return item.notice.seen == wire::Seen::No; }));
}

const std::vector<InboxItem>& Notices::items(const Records& records) {
  read(records);
  return items_;
}

std::size_t Notices::unseen(const Records& records) {
  read(records);
  return unseen_;
}

void Notices::mark_seen(Records& records, DocumentId id) {
  for (const InboxItem& item : items(records)) {
    if (item.id != id || item.notice.seen == wire::Seen::Yes) continue;
    Change change{item.subject, wire::NoticeRead::schema.id, wire::NoticeRead::schema.version, item.version, {}};
    change.payload = wire::encode_payload(wire::NoticeRead{id, {}});
    // That it was seen is no loss if it cannot be kept: it is shown as new once more.
    records.save(std::move(change), [](const Result<OperationId>&) {});
    return;
  }
}

}  // namespace alongside::client
