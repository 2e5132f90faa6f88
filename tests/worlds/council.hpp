// Council: a whole council-api in this process, without sockets: its features, its site, the guard
// and the heads and bodies as they would go over the wire. Clock and chance are the test's.
#pragma once

#include "app/server/access/access_table.hpp"
#include "app/server/access/authorise.hpp"
#include "app/server/council_config.hpp"
#include "app/server/family/family_file.hpp"
#include "app/server/feature.hpp"
#include "app/server/loop_turn.hpp"
#include "app/server/personal/personal_tables.hpp"
#include "app/server/session/session_feature.hpp"
#include "app/server/session/sessions.hpp"
#include "app/server/sign_in/sign_in_feature.hpp"
#include "app/server/sign_in/sign_in_service.hpp"
#include "app/server/site.hpp"
#include "app/server/sync/documents.hpp"
#include "app/server/sync/operations.hpp"
#include "plugins/feedback/model/definition.hpp"
#include "tests/unit/server/sync_server.hpp"
#include "tests/worlds/leaks.hpp"
#include "tests/worlds/must.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace alongside::worlds {

// As it goes over the wire.
struct Answer {
  int status = 0;
  std::string head;
  std::string body;
};

class Council {
 public:
  explicit Council(Leak leak);

  void import(const server::FamilyFile& file);
  // `request` is a whole head; the body is given apart.
  Answer ask(std::string request, const Bytes& body);
  // A document of the council's own, such as a notice, outside of any request.
  template <class Do>
  void by_council(Do act) {
    auto transaction = must(server::Transaction::create(database));
    act(documents);
    must(transaction.commit());
  }
  // The emails on their way to somebody: which, and when they go.
  std::string letters_to(PersonId person);
  // Everything that is kept about what people did: to see that a secret really changed something.
  std::string all_kept();

  server::TestClock clock;
  server::TestChance chance{1};
  server::TestChance browsers_chance{1};  // apart: one request more changes no id that a browser makes
  server::Database database;
  server::CouncilConfig config;
  server::AccessTable table;
  server::Access access{database, table, clock};
  server::Documents documents{database, access};
  server::Operations operations;
  feedback::Edition survey;  // the one that is open

 private:
  server::FeatureContext context() { return {database, config, clock, access, documents}; }
  void add(std::unique_ptr<server::Feature> feature);
  void make_site();

  Leak leak_;
  server::PersonalTables personal_;
  server::LoopTurn* no_turn_ = nullptr;
  server::DemoMode demo_ = server::DemoMode::On;
  server::Sessions sessions_{database, clock, chance, config.session};
  server::SignInService sign_in_{database, clock, chance, sessions_, config.sign_in};
  std::vector<std::unique_ptr<server::Feature>> features_;
  std::optional<server::Site> site_;
};

}  // namespace alongside::worlds
