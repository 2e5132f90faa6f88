#include "plugins/feedback/pages/visit_note_page.hpp"

#include "app/ui/ui.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/payload.hpp"
#include "plugins/feedback/model/response.hpp"
#include "plugins/feedback/pages/safe_ui.hpp"
#include "plugins/feedback/pages/tell_ui.hpp"

#include <utility>

namespace alongside::feedback {

using namespace ui::literals;

std::vector<const wire::FamilyChild*> VisitNotePage::children() const {
  std::vector<const wire::FamilyChild*> children;
  for (const wire::FamilyChild& child : host_.session().children) {
    if (child.role != wire::FamilyRole::Helper) children.push_back(&child);
  }
  return children;
}

const wire::FamilyChild& VisitNotePage::chosen(const std::vector<const wire::FamilyChild*>& children) const {
  for (const wire::FamilyChild* child : children) {
    if (child->subject.id.text() == child_) return *child;
  }
  return *children.front();
}

void VisitNotePage::opened(const Route& route) {
  auto intent = wire::decode_frame<wire::VisitIntent>(host_.intent_in(route));
  if (intent.ok()) visit_ = std::move(intent).value();
}

std::string VisitNotePage::title(const ui::Words& words) const { return words.get("surveys.note.title"_t); }

Result<void> VisitNotePage::page_ui(ui::Ui& ui) {
  ui.link("back", ui.tr("surveys.note.back"_t), "/say", ui::LinkLook::Back, ui::Icon::ArrowLeft);
  tell_heading(ui, 1, "surveys.note.title"_t);
  const auto mine = children();
  if (mine.empty())
    tell(ui, "surveys.note.nobody"_t);
  else if (*state_ == State::Kept)
    tell_status(ui, "note_kept", "surveys.note.kept"_t);
  else
    form_ui(ui, mine);
  safe_ui(ui, host_);
  return {};
}

void VisitNotePage::form_ui(ui::Ui& ui, const std::vector<const wire::FamilyChild*>& mine) {
  if (!visit_.service_name.empty()) ui.text(visit_.service_name, ui::TextLook::Strong);
  tell(ui, "surveys.note.text"_t);
  if (mine.size() > 1) {
    std::vector<ui::Choice> choices;
    for (const wire::FamilyChild* child : mine) choices.push_back({child->subject.id.text(), child->name});
    if (child_.empty()) child_ = choices.front().value;
    ui.radio_group("child", {ui.tr("surveys.note.child"_t)}, choices, child_);
  }
  ui.text_field("words", {ui.tr("surveys.note.label"_t)}, words_, {.max_length = 1000, .lines = 3});
  if (*state_ == State::Failed) tell_wrong(ui, "surveys.note.failed"_t);
  if (press(ui, "keep", "surveys.note.keep"_t, ui::ButtonLook::Primary) && !words_.empty()) keep(chosen(mine));
}

void VisitNotePage::keep(const wire::FamilyChild& child) {
  if (*state_ == State::Saving) return;
  *state_ = State::Saving;
  const bool has_day = visit_.day != Date();
  const VisitNote note{visit_.service, visit_.service_name, has_day ? visit_.day : host_.clock().today(), words_, {}};
  const PutVisitNote put{host_.records().new_document(), note, {}};
  host_.records().save(
      {child.subject, PutVisitNote::schema.id, PutVisitNote::schema.version, {}, wire::encode_payload(put)},
      [hold = std::weak_ptr<State>(state_)](const Result<OperationId>& result) {
        if (const auto state = hold.lock()) *state = result.ok() ? State::Kept : State::Failed;
      });
}

}  // namespace alongside::feedback
