#include "app/server/run_verb.hpp"

#include "app/base/utf8.hpp"

#include <exception>

namespace alongside::server {

Result<VerbEnd> begin_verb(const Verbs& verbs, std::span<const std::string> words, const VerbPlace& place) {
  const Verb* verb = words.size() < 2 ? nullptr : verbs.find(words[0], words[1]);
  if (verb == nullptr) return Error{ErrorCode::NotFound, "there is no such verb; see council-api --help"};
  if (words.size() != verb->arguments.size() + 2) {
    return Error{ErrorCode::InvalidInput,
                 verb->group + " " + verb->name + " wants " + std::to_string(verb->arguments.size()) + " argument(s)"};
  }
  if (verb->needs == VerbNeeds::Folder && place.folder == FolderUse::ByServer) {
    return Error{ErrorCode::Conflict, verb->group + " cannot be done while the server runs: stop it first"};
  }
  const auto arguments = words.subspan(2);
  if (!verb->beginning) return VerbEnd([verb, arguments] { return verb->handler(arguments); });
  try {
    return verb->beginning(arguments, place);
  } catch (const std::exception& exception) {
    return Error{ErrorCode::Internal, verb->group + " " + verb->name + " failed: " + exception.what()};
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
