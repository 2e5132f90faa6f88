#include "plugins/feedback/api/results/redact_verb.hpp"

#include "app/server/feature.hpp"
#include "plugins/feedback/api/results/redaction_desk.hpp"

#include <algorithm>
#include <vector>

namespace alongside::feedback {
namespace {

std::string_view name_of(WordsState state) {
  constexpr std::string_view names[] = {"waiting", "approved", "hidden", "released"};
  return names[static_cast<unsigned>(state)];
}

Result<std::string> list_words(const server::FeatureContext& context, const std::string& survey) {
  const KeptResponses kept = ALONGSIDE_TRY(read_responses(context, survey));
  std::string report;
  std::size_t waiting = 0;
  for (const WrittenWords& written : ALONGSIDE_TRY(RedactionDesk(context.database).all(kept))) {
    if (written.state == WordsState::Waiting) ++waiting;
    report += written.id + "  " + std::string(name_of(written.state)) + "  response " + written.response + "  " +
              written.question->question.name + "\n";
    if (written.state != WordsState::Hidden) report += written.words + "\n";
  }
  return report + std::to_string(waiting) + " waiting to be read.\n";
}

Result<WrittenWords> find_words(const std::vector<WrittenWords>& all, const std::string& id) {
  const auto found = std::ranges::find(all, id, &WrittenWords::id);
  if (found == all.end())
    return Error{ErrorCode::NotFound, "no words of this survey have this id. See: council-api survey redact list ID"};
  if (found->state == WordsState::Released)
    return Error{ErrorCode::InvalidInput, "these words are released: a release is never changed"};
  return *found;
}

}  // namespace

Result<std::string> redact(const server::FeatureContext& context, std::span<const std::string> arguments) {
  const std::string& action = arguments[0];
  if (action == "list") return list_words(context, arguments[1]);
  if (action != "approve" && action != "hide") return Error{ErrorCode::InvalidInput, "write list, approve or hide"};
  if (arguments[2].empty()) return Error{ErrorCode::InvalidInput, "say which survey it is: --survey ID"};
  const KeptResponses kept = ALONGSIDE_TRY(read_responses(context, arguments[2]));
  RedactionDesk desk(context.database);
  const auto all = ALONGSIDE_TRY(desk.all(kept));
  const WrittenWords written = ALONGSIDE_TRY(find_words(all, arguments[1]));
  if (action == "hide") {
    ALONGSIDE_TRY(desk.hide(written.id));
    return std::string("Hidden: these words are never released.\n");
  }
  if (arguments[3].empty() && written.state == WordsState::Hidden)
    return Error{ErrorCode::InvalidInput, "these words are hidden: say with --words what may be released"};
  ALONGSIDE_TRY(desk.approve(written.id, arguments[3].empty() ? written.words : arguments[3]));
  return std::string("Approved: in the next release.\n");
}

}  // namespace alongside::feedback
