#include "plugins/local_offer/api/feeds/duplicate_verbs.hpp"

#include "app/base/clock.hpp"
#include "app/base/id.hpp"
#include "app/base/text.hpp"
#include "app/base/utf8.hpp"
#include "app/server/feature.hpp"
#include "app/server/json_tree.hpp"
#include "plugins/local_offer/api/feeds/feed_shelf.hpp"
#include "plugins/local_offer/api/feeds/feed_tables.hpp"
#include "plugins/local_offer/api/feeds/merge.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace alongside::local_offer {
namespace {

using Arguments = std::span<const std::string>;
using server::FeatureContext;
using server::JsonValue;

std::vector<std::string> feed_order(const FeatureContext& context) {
  std::vector<std::string> names;
  for (const server::FeedConfig& feed : context.council.feeds) names.push_back(feed.name);
  return names;
}

std::string one_line(const std::string& text) {
  std::string line = clean_text(text_prefix(text, 200));
  for (char& c : line) c = c == '\n' || c == '\t' ? ' ' : c;
  return line;
}

std::string outcome_of(const LikePair& pair, const Decisions& decisions) {
  const auto found = decisions.find(pair_of(pair.shown, pair.other));
  if (found == decisions.end()) return pair.is_merged ? "certain: shown once" : "waits: both are shown";
  const Decision& decision = found->second;
  return "decided " + decision.day.iso() + ": " + std::string(name_of(decision.verdict)) +
         (decision.officer.empty() ? "" : ", by " + one_line(decision.officer));
}

std::string pair_text(const LikePair& pair, const Decisions& decisions) {
  std::string text = std::to_string(pair.likeness.score) + " of 100, " + outcome_of(pair, decisions) + "\n";
  if (pair.is_confidential) text += "  One has a confidential address that the other may tell: decide this first.\n";
  text += "  " + pair.shown + "  " + one_line(pair.shown_name) + "  [" + pair.shown_feed + "]\n";
  text += "  " + pair.other + "  " + one_line(pair.other_name) + "  [" + pair.other_feed + "]\n";
  return text + "  because: " + pair.likeness.why() + "\n";
}

JsonValue pair_json(const LikePair& pair, const Decisions& decisions) {
  JsonValue json = server::json_object();
  const std::pair<std::string_view, const std::string*> words[] = {
      {"shown", &pair.shown}, {"shown_name", &pair.shown_name}, {"shown_feed", &pair.shown_feed},
      {"other", &pair.other}, {"other_name", &pair.other_name}, {"other_feed", &pair.other_feed}};
  for (const auto& [name, text] : words) server::put_member(json, name, server::json_words(one_line(*text)));
  server::put_member(json, "score", server::json_whole(pair.likeness.score));
  JsonValue reasons = server::json_array();
  for (const std::string& reason : pair.likeness.reasons) reasons.items.push_back(server::json_words(reason));
  server::put_member(json, "reasons", std::move(reasons));
  server::put_member(json, "outcome", server::json_words(outcome_of(pair, decisions)));
  server::put_member(json, "merged", server::json_truth(pair.is_merged));
  return json;
}

Result<std::string> list_pairs(const FeatureContext& context, bool shows_all, bool as_json) {
  const Merged merged = ALONGSIDE_TRY(compare_feeds(context.database, feed_order(context)));
  const Decisions decisions = ALONGSIDE_TRY(FeedTables(context.database).decisions());
  std::string report;
  JsonValue list = server::json_array();
  for (const LikePair& pair : merged.pairs) {
    const bool waits = !pair.is_decided && !pair.is_merged;
    if (!waits && !shows_all) continue;
    if (as_json)
      list.items.push_back(pair_json(pair, decisions));
    else
      report += pair_text(pair, decisions);
  }
  if (as_json) return server::write_json(list) + "\n";
  return report + std::to_string(merged.doubtful) + (merged.doubtful == 1 ? " waits" : " wait") + " for a decision, " +
         std::to_string(merged.merged) + " are shown once.\n";
}

// Both must be there: a slip in an id would decide about nothing, for ever.
Result<ServicePair> known_pair(const FeatureContext& context, const std::string& a, const std::string& b) {
  std::vector<std::string> ids;
  for (const std::string* id : {&a, &b}) {
    const auto uuid = parse_uuid(*id);
    if (!uuid.ok()) return Error{ErrorCode::InvalidInput, "give two ids, from: council-api offer duplicates list"};
    ids.push_back(uuid_text(uuid.value()));
  }
  if (ids[0] == ids[1]) {
    return Error{ErrorCode::InvalidInput,
                 "these are one id. Two feeds that use one id for two services cannot both be shown: tell the feed"};
  }
  FeedTables tables(context.database);
  for (const std::string& id : ids) {
    bool is_there = false;
    for (const auto& [feed, count] : ALONGSIDE_TRY(tables.feeds()))
      is_there = is_there || ALONGSIDE_TRY(tables.stored(feed)).contains(id);
    if (!is_there) return Error{ErrorCode::NotFound, "no feed has a service " + id};
  }
  return pair_of(ids[0], ids[1]);
}

std::string change_words(const Merged& merged) {
  return merged.changes == 0 ? "The offer is as it was.\n" : "The offer has changed with it.\n";
}

Result<std::string> decide(const FeatureContext& context, Arguments arguments, Verdict verdict) {
  const ServicePair pair = ALONGSIDE_TRY(known_pair(context, arguments[0], arguments[1]));
  const std::string officer(trim(arguments[2]));
  if (officer.size() > 200 || !is_text(officer))
    return Error{ErrorCode::InvalidInput, "write the officer's name in up to 200 bytes"};
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(context.database));
  ALONGSIDE_TRY(FeedTables(context.database).decide(pair, {verdict, officer, context.clock.today()}));
  const Merged merged = ALONGSIDE_TRY(merge_feeds(context.database, feed_order(context)));
  ALONGSIDE_TRY(transaction.commit());
  return "Kept: they are " + std::string(name_of(verdict)) + ". " + change_words(merged);
}

