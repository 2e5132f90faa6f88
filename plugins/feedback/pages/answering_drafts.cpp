// Answering and the draft on the device: what was begun before is found, joined and kept, and never written over
// unread.
#include "app/wire/messages/session.hpp"
#include "app/wire/payload.hpp"
#include "plugins/feedback/pages/answering.hpp"

#include <algorithm>
#include <utility>

namespace alongside::feedback {

bool Answering::is_kept() const { return !code_.empty() || !host_.session().person.is_nil(); }

void Answering::take_up() {
  const bool is_going = draft_.stage == Stage::Sent || waits_->sending == Sending::Saving;
  if (is_taken_up_ || is_going || !is_kept() || !records().are_drafts_read()) return;
  is_taken_up_ = true;
  go_on_with(find_before());
}

void Answering::go_on_with(std::optional<SurveyDraft> before) {
  // Pressed, and then the page was gone: what was sent has the same id, and counts once.
  if (before && before->stage == Stage::Sent) before->stage = Stage::Checking;
  if (before && is_at_odds(*survey_->form, before->response, said_, seen_)) {
    before_ = std::move(before);
  } else if (before) {
    join(std::move(*before), Holds::Now);
  } else if (touches_ != 0) {
    write();
  }
}

// Another tab has written since: told once for all that was to be kept here meanwhile. While that tab sends, nothing is
// written: the next touch finds out whether it did.
void Answering::changed_elsewhere() {
  if (must_choose() || draft_.stage == Stage::Sent) return;
  std::optional<SurveyDraft> before = find_before();
  if (before || records().draft(key_)) {
    is_held_ = before && before->stage == Stage::Sent;
    return go_on_with(std::move(before));
  }
  // Sent there, or thrown away by the browser: under the same id it can still be sent from here, and counts once.
  is_gone_ = true;
}

// Answers to another edition are never poured into this one: the page asks that one instead. If it cannot, or the
// person is in the middle of this one, or the draft is of a kind that we cannot read, that one stays where it is.
std::optional<SurveyDraft> Answering::find_before() {
  const bool is_taken = records().draft(key_).has_value();
  std::optional<SurveyDraft> before = draft_at(key_);
  if (before && before->response.edition == survey_->edition) return before;
  if (before && touches_ == 0) begun_before_ = before->response.edition;
  const std::string own = key_ + " " + std::to_string(survey_->edition.version);
  before = draft_at(own);
  if (is_taken || before) key_ = own;
  return before && before->response.edition == survey_->edition ? before : std::nullopt;
}

std::optional<SurveyDraft> Answering::draft_at(const std::string& key) const {
  const auto kept = records().draft(key);
  if (!kept) return std::nullopt;
  Result<SurveyDraft> draft = wire::decode_payload<SurveyDraft>(*kept);
  if (!draft.ok() || draft.value().id.is_nil()) return std::nullopt;
  return std::move(draft).value();
}

// Whoever has done something here stays where they are. The letter keeps the id that it had first.
void Answering::join(SurveyDraft before, Holds holds) {
  forget_lost_files(before.response.answers);
  Response there = before.response;
  before.response = joined(*survey_->form, std::move(before.response), said_, seen_, holds);
  seen_ = std::move(there);
  if (touches_ != 0) {
    before.stage = draft_.stage;
    before.question = draft_.question;
  }
  draft_ = std::move(before);
  if (holds == Holds::Before) said_ = {};
  run_.emplace(survey_->form, draft_.response.answers, run_->run().now());
  refresh();
  if (touches_ != 0) write();
}

void Answering::choose(Holds holds) {
  if (!must_choose()) return;
  SurveyDraft before = std::move(*before_);
  before_.reset();
  join(std::move(before), holds);
}

void Answering::keep() {
  ++touches_;
  begun_before_.reset();
  draft_.response.answers = run_->answers();
  if (is_taken_up_)
    write();
  else
    take_up();
}

void Answering::write() {
  if (!must_choose() && !is_gone_ && !std::exchange(is_held_, false)) keep_at(draft_.stage);
}

void Answering::keep_at(Stage stage) {
  SurveyDraft draft = draft_;
  draft.stage = stage;
  records().keep_draft_with_others(
      key_, wire::encode_payload(draft),
      [this, touch = touches_, stage, hold = std::weak_ptr<Waits>(waits_)](const Result<void>& result) {
        if (hold.lock()) kept(touch, stage, result);
      });
}

void Answering::kept(std::uint64_t touch, Stage stage, const Result<void>& result) {
  const bool is_going = stage == Stage::Sent;
  if (!result.ok() && result.error().code == ErrorCode::Conflict) {
    if (is_going) waits_->sending = Sending::NotYet;
    return changed_elsewhere();
  }
  if (is_going) return post();
  waits_->keeping_failed = !result.ok();
  if (!result.ok()) return;
  waits_->kept = std::max(waits_->kept, touch);
  if (touch != touches_) return;
  said_ = {};
  seen_ = draft_.response;
}

bool Answering::may_carry() const {
  const Keeping now = keeping();
  return now == Keeping::Kept || (now == Keeping::Untouched && !must_choose() && seen_.edition.version != 0);
}

Keeping Answering::keeping() const {
  if (!is_kept()) return Keeping::Nowhere;
  if (!is_taken_up_) return records().are_drafts_unreadable() ? Keeping::Unreadable : Keeping::Looking;
  if (touches_ == 0 || must_choose()) return Keeping::Untouched;
  if (is_gone_) return Keeping::Gone;
  if (waits_->keeping_failed) return Keeping::Failed;
  return waits_->kept == touches_ ? Keeping::Kept : Keeping::Saving;
}

}  // namespace alongside::feedback
