#include "plugins/comments/pages/remark_page.hpp"

#include "app/plugin_api/council_ui.hpp"
#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"
#include "plugins/comments/pages/comment_words.hpp"

namespace alongside::comments {

using namespace ui::literals;

std::string RemarkPage::title(const ui::Words& words) const { return words.get("comments.one"_t); }

Result<void> RemarkPage::page_ui(ui::Ui& ui) {
  ui.link("back", ui.tr("comments.all"_t), "/comments", ui::LinkLook::Back, ui::Icon::ArrowLeft);
  ui.heading(1, ui.tr("comments.one"_t));
  if (!store_.is_signed_in()) {
    Route sign_in{"/signin", {}};
    sign_in.set("then", route_.text());
    ui.sentence("comments.sign_in.why"_t);
    ui.link("sign_in", ui.tr("comments.sign_in"_t), sign_in.text(), ui::LinkLook::Button, ui::Icon::DoorOpen);
    return {};
  }
  const auto id = DocumentId::parse(route_.tail("/comments/one"));
  const OwnRemark* one = id.ok() ? store_.find(id.value()) : nullptr;
  if (one == nullptr) {
    ui.notice(ui::Tone::Neutral, ui::Icon::Info, ui.tr("comments.missing"_t));
    return {};
  }
  council_ui(ui, *one);
  said_ui(ui, *one);
  if (one->progress != Progress::Refused) return {};
  if (ui.button("read", ui.tr("comments.refused.read"_t))) host_.records().dismiss(one->change);  // last: it goes
  return {};
}

void RemarkPage::council_ui(ui::Ui& ui, const OwnRemark& one) {
  const RemarkRecord& record = one.record;
  const auto card = ui.card("council", ui::CardLook::Band);
  state_ui(ui, one);
  const std::string next = next_text(ui, one);
  if (!next.empty()) ui.text(next);
  if (record.state == RemarkState::Hidden)
    ui.link("help", ui.tr("comments.help"_t), "/help", ui::LinkLook::Standalone, ui::Icon::Help);
  const std::string progress = progress_text(ui, one.progress);
  if (!progress.empty()) ui.status("progress", progress);
  if (!record.answer.en.empty()) {
    ui.heading(2, ui.tr("comments.answer"_t));
    bilingual_text_ui(ui, record.answer);
  } else if (record.state == RemarkState::Answered) {
    ui.sentence("comments.looked_at"_t);
  }
  if (record.action.en.empty()) return;
  ui.heading(2, ui.tr("comments.action"_t));
  bilingual_text_ui(ui, record.action);
}

void RemarkPage::said_ui(ui::Ui& ui, const OwnRemark& one) {
  const RemarkRecord& record = one.record;
  const auto card = ui.card("said");
  ui.heading(2, ui.tr("comments.you_said"_t));
  name_ui(ui, record.remark.service_name);
  ui.text(record.remark.kind == RemarkKind::Comment ? topic_text(ui, record.remark.topic)
                                                    : fact_text(ui, record.remark.fact),
          ui::TextLook::Soft);
  if (!record.remark.words.empty()) ui.text(record.remark.words);
  ui.text(ui.tr("comments.sent_on"_t, {{"day", ui::format_short_date(ui.language(), record.sent_on)}}),
          ui::TextLook::Soft);
  if (record.published.en.empty()) return;
  ui.heading(2, ui.tr("comments.as_published"_t));
  bilingual_text_ui(ui, record.published);
}

}  // namespace alongside::comments
