#include "app/client/attachments/attachment_box.hpp"

#include "app/wire/messages/attachment.hpp"
#include "app/wire/payload.hpp"

#include <algorithm>
#include <utility>

namespace alongside::client {
namespace {

bool may_pass(const Error& error) {
  switch (error.code) {
    case ErrorCode::Offline:
    case ErrorCode::Unavailable:
    case ErrorCode::SignedOut:
    case ErrorCode::Storage:
    case ErrorCode::Internal: return true;
    default: return false;
  }
}

}  // namespace

AttachmentBox::AttachmentBox(Platform& platform, Links links)
    : platform_(platform), links_(std::move(links)), files_(platform.world().store) {}

void AttachmentBox::begin(PersonId person) {
  person_ = person;
  alive_ = std::make_shared<int>(0);
  edition_ = 0;
  shelves_ = Shelves::Unread;
  awaited_.clear();
  refusals_.clear();
  sent_.clear();
  upload_.reset();
  pace_ = Pace::Ready;
  backoff_.reset();
  if (person.is_nil()) return;
  files_.begin([this] {
    shelves_ = Shelves::Read;
    follow();
    links_.changed();
  });
}

void AttachmentBox::follow() {
  const PersonId person = links_.person();
  if (person != person_) return begin(person);
  if (person.is_nil() || shelves_ == Shelves::Unread) return;
  const std::uint64_t edition = links_.records().edition();
  if (std::exchange(edition_, edition) != edition) compare();
}

// Another tab may have added something, and a place without a network may be behind us.
void AttachmentBox::woken() {
  if (person_.is_nil() || shelves_ == Shelves::Unread) return;
  files_.look_again([this] {
    pace_ = Pace::Ready;
    backoff_.reset();
    compare();
    links_.changed();
  });
}

void AttachmentBox::compare() {
  awaited_.clear();
  for (const wire::Document* document : links_.records().documents(wire::Attachment::schema.id)) {
    if (document->edition != wire::Attachment::schema.version || !files_.find(document->id)) continue;
    const auto attachment = wire::decode_payload<wire::Attachment>(document->content);
    if (!attachment.ok() || attachment->added_by != person_) continue;
    if (attachment->arrived()) {
      files_.drop(document->id);
      sent_.erase(document->id);
    } else if (!sent_.contains(document->id) && !refusals_.contains(document->id)) {
      awaited_.push_back(document->id);
    }
  }
  send_next();
}

void AttachmentBox::send_next() {
  if (upload_ || pace_ == Pace::Resting || awaited_.empty()) return;
  const DocumentId id = awaited_.front();
  upload_ = std::make_unique<FileUpload>(platform_, id, files_.find(id),
                                         [this, id](const Result<wire::FileProgress>& result) { ended(id, result); });
  upload_->begin();
}

void AttachmentBox::ended(DocumentId id, const Result<wire::FileProgress>& result) {
  const std::unique_ptr<FileUpload> last = std::move(upload_);  // it is still being called
  std::erase(awaited_, id);
  if (!result.ok()) {
    failed(id, result.error());
  } else if (result->state == wire::FileState::Kept) {
    backoff_.reset();
    sent_.insert(id);
    links_.arrived();
  } else {
    refusals_[id] = result->code;
  }
  send_next();
  links_.changed();
}

// One that nobody waits for any more is looked at again when the records change.
void AttachmentBox::failed(DocumentId id, const Error& error) {
  if (error.code == ErrorCode::NotFound) return;
  if (!may_pass(error)) {
    refusals_[id] = "not_taken";
    return;
  }
  awaited_.push_back(id);
  rest();
}

void AttachmentBox::rest() {
  pace_ = Pace::Resting;
  SyncWorld world = platform_.world();
  world.timer.after(backoff_.next_ms(world.chance), [this, alive = std::weak_ptr(alive_)] {
    if (alive.expired() || pace_ == Pace::Ready) return;
    pace_ = Pace::Ready;
    send_next();
  });
}

// Nothing is heard after the person has changed.
Attachments::Added AttachmentBox::guarded(Added added) {
  return [this, alive = std::weak_ptr(alive_), added = std::move(added)](const Result<void>& result) {
    if (alive.expired()) return;
    added(result);
    compare();
    links_.changed();
  };
}

void AttachmentBox::keep(DocumentId id, Bytes bytes, Added added) {
  if (files_.size() < most_files) return files_.keep(id, std::move(bytes), guarded(std::move(added)));
  platform_.world().timer.after(0, [done = guarded(std::move(added))] { done(Error{ErrorCode::TooLarge, "many"}); });
}

void AttachmentBox::add(DocumentId id, std::string_view token, Added added) {
  if (files_.size() >= most_files) return keep(id, {}, std::move(added));
  platform_.take_file(token,
                      [this, id, done = guarded(added), added, alive = std::weak_ptr(alive_)](Result<Bytes> bytes) {
                        if (alive.expired()) return;
                        if (!bytes.ok() && bytes.error().code == ErrorCode::TooLarge)
                          return done(Error{ErrorCode::TooLarge, "file"});
                        if (!bytes.ok()) return done(bytes.error());
                        if (bytes->size() > wire::attachment_limits::file_bytes)
                          return done(Error{ErrorCode::TooLarge, "file"});
                        keep(id, std::move(bytes).value(), added);
                      });
}

void AttachmentBox::remove(DocumentId id) {
  if (upload_ && upload_->id() == id) upload_.reset();
  std::erase(awaited_, id);
  refusals_.erase(id);
  files_.drop(id);
  send_next();
}

// What has arrived is let go of when its document says so; until then it is of no use to anybody else.
std::vector<KeptFile> AttachmentBox::files() const {
  std::vector<KeptFile> files;
  for (const auto& [id, content] : files_.all()) {
    if (!sent_.contains(id)) files.push_back({id, content});
  }
  return files;
}

AttachmentState AttachmentBox::state(DocumentId id) const {
  const DeviceFiles::Content file = files_.find(id);
  AttachmentState state;
  if (!file) return state;
  state.bytes = static_cast<std::uint32_t>(file->size());
  state.place = AttachmentPlace::OnDevice;
  if (upload_ && upload_->id() == id) state.place = AttachmentPlace::Sending;
  if (sent_.contains(id)) state.place = AttachmentPlace::Sent;
  if (const auto refusal = refusals_.find(id); refusal != refusals_.end()) {
    state.place = AttachmentPlace::Refused;
    state.code = refusal->second;
  }
  return state;
}

}  // namespace alongside::client
