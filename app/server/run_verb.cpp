#include "app/server/run_verb.hpp"

#include "app/base/utf8.hpp"
#include "app/server/audit/verb_journal.hpp"

#include <exception>
#include <utility>

namespace alongside::server {

namespace {

std::string called(const Verb& verb) { return verb.name.empty() ? verb.group : verb.group + " " + verb.name; }

// Who asks, and where, fits the verb.
Result<void> check_asked(const Verb& verb, std::span<const std::string> words, const VerbPlace& place) {
  if (words.size() != verb.arguments.size() + 2) {
    return Error{ErrorCode::InvalidInput,
                 called(verb) + " wants " + std::to_string(verb.arguments.size()) + " argument(s)"};
  }
  if (verb.needs == VerbNeeds::Folder && place.folder == FolderUse::ByServer) {
    return Error{ErrorCode::Conflict, called(verb) + " cannot be done while the server runs: stop it first"};
  }
  if (verb.record == VerbRecord::Officer && verb.needs != VerbNeeds::Nothing) return check_officer(place.officer);
  return {};
}

}  // namespace

Result<VerbEnd> begin_verb(const Verbs& verbs, std::span<const std::string> words, const VerbPlace& place) {
  const Verb* verb = words.size() < 2 ? nullptr : verbs.find(words[0], words[1]);
  if (verb == nullptr) return Error{ErrorCode::NotFound, "there is no such verb; see council-api --help"};
  ALONGSIDE_TRY(check_asked(*verb, words, place));
  const auto arguments = words.subspan(2);
  try {
    VerbEnd end = [verb, arguments] { return verb->handler(arguments); };
    if (verb->beginning) end = ALONGSIDE_TRY(verb->beginning(arguments, place));
    if (verb->record == VerbRecord::None || place.journal == nullptr) return end;
    return VerbEnd([journal = place.journal, officer = place.officer, words, end = std::move(end)] {
      return journal->run(officer, words, end);
    });
  } catch (const std::exception& exception) {
    return Error{ErrorCode::Internal, called(*verb) + " failed: " + exception.what()};
  }
}

Result<std::string> end_verb(const VerbEnd& end, std::span<const std::string> words) {
  try {
    return end();
  } catch (const std::exception& exception) {
    return Error{ErrorCode::Internal, words[0] + " " + words[1] + " failed: " + exception.what()};
  }
}

Result<std::string> run_verb(const Verbs& verbs, std::span<const std::string> words, const VerbPlace& place) {
  const VerbEnd end = ALONGSIDE_TRY(begin_verb(verbs, words, place));
  return end_verb(end, words);
}

std::string fit_report(std::string_view report) {
  constexpr std::size_t most = 512 * 1024;
  std::string fitting = clean_text(report);
  if (fitting.size() <= most) return fitting;
  return std::string(text_prefix(fitting, most)) + "\n(the rest of this report was too long to show)\n";
}

}  // namespace alongside::server
