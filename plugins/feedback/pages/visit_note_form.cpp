#include "plugins/feedback/pages/visit_note_form.hpp"

#include "app/ui/ui.hpp"
#include "app/wire/payload.hpp"
#include "plugins/feedback/model/response.hpp"
#include "plugins/feedback/pages/tell_ui.hpp"

namespace alongside::feedback {

using namespace ui::literals;

std::vector<const wire::FamilyChild*> VisitNoteForm::children() const {
  std::vector<const wire::FamilyChild*> children;
  for (const wire::FamilyChild& child : host_.session().children) {
    if (child.role != wire::FamilyRole::Helper) children.push_back(&child);
  }
  return children;
}

const wire::FamilyChild& VisitNoteForm::chosen(const std::vector<const wire::FamilyChild*>& children) const {
  for (const wire::FamilyChild* child : children) {
    if (child->subject.id.text() == child_) return *child;
  }
  return *children.front();
}

void VisitNoteForm::form_ui(ui::Ui& ui, const wire::VisitIntent& visit) {
  const auto mine = children();
  if (mine.empty()) return;
  const auto card = ui.card("note", ui::CardLook::Soft);
  tell_heading(ui, 2, "feedback.note.title"_t);
  if (*state_ == State::Kept) {
    tell_status(ui, "note_kept", "feedback.keeping.kept"_t);
    return;
  }
  tell(ui, "feedback.note.text"_t);
  if (mine.size() > 1) {
    std::vector<ui::Choice> choices;
    for (const wire::FamilyChild* child : mine) choices.push_back({child->subject.id.text(), child->name});
    if (child_.empty()) child_ = choices.front().value;
    ui.radio_group("child", {ui.tr("feedback.note.child"_t)}, choices, child_);
  }
  ui.text_field("words", {ui.tr("feedback.note.label"_t)}, words_, {.max_length = 1000, .lines = 3});
  if (*state_ == State::Failed) tell_wrong(ui, "feedback.keeping.failed"_t);
  if (press(ui, "keep", "feedback.note.keep"_t) && !words_.empty()) keep(chosen(mine), visit);
}

void VisitNoteForm::keep(const wire::FamilyChild& child, const wire::VisitIntent& visit) {
  if (*state_ == State::Saving) return;
  *state_ = State::Saving;
  const bool has_day = visit.day != Date();
  const VisitNote note{visit.service, visit.service_name, has_day ? visit.day : host_.clock().today(), words_, {}};
  const PutVisitNote put{host_.records().new_document(), note, {}};
  host_.records().save(
      {child.subject, PutVisitNote::schema.id, PutVisitNote::schema.version, 0, wire::encode_payload(put)},
      [hold = std::weak_ptr<State>(state_)](const Result<OperationId>& result) {
        if (const auto state = hold.lock()) *state = result.ok() ? State::Kept : State::Failed;
      });
}

}  // namespace alongside::feedback
