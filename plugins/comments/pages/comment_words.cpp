#include "plugins/comments/pages/comment_words.hpp"

#include "app/ui/ui.hpp"

namespace alongside::comments {

using namespace ui::literals;

std::string topic_text(const ui::Ui& ui, Topic topic) {
  switch (topic) {
    case Topic::Content: return ui.tr("comments.topic.content"_t);
    case Topic::Missing: return ui.tr("comments.topic.missing"_t);
    case Topic::Quality: return ui.tr("comments.topic.quality"_t);
    case Topic::Access: return ui.tr("comments.topic.access"_t);
    case Topic::Making: break;
  }
  return ui.tr("comments.topic.making"_t);
}

std::string fact_text(const ui::Ui& ui, Fact fact) {
  switch (fact) {
    case Fact::Name: return ui.tr("comments.fact.name"_t);
    case Fact::Who: return ui.tr("comments.fact.who"_t);
    case Fact::When: return ui.tr("comments.fact.when"_t);
    case Fact::Where: return ui.tr("comments.fact.where"_t);
    case Fact::Cost: return ui.tr("comments.fact.cost"_t);
    case Fact::WayIn: return ui.tr("comments.fact.way_in"_t);
    case Fact::Facilities: return ui.tr("comments.fact.facilities"_t);
    case Fact::Contact: return ui.tr("comments.fact.contact"_t);
    case Fact::Gone: return ui.tr("comments.fact.gone"_t);
    case Fact::Other: break;
  }
  return ui.tr("comments.fact.other"_t);
}

std::string title_text(const ui::Ui& ui, const Remark& remark) {
  if (!remark.service_name.empty()) return remark.service_name;
  return remark.kind == RemarkKind::Comment ? topic_text(ui, remark.topic) : fact_text(ui, remark.fact);
}

void state_ui(ui::Ui& ui, const OwnRemark& one) {
  using ui::Icon;
  using ui::Tone;
  switch (one.record.state) {
    case RemarkState::Received: return ui.badge(Tone::Neutral, Icon::Clock, ui.tr("comments.state.received"_t));
    case RemarkState::Published: return ui.badge(Tone::Accent, Icon::Users, ui.tr("comments.state.published"_t));
    case RemarkState::Answered: return ui.badge(Tone::Good, Icon::Check, ui.tr("comments.state.answered"_t));
    case RemarkState::Hidden: break;
  }
  ui.badge(Tone::Neutral, Icon::Info, ui.tr("comments.state.hidden"_t));
}

std::string next_text(const ui::Ui& ui, const OwnRemark& one) {
  if (one.progress == Progress::Refused) return ui.tr("comments.refused"_t);
  const bool is_comment = one.record.remark.kind == RemarkKind::Comment;
  switch (one.record.state) {
    case RemarkState::Received:
      return is_comment ? ui.tr("comments.next.comment"_t) : ui.tr("comments.next.correction"_t);
    case RemarkState::Published: return ui.tr("comments.next.published"_t);
    case RemarkState::Answered: return {};
    case RemarkState::Hidden: break;
  }
  switch (one.record.hidden_because) {
    case HideReason::OnePerson: return ui.tr("comments.hidden.one_person"_t);
    case HideReason::Identifies: return ui.tr("comments.hidden.identifies"_t);
    case HideReason::NotAbout: return ui.tr("comments.hidden.not_about"_t);
    case HideReason::Vexatious:
    case HideReason::None: break;
  }
  return ui.tr("comments.hidden.other"_t);
}

std::string progress_text(const ui::Ui& ui, Progress progress) {
  if (progress == Progress::Saving) return ui.tr("comments.progress.saving"_t);
  if (progress == Progress::OnDevice) return ui.tr("comments.progress.device"_t);
  return {};
}

std::string fault_text(const ui::Ui& ui, RemarkFault fault) {
  switch (fault) {
    case RemarkFault::NoWords: return ui.tr("comments.error.no_words"_t);
    case RemarkFault::TooLong: return ui.tr("comments.error.too_long"_t);
    case RemarkFault::BadText:
    case RemarkFault::NoService: break;
  }
  return ui.tr("comments.error.bad_text"_t);
}

void name_ui(ui::Ui& ui, const std::string& name) {
  if (name.empty()) return;
  const auto english = ui.language_of(ui::Language::English);
  ui.text(name, ui::TextLook::Strong);
}

}  // namespace alongside::comments
