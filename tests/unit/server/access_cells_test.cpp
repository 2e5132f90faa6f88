// The whole access table of the real council-api: it is the one that is written in access_table.txt,
// and every cell of it does what it says. Whoever adds a route or an operation adds its line there.
#include "app/server/access/access_words.hpp"
#include "app/server/application.hpp"
#include "app/server/attachments/attachment_feature.hpp"
#include "app/server/sync/sync_feature.hpp"
#include "app/server/tokens/token_feature.hpp"
#include "plugins/comments/api/feature.hpp"
#include "plugins/direct_payments/api/feature.hpp"
#include "plugins/employing/api/feature.hpp"
#include "plugins/feedback/api/carried/feature.hpp"
#include "plugins/feedback/api/feature.hpp"
#include "plugins/feedback/api/files/feature.hpp"
#include "plugins/feedback/api/invitations/feature.hpp"
#include "plugins/feedback/api/results/feature.hpp"
#include "plugins/local_offer/api/feature.hpp"
#include "plugins/requests/api/feature.hpp"
#include "tests/unit/server/family_world.hpp"

#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

using namespace alongside;
using namespace alongside::server;
using namespace alongside::testing;

namespace {

std::string expected_text() {
  std::ifstream in(ACCESS_TABLE, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// The same features as main.cpp's.
void add_features(Application& application) {
  FeatureContext context = application.context();
  application.add(make_sync_feature(context, application.operations(), application.push_turns()));
  application.add(make_attachment_feature(context, application.scanner()));
  application.add(make_token_feature(context));
  application.add(local_offer::make_feature(context));
  application.add(direct_payments::make_feature(context));
  application.add(feedback::make_results_feature(context));
  application.add(feedback::make_feature(context));
  application.add(feedback::make_files_feature(context, application.scanner()));
  application.add(feedback::make_carried_feature(context));
  application.add(feedback::make_invitations_feature(context));
  application.add(requests::make_feature(context));
  application.add(comments::make_feature(context));
  application.add(employing::make_feature(context));
}

struct Line {
  std::string what;
  std::vector<std::string> words;  // one a relation
};

std::vector<Line> lines_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<Line> lines;
  std::string line;
  std::getline(in, line);  // the heading
  while (std::getline(in, line)) {
    Line row;
    const std::size_t end = line.find("  ");
    row.what = line.substr(0, end);
    std::istringstream rest(line.substr(end));
    for (std::string word; rest >> word;) row.words.push_back(word);
    lines.push_back(std::move(row));
  }
  return lines;
}

constexpr Relation everybody[] = {Relation::Stranger, Relation::Other,  Relation::Self,       Relation::Parent,
                                  Relation::Carer,    Relation::Helper, Relation::YoungPerson};

Actor actor_of(Relation relation) {
  switch (relation) {
    case Relation::Stranger: return {};
    case Relation::Other: return actor(Who::Other);
    case Relation::Self: return actor(Who::Parent);
    case Relation::Parent: return actor(Who::Parent);
    case Relation::Carer: return actor(Who::Carer);
    case Relation::Helper: return actor(Who::Helper);
    case Relation::YoungPerson: return actor(Who::YoungPerson);
  }
  return {};
}

// What somebody tries: something of their own, and what the sharer has, which they share in three ways.
struct Try {
  std::string name;
  AccessTarget target;
};

std::vector<Try> tries_of(Relation relation) {
  const Actor who = actor_of(relation);
  const wire::Subject subject = relation == Relation::Self ? own_things(Who::Parent) : child;
  const PersonId sharer = person(Who::Sharer);
  using wire::Facet;
  return {{"own", {subject, who.person, Facet::Money, Intention::Change}},
          {"new", {subject, PersonId{}, Facet::Money, Intention::Change}},
          {"lent to change", {subject, sharer, Facet::Money, Intention::Change}},
          {"lent to see", {subject, sharer, Facet::CareNotes, Intention::See}},
          {"lent to see, changed", {subject, sharer, Facet::CareNotes, Intention::Change}},
          {"not lent", {subject, sharer, Facet::Address, Intention::See}}};
}

// What each word of the table means for each of the tries; a stranger owns nothing and is lent nothing,
// and a row that is open to all opens nothing of anybody's.
bool expected(const Line& line, Relation relation, const std::string& name) {
  const std::string& word = line.words[static_cast<std::size_t>(relation)];
  if (line.words[0] == "allow" || word == "-" || relation == Relation::Stranger) return false;
  if (word == "allow") return true;
  if (name == "own" || name == "new") return true;
  const bool lends = relation != Relation::Other && relation != Relation::Self;
  return word == "shared" && lends && (name == "lent to change" || name == "lent to see");
}

}  // namespace

TEST_CASE("V8.1.1: the access table is the one that is written down, row by row and cell by cell") {
  Application application;
  add_features(application);
  CHECK(access_table_text(application.access_table()) == expected_text());
}

TEST_CASE("V8.3.1: every cell of the access table does what it says, for everything that somebody may try") {
  Application application;
  add_features(application);
  FamilyWorld world;
  const Access access(world.database, application.access_table(), world.clock);
  int cells = 0;
  for (const Line& line : lines_of(expected_text())) {
    REQUIRE(line.words.size() == relation_count);
    for (const Relation relation : everybody) {
      ++cells;
      // A route has no subject: strangers have their own column, everybody else calls it as themselves.
      const auto column = static_cast<std::size_t>(relation == Relation::Stranger ? relation : Relation::Self);
      CHECK(access.authorise(actor_of(relation), line.what).ok() == (line.words[column] != "-"));
      for (const Try& one : tries_of(relation)) {
        CAPTURE(line.what);
        CAPTURE(one.name);
        CAPTURE(name_of(relation));
        CHECK(access.authorise(actor_of(relation), line.what, one.target).ok() == expected(line, relation, one.name));
      }
    }
  }
  CHECK(cells == static_cast<int>(application.access_table().rows().size() * relation_count));
}

TEST_CASE("every operation that a feature knows has a row, and no stranger may make one") {
  Application application;
  add_features(application);
  for (const AccessRow& row : application.access_table().rows()) {
    if (row.what.rfind("op ", 0) != 0) continue;
    CAPTURE(row.what);
    CHECK(row.by_relation[static_cast<std::size_t>(Relation::Stranger)] == Permission::Deny);
    CHECK(row.by_relation[static_cast<std::size_t>(Relation::Other)] == Permission::Deny);
  }
}
