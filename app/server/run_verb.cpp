#include "app/server/run_verb.hpp"

#include "app/base/utf8.hpp"
#include "app/server/audit/verb_journal.hpp"
#include "app/server/staff/officer_name.hpp"
#include "app/server/staff/staff.hpp"

#include <exception>
#include <utility>

namespace alongside::server {

namespace {

std::string called(const Verb& verb) { return verb.name.empty() ? verb.group : verb.group + " " + verb.name; }

// What is public asks nobody who they are, until the council names its staff.
bool asks_who(const Verb& verb, const VerbPlace& place) {
  if (verb.needs == VerbNeeds::Nothing) return false;
  if (verb.record == VerbRecord::Officer) return true;
  return verb.role != Role::Anybody && place.staff != nullptr && place.staff->is_named();
}

// Who asks, and where, fits the verb.
Result<void> check_asked(const Verb& verb, std::span<const std::string> words, const VerbPlace& place) {
  if (words.size() != verb.arguments.size() + 2) {
    return Error{ErrorCode::InvalidInput,
                 called(verb) + " wants " + std::to_string(verb.arguments.size()) + " argument(s)"};
  }
  if (verb.needs == VerbNeeds::Folder && place.folder == FolderUse::ByServer) {
    return Error{ErrorCode::Conflict, called(verb) + " cannot be done while the server runs: stop it first"};
  }
  return asks_who(verb, place) ? check_officer(place.asker.officer) : Result<void>();
}

Result<void> check_staff(const Verb& verb, const VerbPlace& place) {
  if (place.staff == nullptr || !asks_who(verb, place)) return {};
  return place.staff->may(place.asker, verb.role);
}

}  // namespace

Result<void> admit_verb(const Verbs& verbs, std::span<const std::string> words, const VerbPlace& place) {
  const Verb* verb = words.size() < 2 ? nullptr : verbs.find(words[0], words[1]);
  if (verb == nullptr) return Error{ErrorCode::NotFound, "there is no such verb; see council-api --help"};
  ALONGSIDE_TRY(check_asked(*verb, words, place));
  const auto admitted = check_staff(*verb, place);
  if (!admitted && place.journal != nullptr) {
    ALONGSIDE_TRY(place.journal->note_refused(place.asker, words, admitted.error()));
  }
  return admitted;
}

Result<VerbEnd> begin_verb(const Verbs& verbs, std::span<const std::string> words, const VerbPlace& place) {
  const Verb* verb = words.size() < 2 ? nullptr : verbs.find(words[0], words[1]);
  if (verb == nullptr) return Error{ErrorCode::NotFound, "there is no such verb; see council-api --help"};
  ALONGSIDE_TRY(check_asked(*verb, words, place));
  ALONGSIDE_TRY(check_staff(*verb, place));
  const auto arguments = words.subspan(2);
  try {
    VerbEnd end = [verb, arguments] { return verb->handler(arguments); };
    if (verb->beginning) end = ALONGSIDE_TRY(verb->beginning(arguments, place));
    if (!asks_who(*verb, place) || place.journal == nullptr) return end;
    return VerbEnd([journal = place.journal, asker = place.asker, words, end = std::move(end)] {
      return journal->run(asker, words, end);
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
  ALONGSIDE_TRY(admit_verb(verbs, words, place));
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
