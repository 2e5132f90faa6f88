#include "plugins/requests/pages/requests_page.hpp"

#include "app/ui/ui.hpp"
#include "app/wire/messages/session.hpp"
#include "plugins/requests/pages/request_words.hpp"

#include <algorithm>
#include <optional>

namespace alongside::requests {

using namespace ui::literals;

namespace {

std::string href_of(const BookRequest& one) { return "/requests/one/" + one.id.text(); }

std::string refused_text(const ui::Ui& ui, const BookChange& change) {
  if (change.code == "conflict") return ui.tr("requests.refused.conflict"_t);
  if (change.code == "grown_up") return ui.tr("requests.refused.grown_up"_t);
  if (change.code == name_of(RequestFault::Over)) return ui.tr("requests.refused.over"_t);
  if (change.code == name_of(RequestFault::TooMany)) return ui.tr("requests.refused.too_many"_t);
  return ui.tr("requests.refused.other"_t);
}

void request_ui(ui::Ui& ui, const BookRequest& one, const std::string& child, Date today) {
  const auto card = ui.card("card", ui::CardLook::Card, href_of(one));
  ui.link("open", title_text(ui, one.request), href_of(one), ui::LinkLook::CardTitle);
  status_ui(ui, one.request.status());
  if (!child.empty()) ui.text(ui.tr("requests.for_child"_t, {{"name", child}}), ui::TextLook::Soft);
  const std::string next = next_text(ui, one, today);
  if (!next.empty()) ui.text(next);
  const std::string progress = progress_text(ui, one.progress);
  if (!progress.empty()) ui.text(progress, ui::TextLook::Soft);
}

}  // namespace

std::string RequestsPage::title(const ui::Words& words) const { return words.get("requests.title"_t); }

Result<void> RequestsPage::page_ui(ui::Ui& ui) {
  ui.heading(1, ui.tr("requests.title"_t));
  ui.sentence("requests.lead"_t, ui::TextLook::Large);
  family_ui(ui);
  urgent_ui(ui, host_);
  return {};
}

void RequestsPage::family_ui(ui::Ui& ui) {
  if (!store_.is_signed_in()) return sign_in_ui(ui, route_);
  if (!store_.may_ask()) {
    ui.notice(ui::Tone::Neutral, ui::Icon::Info, ui.tr("requests.nobody"_t));
    return;
  }
  ui.link("new", ui.tr("requests.new"_t), "/requests/new", ui::LinkLook::Button, ui::Icon::ArrowRight);
  refused_ui(ui);
  if (store_.book().unreadable > 0) ui.notice(ui::Tone::Warn, ui::Icon::Info, ui.tr("requests.newer"_t));
  list_ui(ui);
}

// A change that the council did not make stays until it has been read.
void RequestsPage::refused_ui(ui::Ui& ui) {
  std::optional<OperationId> read;
  for (const BookChange& change : store_.book().refused) {
    const auto card = ui.card(ui::Key(change.id.text()), ui::CardLook::Soft);
    ui.notice(ui::Tone::Warn, ui::Icon::Warning, refused_text(ui, change));
    if (const auto* ask = std::get_if<AskFor>(&change.change)) ui.text(ask->needs);
    if (const auto* add = std::get_if<AddWords>(&change.change)) ui.text(add->words);
    if (ui.button("read", ui.tr("requests.refused.read"_t))) read = change.id;
  }
  if (read) host_.records().dismiss(*read);
}

void RequestsPage::list_ui(ui::Ui& ui) {
  const RequestBook& book = store_.book();
  ui.heading(2, ui.tr("requests.asked"_t));
  if (book.requests.empty()) {
    ui.illustration("asking");
    ui.text(ui.tr("requests.none"_t));
    return;
  }
  const bool are_many = host_.session().children.size() > 1;
  const auto list = ui.list("requests", ui.tr("requests.asked"_t));
  for (const BookRequest& one : book.requests) {
    const auto item = ui.list_item(ui::Key(one.id.text()));
    request_ui(ui, one, are_many ? store_.name_of_child(one.subject) : std::string(), host_.clock().today());
  }
}

bool has_summary(RequestStore& store) {
  if (!store.is_signed_in()) return false;
  const auto& requests = store.book().requests;
  return std::any_of(requests.begin(), requests.end(),
                     [](const BookRequest& one) { return is_open(one.request.status()); });
}

void summary_ui(ui::Ui& ui, RequestStore& store) {
  for (const BookRequest& one : store.book().requests) {
    if (!is_open(one.request.status())) continue;
    const auto box = ui.card(ui::Key(one.id.text()), ui::CardLook::Plain);
    ui.link("open", title_text(ui, one.request), href_of(one), ui::LinkLook::Standalone);
    status_ui(ui, one.request.status());
  }
}

}  // namespace alongside::requests
