#include "plugins/local_offer/api/proposals/proposal_verbs.hpp"

#include "app/base/clock.hpp"
#include "app/server/feature.hpp"
#include "plugins/local_offer/api/importer.hpp"
#include "plugins/local_offer/api/offer_tables.hpp"
#include "plugins/local_offer/api/proposals/proposal_record.hpp"
#include "plugins/local_offer/api/proposals/proposal_store.hpp"
#include "plugins/local_offer/api/told/tell_waiting.hpp"

#include <string>
#include <utility>

namespace alongside::local_offer {
namespace {

using Arguments = std::span<const std::string>;
using server::FeatureContext;

Result<StoredProposal> find_proposal(const FeatureContext& context, const std::string& id) {
  const auto parsed = DocumentId::parse(id);
  if (!parsed.ok()) return Error{ErrorCode::InvalidInput, "give an id, from: council-api offer proposals list"};
  auto found = ALONGSIDE_TRY(ProposalStore(context.database).find(parsed.value()));
  if (!found)
    return Error{ErrorCode::NotFound, "there is none with this id. See: council-api offer proposals list --all"};
  return std::move(*found);
}

std::string line_of(const StoredProposal& stored) {
  const wire::OfferProposal& proposal = stored.proposal;
  return proposal.id.text() + "  sent " + stored.day.iso() + "  " + std::string(name_of(stored.state)) + "  " +
         (proposal.service.is_nil() ? "new" : "change of " + proposal.service.text()) + "  " + proposal.name + "\n";
}

Result<std::string> list(const FeatureContext& context, bool shows_all) {
  std::string report;
  std::size_t waiting = 0;
  for (const StoredProposal& stored : ALONGSIDE_TRY(ProposalStore(context.database).all())) {
    const bool is_waiting = stored.state == ProposalState::Waiting;
    waiting += is_waiting ? 1 : 0;
    if (is_waiting || shows_all) report += line_of(stored);
  }
  return report + std::to_string(waiting) + " waiting.\n";
}

Result<std::string> show(const FeatureContext& context, const std::string& id) {
  const StoredProposal stored = ALONGSIDE_TRY(find_proposal(context, id));
  const wire::OfferProposal& it = stored.proposal;
  std::string report = line_of(stored);
  const std::pair<const char*, const std::string*> facts[] = {{"Reach its sender (not published)", &it.sender},
                                                              {"Run by", &it.provider},
                                                              {"What", &it.what},
                                                              {"Who for", &it.who},
                                                              {"Ages", &it.ages},
                                                              {"When", &it.when},
                                                              {"Address", &it.address},
                                                              {"Town", &it.town},
                                                              {"Postcode", &it.postcode},
                                                              {"Cost", &it.cost},
                                                              {"How to get a place", &it.way_in},
                                                              {"Access", &it.facilities},
                                                              {"Phone", &it.phone},
                                                              {"Email", &it.email}};
  for (const auto& [name, words] : facts) {
    if (!words->empty()) report += std::string(name) + ": " + *words + "\n";
  }
  return report;
}

// Of a new one it is made from the letter's, so that approving it again is the same record.
std::string service_id(const wire::OfferProposal& proposal) {
  return proposal.service.is_nil() ? proposal.id.text() : proposal.service.text();
}

Result<std::string> approve(const FeatureContext& context, Chance& chance, const std::string& id) {
  const StoredProposal stored = ALONGSIDE_TRY(find_proposal(context, id));
  if (stored.state == ProposalState::Refused)
    return Error{ErrorCode::InvalidInput, "this one was refused; ask its sender for a new one"};
  const std::string service = service_id(stored.proposal);
  const Date today = context.clock.today();
  const auto record = record_of(stored.proposal, service, today, context.council.council.help.email);
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(context.database));
  const std::string notes = ALONGSIDE_TRY(take_own_record(context.database, record, today));
  ALONGSIDE_TRY(ProposalStore(context.database).set_state(stored.proposal.id, ProposalState::Approved));
  ALONGSIDE_TRY(tell_waiting(context, chance));
  ALONGSIDE_TRY(transaction.commit());
  return "Approved. Families find it at /service/" + service + "\n" + notes;
}

Result<std::string> refuse(const FeatureContext& context, Chance& chance, const std::string& id) {
  const StoredProposal stored = ALONGSIDE_TRY(find_proposal(context, id));
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(context.database));
  if (stored.state == ProposalState::Approved) {
    OfferTables tables(context.database);
    ALONGSIDE_TRY(tables.remove_own(service_id(stored.proposal)));
    ALONGSIDE_TRY(tables.raise_version());
    ALONGSIDE_TRY(tell_waiting(context, chance));
  }
  ALONGSIDE_TRY(ProposalStore(context.database).set_state(stored.proposal.id, ProposalState::Refused));
  ALONGSIDE_TRY(transaction.commit());
  return "Refused. Tell its sender why: " + stored.proposal.sender + "\n";
}

}  // namespace

void add_proposal_verbs(server::Verbs& verbs, const FeatureContext& context, Chance& chance) {
  using server::VerbArgument, server::VerbArgumentKind, server::VerbArgumentUse;
  const VerbArgument id{"ID", "its id, from the list"};
  verbs.add(server::Role::Offer,
            {"offer proposals",
             "list",
             "List what providers would like the local offer to say, the oldest first.",
             {{"--all", "also what has been decided", VerbArgumentKind::Text, VerbArgumentUse::Flag}},
             [&context](Arguments arguments) { return list(context, !arguments[0].empty()); }});
  verbs.add(server::Role::Offer, {"offer proposals",
                                  "show",
                                  "Show all that one says, and how its sender can be reached.",
                                  {id},
                                  [&context](Arguments arguments) { return show(context, arguments[0]); }});
  verbs.add(server::Role::Offer,
            {"offer proposals",
             "approve",
             "Put one into the local offer, as checked today by the council. Imports of feeds leave it alone.",
             {id},
             [&context, &chance](Arguments arguments) { return approve(context, chance, arguments[0]); }});
  verbs.add(server::Role::Offer,
            {"offer proposals",
             "refuse",
             "Put one away; out of the local offer, if it was approved before.",
             {id},
             [&context, &chance](Arguments arguments) { return refuse(context, chance, arguments[0]); }});
}

}  // namespace alongside::local_offer
