// One service of OfferDetails as bytes, and back again with the help of its summary:
//
//   check (4 bytes, little-endian) · form (1 byte) · the rest:
//   form 0: the whole ServiceDetail as a payload
//   form 1: varint n · n bytes: the ServiceDetail without its summary and with every text empty · its texts
//   (text_code.hpp)
//
// The places, languages and the name of who runs it are left out where the summary tells them. Whoever has another
// summary than the one it was made with finds that the check differs, and has no detail of it.
#pragma once

#include "app/base/bytes.hpp"
#include "plugins/local_offer/model/details/offer_details.hpp"
#include "plugins/local_offer/model/service_detail.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace alongside::local_offer {

enum class DetailForm : std::uint8_t { Whole, ByWords };

// Of all that reading a detail needs of the summary.
std::uint32_t detail_check(const ServiceSummary& service);

// Nothing when the bytes are not of this service, or spoilt.
std::optional<ServiceDetail> read_detail(std::span<const std::uint8_t> bytes, const ServiceSummary& service);
std::optional<ServiceDetail> find_detail(const OfferDetails& details, const ServiceSummary& service);

// What the summary tells, taken out of a detail or put in again. Taking out and putting in is for one that fits.
void take_known(ServiceDetail& service);
void put_known(ServiceDetail& service, const ServiceSummary& summary);

}  // namespace alongside::local_offer
