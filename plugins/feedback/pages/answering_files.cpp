// Answering and what is joined to answers: each is here before an answer names it, and until what is sent has it.
#include "app/plugin_api/joined_files.hpp"
#include "plugins/feedback/model/joined_files.hpp"
#include "plugins/feedback/pages/answering.hpp"

#include <algorithm>
#include <utility>

namespace alongside::feedback {

void Answering::show_file(DocumentId id) const { host_.joined_files().show(records(), id); }

void Answering::join_file(std::size_t question, const std::string& token) {
  if (std::exchange(waits_->joining, Joining::Reading) == Joining::Reading) return;
  const bool is_voice = records_voice(run_->element(question));
  host_.joined_files().add(records(), token, is_voice ? JoinedFiles::Kind::Recording : JoinedFiles::Kind::Picture,
                           [this, question, hold = std::weak_ptr<Waits>(waits_)](const Result<DocumentId>& added) {
                             if (hold.lock()) joined_file(question, added);
                           });
}

void Answering::joined_file(std::size_t question, const Result<DocumentId>& added) {
  waits_->joining = added.ok() ? Joining::Nothing : Joining::Failed;
  if (!added.ok()) return;
  const FormElement& element = run_->element(question);
  set_answer(question, element.value_name, with_file(run_->run().value_of(question), added.value()));
}

[[gnu::noinline]] void Answering::drop_files(const std::vector<DocumentId>& files) {
  for (const DocumentId id : files) host_.joined_files().remove(records(), id);
}

// Thrown away by the browser, or still on the device that the draft was carried from: the question is asked again.
void Answering::forget_lost_files(Answers& answers) {
  for (const FormElement& element : survey_->form->elements) {
    const auto said = answers.find(element.value_name);
    if (said == answers.end()) continue;
    const auto files = joined_files(element, said->second);
    const auto is_here = [this](DocumentId id) { return host_.joined_files().has(records(), id); };
    if (std::ranges::all_of(files, is_here)) continue;
    drop_files(files);
    answers.erase(said);
  }
}

}  // namespace alongside::feedback
