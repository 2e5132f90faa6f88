#include "plugins/local_offer/api/proposals/proposal_store.hpp"

#include "app/base/text.hpp"
#include "app/base/utf8.hpp"
#include "app/server/id_column.hpp"
#include "app/wire/frame.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace alongside::local_offer {
namespace {

using server::Step;
using wire::OfferProposal;

constexpr std::int64_t most_waiting = 2000;

Result<void> check_proposal(const OfferProposal& proposal) {
  const auto wrong = [](const char* what) { return Error{ErrorCode::InvalidInput, what}; };
  if (proposal.id.is_nil()) return wrong("a letter has a random id");
  for (const std::string* line : {&proposal.name, &proposal.provider, &proposal.ages, &proposal.address, &proposal.town,
                                  &proposal.postcode, &proposal.phone, &proposal.email, &proposal.sender}) {
    if (line->size() > OfferProposal::most_line || !is_text(*line) || line->find('\n') != std::string::npos)
      return wrong("a line is too long or no line");
  }
  for (const std::string* words :
       {&proposal.what, &proposal.who, &proposal.when, &proposal.cost, &proposal.way_in, &proposal.facilities}) {
    if (words->size() > OfferProposal::most_words || !is_text(*words))
      return wrong("some words are too long or no text");
  }
  if (trim(proposal.name).empty()) return wrong("it has no name");
  if (trim(proposal.sender).empty()) return wrong("it does not say how its sender can be reached");
  return {};
}

Result<StoredProposal> read_proposal(const server::Statement& row) {
  StoredProposal stored;
  stored.proposal = ALONGSIDE_TRY(wire::decode_frame<OfferProposal>(row.column_bytes(0)));
  stored.day = Date(static_cast<std::int32_t>(row.column_integer(1)));
  stored.state = static_cast<ProposalState>(row.column_integer(2));
  return stored;
}

}  // namespace

std::string_view name_of(ProposalState state) {
  constexpr std::string_view names[] = {"waiting", "approved", "refused"};
  return names[static_cast<unsigned>(state)];
}

Result<void> ProposalStore::receive(const wire::Letter& letter, Date today) {
  OfferProposal proposal = ALONGSIDE_TRY(wire::decode_frame<OfferProposal>(letter.body));
  proposal.tail = {};
  ALONGSIDE_TRY(check_proposal(proposal));
  const Bytes frame = wire::encode_frame(proposal);
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(database_));
  if (const auto before = ALONGSIDE_TRY(find(proposal.id))) {
    if (wire::encode_frame(before->proposal) == frame) return {};
    return Error{ErrorCode::Conflict, "another letter had this id"};
  }
  auto count = ALONGSIDE_TRY(database_.prepare("SELECT count(*) FROM local_offer_proposal WHERE state = 0"));
  ALONGSIDE_TRY(count.step());
  if (count.column_integer(0) >= most_waiting) return Error{ErrorCode::Unavailable, "too many proposals wait"};
  auto insert = ALONGSIDE_TRY(
      database_.prepare("INSERT INTO local_offer_proposal (id, day, state, frame) VALUES (?1, ?2, 0, ?3)"));
  server::bind_id(insert, 1, proposal.id);
  ALONGSIDE_TRY(insert.bind(2, today.days()).bind_bytes(3, frame).run());
  return transaction.commit();
}

Result<std::optional<StoredProposal>> ProposalStore::find(DocumentId id) const {
  auto select = ALONGSIDE_TRY(database_.prepare("SELECT frame, day, state FROM local_offer_proposal WHERE id = ?1"));
  server::bind_id(select, 1, id);
  if (ALONGSIDE_TRY(select.step()) == Step::Done) return std::optional<StoredProposal>();
  return std::optional<StoredProposal>(ALONGSIDE_TRY(read_proposal(select)));
}

Result<std::vector<StoredProposal>> ProposalStore::all() const {
  std::vector<StoredProposal> all;
  auto select = ALONGSIDE_TRY(database_.prepare("SELECT frame, day, state FROM local_offer_proposal ORDER BY day, id"));
  while (ALONGSIDE_TRY(select.step()) == Step::Row) all.push_back(ALONGSIDE_TRY(read_proposal(select)));
  return all;
}

Result<void> ProposalStore::set_state(DocumentId id, ProposalState state) {
  auto update = ALONGSIDE_TRY(database_.prepare("UPDATE local_offer_proposal SET state = ?2 WHERE id = ?1"));
  server::bind_id(update, 1, id);
  return update.bind(2, static_cast<int>(state)).run();
}

}  // namespace alongside::local_offer
