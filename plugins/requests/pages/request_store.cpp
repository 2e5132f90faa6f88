#include "plugins/requests/pages/request_store.hpp"

#include "app/base/uk_time.hpp"
#include "app/plugin_api/read_record.hpp"
#include "app/wire/messages/session.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace alongside::requests {
namespace {

constexpr std::array<std::uint32_t, 3> change_kinds = {AskFor::schema.id, AddWords::schema.id, TakeBack::schema.id};

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
    made.base = change.base;
    made.day = uk_day(pending->made_at_ms);
    made.progress = progress_of(pending->state);
    made.code = pending->state == ChangeState::Conflict ? "conflict" : pending->code;
    changes.push_back(std::move(made));
  }
  return changes;
}

RequestBook read_book(const Records& records) {
  RequestBook book;
  for (const wire::Document* document : records.documents(FamilyRequest::schema.id)) {
    if (auto request = read_document<FamilyRequest>(*document))
      book.requests.push_back({document->id, document->now(), document->subject, std::move(*request)});
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
