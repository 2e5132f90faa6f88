#include "plugins/requests/pages/request_store.hpp"

#include "app/wire/messages/session.hpp"
#include "app/wire/payload.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace alongside::requests {
namespace {

constexpr std::array<std::uint32_t, 3> change_kinds = {AskFor::schema.id, AddWords::schema.id, TakeBack::schema.id};
constexpr std::int64_t ms_a_day = 86'400'000;

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

template <wire::Message T>
bool read_change(const Change& change, AnyChange& into) {
  if (change.kind != T::schema.id || change.edition != T::schema.version) return false;
  Result<T> payload = wire::decode_payload<T>(change.payload);
  if (!payload.ok()) return false;
  into = std::move(payload).value();
  return true;
}

std::vector<BookChange> changes_of(const Records& records) {
  std::vector<BookChange> changes;
  for (const PendingChange* pending : records.changes(change_kinds)) {
    BookChange made;
    const Change& change = pending->change;
    if (!read_change<AskFor>(change, made.change) && !read_change<AddWords>(change, made.change) &&
        !read_change<TakeBack>(change, made.change))
      continue;
    made.id = pending->id;
    made.subject = change.subject;
    made.base_version = change.base_version;
    made.day = Date(static_cast<std::int32_t>(pending->made_at_ms / ms_a_day));
    made.progress = progress_of(pending->state);
    made.code = pending->state == ChangeState::Conflict ? "conflict" : pending->code;
    changes.push_back(std::move(made));
  }
  return changes;
}

RequestBook read_book(const Records& records) {
  RequestBook book;
  for (const wire::Document* document : records.documents(FamilyRequest::schema.id)) {
    const bool is_ours = document->edition == FamilyRequest::schema.version;
    Result<FamilyRequest> request = is_ours ? wire::decode_payload<FamilyRequest>(document->content) : Error{};
    if (request.ok())
      book.requests.push_back({document->id, document->version, document->subject, std::move(request).value()});
    else
      ++book.unreadable;
  }
  return apply_changes(std::move(book), changes_of(records));
}

}  // namespace

bool RequestStore::is_signed_in() const { return !host_.session().person.is_nil(); }

bool RequestStore::may_ask() const {
  return std::any_of(host_.session().children.begin(), host_.session().children.end(),
                     [](const wire::FamilyChild& child) { return child.role != wire::FamilyRole::Helper; });
}

const RequestBook& RequestStore::book() {
  const Records& records = host_.records();
  if (is_fresh_ && records.edition() == edition_) return book_;
  is_fresh_ = true;
  edition_ = records.edition();
  book_ = read_book(records);
  return book_;
}

std::string RequestStore::name_of_child(const wire::Subject& subject) const {
  for (const wire::FamilyChild& child : host_.session().children) {
    if (child.subject == subject) return child.name;
  }
  return {};
}

}  // namespace alongside::requests
