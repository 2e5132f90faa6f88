#include "plugins/direct_payments/pages/receipts.hpp"

#include "app/plugin_api/records.hpp"
#include "app/wire/payload.hpp"

#include <algorithm>
#include <array>

namespace alongside::direct_payments {
namespace {

constexpr std::array<std::uint32_t, 2> kinds = {RecordTransaction::schema.id, AddReceipt::schema.id};

void add(std::vector<Receipt>& receipts, DocumentId id) {
  const auto known = std::find_if(receipts.begin(), receipts.end(), [&](const Receipt& one) { return one.id == id; });
  if (known == receipts.end()) receipts.push_back({id, {}});
}

void add_from(const PendingChange& pending, DocumentId transaction, std::vector<Receipt>& receipts) {
  if (pending.state == ChangeState::Refused || pending.state == ChangeState::Conflict) return;
  const Bytes& payload = pending.change.payload;
  if (pending.change.kind == AddReceipt::schema.id) {
    const auto change = wire::decode_payload<AddReceipt>(payload);
    if (change.ok() && change->transaction == transaction) add(receipts, change->receipt);
  } else if (document_of(pending.id) == transaction) {
    const auto change = wire::decode_payload<RecordTransaction>(payload);
    if (!change.ok()) return;
    for (const DocumentId id : change->receipts) add(receipts, id);
  }
}

struct Named {
  std::vector<DocumentId> operator()(const RecordTransaction& record) const { return record.receipts; }
  std::vector<DocumentId> operator()(const AddReceipt& add) const { return {add.receipt}; }
  template <class Other>
  std::vector<DocumentId> operator()(const Other&) const {
    return {};
  }
};

}  // namespace

std::vector<Receipt> receipts_of(const Records& records, DocumentId transaction) {
  std::vector<Receipt> receipts;
  for (const wire::Document* document : records.documents(wire::Attachment::schema.id)) {
    if (document->edition != wire::Attachment::schema.version) continue;
    const auto attachment = wire::decode_payload<wire::Attachment>(document->content);
    if (attachment.ok() && attachment->of == transaction) receipts.push_back({document->id, attachment.value()});
  }
  for (const PendingChange* pending : records.changes(kinds)) add_from(*pending, transaction, receipts);
  return receipts;
}

std::vector<DocumentId> receipts_in(const AnyChange& change) { return std::visit(Named{}, change); }

}  // namespace alongside::direct_payments
