#include "plugins/guidance/pages/guidance_ui.hpp"

#include "app/plugin_api/council_ui.hpp"
#include "app/plugin_api/route.hpp"
#include "app/ui/format.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/intents.hpp"

namespace alongside::guidance {

using namespace ui::literals;

namespace {

// Whoever searches has the words, the part and the age in the query of its address too.
std::string search_href(const Host& host, const Search& search, int age) {
  wire::FindIntent intent;
  intent.words = search.words;
  intent.head = search.head;
  intent.age = static_cast<std::uint8_t>(age);
  const std::string taken = host.intent_href(wire::FindIntent::name, wire::encode_frame(intent));
  if (taken.empty()) return {};
  Route route{Route::parse(taken).path, {}};
  route.set("q", intent.words);
  route.set("head", intent.head);
  if (age > 0) route.set("age", std::to_string(age));
  return route.text();
}

}  // namespace

const std::string& text_of(const ui::Words& words, const Sentence& sentence) {
  const bool is_easy = words.wording() == ui::Wording::Easy && !sentence.easy.en.empty();
  return bilingual(is_easy ? sentence.easy : sentence.usual, words.language());
}

const GuidanceBook* book_ui(ui::Ui& ui, GuidanceStore& store) {
  switch (store.load()) {
    case Load::Ready: return store.book();
    case Load::Offline: ui.notice(ui::Tone::Warn, ui::Icon::Info, ui.tr("guidance.offline"_t)); break;
    case Load::Failed: ui.notice(ui::Tone::Bad, ui::Icon::Warning, ui.tr("guidance.failed"_t)); break;
    case Load::Idle:
    case Load::Waiting: ui.status("waiting", ui.tr("guidance.waiting"_t)); return nullptr;
  }
  if (ui.button("again", ui.tr("guidance.again"_t))) store.fetch_again();
  return nullptr;
}

void facts_ui(ui::Ui& ui, const Host& host, ui::Key key, const std::string& name, const std::vector<Fact>& facts,
              int age) {
  const auto list = ui.list(key, name, ui::ListLook::Bullets);
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const auto item = ui.list_item(ui::Key("fact", i));
    ui.text(text_of(host.words(), facts[i].words));
    if (facts[i].search.name.en.empty()) continue;
    const std::string href = search_href(host, facts[i].search, age);
    if (!href.empty())
      ui.link("find", bilingual(facts[i].search.name, ui.language()), href, ui::LinkLook::Standalone, ui::Icon::Search);
  }
}

void helper_ui(ui::Ui& ui, const Host& host, ui::Key key, const Helper& helper) {
  const auto card = ui.card(key, ui::CardLook::Soft);
  const wire::Contact& contact = helper.contact;
  ui.heading(3, bilingual(contact.title, ui.language()));
  ui.text(text_of(host.words(), helper.what));
  if (!contact.phone.empty())
    ui.link("phone", ui.tr("guidance.ring"_t, {{"phone", contact.phone}}), telephone_link(contact.phone),
            ui::LinkLook::Standalone, ui::Icon::Phone);
  if (!contact.hours.en.empty()) bilingual_text_ui(ui, contact.hours, ui::TextLook::Soft);
  if (!contact.email.empty()) ui.link("email", contact.email, email_link(contact.email), ui::LinkLook::Standalone);
  if (!helper.web.empty())
    ui.link("web", ui.tr("guidance.web"_t, {{"name", bilingual(contact.title, ui.language())}}), helper.web,
            ui::LinkLook::Standalone);
  if (contact.phone.empty() && contact.email.empty() && helper.web.empty()) {
    const std::string& phone = host.council().help.phone;
    ui.link("council", ui.tr("guidance.ring_us"_t, {{"phone", phone}}), telephone_link(phone), ui::LinkLook::Standalone,
            ui::Icon::Phone);
  }
}

void sources_ui(ui::Ui& ui, const GuidanceBook& book, const std::vector<const Source*>& sources) {
  if (sources.empty()) return;
  ui.heading(2, ui.tr("guidance.sources"_t));
  const Helper* advice = find_by_id(book.helpers, advice_helper);
  const auto list = ui.list("sources", ui.tr("guidance.sources"_t), ui::ListLook::Plain);
  for (const Source* source : sources) {
    const auto item = ui.list_item(ui::Key(source->id));
    const std::string& name = bilingual(source->name, ui.language());
    if (source->web.empty())
      ui.text(name, ui::TextLook::Soft);
    else
      ui.link("web", name, source->web, ui::LinkLook::Standalone);
    ui.text(ui.tr("guidance.seen"_t, {{"day", ui::format_short_date(ui.language(), source->seen)}}),
            ui::TextLook::Soft);
    if (source->checked == Checked::No && advice != nullptr)
      ui.notice(ui::Tone::Warn, ui::Icon::Info,
                ui.tr("guidance.check_with"_t, {{"name", bilingual(advice->contact.title, ui.language())}}));
  }
}

void topics_ui(ui::Ui& ui, const Host& host, std::string_view folder, const std::vector<Topic>& topics,
               std::string_view about) {
  const auto list = ui.list("topics");
  for (const Topic& topic : topics) {
    const auto item = ui.list_item(ui::Key(topic.id));
    Route route{std::string(folder) + topic.id, {}};
    route.set("name", about);
    const auto card = ui.card("card", ui::CardLook::Card, route.text());
    ui.link("open", text_of(host.words(), topic.title), route.text(), ui::LinkLook::CardTitle);
    ui.text(text_of(host.words(), topic.what));
  }
}

}  // namespace alongside::guidance
