#include "app/server/family/standing_proposals.hpp"

#include "app/server/database.hpp"

#include <algorithm>

namespace alongside::server {

namespace {

// Restrictions are never proposed: they take effect at once.
Relationship wanted_in(const Statement& row) {
  Relationship wanted;
  wanted.child = {column_id<HouseholdId>(row, 0), column_id<SubjectId>(row, 1)};
  wanted.person = column_id<PersonId>(row, 2);
  wanted.role = static_cast<wire::FamilyRole>(row.column_integer(4));
  wanted.from = Date(static_cast<std::int32_t>(row.column_integer(5)));
  wanted.until = Date(static_cast<std::int32_t>(row.column_integer(6)));
  wanted.lawful = static_cast<Lawful>(row.column_integer(12));
  return wanted;
}

StandingProposal proposal_in(const Statement& row) {
  StandingProposal proposal;
  proposal.wanted = wanted_in(row);
  proposal.change = static_cast<StandingChange>(row.column_integer(3));
  proposal.opens = row.column_text(7);
  proposal.asker = {std::string(row.column_text(8)), std::string(row.column_text(9))};
  proposal.reason = row.column_text(10);
  proposal.asked_on = Date(static_cast<std::int32_t>(row.column_integer(11)));
  return proposal;
}

}  // namespace

Result<void> StandingProposals::put(const StandingProposal& proposal) {
  ALONGSIDE_TRY(withdraw(proposal.wanted.child.id, proposal.wanted.person));
  auto insert = ALONGSIDE_TRY(
      database_.prepare("INSERT INTO standing_proposal (household, child, person, change, role, from_day, until_day,"
                        " opens, officer, account, reason, asked_day, lawful)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"));
  const Relationship& wanted = proposal.wanted;
  bind_id(bind_id(bind_id(insert, 1, wanted.child.household), 2, wanted.child.id), 3, wanted.person);
  insert.bind(4, static_cast<int>(proposal.change)).bind(5, static_cast<int>(wanted.role));
  insert.bind(6, wanted.from.days()).bind(7, wanted.until.days()).bind(8, proposal.opens);
  insert.bind(9, proposal.asker.officer).bind(10, proposal.asker.account);
  return insert.bind(11, proposal.reason)
      .bind(12, proposal.asked_on.days())
      .bind(13, static_cast<int>(wanted.lawful))
      .run();
}

Result<std::optional<StandingProposal>> StandingProposals::find(SubjectId child, PersonId person) const {
  auto waiting = ALONGSIDE_TRY(all());
  const auto found = std::ranges::find_if(
      waiting, [&](const auto& one) { return one.wanted.child.id == child && one.wanted.person == person; });
  return found == waiting.end() ? std::optional<StandingProposal>() : std::optional(std::move(*found));
}

Result<void> StandingProposals::withdraw(SubjectId child, PersonId person) {
  auto remove = ALONGSIDE_TRY(database_.prepare("DELETE FROM standing_proposal WHERE child = ?1 AND person = ?2"));
  return bind_id(bind_id(remove, 1, child), 2, person).run();
}

Result<std::vector<StandingProposal>> StandingProposals::all() const {
  auto rows = ALONGSIDE_TRY(
      database_.prepare("SELECT household, child, person, change, role, from_day, until_day, opens, officer, account,"
                        " reason, asked_day, lawful FROM standing_proposal ORDER BY asked_day, child, person"));
  std::vector<StandingProposal> waiting;
  while (ALONGSIDE_TRY(rows.step()) == Step::Row) waiting.push_back(proposal_in(rows));
  return waiting;
}

}  // namespace alongside::server