Result<std::string> undo(const FeatureContext& context, Arguments arguments) {
  const ServicePair pair = ALONGSIDE_TRY(known_pair(context, arguments[0], arguments[1]));
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(context.database));
  if (!ALONGSIDE_TRY(FeedTables(context.database).forget(pair)))
    return Error{ErrorCode::NotFound, "nothing was decided about these two"};
  const Merged merged = ALONGSIDE_TRY(merge_feeds(context.database, feed_order(context)));
  ALONGSIDE_TRY(transaction.commit());
  return "The decision is taken back. " + change_words(merged);
}

Result<std::string> list_feeds(const FeatureContext& context, const std::string& data_folder) {
  const auto counts = ALONGSIDE_TRY(FeedTables(context.database).feeds());
  std::string report;
  for (const server::FeedConfig& feed : context.council.feeds) {
    const auto count = counts.find(feed.name);
    const auto taken = FeedShelf(std::filesystem::path(data_folder) / "feeds", feed.name).taken();
    report += std::to_string(feed.priority) + "  " + feed.name + "  " + (feed.url.empty() ? feed.folder : feed.url) +
              "  " + std::to_string(count == counts.end() ? 0 : count->second) + " services" +
              (taken ? ", last taken on " + taken->iso() : ", not taken yet") + "\n";
  }
  return report + std::to_string(context.council.feeds.size()) + " feeds in the configuration.\n";
}

}  // namespace

void add_duplicate_verbs(server::Verbs& verbs, const FeatureContext& context) {
  using server::VerbArgument, server::VerbArgumentKind, server::VerbArgumentUse;
  const VerbArgument one{"ID", "the id of one service, from the list"}, other{"OTHER_ID", "the id of the other"};
  const VerbArgument officer{"--officer", "who decides it, for the record", VerbArgumentKind::Text,
                             VerbArgumentUse::Optional};
  verbs.add_public(
      server::Role::Anybody,
      {"offer duplicates",
       "list",
       "List services of different feeds that look alike, how much and why; both are shown until it is decided.",
       {{"--all", "also what is certain, and what has been decided", VerbArgumentKind::Text, VerbArgumentUse::Flag},
        {"--json", "as JSON", VerbArgumentKind::Text, VerbArgumentUse::Flag}},
       [&context](Arguments arguments) { return list_pairs(context, !arguments[0].empty(), !arguments[1].empty()); }});
  verbs.add(server::Role::Offer,
            {"offer duplicates",
             "same",
             "Two services are one: the feed with the higher priority is believed, now and at every import.",
             {one, other, officer},
             [&context](Arguments arguments) { return decide(context, arguments, Verdict::Same); }});
  verbs.add(server::Role::Offer,
            {"offer duplicates",
             "different",
             "Two services are two: both are shown, now and after every import.",
             {one, other, officer},
             [&context](Arguments arguments) { return decide(context, arguments, Verdict::Different); }});
  verbs.add(server::Role::Offer,
            {"offer duplicates", "undo", "Take a decision back.", {one, other}, [&context](Arguments arguments) {
               return undo(context, arguments);
             }});
  verbs.add_public(
      server::Role::Anybody,
      {"offer",
       "feeds",
       "List the configuration's feeds, the first believed before the others, and when each was last taken.",
       {},
       {},
       server::VerbNeeds::Data,
       [&context](Arguments, const server::VerbPlace& place) -> Result<server::VerbEnd> {
         return server::VerbEnd([&context, folder = place.data_folder] { return list_feeds(context, folder); });
       },
       server::VerbWaits::ForNobody});
}

}  // namespace alongside::local_offer
