#include "plugins/comments/pages/comments_page.hpp"

#include "app/plugin_api/council_ui.hpp"
#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/intents.hpp"
#include "plugins/comments/pages/comment_words.hpp"

#include <algorithm>

namespace alongside::comments {

using namespace ui::literals;

namespace {

std::string own_href(const OwnRemark& one) { return "/comments/one/" + one.id.text(); }

void comment_ui(ui::Ui& ui, const PublishedComment& comment) {
  const auto card = ui.card("comment");
  name_ui(ui, comment.service_name);
  ui.text(topic_text(ui, comment.topic), ui::TextLook::Soft);
  ui.heading(3, ui.tr("comments.said"_t));
  bilingual_text_ui(ui, comment.words);
  if (comment.is_answered()) {
    ui.heading(3, ui.tr("comments.answer"_t));
    bilingual_text_ui(ui, comment.answer);
    ui.heading(3, ui.tr("comments.action"_t));
    bilingual_text_ui(ui, comment.action);
  } else {
    ui.text(ui.tr("comments.no_answer"_t));
  }
  ui.text(ui.tr("comments.published_on"_t, {{"day", ui::format_short_date(ui.language(), comment.published_on)}}),
          ui::TextLook::Soft);
}

}  // namespace

void CommentsPage::opened(const Route& route) {
  const std::string_view service = route.tail("/comments/about"), year = route.tail("/comments/year");
  shown_ = !service.empty() ? Shown::Service : !year.empty() ? Shown::Year : Shown::All;
  const auto parsed = ServiceId::parse(service);
  service_ = parsed.ok() ? parsed.value() : ServiceId();
  name_ = route.value("name").substr(0, Remark::most_name);
  year_ = year;
  // Somebody comes from a service's page and wants to know what families say of it.
  wire::SaidIntent said;
  const Bytes intent = host_.intent_in(route);
  if (!intent.empty() && !wire::read_message(intent, wire::limits_of<wire::SaidIntent>(), said)) {
    const auto about = ServiceId::parse(said.service);
    if (about.ok()) {
      shown_ = Shown::Service;
      service_ = about.value();
      name_ = said.service_name.substr(0, Remark::most_name);
    }
  }
  store_.want();
}

std::string CommentsPage::title(const ui::Words& words) const {
  if (shown_ == Shown::Year) return words.get("comments.year"_t, {{"year", year_}});
  return words.get(shown_ == Shown::Service ? "comments.title.service"_t : "comments.title"_t);
}

Result<void> CommentsPage::page_ui(ui::Ui& ui) {
  if (shown_ != Shown::All)
    ui.link("all", ui.tr("comments.all"_t), "/comments", ui::LinkLook::Back, ui::Icon::ArrowLeft);
  ui.heading(1, title(host_.words()));
  if (shown_ == Shown::Service) {
    name_ui(ui, name_);
    if (!service_.is_nil())
      ui.link("service", ui.tr("comments.service"_t), "/service/" + service_.text(), ui::LinkLook::Standalone);
  }
  ui.sentence("comments.lead"_t, ui::TextLook::Large);
  ways_ui(ui);
  if (shown_ == Shown::All && store_.is_signed_in()) own_ui(ui);
  published_ui(ui);
  return {};
}

std::string CommentsPage::form_href(std::string_view path) const {
  Route route{std::string(path), {}};
  if (!service_.is_nil()) {
    route.set("about", service_.text());
    route.set("name", name_);
  }
  return route.text();
}

void CommentsPage::ways_ui(ui::Ui& ui) {
  if (shown_ == Shown::Year) return;
  const auto row = ui.row("ways");
  ui.link("new", ui.tr("comments.new"_t), form_href("/comments/new"), ui::LinkLook::Button, ui::Icon::MessageCircle);
  if (shown_ == Shown::Service)
    ui.link("wrong", ui.tr("comments.wrong"_t), form_href("/comments/wrong"), ui::LinkLook::Standalone,
            ui::Icon::Warning);
  ui.link("listing", shown_ == Shown::Service ? ui.tr("comments.listing.own"_t) : ui.tr("comments.listing"_t),
          form_href("/comments/listing"), ui::LinkLook::Standalone);
}

void CommentsPage::own_ui(ui::Ui& ui) {
  if (store_.own().empty()) return;
  ui.heading(2, ui.tr("comments.own"_t));
  const auto list = ui.list("own", ui.tr("comments.own"_t));
  for (const OwnRemark& one : store_.own()) {
    const auto item = ui.list_item(ui::Key(one.id.text()));
    const auto card = ui.card("card", ui::CardLook::Card, own_href(one));
    ui.link("open", title_text(ui, one.record.remark), own_href(one), ui::LinkLook::CardTitle);
    state_ui(ui, one);
    const std::string progress = progress_text(ui, one.progress);
    if (!progress.empty()) ui.text(progress, ui::TextLook::Soft);
  }
}

bool CommentsPage::is_shown(const PublishedComment& comment) const {
  if (shown_ == Shown::Service) return comment.service == service_;
  return shown_ == Shown::All || std::to_string(comment.published_on.year()) == year_;
}

void CommentsPage::published_ui(ui::Ui& ui) {
  ui.heading(2, ui.tr("comments.published"_t));
  if (store_.load() != Load::Ready) {
    if (store_.load() == Load::Waiting) return ui.status("load", ui.tr("comments.load.waiting"_t));
    ui.status("load",
              store_.load() == Load::Offline ? ui.tr("comments.load.offline"_t) : ui.tr("comments.load.failed"_t));
    if (ui.button("again", ui.tr("comments.load.again"_t))) store_.fetch_again();
    return;
  }
  const CommentList& published = store_.list();
  if (shown_ == Shown::All) summaries_ui(ui, published);
  const auto is_it = [this](const PublishedComment& comment) { return is_shown(comment); };
  if (std::none_of(published.comments.begin(), published.comments.end(), is_it)) {
    ui.text(ui.tr("comments.none"_t));
    return;
  }
  const auto list = ui.list("published", ui.tr("comments.published"_t));
  for (std::size_t i = 0; i < published.comments.size(); ++i) {
    if (!is_shown(published.comments[i])) continue;
    const auto item = ui.list_item(ui::Key("comment", i));
    comment_ui(ui, published.comments[i]);
  }
}

// When the last one was published is said, since the council has to publish one each year.
void CommentsPage::summaries_ui(ui::Ui& ui, const CommentList& published) {
  if (published.summaries.empty()) {
    ui.text(ui.tr("comments.summary.none"_t), ui::TextLook::Soft);
    return;
  }
  Date last = published.summaries.front().published_on;
  for (const YearSummary& summary : published.summaries) last = std::max(last, summary.published_on);
  ui.text(ui.tr("comments.summary.last"_t, {{"day", ui::format_short_date(ui.language(), last)}}), ui::TextLook::Soft);
  const auto list = ui.list("years", ui.tr("comments.summary.years"_t), ui::ListLook::Plain);
  for (const YearSummary& summary : published.summaries) {
    const std::string year = std::to_string(summary.year);
    const auto item = ui.list_item(ui::Key(year));
    ui.link("open", ui.tr("comments.year"_t, {{"year", year}}), "/comments/year/" + year, ui::LinkLook::Standalone);
  }
}

}  // namespace alongside::comments
