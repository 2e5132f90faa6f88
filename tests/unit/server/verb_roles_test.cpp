// Which role each verb of council-api wants, all of them, in verb_roles.txt: a new verb must be written there, and so
// must a verb that wants another role than before.
#include "tests/unit/server/whole_council.hpp"

#include <algorithm>

using namespace alongside;
using namespace alongside::testing;

namespace {

std::vector<std::string> roles_of(const server::Verbs& verbs) {
  std::vector<std::string> lines;
  for (const server::Verb& verb : verbs.all()) {
    std::string line = verb.group + (verb.name.empty() ? "" : " " + verb.name);
    line.resize(std::max<std::size_t>(line.size() + 1, 28), ' ');
    lines.push_back(line + std::string(word_of(verb.role)));
  }
  std::ranges::sort(lines);
  return lines;
}

}  // namespace

TEST_CASE("every verb wants the role that the table says, and none is missing from it") {
  WholeCouncil council;
  std::string text;
  for (const std::string& line : roles_of(council.application().verbs())) text += line + "\n";
  CHECK(text == WholeCouncil::bytes_of(VERB_ROLES));
}

TEST_CASE("what changes or reads something personal is for nobody without a role") {
  WholeCouncil council;
  std::size_t recorded = 0;
  for (const server::Verb& verb : council.application().verbs().all()) {
    CAPTURE(verb.group);
    CAPTURE(verb.name);
    if (verb.record == server::VerbRecord::Officer) CHECK(verb.role != server::Role::Anybody);
    recorded += verb.record == server::VerbRecord::Officer;
  }
  CHECK(recorded > 40);
}
