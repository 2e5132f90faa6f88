#include "plugins/guidance/pages/topic_page.hpp"

#include "app/plugin_api/council_ui.hpp"
#include "app/plugin_api/intent_link.hpp"
#include "app/plugin_api/route.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/intents.hpp"
#include "plugins/guidance/model/due_day.hpp"
#include "plugins/guidance/pages/guidance_ui.hpp"

namespace alongside::guidance {

using namespace ui::literals;

namespace {

constexpr std::size_t most_about = 200;
constexpr std::string_view about_place = "{about}";  // in a letter: what it is about

constexpr ui::TextKey part_titles[part_count] = {
    "guidance.part.who"_t,     "guidance.part.how"_t,      "guidance.part.limits"_t, "guidance.part.next"_t,
    "guidance.part.beside"_t,  "guidance.part.deciding"_t, "guidance.part.work"_t,   "guidance.part.home"_t,
    "guidance.part.friends"_t, "guidance.part.health"_t,   "guidance.part.money"_t};

// "mailto:…?subject=…&body=…": programs for mail take a plus sign as it is, so spaces are written as %20.
std::string mail_href(const std::string& to, const std::string& subject, const std::string& body) {
  Route query{"/", {}};
  query.set("subject", subject);
  query.set("body", body);
  std::string href = "mailto:" + to;
  for (const char c : query.text().substr(1)) c == '+' ? href += "%20" : href += c;
  return href;
}

}  // namespace

void TopicPage::opened(const Route& route) {
  id_ = route.tail(shelf_ == Shelf::Rights ? "/rights/about" : "/growing-up");
  about_ = route.value("name").substr(0, most_about);
  const auto intent = wire::decode_frame<wire::ComplainIntent>(host_.intent_in(route));
  if (intent.ok() && !intent->about.empty()) about_ = intent->about.substr(0, most_about);
  has_begun_ = false;
  store_.want();
}

const Topic* TopicPage::topic() const {
  const GuidanceBook* book = store_.book();
  if (book == nullptr) return nullptr;
  return find_by_id(shelf_ == Shelf::Rights ? book->topics : book->steps, id_);
}

std::string TopicPage::title(const ui::Words& words) const {
  if (const Topic* found = topic()) return text_of(words, found->title);
  return words.get(shelf_ == Shelf::Rights ? "guidance.title"_t : "guidance.growing.title"_t);
}

Result<void> TopicPage::page_ui(ui::Ui& ui) {
  way_back_ui(ui);
  const Topic* found = topic();
  ui.heading(1, title(host_.words()));
  const GuidanceBook* book = book_ui(ui, store_);
  if (book == nullptr) return {};
  if (found == nullptr)
    ui.notice(ui::Tone::Neutral, ui::Icon::Info, ui.tr("guidance.missing"_t));
  else
    topic_ui(ui, *book, *found);
  return {};
}

void TopicPage::way_back_ui(ui::Ui& ui) {
  if (shelf_ == Shelf::Rights)
    ui.link("back", ui.tr("guidance.back"_t), "/rights", ui::LinkLook::Back, ui::Icon::ArrowLeft);
  else
    ui.link("back", ui.tr("guidance.growing.back"_t), "/growing-up", ui::LinkLook::Back, ui::Icon::ArrowLeft);
}

void TopicPage::topic_ui(ui::Ui& ui, const GuidanceBook& book, const Topic& topic) {
  ui.text(text_of(host_.words(), topic.what), ui::TextLook::Large);
  for (const Part& part : topic.parts) {
    const std::string name = ui.tr(part_titles[static_cast<unsigned>(part.kind)]);
    ui.heading(2, name);
    facts_ui(ui, host_, ui::Key("part", static_cast<std::uint64_t>(part.kind)), name, part.facts, topic.age);
  }
  ui.gap(2);
  if (!topic.clock.empty())
    ui.link("when", ui.tr("guidance.when.go"_t), "/rights/when?what=" + topic.clock, ui::LinkLook::Button,
            ui::Icon::Calendar);
  if (const Helper* helper = find_by_id(book.helpers, topic.helper)) {
    ui.heading(2, ui.tr("guidance.where_to"_t));
    helper_ui(ui, host_, "helper", *helper);
  }
  letter_ui(ui, book, topic);
  sources_ui(ui, book, sources_of(book, topic));
  ui.link("now", ui.tr("guidance.now"_t), "/help", ui::LinkLook::Standalone, ui::Icon::Phone);
}

void TopicPage::begin_letter(const ui::Ui& ui, const Topic& topic) {
  if (has_begun_ && language_ == ui.language()) return;
  has_begun_ = true;
  language_ = ui.language();
  letter_ = bilingual(topic.letter, language_);
  const std::string about = about_.empty() ? ui.tr("guidance.letter.about"_t) : about_;
  if (const std::size_t at = letter_.find(about_place); at != std::string::npos)
    letter_.replace(at, about_place.size(), about);
}

// A real field: whoever copies it does so with what their device has for that.
void TopicPage::letter_ui(ui::Ui& ui, const GuidanceBook& book, const Topic& topic) {
  if (topic.letter.en.empty()) return;
  begin_letter(ui, topic);
  const auto form = ui.form("letter", ui.tr("guidance.letter"_t));
  ui.heading(2, ui.tr("guidance.letter"_t));
  ui.text_field("words", {ui.tr("guidance.letter.label"_t), ui.tr("guidance.letter.hint"_t), {}}, letter_,
                {.max_length = 4000, .lines = 14});
  const Helper* helper = find_by_id(book.helpers, topic.helper);
  const std::string to = helper != nullptr ? helper->contact.email : std::string();
  ui.link("email", ui.tr("guidance.letter.email"_t), mail_href(to, bilingual(topic.subject, ui.language()), letter_),
          ui::LinkLook::Standalone, ui::Icon::MessageCircle);
}

}  // namespace alongside::guidance
