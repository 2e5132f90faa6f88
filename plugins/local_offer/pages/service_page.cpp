#include "plugins/local_offer/pages/service_page.hpp"

#include "app/ui/ui.hpp"
#include "app/wire/messages/council.hpp"
#include "plugins/local_offer/model/find_form.hpp"
#include "plugins/local_offer/pages/fact_words.hpp"
#include "plugins/local_offer/pages/keep_ui.hpp"
#include "plugins/local_offer/pages/place_ui.hpp"
#include "plugins/local_offer/pages/service_sections.hpp"
#include "plugins/local_offer/pages/told_ui.hpp"
#include "plugins/local_offer/pages/trouble_ui.hpp"

namespace alongside::local_offer {

using namespace ui::literals;

void ServicePage::opened(const Route& route) {
  route_ = route;
  std::string id(route.tail("/service"));
  if (id == id_) return;
  id_ = std::move(id);
  fetch();
}

void ServicePage::fetch() {
  service_.ask(host_, "/api/local_offer/services/" + id_);
  kept_.forget();
  is_kept_asked_ = false;
}

std::string ServicePage::title(const ui::Words& words) const {
  if (service_.load() == Load::Ready) return service_.value().summary.name;
  if (const ServiceDetail* kept = kept_.found()) return kept->summary.name;
  return words.get("service.title"_t);
}

Result<void> ServicePage::page_ui(ui::Ui& ui) {
  Route back{"/find", route_.query};
  ui.link("back", ui.tr("local_offer.service.back"_t), back.text(), ui::LinkLook::Back, ui::Icon::ArrowLeft);
  if (service_.load() == Load::Ready) {
    service_ui(ui, service_.value());
    return {};
  }
  const bool is_reached = service_.load() == Load::Waiting || service_.load() == Load::Missing;
  if (!is_reached && !is_kept_asked_) {
    kept_.ask(host_, id_);
    is_kept_asked_ = true;
  }
  if (const ServiceDetail* kept = kept_.look()) {
    ui.notice(ui::Tone::Accent, ui::Icon::Info, ui.tr("service.kept"_t));
    service_ui(ui, *kept);
    return {};
  }
  ui.heading(1, ui.tr("service.title"_t));
  const Load load = kept_.is_waiting() ? Load::Waiting : service_.load();
  if (trouble_ui(ui, load, ui.tr("service.waiting"_t)) == Trouble::TryAgain) fetch();
  return {};
}

void ServicePage::top_ui(ui::Ui& ui, const ServiceDetail& service) {
  const ServiceSummary& summary = service.summary;
  {
    const auto english = ui.language_of(ui::Language::English);
    ui.heading(1, summary.name);
  }
  if (!summary.organisation.empty() && summary.organisation != summary.name) {
    ui.text(ui.tr("service.by"_t, {{"organisation", summary.organisation}}), ui::TextLook::Soft);
  }
  {
    const auto row = ui.row("badges");
    tier_ui(ui, summary.tier);
    checked_ui(ui, summary.assured_date, host_.clock().today());
  }
  keep_ui(ui, summary, shortlist_);
  if (summary.status == Status::TemporarilyClosed)
    ui.notice(ui::Tone::Warn, ui::Icon::Warning, ui.tr("service.closed_long"_t));
  if (!service.alert.empty()) {
    const auto english = ui.language_of(ui::Language::English);
    ui.notice(ui::Tone::Warn, ui::Icon::Info, service.alert);
  }
}

void ServicePage::service_ui(ui::Ui& ui, const ServiceDetail& service) {
  top_ui(ui, service);
  const Date today = host_.clock().today();
  const auto split = ui.split("split", 0.6f);
  {
    const auto pane = ui.pane("first");
    who_section(ui, service);
    what_section(ui, service);
    when_section(ui, service, host_.council(), today);
    where_section(ui, service, find_place(host_.council().places, route_.value("near")));
  }
  const auto pane = ui.pane("second");
  cost_section(ui, service, host_);
  way_in_section(ui, service, host_);
  access_section(ui, service);
  send_section(ui, service);
  registered_section(ui, service);
  checked_section(ui, service, today);
  said_section(ui, service, host_);
  contact_section(ui, service);
  tell_section(ui, service.summary, told_, host_);
  concern_section(ui, host_.council());
}

}  // namespace alongside::local_offer
