#include "plugins/feedback/pages/say_page.hpp"

#include "app/ui/ui.hpp"
#include "app/wire/frame.hpp"
#include "plugins/feedback/pages/survey_card_ui.hpp"

namespace alongside::feedback {

using namespace ui::literals;

void SayPage::Asked::take(Result<Bytes> reply) {
  if (!reply.ok()) {
    load = reply.error().code == ErrorCode::Offline ? Load::Offline : Load::Failed;
    return;
  }
  Result<SurveyList> decoded = wire::decode_frame<SurveyList>(reply.value());
  load = decoded.ok() ? Load::Ready : Load::Failed;
  if (decoded.ok()) list = std::move(decoded).value();
}

void SayPage::opened(const Route&) {
  if (!asked_) fetch();
}

void SayPage::fetch() {
  asked_ = std::make_shared<Asked>();
  host_.fetch("/api/feedback/surveys", [hold = std::weak_ptr<Asked>(asked_)](Result<Bytes> reply) {
    if (const auto asked = hold.lock()) asked->take(std::move(reply));
  });
}

std::string SayPage::title(const ui::Words& words) const { return words.get("feedback.title"_t); }

Result<void> SayPage::page_ui(ui::Ui& ui) {
  ui.heading(1, ui.tr("feedback.title"_t));
  ui.text(ui.tr("feedback.lead"_t), ui::TextLook::Large);
  not_yet_ui(ui);
  if (asked_->load == Load::Ready) {
    surveys_ui(ui);
  } else {
    trouble_ui(ui);
  }
  return {};
}

void SayPage::not_yet_ui(ui::Ui& ui) {
  const auto card = ui.card("not_yet", ui::CardLook::Band);
  ui.heading(2, ui.tr("feedback.not_yet.title"_t));
  ui.text(ui.tr("feedback.not_yet.text"_t));
  const std::string& phone = host_.council().help.phone;
  if (phone.empty()) return;
  std::string dial = "tel:";
  for (const char c : phone) {
    if ((c >= '0' && c <= '9') || c == '+') dial += c;
  }
  ui.link("phone", ui.tr("feedback.not_yet.ring"_t, {{"phone", phone}}), dial, ui::LinkLook::Standalone,
          ui::Icon::Phone);
}

void SayPage::surveys_ui(ui::Ui& ui) {
  const std::vector<Survey>& surveys = asked_->list.surveys;
  ui.heading(2, ui.tr("feedback.open.title"_t));
  if (surveys.empty()) {
    ui.text(ui.tr("feedback.open.none"_t));
    return;
  }
  const auto list = ui.list("surveys", ui.tr("feedback.open.title"_t));
  for (std::size_t i = 0; i < surveys.size(); ++i) survey_card_ui(ui, surveys[i], host_.clock().today());
}

void SayPage::trouble_ui(ui::Ui& ui) {
  if (asked_->load == Load::Waiting) {
    ui.status("trouble", ui.tr("feedback.waiting"_t));
    return;
  }
  ui.status("trouble", asked_->load == Load::Offline ? ui.tr("feedback.offline"_t) : ui.tr("feedback.failed"_t));
  if (ui.button("again", ui.tr("feedback.again"_t))) fetch();
}

}  // namespace alongside::feedback
