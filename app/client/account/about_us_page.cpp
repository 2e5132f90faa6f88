#include "app/client/account/about_us_page.hpp"

#include "app/client/account/sign_in_first_ui.hpp"
#include "app/client/id_number.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/payload.hpp"

#include <array>

namespace alongside::client {

using namespace ui::literals;

namespace {

constexpr std::array facets{wire::Facet::CareNotes, wire::Facet::School, wire::Facet::Address, wire::Facet::Phone};

ui::TextKey said_key(wire::Facet facet) {
  switch (facet) {
    case wire::Facet::School: return "shell.about_us.says_school"_t;
    case wire::Facet::Address: return "shell.about_us.says_address"_t;
    case wire::Facet::Phone: return "shell.about_us.says_phone"_t;
    default: return "shell.about_us.says_care_notes"_t;
  }
}

}  // namespace

std::string AboutUsPage::title(const ui::Words& words) const { return words.get("shell.about_us"_t); }

Result<void> AboutUsPage::page_ui(ui::Ui& ui) {
  ui.heading(1, ui.tr("shell.about_us"_t));
  if (!tools_.session.known()) {
    sign_in_first_ui(ui, "/about-us");
    return {};
  }
  make_forms();
  ui.sentence("shell.about_us.lead"_t);
  ui.link("sharing", ui.tr("shell.about_us.who_sees"_t), "/account");
  if (forms_.empty()) ui.sentence("shell.about_us.no_child"_t);
  for (std::size_t child = 0; child < forms_.size(); ++child) child_ui(ui, child);
  return {};
}

void AboutUsPage::make_forms() {
  const wire::SessionInfo& info = tools_.session.info();
  if (forms_of_ == info.person && forms_.size() == info.children.size()) return;
  forms_of_ = info.person;
  forms_.clear();
  for (const wire::FamilyChild& child : info.children) {
    std::vector<FactForm>& forms = forms_.emplace_back();
    for (const wire::Facet facet : facets) forms.emplace_back(child, facet, info.person);
  }
}

void AboutUsPage::child_ui(ui::Ui& ui, std::size_t index) {
  const wire::FamilyChild& child = tools_.session.info().children[index];
  const auto region = ui.landmark(ui::Key("child", id_number(child.subject.id)), ui::Role::Region, child.name);
  ui.heading(2, child.name);
  Platform& platform = tools_.links.platform();
  for (FactForm& form : forms_[index]) form.draw_ui(ui, tools_.links.records(), [&platform] { platform.wake(); });
  others_ui(ui, child);
}

// What others let this person see: to read, under their name.
void AboutUsPage::others_ui(ui::Ui& ui, const wire::FamilyChild& child) {
  const wire::SessionInfo& info = tools_.session.info();
  for (const wire::Document* document : tools_.links.records().documents(wire::Fact::schema.id)) {
    if (document->owner == info.person || document->subject != child.subject) continue;
    const auto fact = wire::decode_payload<wire::Fact>(document->content);
    if (!fact.ok() || fact->text.empty()) continue;
    std::string name = ui.tr("shell.about_us.somebody"_t);
    for (const wire::FamilyPerson& person : info.people) {
      if (person.id == document->owner) name = person.name;
    }
    const auto card = ui.card(ui::Key("other", id_number(document->id)), ui::CardLook::Soft);
    ui.text(ui.tr(said_key(document->facet), {{"name", name}}), ui::TextLook::Strong);
    ui.text(fact->text);
  }
}

}  // namespace alongside::client
