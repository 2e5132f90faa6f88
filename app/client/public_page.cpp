#include "app/client/public_page.hpp"

#include "app/client/contact_ui.hpp"
#include "app/plugin_api/council_ui.hpp"
#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/frame.hpp"

#include <algorithm>
#include <array>

namespace alongside::client {

using namespace ui::literals;

namespace {

// The same ids and addresses as in app/server/public_pages/public_pages.hpp.
constexpr std::array links{
    PublicPageLink{"accessibility", "/accessibility", "shell.pages.accessibility"_t},
    PublicPageLink{"privacy", "/privacy", "shell.pages.privacy"_t},
    PublicPageLink{"privacy-young", "/privacy/young-people", "shell.pages.privacy_young"_t},
    PublicPageLink{"short-breaks", "/short-breaks", "shell.pages.short_breaks"_t},
    PublicPageLink{"leaving", "/leaving", "shell.pages.leaving"_t},
    PublicPageLink{"licences", "/licences", "shell.pages.licences"_t},
};

void heading_ui(ui::Ui& ui, int level, const wire::Bilingual& words) {
  const bool fallback = ui.language() == ui::Language::Welsh && words.cy.empty();
  if (!fallback) return ui.heading(level, bilingual(words, ui.language()));
  const auto english = ui.language_of(ui::Language::English);
  ui.heading(level, words.en);
}

void section_ui(ui::Ui& ui, const wire::PublicSection& section) {
  heading_ui(ui, 2, section.heading);
  for (const wire::Bilingual& words : section.paragraphs) bilingual_text_ui(ui, words);
  if (section.points.empty()) return;
  const auto list = ui.list("points", bilingual(section.heading, ui.language()), ui::ListLook::Bullets);
  for (std::size_t i = 0; i < section.points.size(); ++i) {
    const auto item = ui.list_item(ui::Key("point", i));
    bilingual_text_ui(ui, section.points[i]);
  }
}

}  // namespace

std::span<const PublicPageLink> public_page_links() { return links; }

const PublicPageLink* public_page_at(std::string_view path) {
  const auto found = std::ranges::find(links, path, &PublicPageLink::path);
  return found == links.end() ? nullptr : &*found;
}

void PublicPageView::Asked::take(Result<Bytes> reply) {
  if (!reply) {
    const ErrorCode code = reply.error().code;
    load = code == ErrorCode::NotFound ? Load::Missing : code == ErrorCode::Offline ? Load::Offline : Load::Failed;
    return;
  }
  auto decoded = wire::decode_frame<wire::PublicPage>(reply.value());
  load = decoded ? Load::Ready : Load::Failed;
  if (decoded) page = std::move(decoded).value();
}

void PublicPageView::opened(const Route&) {
  if (!asked_) ask();
}

void PublicPageView::ask() {
  asked_ = std::make_shared<Asked>();
  Platform& platform = tools_.links.platform();
  platform.fetch("/api/pages/" + std::string(link_.id),
                 [hold = std::weak_ptr<Asked>(asked_), &platform](Result<Bytes> reply) {
                   if (const auto asked = hold.lock()) asked->take(std::move(reply));
                   platform.wake();
                 });
}

std::string PublicPageView::title(const ui::Words& words) const { return words.get(link_.name); }

Result<void> PublicPageView::page_ui(ui::Ui& ui) {
  if (asked_->load != Load::Ready) {
    waiting_ui(ui);
    return {};
  }
  const wire::PublicPage& page = asked_->page;
  heading_ui(ui, 1, page.title);
  bilingual_text_ui(ui, page.lead, ui::TextLook::Large);
  for (std::size_t i = 0; i < page.sections.size(); ++i) {
    const auto card = ui.card(ui::Key("section", i));
    section_ui(ui, page.sections[i]);
  }
  contact_ui(ui, "help", tools_.council.help);
  ui.text(ui.tr("shell.pages.updated"_t, {{"date", ui::format_short_date(ui.language(), page.updated)}}),
          ui::TextLook::Soft);
  return {};
}

// Before the page is there, or in its place: whoever came here can always ring.
void PublicPageView::waiting_ui(ui::Ui& ui) {
  ui.heading(1, ui.tr(link_.name));
  switch (asked_->load) {
    case Load::Ready: return;
    case Load::Waiting: ui.status("state", ui.tr("shell.pages.waiting"_t)); return;
    case Load::Missing: ui.status("state", ui.tr("shell.pages.missing"_t)); break;
    case Load::Offline: ui.status("state", ui.tr("shell.pages.offline"_t)); break;
    case Load::Failed: ui.status("state", ui.tr("shell.pages.failed"_t)); break;
  }
  if (asked_->load != Load::Missing && ui.button("again", ui.tr("shell.trouble.again"_t))) ask();
  contact_ui(ui, "help", tools_.council.help);
}

}  // namespace alongside::client
