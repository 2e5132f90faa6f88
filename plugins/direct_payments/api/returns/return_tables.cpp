#include "plugins/direct_payments/api/returns/return_tables.hpp"

#include "app/server/database.hpp"
#include "app/server/id_column.hpp"

#include <string>

namespace alongside::direct_payments {

Result<std::vector<SentPeriod>> ReturnTables::sent(HouseholdId household, DocumentId agreement) {
  auto select = ALONGSIDE_TRY(
      database_.prepare("SELECT first, last FROM direct_payments_return"
                        " WHERE household = ?1 AND agreement = ?2 AND state <> 'reopened' ORDER BY first"));
  server::bind_id(select, 1, household);
  server::bind_id(select, 2, agreement);
  std::vector<SentPeriod> sent;
  while (ALONGSIDE_TRY(select.step()) == server::Step::Row)
    sent.push_back({Date(static_cast<std::int32_t>(select.column_integer(0))),
                    Date(static_cast<std::int32_t>(select.column_integer(1)))});
  return sent;
}

Result<void> ReturnTables::keep_state(HouseholdId household, const Return& one) {
  auto put = ALONGSIDE_TRY(
      database_.prepare("INSERT INTO direct_payments_return (household, agreement, first, last, state, edition)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (household, agreement, first)"
                        " DO UPDATE SET last = ?4, state = ?5, edition = ?6"));
  server::bind_id(put, 1, household);
  server::bind_id(put, 2, one.agreement);
  put.bind(3, one.first.days()).bind(4, one.last.days()).bind(5, name_of(one.state));
  put.bind(6, static_cast<int>(one.editions.size()));
  return put.run();
}

Result<void> ReturnTables::keep(HouseholdId household, const Return& one, std::int64_t now_ms) {
  ALONGSIDE_TRY(keep_state(household, one));
  const ReturnStep& step = one.steps.back();
  auto insert = ALONGSIDE_TRY(
      database_.prepare("INSERT INTO direct_payments_return_step (household, agreement, first, number, edition, state,"
                        " person, officer, at_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"));
  server::bind_id(insert, 1, household);
  server::bind_id(insert, 2, one.agreement);
  insert.bind(3, one.first.days()).bind(4, static_cast<int>(one.steps.size()));
  insert.bind(5, static_cast<int>(one.editions.size())).bind(6, name_of(one.state));
  if (step.person.is_nil())
    insert.bind_null(7);
  else
    server::bind_id(insert, 7, step.person);
  insert.bind(8, std::string_view(step.officer)).bind(9, now_ms);
  return insert.run();
}

}  // namespace alongside::direct_payments
