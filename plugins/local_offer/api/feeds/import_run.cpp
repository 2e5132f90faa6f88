#include "plugins/local_offer/api/feeds/import_run.hpp"

#include "app/base/clock.hpp"
#include "app/server/feature.hpp"
#include "plugins/local_offer/api/feed_folder.hpp"
#include "plugins/local_offer/api/feeds/feed_fetch.hpp"
#include "plugins/local_offer/api/feeds/feed_limits.hpp"
#include "plugins/local_offer/api/feeds/feed_reading.hpp"
#include "plugins/local_offer/api/feeds/feed_shelf.hpp"
#include "plugins/local_offer/api/importer.hpp"
#include "plugins/local_offer/api/told/tell_waiting.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace alongside::local_offer {
namespace {

using Arguments = std::span<const std::string>;
using server::FeatureContext;
using server::FeedConfig;

bool is_address(const std::string& source) { return source.starts_with("https://") || source.starts_with("http://"); }

std::vector<std::string> names_of(const std::vector<FeedConfig>& feeds) {
  std::vector<std::string> names;
  for (const FeedConfig& feed : feeds) names.push_back(feed.name);
  return names;
}

// A feed as it was named on the command line, in place of where the configuration says it is.
Result<FeedConfig> told_feed(FeedConfig feed, const std::string& source) {
  feed.url = is_address(source) ? source : std::string();
  feed.folder = is_address(source) ? std::string() : source;
  while (feed.url.ends_with('/')) feed.url.pop_back();
  if (!feed.url.empty() && !server::is_feed_address(feed.url, feed)) {
    return Error{ErrorCode::InvalidInput,
                 source +
                     ": an address begins with https:// and has no query. One on your own network, or http, "
                     "must be allowed by \"inner_addresses\" in the configuration's offer.feeds"};
  }
  return feed;
}

// Which feeds are meant: all of the configuration, one of it, or one that it does not name.
Result<std::vector<FeedConfig>> asked_feeds(const std::vector<FeedConfig>& feeds, const std::string& source,
                                            const std::string& name) {
  if (feeds.empty() && source.empty()) {
    return Error{ErrorCode::InvalidInput,
                 "say where the feed is (a folder, or https://…), or write \"offer\": {\"feeds\": […]} in the "
                 "configuration"};
  }
  if (name.empty() && source.empty()) return feeds;
  if (name.empty() && feeds.empty()) return std::vector<FeedConfig>{ALONGSIDE_TRY(told_feed({}, source))};
  std::string known;
  for (const FeedConfig& feed : feeds) known += (known.empty() ? "" : ", ") + feed.name;
  if (name.empty()) {
    return Error{ErrorCode::InvalidInput, "say with --feed which of the configuration's feeds this is: " + known};
  }
  const auto found = std::ranges::find(feeds, name, &FeedConfig::name);
  if (found == feeds.end())
    return Error{ErrorCode::NotFound, "the configuration names no feed \"" + name + "\"; it names: " + known};
  if (source.empty()) return std::vector<FeedConfig>{*found};
  return std::vector<FeedConfig>{ALONGSIDE_TRY(told_feed(*found, source))};
}

// A feed's files, and what is known of them before they are read.
struct Gathered {
  FeedConfig feed;
  FeedFolder folder;
  std::string failed;
  std::vector<std::string> notes;
};

std::filesystem::path shelves(const std::string& data_folder) { return std::filesystem::path(data_folder) / "feeds"; }

void put_faults(FeedFolder& folder, const FetchedFeed& fetched) {
  for (FeedRecord& record : folder.records) {
    const auto fault = fetched.faults.find(record.id);
    if (fault != fetched.faults.end()) record.fault = fault->second;
  }
}

std::string fetch_words(const FetchedFeed& fetched) {
  std::string words = std::to_string(fetched.sent) + " answers were fetched";
  if (fetched.unchanged > 0) words += ", " + std::to_string(fetched.unchanged) + " had not changed";
  if (fetched.resumed > 0) words += ", " + std::to_string(fetched.resumed) + " were there from a run that was cut off";
  return words + ".";
}

Result<void> gather_fetched(Gathered& gathered, const server::VerbPlace& place) {
  FeedShelf shelf(shelves(place.data_folder), gathered.feed.name);
  const FetchedFeed fetched = ALONGSIDE_TRY(fetch_feed(gathered.feed, shelf, FeedLimits{}, place.stopping));
  gathered.folder = ALONGSIDE_TRY(read_feed_folder(fetched.folder, gathered.feed.shape, gathered.feed.name));
  put_faults(gathered.folder, fetched);
  gathered.notes = fetched.notes;
  gathered.notes.insert(gathered.notes.begin(), fetch_words(fetched));
  return {};
}

Result<void> gather_folder(Gathered& gathered) {
  gathered.folder = ALONGSIDE_TRY(read_feed_folder(gathered.feed.folder, gathered.feed.shape, gathered.feed.name));
  return {};
}

std::vector<FeedReading> read_gathered(std::vector<Gathered> all, const std::string& data_folder, Date today) {
  // A place that one feed calls confidential is so in all of them.
  std::set<std::string> confidential;
  for (const Gathered& gathered : all) confidential.merge(confidential_places(gathered.folder));
  std::vector<FeedReading> readings;
  for (const Gathered& gathered : all) {
    FeedReading reading;
    if (gathered.failed.empty()) reading = judge_feed(gathered.folder, confidential, today);
    if (!gathered.failed.empty()) reading.failed = gathered.failed;
    reading.feed = gathered.feed.name;
    reading.source = gathered.feed.url.empty() ? gathered.feed.folder : gathered.feed.url;
    reading.report.visit = gathered.notes;
    reading.taken_before = FeedShelf(shelves(data_folder), reading.feed).taken();
    readings.push_back(std::move(reading));
  }
  return readings;
}

Result<std::string> write_readings(const FeatureContext& context, Chance& chance, std::vector<FeedReading> readings,
                                   const std::string& data_folder, bool as_json) {
  const Date today = context.clock.today();
  // One unnamed feed is the whole offer.
  const bool is_unnamed = readings.size() == 1 && readings.front().feed.empty();
  if (is_unnamed && !readings.front().failed.empty() && !as_json) {
    const FeedReading& reading = readings.front();
    const bool was_read = !reading.report.refused.empty() || !reading.report.unread.empty();
    return Error{ErrorCode::InvalidInput,
                 was_read
                     ? "There is no service here that can be taken, so nothing was changed.\n" + reading.report.text()
                     : reading.failed + "\nNothing was changed."};
  }
  std::vector<std::string> order = names_of(context.council.feeds);
  if (is_unnamed) order = {""};
  const OfferImport import = ALONGSIDE_TRY(import_readings(context.database, std::move(readings), order));
  for (const FeedReport& feed : import.feeds) {
    if (feed.failed.empty() && !data_folder.empty()) FeedShelf(shelves(data_folder), feed.feed).note_taken(today);
  }
  ALONGSIDE_TRY(tell_waiting(context, chance));
  const std::string report = as_json ? import.json(today) : import.text(today);
  // Programs read the report; people, and whoever watches the exit code, hear that all of it failed.
  if (import.is_all_failed() && !as_json) return Error{ErrorCode::Unavailable, report};
  return report;
}

Result<server::VerbEnd> begin_import(const FeatureContext& context, Chance& chance, Arguments arguments,
                                     const server::VerbPlace& place) {
  std::vector<Gathered> all;
  for (FeedConfig& feed : ALONGSIDE_TRY(asked_feeds(context.council.feeds, arguments[0], arguments[1]))) {
    Gathered& gathered = all.emplace_back(Gathered{std::move(feed), {}, {}, {}});
    const auto done = gathered.feed.url.empty() ? gather_folder(gathered) : gather_fetched(gathered, place);
    if (!done.ok()) gathered.failed = done.error().detail;
  }
  const auto readings = std::make_shared<std::vector<FeedReading>>(
      read_gathered(std::move(all), place.data_folder, context.clock.today()));
  const bool as_json = !arguments[2].empty();
  return server::VerbEnd([&context, &chance, readings, folder = place.data_folder, as_json] {
    return write_readings(context, chance, std::move(*readings), folder, as_json);
  });
}

}  // namespace

void add_import_verb(server::Verbs& verbs, const FeatureContext& context, Chance& chance) {
  using server::VerbArgumentKind, server::VerbArgumentUse;
  verbs.add_public(
      server::Role::Offer,
      {"offer",
       "import",
       "Read Open Referral UK feeds, 3.0 or 1.0, into the local offer: those of the configuration, or one.",
       {{"SOURCE", "a folder with services.json and services/, or an address: https://…/open-referral/v3",
         VerbArgumentKind::PathOrAddress, VerbArgumentUse::Optional},
        {"--feed", "only this feed of the configuration; with SOURCE, from there this once", VerbArgumentKind::Text,
         VerbArgumentUse::Optional},
        {"--json", "the report as JSON, with every refusal and note", VerbArgumentKind::Text, VerbArgumentUse::Flag}},
       {},
       server::VerbNeeds::Data,
       [&context, &chance](Arguments arguments, const server::VerbPlace& place) {
         return begin_import(context, chance, arguments, place);
       }});
}

}  // namespace alongside::local_offer
