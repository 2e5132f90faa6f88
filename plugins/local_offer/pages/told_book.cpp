#include "plugins/local_offer/pages/told_book.hpp"

#include "app/plugin_api/public_notes.hpp"
#include "app/plugin_api/records.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/session.hpp"

#include <algorithm>
#include <utility>

namespace alongside::local_offer {
namespace {

constexpr std::string_view note_beginning = "service.told.";
constexpr std::string_view draft_key = "service.told";

}  // namespace

bool ToldBook::is_persons() const { return !host_.session().person.is_nil(); }

std::vector<ToldAsk> ToldBook::asks() {
  ToldAsks mine;
  if (is_persons()) {
    // One that another edition of the application wrote is not understood, and not touched.
    const auto draft = host_.records().draft(draft_key);
    if (!draft || wire::read_message(*draft, wire::limits_of<ToldAsks>(), mine)) return {};
    return std::move(mine.asks);
  }
  for (const auto& [key, note] : host_.public_notes().all(note_beginning)) {
    ToldAsk ask;
    if (!wire::read_message(note, wire::limits_of<ToldAsk>(), ask)) mine.asks.push_back(std::move(ask));
  }
  return std::move(mine.asks);
}

ToldAsk ToldBook::ask_of(std::string_view service) {
  for (ToldAsk& ask : asks()) {
    if (ask.service == service) return std::move(ask);
  }
  return {};
}

bool ToldBook::put(ToldAsk ask) {
  std::vector<ToldAsk> all = asks();
  const auto found =
      std::find_if(all.begin(), all.end(), [&ask](const ToldAsk& one) { return one.service == ask.service; });
  if (ask.of != 0 && found == all.end() && all.size() >= most_asks) return false;
  const auto told = [this, alive = std::weak_ptr(alive_)](const Result<void>& done) {
    if (!alive.expired()) kept(done);
  };
  if (!is_persons()) {
    Bytes note = ask.of == 0 ? Bytes{} : wire::encode_frame(ask);
    host_.public_notes().keep(std::string(note_beginning) + ask.service, std::move(note), Lasting::OnDevice, told);
    return true;
  }
  if (found != all.end()) all.erase(found);
  if (ask.of != 0) all.push_back(std::move(ask));
  host_.records().keep_draft(draft_key, wire::encode_frame(ToldAsks{std::move(all), {}}), told);
  return true;
}

void ToldBook::kept(const Result<void>& done) {
  keeping_ = done.ok() ? AskKeeping::Kept : AskKeeping::WhileOpen;
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
