#include "plugins/local_offer/pages/told_book.hpp"

#include "app/plugin_api/public_notes.hpp"
#include "app/plugin_api/read_record.hpp"
#include "app/plugin_api/saving.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/session.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace alongside::local_offer {
namespace {

constexpr std::string_view note_beginning = "service.told.";
constexpr std::array<std::uint32_t, 1> change_kinds = {KeepAsk::schema.id};

std::vector<ToldAsk>::iterator place_of(std::vector<ToldAsk>& asks, const std::string& service) {
  return std::find_if(asks.begin(), asks.end(), [&service](const ToldAsk& one) { return one.service == service; });
}

bool is_refused(const PendingChange& change) {
  return change.state == ChangeState::Refused || change.state == ChangeState::Conflict;
}

void lay_over(std::vector<ToldAsk>& asks, const Change& change) {
  const auto keep = wire::decode_payload<KeepAsk>(change.payload);
  if (!keep.ok()) return;
  const ToldAsk& ask = keep.value().ask;
  const auto found = place_of(asks, ask.service);
  if (found != asks.end()) asks.erase(found);
  if (ask.of != 0) asks.push_back(ask);
}

// What the council has of them, and over it what this device has made and the council does not show yet.
std::vector<ToldAsk> asks_of(const Records& records) {
  std::vector<ToldAsk> asks;
  for (const wire::Document* document : records.documents(ToldAsk::schema.id)) {
    if (auto ask = read_document<ToldAsk>(*document)) asks.push_back(std::move(*ask));
  }
  for (const PendingChange* pending : records.changes(change_kinds)) {
    if (!is_refused(*pending)) lay_over(asks, pending->change);
  }
  return asks;
}

}  // namespace

bool ToldBook::is_persons() const { return !host_.session().person.is_nil(); }

const std::vector<ToldAsk>& ToldBook::own_asks() {
  const std::uint64_t edition = host_.records().edition();
  if (own_edition_ != edition) own_ = asks_of(host_.records());
  own_edition_ = edition;
  return own_;
}

std::vector<ToldAsk> ToldBook::asks() {
  if (is_persons()) return own_asks();
  std::vector<ToldAsk> asks;
  for (const auto& [key, note] : host_.public_notes().all(note_beginning)) {
    ToldAsk ask;
    if (!wire::read_message(note, wire::limits_of<ToldAsk>(), ask)) asks.push_back(std::move(ask));
  }
  return asks;
}

ToldAsk ToldBook::ask_of(std::string_view service) {
  for (ToldAsk& ask : asks()) {
    if (ask.service == service) return std::move(ask);
  }
  return {};
}

bool ToldBook::put(ToldAsk ask) {
  std::vector<ToldAsk> all = asks();
  if (ask.of != 0 && all.size() >= most_asks && place_of(all, ask.service) == all.end()) return false;
  const auto told = [this, alive = std::weak_ptr(alive_)](bool is_kept) {
    if (!alive.expired()) kept(is_kept ? AskKeeping::Kept : AskKeeping::WhileOpen);
  };
  if (!is_persons()) {
    Bytes note = ask.of == 0 ? Bytes{} : wire::encode_frame(ask);
    host_.public_notes().keep(std::string(note_beginning) + ask.service, std::move(note), Lasting::OnDevice,
                              [told](const Result<void>& done) { told(done.ok()); });
    return true;
  }
  const KeepAsk keep{host_.records().new_document(), std::move(ask), {}};
  host_.records().save(change_of(host_.session().own, keep),
                       [told](const Result<OperationId>& saved) { told(saved.ok()); });
  return true;
}

std::vector<RefusedAsk> ToldBook::refused() const {
  std::vector<RefusedAsk> refused;
  if (!is_persons()) return refused;
  for (const PendingChange* pending : host_.records().changes(change_kinds)) {
    const auto keep = wire::decode_payload<KeepAsk>(pending->change.payload);
    if (is_refused(*pending) && keep.ok()) refused.push_back({pending->id, keep.value().ask.name});
  }
  return refused;
}

void ToldBook::kept(AskKeeping keeping) {
  keeping_ = keeping;
  host_.redraw();
}

void ToldBook::want_list() {
  if (list_.load() != Load::Waiting && list_.load() != Load::Ready) list_.ask(host_, "/api/local_offer/services");
}

const ServiceSummary* ToldBook::find(std::string_view service) const {
  const auto& all = list_.value().services;
  const auto found = std::find_if(all.begin(), all.end(), [service](const auto& one) { return one.id == service; });
  return found == all.end() ? nullptr : &*found;
}

std::size_t ToldBook::news_count() {
  if (list_.load() != Load::Ready) return 0;
  const std::vector<ToldAsk> all = asks();
  const auto has_news = [this](const ToldAsk& ask) { return news_of(ask, find(ask.service)) != News::Nothing; };
  return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), has_news));
}

}  // namespace alongside::local_offer
