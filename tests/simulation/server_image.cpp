#include "app/server/database.hpp"
#include "app/server/id_column.hpp"
#include "app/wire/payload.hpp"
#include "plugins/direct_payments/model/agreement.hpp"
#include "tests/simulation/people.hpp"
#include "tests/simulation/server_process.hpp"
#include "tests/simulation/sim_messages.hpp"
#include "tests/simulation/sim_server.hpp"

namespace alongside::simulation {

namespace {

using server::bind_id;
using server::Database;

constexpr int last_day = 2'932'896;  // for ever

Result<void> add_people(Database& database) {
  auto household = ALONGSIDE_TRY(database.prepare("INSERT INTO household(id, demo) VALUES(?1, 1)"));
  bind_id(household, 1, family);
  ALONGSIDE_TRY(household.run());
  auto child = ALONGSIDE_TRY(
      database.prepare("INSERT INTO child(household, id, name, born_day) VALUES(?1, ?2, 'Riley', 15408)"));
  bind_id(child, 1, family);
  bind_id(child, 2, riley);
  ALONGSIDE_TRY(child.run());
  for (const PersonId person : everybody) {
    auto insert = ALONGSIDE_TRY(database.prepare("INSERT INTO person(household, id, name) VALUES(?1, ?2, 'Somebody')"));
    bind_id(insert, 1, family);
    bind_id(insert, 2, person);
    ALONGSIDE_TRY(insert.run());
    auto relation = ALONGSIDE_TRY(
        database.prepare("INSERT INTO relationship(household, child, person, role, parental_responsibility, scope,"
                         " from_day, until_day, restricted) VALUES(?1, ?2, ?3, ?4, ?5, 4095, 0, ?6, 0)"));
    bind_id(relation, 1, family);
    bind_id(relation, 2, riley);
    bind_id(relation, 3, person);
    relation.bind(4, person == pat ? 2 : 0).bind(5, person == pat ? 0 : 1).bind(6, last_day);
    ALONGSIDE_TRY(relation.run());
  }
  return {};
}

struct Shared {
  PersonId owner;
  PersonId viewer;
  wire::Facet facet;
  wire::ShareLevel level;
};

Result<void> add_shares(Database& database) {
  using wire::Facet;
  using wire::ShareLevel;
  constexpr std::array shares{
      Shared{sam, jo, Facet::Money, ShareLevel::Change},  Shared{sam, jo, Facet::Plan, ShareLevel::Change},
      Shared{sam, jo, Facet::CareNotes, ShareLevel::See}, Shared{jo, sam, Facet::Money, ShareLevel::Change},
      Shared{jo, sam, Facet::Plan, ShareLevel::Change},   Shared{sam, pat, Facet::Money, ShareLevel::Change},
  };
  for (const Shared& share : shares) {
    auto insert = ALONGSIDE_TRY(
        database.prepare("INSERT INTO share(household, owner, viewer, subject, facet, level, from_day, until_day)"
                         " VALUES(?1, ?2, ?3, ?4, ?5, ?6, 0, ?7)"));
    bind_id(insert, 1, family);
    bind_id(insert, 2, share.owner);
    bind_id(insert, 3, share.viewer);
    bind_id(insert, 4, riley);
    insert.bind(5, static_cast<int>(share.facet)).bind(6, static_cast<int>(share.level)).bind(7, last_day);
    ALONGSIDE_TRY(insert.run());
  }
  return {};
}

Bytes agreement() {
  direct_payments::Agreement agreement;
  agreement.payee = sam;
  agreement.child = riley;
  agreement.first_day = agreement.starts = Date(20'759);  // Monday 2026-11-02
  agreement.per_period = Money::of_known(31'200);
  return wire::encode_payload(agreement);
}

Result<void> add_documents(ServerProcess& process) {
  using direct_payments::Agreement;
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(process.database()));
  for (const auto& [id, owner] : {std::pair{list_of_sam, sam}, std::pair{list_of_jo, jo}}) {
    ALONGSIDE_TRY(process.documents().put_by_council({id, about_riley, owner, wire::Facet::Money, SimList::schema.id,
                                                      SimList::schema.version, wire::encode_payload(SimList{})}));
  }
  ALONGSIDE_TRY(process.documents().put_by_council({agreement_of_sam, about_riley, sam, wire::Facet::Money,
                                                    Agreement::schema.id, Agreement::schema.version, agreement()}));
  return transaction.commit();
}

}  // namespace

Result<ServerImage> make_server_image(SimVfs& vfs) {
  FaultCounts none;
  SimDisk disk(none, Dice(0));
  vfs.mount(disk, Dice(0));
  Scheduler scheduler;
  const SimClock clock(scheduler);
  {
    ServerProcess process(clock, Dice(0));
    ALONGSIDE_TRY(process.start());
    ALONGSIDE_TRY(add_people(process.database()));
    ALONGSIDE_TRY(add_shares(process.database()));
    ALONGSIDE_TRY(add_documents(process));
  }
  return disk.image();
}

}  // namespace alongside::simulation
