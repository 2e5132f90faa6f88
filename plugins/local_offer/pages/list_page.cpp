#include "plugins/local_offer/pages/list_page.hpp"

#include "app/ui/ui.hpp"
#include "plugins/local_offer/model/id_list.hpp"
#include "plugins/local_offer/pages/compare_ui.hpp"
#include "plugins/local_offer/pages/keep_ui.hpp"
#include "plugins/local_offer/pages/result_card_ui.hpp"
#include "plugins/local_offer/pages/trouble_ui.hpp"

#include <algorithm>

namespace alongside::local_offer {

using namespace ui::literals;

namespace {

std::string list_href(const std::vector<std::string>& ids) {
  Route route{"/list", {}};
  for (const std::string& id : ids) route.add("s", id);
  return route.text();
}

}  // namespace

void ListPage::opened(const Route& route) {
  store_.want();
  sent_ = known_ids(route.values("s"));
  compared_.clear();
}

std::string ListPage::title(const ui::Words& words) const { return words.get("local_offer.list.title"_t); }

// One's own list is at an address that says nothing of it.
std::string ListPage::shared_address() const { return sent_.empty() ? std::string() : list_href(sent_); }

Result<void> ListPage::page_ui(ui::Ui& ui) {
  ui.link("back", ui.tr("local_offer.service.back"_t), "/find", ui::LinkLook::Back, ui::Icon::ArrowLeft);
  ui.heading(1, ui.tr("local_offer.list.title"_t));
  if (store_.load() == Load::Ready) {
    list_ui(ui);
  } else if (trouble_ui(ui, store_.load(), ui.tr("local_offer.find.waiting"_t)) == Trouble::TryAgain) {
    store_.fetch_again();
  }
  return {};
}

void ListPage::list_ui(ui::Ui& ui) {
  if (sent_.empty()) {
    own_ui(ui);
  } else {
    sent_ui(ui);
  }
  const std::vector<std::string>& ids = sent_.empty() ? shortlist_.ids() : sent_;
  std::vector<const ServiceSummary*> services;
  for (const std::string& id : ids) {
    const auto& all = store_.list().services;
    const auto found = std::find_if(all.begin(), all.end(), [&id](const ServiceSummary& one) { return one.id == id; });
    if (found != all.end()) services.push_back(&*found);
  }
  if (services.size() < ids.size()) {
    const auto gone = static_cast<std::int64_t>(ids.size() - services.size());
    ui.notice(ui::Tone::Warn, ui::Icon::Info, ui.plural("local_offer.list.gone"_t, gone));
  }
  compare_ui(ui, services);
  cards_ui(ui, services);
}

void ListPage::own_ui(ui::Ui& ui) {
  if (shortlist_.ids().empty()) {
    ui.illustration("saved");
    ui.sentence("local_offer.list.empty"_t);
    return;
  }
  const bool is_kept = shortlist_.keeping() == ListKeeping::OnDevice;
  ui.sentence(is_kept ? "local_offer.list.on_device"_t : "local_offer.list.while_open"_t);
  if (shortlist_.is_full()) ui.text(ui.tr("local_offer.list.full"_t));
  ui.link("share", ui.tr("local_offer.list.share"_t), list_href(shortlist_.ids()), ui::LinkLook::Standalone);
}

void ListPage::sent_ui(ui::Ui& ui) {
  ui.sentence("local_offer.list.sent"_t);
  const auto is_kept = [this](const std::string& id) { return shortlist_.has(id); };
  if (std::all_of(sent_.begin(), sent_.end(), is_kept)) {
    ui.link("own", ui.tr("local_offer.list.own"_t), "/list", ui::LinkLook::Standalone);
  } else if (ui.button("take", ui.tr("local_offer.list.take"_t))) {
    for (const std::string& id : sent_) {
      if (!shortlist_.has(id)) shortlist_.toggle(id);
    }
    host_.redraw();
  }
}

// Up to four stand side by side; of a longer list the person says which.
void ListPage::compare_ui(ui::Ui& ui, const std::vector<const ServiceSummary*>& services) {
  if (services.size() < 2) return;
  ui.heading(2, ui.tr("local_offer.compare.title"_t));
  std::vector<const ServiceSummary*> chosen = services;
  if (services.size() > most_compared) {
    ui.sentence("local_offer.compare.choose"_t);
    for (const ServiceSummary* service : services) {
      const auto found = std::find(compared_.begin(), compared_.end(), service->id);
      bool is_chosen = found != compared_.end();
      if (compared_.size() >= most_compared && !is_chosen) continue;
      const auto english = ui.language_of(ui::Language::English);
      if (!ui.checkbox(ui::key_by("compare", service->id), service->name, is_chosen)) continue;
      if (is_chosen)
        compared_.push_back(service->id);
      else
        compared_.erase(found);
    }
    std::erase_if(chosen, [this](const ServiceSummary* one) {
      return std::find(compared_.begin(), compared_.end(), one->id) == compared_.end();
    });
  }
  if (chosen.size() >= 2) side_by_side_ui(ui, chosen, host_.clock().today());
}

void ListPage::cards_ui(ui::Ui& ui, const std::vector<const ServiceSummary*>& services) {
  if (services.empty()) return;
  ui.heading(2, ui.tr("local_offer.list.each"_t));
  const auto list = ui.list("services", ui.tr("local_offer.list.each"_t));
  const Route search{"/find", {}};
  for (const ServiceSummary* service : services) {
    Hit hit;
    if (!service->spots.empty()) hit.place = service->spots.front().place;
    result_card_ui(ui, {*service, hit, search, host_.clock().today(), shortlist_});
  }
}

}  // namespace alongside::local_offer
