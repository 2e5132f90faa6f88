#include "plugins/local_offer/api/keeping_verbs.hpp"

#include "app/base/clock.hpp"
#include "app/base/text.hpp"
#include "app/base/utf8.hpp"
#include "app/server/feature.hpp"
#include "app/server/json_reader.hpp"
#include "plugins/local_offer/api/kept_words.hpp"
#include "plugins/local_offer/api/lint/offer_lint.hpp"
#include "plugins/local_offer/api/offer_tables.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace alongside::local_offer {
namespace {

using Arguments = std::span<const std::string>;
using server::FeatureContext;

Result<std::string> lint(const FeatureContext& context, const OfferList& offer, bool as_json) {
  OfferLint lint(context.clock.today());
  OfferTables tables(context.database);
  for (const ServiceSummary& summary : offer.services) {
    const auto service = ALONGSIDE_TRY(tables.service(summary.id));
    if (service) lint.look_at(*service);
  }
  const auto& pages = context.council.public_pages;
  lint.look_at_all(offer, std::any_of(pages.begin(), pages.end(),
                                      [](const wire::PublicPage& page) { return page.id == "short-breaks"; }));
  return as_json ? lint.json() : lint.text();
}

constexpr std::string_view synonym_shape = "write groups of words for one thing, like [[\"respite\", \"short break\"]]";

Result<std::vector<SynonymGroup>> read_synonyms(const std::string& path) {
  const server::JsonValue json = ALONGSIDE_TRY(server::read_json_file(path, {256 * 1024, 4}));
  const Error wrong{ErrorCode::InvalidInput, std::string(synonym_shape)};
  if (!json.is(server::JsonKind::Array) || json.items.empty() || json.items.size() > most_synonym_groups) return wrong;
  std::vector<SynonymGroup> groups;
  for (const server::JsonValue& item : json.items) {
    if (!item.is(server::JsonKind::Array) || item.items.size() < 2 || item.items.size() > most_synonyms) return wrong;
    SynonymGroup& group = groups.emplace_back();
    for (const server::JsonValue& word : item.items) {
      const std::string_view text = trim(word.text);
      if (!word.is(server::JsonKind::Text) || text.empty() || text.size() > 80 || !is_text(text)) return wrong;
      group.emplace_back(text);
    }
  }
  return groups;
}

Result<std::string> list_synonyms(const FeatureContext& context) {
  const auto kept = ALONGSIDE_TRY(KeptWords(context.database).synonyms());
  const std::vector<SynonymGroup>& groups = kept ? *kept : context.council.synonyms;
  std::string report;
  for (const SynonymGroup& group : groups) {
    std::string line;
    for (const std::string& phrase : group) line += (line.empty() ? "" : " = ") + phrase;
    report += line + "\n";
  }
  return report + std::to_string(groups.size()) +
         (kept ? " groups, as imported.\n" : " groups, of the configuration.\n");
}

// What families' devices have is old from then on, so the list gets a new version.
Result<std::string> import_synonyms(const FeatureContext& context, const std::string& path) {
  const auto groups = ALONGSIDE_TRY(read_synonyms(path));
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(context.database));
  ALONGSIDE_TRY(KeptWords(context.database).put_synonyms(groups));
  ALONGSIDE_TRY(OfferTables(context.database).raise_version());
  ALONGSIDE_TRY(transaction.commit());
  return std::to_string(groups.size()) + " groups of synonyms are in, instead of those of the configuration.\n";
}

std::string postcode_report(const PostcodesRead& read) {
  std::string report =
      std::to_string(read.rows) + " rows: " + std::to_string(read.used) + " postcodes near the council";
  const auto add = [&report](std::uint64_t count, std::string_view what) {
    if (count > 0) report += ", " + std::to_string(count) + " " + std::string(what);
  };
  add(read.elsewhere, "further away");
  add(read.ended, "no longer in use");
  add(read.nowhere, "without a place");
  add(read.unreadable, "that could not be read");
  return report + ".\n" + std::to_string(read.areas.size()) + " districts and sectors are in.\n";
}

Result<std::string> import_postcodes(const FeatureContext& context, const std::string& path) {
  std::vector<GeoPoint> council;
  for (const wire::Place& place : context.council.council.places)
    council.push_back(ALONGSIDE_TRY(GeoPoint::from_e7(place.latitude_e7, place.longitude_e7)));
  const PostcodesRead read = ALONGSIDE_TRY(read_postcodes(path, council));
  if (read.areas.empty())
    return Error{ErrorCode::InvalidInput,
                 "none of these postcodes is near the council, so nothing was changed.\n" + postcode_report(read)};
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(context.database));
  ALONGSIDE_TRY(KeptWords(context.database).put_postcodes(read.areas));
  ALONGSIDE_TRY(OfferTables(context.database).raise_version());
  ALONGSIDE_TRY(transaction.commit());
  return postcode_report(read);
}

}  // namespace

void add_keeping_verbs(server::Verbs& verbs, const FeatureContext& context,
                       std::function<Result<const OfferList*>()> offer) {
  using server::VerbArgumentKind, server::VerbArgumentUse;
  verbs.add_public(server::Role::Anybody,
                   {"offer",
                    "lint",
                    "Say what is missing, stale or thin in the local offer, and what Schedule 2 asks for.",
                    {{"--json", "as JSON, with every service by id", VerbArgumentKind::Text, VerbArgumentUse::Flag}},
                    [&context, offer](Arguments arguments) -> Result<std::string> {
                      return lint(context, *ALONGSIDE_TRY(offer()), !arguments[0].empty());
                    }});
  verbs.add_public(
      server::Role::Offer,
      {"offer",
       "postcodes",
       "Read where postcodes are, from the ONS Postcode Directory or OS Code-Point Open. Nothing is asked of anybody.",
       {{"FILE.csv", "as it was downloaded; read row by row", VerbArgumentKind::Path}},
       [&context](Arguments arguments) { return import_postcodes(context, arguments[0]); }});
  verbs.add_public(
      server::Role::Anybody,
      {"offer synonyms", "list", "List the words that mean the same to the search.", {}, [&context](Arguments) {
         return list_synonyms(context);
       }});
  verbs.add_public(server::Role::Offer,
                   {"offer synonyms",
                    "import",
                    "Read them from a file, instead of those in the configuration.",
                    {{"FILE", "JSON: [[\"respite\", \"short break\"], …]", VerbArgumentKind::Path}},
                    [&context](Arguments arguments) { return import_synonyms(context, arguments[0]); }});
}

}  // namespace alongside::local_offer
