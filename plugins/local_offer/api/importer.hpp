// The importer: makes feeds of Open Referral UK the local offer, in one transaction: each record whole or not at all,
// each feed whole or as it was, and every refusal in the report. Used by `council-api offer import`.
#pragma once

#include "app/base/date.hpp"
#include "app/base/result.hpp"
#include "app/server/database.hpp"
#include "app/server/json_reader.hpp"
#include "plugins/local_offer/api/feeds/feed_reading.hpp"
#include "plugins/local_offer/api/feeds/offer_import.hpp"
#include "plugins/local_offer/api/import_report.hpp"
#include "plugins/local_offer/model/offer_list.hpp"

#include <string>
#include <vector>

namespace alongside::local_offer {

// One folder that is the whole offer. An error when the folder cannot be read, or holds not one service that can be
// taken: then everything stays as it was. The error's detail is the report.
Result<ImportReport> import_feed(server::Database& database, const std::string& folder, Date today);

// Feeds that were read. What failed keeps its last good edition. Feeds that are in neither `readings` nor `order` are
// left alone, but when all of `order` was read: then what they gave goes.
Result<OfferImport> import_readings(server::Database& database, std::vector<FeedReading> readings,
                                    const std::vector<std::string>& order);

// One record that the council has approved itself, inside the caller's transaction: a feed of its own, which imports of
// feeds leave alone. The notes on what was left out; an error when it cannot be taken.
Result<std::string> take_own_record(server::Database& database, const server::JsonValue& record, Date today);

// What families would see of a feed, without a council: imported into a database in memory. Used by
// `council-api offer search --feed`.
Result<OfferList> read_offer(const std::string& folder, Date today);

}  // namespace alongside::local_offer
