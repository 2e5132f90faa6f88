// The receipts of a payment, as this device knows them: from the council's documents, and from changes
// that it does not show yet. Used by the screens that show or put away payments.
#pragma once

#include "app/wire/messages/attachment.hpp"
#include "plugins/direct_payments/model/book.hpp"

#include <cstddef>
#include <vector>

namespace alongside {
class Records;
}

namespace alongside::direct_payments {

inline constexpr std::size_t most_receipts = wire::attachment_limits::per_document;

struct Receipt {
  DocumentId id;
  wire::Attachment attachment;  // as far as it is known
};

std::vector<Receipt> receipts_of(const Records& records, DocumentId transaction);
// Those that a change names.
std::vector<DocumentId> receipts_in(const AnyChange& change);

}  // namespace alongside::direct_payments
