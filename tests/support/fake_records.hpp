// FakeRecords: a family's records without an engine, for the tests of plugins' pages: the documents a
// test puts in, the changes a page saves, in whatever state the test says. Held by FakeHost.
#pragma once

#include "app/plugin_api/records.hpp"
#include "app/wire/payload.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace alongside::testing {

class FakeRecords final : public Records {
 public:
  // Puts a document in, or a newer one in its place.
  wire::Document& put(wire::Document document) {
    ++edition_;
    const DocumentId id = document.id;
    return documents_.insert_or_assign(id, std::move(document)).first->second;
  }
  template <wire::Message T>
  wire::Document& put(DocumentId id, wire::Subject subject, PersonId owner, wire::Facet facet, const T& content,
                      std::uint64_t version = 1) {
    return put({id,
                wire::DocumentState::Present,
                subject,
                owner,
                facet,
                T::schema.id,
                T::schema.version,
                version,
                wire::encode_payload(content),
                OperationId(),
                {}});
  }
  void remove(DocumentId id) {
    ++edition_;
    documents_.erase(id);
  }

  // Every save() so far, in order. A page hears of it when finish_saves() or fail_saves() is called, as
  // it does in the application: never before save() returns.
  std::vector<std::unique_ptr<PendingChange>> saved;
  void finish_saves() {
    ++edition_;
    for (auto& [id, told] : take_waiting()) {
      change_of(id).state = ChangeState::Kept;
      if (told) told(id);
    }
  }
  void fail_saves(ErrorCode code) {
    ++edition_;
    for (auto& [id, told] : take_waiting()) {
      std::erase_if(saved, [id = id](const auto& change) { return change->id == id; });
      if (told) told(Error{code, "as the test said"});
    }
  }
  void set_state(std::size_t index, ChangeState state, std::string code = {}) {
    ++edition_;
    saved.at(index)->state = state;
    saved.at(index)->code = std::move(code);
  }
  // What the council does in the end: the change is gone and its document is put in by the test.
  void shown(std::size_t index) {
    ++edition_;
    saved.erase(saved.begin() + static_cast<std::ptrdiff_t>(index));
  }
  template <wire::Message T>
  T payload(std::size_t index) const {
    return wire::decode_payload<T>(saved.at(index)->change.payload).value();
  }
  std::map<std::string, Bytes, std::less<>> drafts;
  std::vector<OperationId> dismissed;

  std::uint64_t edition() const override { return edition_; }
  std::vector<const wire::Document*> documents(std::uint32_t kind) const override {
    std::vector<const wire::Document*> found;
    for (const auto& [id, document] : documents_) {
      if (document.kind == kind && document.state == wire::DocumentState::Present) found.push_back(&document);
    }
    return found;
  }
  std::vector<const PendingChange*> changes(std::span<const std::uint32_t> kinds) const override {
    std::vector<const PendingChange*> found;
    for (const auto& change : saved) {
      if (std::find(kinds.begin(), kinds.end(), change->change.kind) != kinds.end()) found.push_back(change.get());
    }
    return found;
  }
  void save(Change change, Saved told) override {
    ++edition_;
    saved.push_back(std::make_unique<PendingChange>());
    saved.back()->id = numbered<OperationId>(++last_id_);
    saved.back()->change = std::move(change);
    waiting_.emplace_back(saved.back()->id, std::move(told));
  }
  void dismiss(OperationId id) override {
    ++edition_;
    dismissed.push_back(id);
    std::erase_if(saved, [id](const auto& change) { return change->id == id; });
  }
  DocumentId new_document() override { return numbered<DocumentId>(++last_id_); }

  bool drafts_read = true;
  bool are_drafts_read() const override { return drafts_read; }
  std::optional<Bytes> draft(std::string_view key) const override {
    const auto found = drafts.find(key);
    return !drafts_read || found == drafts.end() ? std::nullopt : std::optional(found->second);
  }
  void keep_draft(std::string_view key, Bytes value, Done done) override {
    drafts.insert_or_assign(std::string(key), std::move(value));
    if (done) kept_.push_back(std::move(done));
  }
  void drop_draft(std::string_view key) override {
    const auto found = drafts.find(key);
    if (found != drafts.end()) drafts.erase(found);
  }
  bool drafts_unreadable = false;
  bool are_drafts_unreadable() const override { return drafts_unreadable; }
  // What another tab has written when this page next keeps a draft there; nothing: it let go of it.
  std::map<std::string, std::optional<Bytes>, std::less<>> other_tab;
  void keep_draft_with_others(std::string_view key, Bytes value, Done done) override {
    const auto other = other_tab.extract(std::string(key));
    if (!other && !is_other_told_) return keep_draft(key, std::move(value), std::move(done));
    if (other) drop_draft(key);
    if (other && other.mapped()) drafts.emplace(key, *other.mapped());
    is_other_told_ = true;
    kept_.push_back(
        [done = std::move(done)](const Result<void>&) { done(Error{ErrorCode::Conflict, "another tab was here"}); });
  }
  void finish_drafts() {
    is_other_told_ = false;
    for (const Done& done : std::exchange(kept_, {})) done({});
  }
  void fail_drafts(ErrorCode code) {
    for (const Done& done : std::exchange(kept_, {})) done(Error{code, "as the test said"});
  }

 private:
  using Waiting = std::vector<std::pair<OperationId, Saved>>;

  template <class AnyId>
  static AnyId numbered(std::uint8_t number) {
    IdBytes bytes{};
    bytes.front() = 0xfa;
    bytes.back() = number;
    return AnyId(bytes);
  }
  Waiting take_waiting() { return std::exchange(waiting_, {}); }
  PendingChange& change_of(OperationId id) {
    return **std::find_if(saved.begin(), saved.end(), [id](const auto& change) { return change->id == id; });
  }

  std::map<DocumentId, wire::Document> documents_;
  Waiting waiting_;
  std::vector<Done> kept_;
  bool is_other_told_ = false;  // what is kept until then was kept without knowing of the other tab
  std::uint64_t edition_ = 1;
  std::uint8_t last_id_ = 0;
};

}  // namespace alongside::testing
