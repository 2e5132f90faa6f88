#include "plugins/comments/pages/comment_store.hpp"

#include "app/base/uk_time.hpp"
#include "app/plugin_api/read_record.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/session.hpp"
#include "plugins/comments/model/remark_rules.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace alongside::comments {
namespace {

constexpr std::array<std::uint32_t, 1> change_kinds = {SendRemark::schema.id};

Progress progress_of(ChangeState state) {
  switch (state) {
    case ChangeState::Saving: return Progress::Saving;
    case ChangeState::Kept: return Progress::OnDevice;
    case ChangeState::Received: return Progress::Received;
    case ChangeState::Refused:
    case ChangeState::Conflict: break;
  }
  return Progress::Refused;
}

void add_pending(const Records& records, std::vector<OwnRemark>& own) {
  for (const PendingChange* pending : records.changes(change_kinds)) {
    if (pending->change.edition != SendRemark::schema.version) continue;
    auto sent = wire::decode_payload<SendRemark>(pending->change.payload);
    if (!sent.ok()) continue;
    const auto is_it = [&](const OwnRemark& one) { return one.id == sent->id; };
    if (std::any_of(own.begin(), own.end(), is_it)) continue;
    OwnRemark& one = own.emplace_back();
    one.id = sent->id;
    one.record.remark = cleaned(std::move(sent->remark));
    one.record.sent_on = uk_day(pending->made_at_ms);
    one.progress = progress_of(pending->state);
    one.change = pending->id;
  }
}

}  // namespace

void CommentStore::Slot::take(Result<Bytes> reply) {
  if (!reply.ok()) {
    load = reply.error().code == ErrorCode::Offline ? Load::Offline : Load::Failed;
    return;
  }
  // Read in place: moving such a message through a Result would add kilobytes to the module.
  const auto fields = [](wire::FrameReader& reader, void* message) { reader(*static_cast<CommentList*>(message)); };
  const auto fault =
      wire::read_frame(reply.value(), CommentList::schema, wire::limits_of<CommentList>(), fields, &list);
  load = fault ? Load::Failed : Load::Ready;
}

bool CommentStore::is_signed_in() const { return !host_.session().person.is_nil(); }

void CommentStore::want() {
  if (!slot_) fetch_again();
}

void CommentStore::fetch_again() {
  slot_ = std::make_shared<Slot>();
  host_.fetch("/api/comments", [hold = std::weak_ptr<Slot>(slot_)](Result<Bytes> reply) {
    if (const auto slot = hold.lock()) slot->take(std::move(reply));
  });
}

const std::vector<OwnRemark>& CommentStore::own() {
  const Records& records = host_.records();
  if (is_fresh_ && records.edition() == edition_) return own_;
  is_fresh_ = true;
  edition_ = records.edition();
  own_.clear();
  for (const wire::Document* document : records.documents(RemarkRecord::schema.id)) {
    if (auto record = read_document<RemarkRecord>(*document))
      own_.push_back({document->id, std::move(*record), Progress::WithCouncil, {}});
  }
  add_pending(records, own_);
  std::sort(own_.begin(), own_.end(), [](const OwnRemark& a, const OwnRemark& b) {
    return std::tie(b.record.sent_on, a.id) < std::tie(a.record.sent_on, b.id);
  });
  return own_;
}

const OwnRemark* CommentStore::find(DocumentId id) {
  const auto& all = own();
  const auto found = std::find_if(all.begin(), all.end(), [id](const OwnRemark& one) { return one.id == id; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace alongside::comments
