#include "plugins/comments/pages/send_page.hpp"

#include "app/ui/ui.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/session.hpp"
#include "plugins/comments/pages/comment_words.hpp"

#include <utility>
#include <vector>

namespace alongside::comments {

using namespace ui::literals;

namespace {

constexpr Topic topics[] = {Topic::Missing, Topic::Quality, Topic::Access, Topic::Content, Topic::Making};
constexpr Fact facts[] = {Fact::When, Fact::Where,      Fact::Cost,    Fact::Who,  Fact::WayIn,
                          Fact::Name, Fact::Facilities, Fact::Contact, Fact::Gone, Fact::Other};

template <class Enum, std::size_t count>
Enum named(const Enum (&all)[count], std::string_view name, Enum otherwise) {
  for (const Enum one : all) {
    if (name_of(one) == name) return one;
  }
  return otherwise;
}

}  // namespace

void SendPage::opened(const Route& route) {
  if (has_begun_ && route.text() == route_.text()) return;
  route_ = route;
  has_begun_ = false;
}

std::string SendPage::title(const ui::Words& words) const {
  return words.get(is_correction() ? "comments.wrong.title"_t : "comments.new.title"_t);
}

// The draft is what was typed; of what it speaks is what the address says. An address is from outside.
void SendPage::begin() {
  has_begun_ = true;
  form_ = {};
  form_.remark.topic = Topic::Missing;
  form_.remark.fact = Fact::When;
  fault_ = std::nullopt;
  saving_.reset();
  letter_.reset();
  const auto draft = host_.records().draft(draft_key());
  auto kept = draft ? wire::decode_payload<RemarkForm>(*draft) : Result<RemarkForm>(Error{});
  is_restored_ = kept.ok();
  if (kept.ok()) form_ = std::move(kept).value();
  form_.remark.kind = kind_;
  const auto about = ServiceId::parse(route_.value("about"));
  form_.remark.service = about.ok() ? about.value() : ServiceId();
  form_.remark.service_name = about.ok() ? route_.value("name").substr(0, Remark::most_name) : std::string_view();
  if (!is_restored_ && about.ok()) form_.remark.topic = Topic::Quality;
}

SavingState SendPage::sending() const { return letter_ ? letter_->state : saving_.state(); }

Result<void> SendPage::page_ui(ui::Ui& ui) {
  ui.link("back", ui.tr("comments.all"_t), "/comments", ui::LinkLook::Back, ui::Icon::ArrowLeft);
  ui.heading(1, title(host_.words()));
  if (sending() == SavingState::Saved) {
    done_ui(ui);
    return {};
  }
  // A draft that is not read yet must not be written over.
  if (!has_begun_ && (!store_.is_signed_in() || host_.records().are_drafts_read())) begin();
  if (!has_begun_) return {};
  about_ui(ui);
  if (is_correction() && form_.remark.service.is_nil()) {
    ui.sentence("comments.wrong.find_first"_t);
    ui.link("find", ui.tr("comments.wrong.find"_t), "/find", ui::LinkLook::Button, ui::Icon::Search);
    return {};
  }
  form_ui(ui);
  return {};
}

void SendPage::about_ui(ui::Ui& ui) {
  if (form_.remark.service.is_nil()) {
    if (!is_correction()) ui.sentence("comments.new.lead"_t, ui::TextLook::Large);
    return;
  }
  const auto card = ui.card("about", ui::CardLook::Band);
  name_ui(ui, form_.remark.service_name);
  if (form_.remark.service_name.empty()) ui.text(ui.tr("comments.this_place"_t));
}

void SendPage::form_ui(ui::Ui& ui) {
  const auto form = ui.form("remark", title(host_.words()));
  if (fault_) {
    ui.error_summary("errors", ui.tr("comments.error.title"_t), {{"words", fault_text(ui, *fault_)}}, summary_focus_);
    summary_focus_ = ui::TakeFocus::No;
  }
  if (is_restored_) ui.text(ui.tr("comments.restored"_t), ui::TextLook::Soft, ui::Icon::Info);
  if (fields_ui(ui) && store_.is_signed_in()) {
    is_restored_ = false;
    host_.records().keep_draft(draft_key(), wire::encode_payload(form_), {});
  }
  ui.sentence(is_correction() ? "comments.wrong.then"_t : "comments.new.then"_t, ui::TextLook::Soft, ui::Icon::Shield);
  if (sending() == SavingState::Failed) ui.notice(ui::Tone::Bad, ui::Icon::Warning, ui.tr("comments.not_kept"_t));
  if (sending() == SavingState::Waiting)
    ui.status("saving", ui.tr("comments.progress.saving"_t));
  else if (ui.button("send", ui.tr("comments.send"_t), ui::ButtonLook::Primary, ui::Icon::Check))
    send();  // last: it may change the records
}

bool SendPage::fields_ui(ui::Ui& ui) {
  Remark& remark = form_.remark;
  bool is_changed = false;
  std::vector<ui::Choice> choices;
  if (is_correction()) {
    for (const Fact fact : facts) choices.push_back({std::string(name_of(fact)), fact_text(ui, fact)});
    std::string fact(name_of(remark.fact));
    is_changed |= ui.select("fact", {ui.tr("comments.fact"_t)}, choices, fact);
    remark.fact = named(facts, fact, Fact::Other);
  } else {
    for (const Topic topic : topics) choices.push_back({std::string(name_of(topic)), topic_text(ui, topic)});
    std::string topic(name_of(remark.topic));
    is_changed |= ui.radio_group("topic", {ui.tr("comments.topic"_t)}, choices, topic);
    remark.topic = named(topics, topic, Topic::Content);
  }
  const std::string error = fault_ ? fault_text(ui, *fault_) : std::string();
  const std::string label = is_correction() ? ui.tr("comments.should_say"_t) : ui.tr("comments.words"_t);
  const std::string hint = is_correction() ? ui.tr("comments.should_say_hint"_t) : ui.tr("comments.words_hint"_t);
  const bool is_needed = !is_correction() || remark.fact != Fact::Gone;
  is_changed |=
      ui.text_field("words", {label, hint, error}, remark.words,
                    {.max_length = 1500, .lines = 5, .required = is_needed ? ui::Required::Yes : ui::Required::No});
  return how_ui(ui) || is_changed;
}

// Whoever is signed in chooses; nobody else has a name here.
bool SendPage::how_ui(ui::Ui& ui) {
  if (!store_.is_signed_in()) {
    ui.sentence("comments.how.signed_out"_t);
    return false;
  }
  std::string how = form_.how == Signed::WithName ? "name" : "letter";
  const bool is_changed =
      ui.radio_group("how", {ui.tr("comments.how"_t)},
                     {{"name", ui.tr("comments.how.name"_t), ui.tr("comments.how.name_hint"_t)},
                      {"letter", ui.tr("comments.how.letter"_t), ui.tr("comments.how.letter_hint"_t)}},
                     how);
  form_.how = how == "letter" ? Signed::WithoutName : Signed::WithName;
  return is_changed;
}

void SendPage::send() {
  fault_ = check(form_.remark);
  if (fault_) {
    summary_focus_ = ui::TakeFocus::Yes;
    host_.redraw();
    return;
  }
  // The same id when it could not be kept and is tried again: it is still one.
  if (sending() != SavingState::Failed) sent_ = host_.records().new_document();
  const SendRemark sent{sent_, cleaned(form_.remark), {}};
  letter_.reset();
  saving_.reset();
  if (!store_.is_signed_in() || form_.how == Signed::WithoutName) return send_letter(sent);
  saving_.start(host_, change_of(host_.session().own, sent), [this] { was_sent(); });
}

void SendPage::send_letter(const SendRemark& sent) {
  letter_ = std::make_shared<Letter>();
  host_.send_anonymously({"/api/comments/letters", wire::encode_frame(sent), {}},
                         [this, hold = std::weak_ptr<Letter>(letter_)](Result<void> kept) {
                           const auto letter = hold.lock();
                           if (!letter) return;
                           letter->state = kept.ok() ? SavingState::Saved : SavingState::Failed;
                           if (kept.ok()) was_sent();
                           host_.redraw();
                         });
}

void SendPage::was_sent() {
  wants_focus_ = true;
  if (store_.is_signed_in()) host_.records().drop_draft(draft_key());
  host_.announce(host_.words().get("comments.sent"_t));
}

void SendPage::done_ui(ui::Ui& ui) {
  const auto card = ui.card("done", ui::CardLook::Band);
  ui.heading(2, ui.tr("comments.sent"_t));
  ui.sentence(letter_ ? "comments.sent.letter"_t : "comments.sent.name"_t);
  if (std::exchange(wants_focus_, false)) ui.focus("see");
  const std::string see = letter_ ? std::string("/comments") : "/comments/one/" + sent_.text();
  ui.link("see", letter_ ? ui.tr("comments.sent.read"_t) : ui.tr("comments.sent.see"_t), see, ui::LinkLook::Button,
          ui::Icon::ArrowRight);
}

}  // namespace alongside::comments
