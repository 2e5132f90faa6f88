// read_service: one service of an Open Referral UK (HSDS-UK 3.0) feed, taken whole or refused with a
// reason. Used by the importer.
#pragma once

#include "app/base/date.hpp"
#include "plugins/local_offer/api/record_reader.hpp"
#include "plugins/local_offer/model/service_detail.hpp"

namespace alongside::local_offer {

// Meaningful only when nothing in `faults` refused it.
ServiceDetail read_service(const server::JsonValue& record, Date today, RecordFaults& faults);

}  // namespace alongside::local_offer
