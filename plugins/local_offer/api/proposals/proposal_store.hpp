// ProposalStore: what small providers would like the local offer to say, until the council has decided. In SQLite.
// Used by the route that receives them and by `council-api offer proposals`.
#pragma once

#include "app/base/date.hpp"
#include "app/server/database.hpp"
#include "app/wire/messages/letter.hpp"
#include "app/wire/messages/offer_proposal.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

enum class ProposalState : std::uint8_t { Waiting, Approved, Refused };
std::string_view name_of(ProposalState state);

struct StoredProposal {
  wire::OfferProposal proposal;
  Date day;
  ProposalState state = ProposalState::Waiting;
};

class ProposalStore {
 public:
  explicit ProposalStore(server::Database& database) : database_(database) {}

  // Exactly once: the same letter again is taken as before. InvalidInput: it cannot be a record; Conflict: another
  // letter had this id; Unavailable: so many wait that no more are taken for now.
  Result<void> receive(const wire::Letter& letter, Date today);
  Result<std::optional<StoredProposal>> find(DocumentId id) const;
  Result<std::vector<StoredProposal>> all() const;  // by day, then by id
  Result<void> set_state(DocumentId id, ProposalState state);

 private:
  server::Database& database_;
};

}  // namespace alongside::local_offer
