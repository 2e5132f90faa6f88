#include "plugins/unsent/pages/unsent_page.hpp"

#include "app/plugin_api/route.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/messages/session.hpp"
#include "plugins/unsent/pages/copy_going.hpp"
#include "plugins/unsent/pages/tell_changes.hpp"

#include <utility>
#include <variant>
#include <vector>

namespace alongside::unsent {

using namespace ui::literals;

namespace {

constexpr std::size_t most_listed = 50;

std::int64_t number(std::size_t count) { return static_cast<std::int64_t>(count); }

void change_ui(ui::Ui& ui, const ChangeWords& said) {
  ui.text(said.what, ui::TextLook::Strong);
  const auto facts = ui.description_list("facts");
  std::uint64_t index = 0;
  for (const auto& [name, value] : said.facts) {
    ui.description(ui::Key("fact", index++), ui::Icon::None, name, value);
  }
}

}  // namespace

std::string UnsentPage::title(const ui::Words& words) const { return words.get("unsent.title"_t); }

Result<void> UnsentPage::page_ui(ui::Ui& ui) {
  ui.heading(1, ui.tr("unsent.title"_t));
  if (host_.session().person.is_nil()) {
    ui.sentence("unsent.sign_in_first"_t);
    Route sign_in{"/signin", {}};
    sign_in.set("then", "/this-device/not-sent");
    ui.link("sign_in", ui.tr("unsent.sign_in"_t), sign_in.text(), ui::LinkLook::Standalone, ui::Icon::DoorOpen);
    return {};
  }
  const SavedCopies::Kept kept = host_.saved_copies().kept();
  list_ui(ui, kept);
  if (!kept.changes.empty() || !kept.files.empty()) save_ui(ui, kept);
  take_ui(ui);
  ui.link("account", ui.tr("unsent.account"_t), "/account", ui::LinkLook::Back);
  return {};
}

void UnsentPage::list_ui(ui::Ui& ui, const SavedCopies::Kept& kept) {
  if (kept.unreadable > 0) {
    ui.notice(ui::Tone::Warn, ui::Icon::Warning, ui.plural("unsent.unreadable"_t, number(kept.unreadable)));
  }
  if (kept.changes.empty() && kept.files.empty()) {
    if (kept.unreadable > 0) return;
    ui.illustration("safe");
    return ui.sentence("unsent.nothing"_t, ui::TextLook::Large);
  }
  ui.sentence("unsent.lead"_t, ui::TextLook::Large);
  const auto list = ui.list("changes", ui.tr("unsent.title"_t));
  std::uint64_t index = 0;
  for (const KeptChange& change : kept.changes) {
    if (index == most_listed) break;
    const auto item = ui.list_item(ui::Key("change", index++));
    const auto card = ui.card("card");
    change_ui(ui, in_words(change, host_.session(), host_.words()));
  }
  if (kept.changes.size() > most_listed) {
    const auto item = ui.list_item("more");
    ui.text(ui.plural("unsent.more"_t, number(kept.changes.size() - most_listed)));
  }
}

void UnsentPage::save_ui(ui::Ui& ui, const SavedCopies::Kept& kept) {
  const CopyGoing going = going_of(kept, host_.session().person, host_.clock().now_ms());
  const auto card = ui.card("save");
  ui.heading(2, ui.tr("unsent.save"_t));
  ui.sentence("unsent.save_lead"_t);
  ui.sentence("unsent.open_file"_t);
  ui.sentence("unsent.not_in_it"_t);
  if (!going.files.empty()) ui.text(ui.plural("unsent.files"_t, number(going.files.size())));
  if (going.files_left > 0) ui.text(ui.plural("unsent.files_left"_t, number(going.files_left)));
  if (going.changes_left > 0) ui.text(ui.plural("unsent.changes_left"_t, number(going.changes_left)));
  if (ui.button("save", ui.tr("unsent.save_go"_t), ui::ButtonLook::Primary)) save(kept, going);
  ui.status("saved", save_sentence(ui));
}

void UnsentPage::save(const SavedCopies::Kept& kept, const CopyGoing& going) {
  if (state_->save == Save::Saving) return;
  state_->save = Save::Saving;
  const Paper paper = paper_words(kept, going, host_.session(), host_.words());
  const std::string name = "alongside-" + host_.clock().today().iso() + ".html";
  host_.saved_copies().save_file(name, paper_of(paper, whole_of(going)),
                                 [hold = std::weak_ptr<State>(state_)](const Result<SavedCopies::Place>& place) {
                                   const auto state = hold.lock();
                                   if (!state) return;
                                   const bool is_shared = place.ok() && place.value() == SavedCopies::Place::Shared;
                                   state->save = place.ok() ? is_shared ? Save::Shared : Save::Downloaded
                                                 : place.error().code == ErrorCode::Conflict ? Save::Closed
                                                                                             : Save::Failed;
                                 });
  host_.redraw();
}

std::string UnsentPage::save_sentence(const ui::Ui& ui) const {
  switch (state_->save) {
    case Save::Idle: return {};
    case Save::Saving: return ui.tr("unsent.saving"_t);
    case Save::Downloaded: return ui.tr("unsent.saved"_t);
    case Save::Shared: return ui.tr("unsent.shared"_t);
    case Save::Closed: return ui.tr("unsent.closed"_t);
    case Save::Failed: return ui.tr("unsent.not_saved"_t);
  }
  return {};
}

void UnsentPage::take_ui(ui::Ui& ui) {
  const auto card = ui.card("take");
  ui.heading(2, ui.tr("unsent.take"_t));
  ui.sentence("unsent.take_lead"_t);
  const bool is_fault = state_->take > Take::Done;
  const std::string said = take_sentence(ui);
  const auto picked =
      ui.file_field("file", {ui.tr("unsent.take_file"_t), ui.tr("unsent.take_hint"_t), is_fault ? said : std::string()},
                    ui.tr("unsent.take_go"_t), ui::FileKind::Any);
  ui.status("taken", said);
  if (state_->take == Take::Done) done_ui(ui);
  if (picked && state_->take != Take::Reading) read(picked->token);
}

void UnsentPage::done_ui(ui::Ui& ui) {
  const SavedCopies::Taken& taken = state_->taken;
  if (taken.known > 0) ui.text(ui.plural("unsent.taken_known"_t, number(taken.known)));
  if (taken.here > 0) ui.text(ui.plural("unsent.taken_here"_t, number(taken.here)));
  if (taken.files > 0) ui.text(ui.plural("unsent.taken_files"_t, number(taken.files)));
  const bool unasked = taken.taken > 0 && taken.asked == SavedCopies::Taken::Asked::No;
  if (unasked) ui.sentence("unsent.taken_unasked"_t);
}

void UnsentPage::read(const std::string& token) {
  state_->take = Take::Reading;
  host_.read_file(token, wire::saved_copy_limits::paper_bytes,
                  [this, hold = std::weak_ptr<State>(state_)](const Result<Bytes>& file) {
                    if (hold.lock()) came(file);
                  });
  host_.redraw();
}

void UnsentPage::came(const Result<Bytes>& file) {
  if (!file.ok()) {
    state_->take = file.error().code == ErrorCode::TooLarge ? Take::TooLarge : Take::NotACopy;
    return;
  }
  auto read = copy_in(file.value());
  if (const auto* const fault = std::get_if<CopyFault>(&read)) {
    constexpr Take told[] = {Take::NotACopy, Take::Damaged, Take::Newer, Take::TooLarge};
    state_->take = told[static_cast<unsigned>(*fault)];
    return;
  }
  auto& copy = std::get<wire::SavedCopy>(read);
  if (copy.person != host_.session().person) {
    state_->take = Take::OtherPerson;
    return;
  }
  std::vector<KeptFile> files;
  for (wire::SavedFile& saved : copy.files) {
    files.push_back({saved.id, std::make_shared<const Bytes>(std::move(saved.content))});
  }
  host_.saved_copies().take_back(std::move(copy.changes), std::move(files),
                                 [this, hold = std::weak_ptr<State>(state_)](const Result<SavedCopies::Taken>& taken) {
                                   if (hold.lock()) ended(taken);
                                 });
}

void UnsentPage::ended(const Result<SavedCopies::Taken>& taken) {
  if (taken.ok()) {
    state_->take = Take::Done;
    state_->taken = taken.value();
    return;
  }
  const Error& error = taken.error();
  state_->take = error.code == ErrorCode::InvalidInput ? Take::OtherPerson
                 : error.code != ErrorCode::TooLarge   ? Take::NotKept
                 : error.detail == "many"              ? Take::ManyFiles
                                                       : Take::Full;
}

std::string UnsentPage::take_sentence(const ui::Ui& ui) const {
  const std::size_t taken = state_->taken.taken;
  switch (state_->take) {
    case Take::Idle: return {};
    case Take::Reading: return ui.tr("unsent.reading"_t);
    case Take::Done: return taken > 0 ? ui.plural("unsent.taken"_t, number(taken)) : ui.tr("unsent.taken_none"_t);
    case Take::NotACopy: return ui.tr("unsent.fault.not_a_copy"_t);
    case Take::Damaged: return ui.tr("unsent.fault.damaged"_t);
    case Take::Newer: return ui.tr("unsent.fault.newer"_t);
    case Take::TooLarge: return ui.tr("unsent.fault.too_large"_t);
    case Take::OtherPerson: return ui.tr("unsent.fault.other_person"_t);
    case Take::ManyFiles: return ui.tr("unsent.fault.many_files"_t);
    case Take::Full: return ui.tr("unsent.fault.full"_t);
    case Take::NotKept: return ui.tr("unsent.fault.not_kept"_t);
  }
  return {};
}

}  // namespace alongside::unsent
