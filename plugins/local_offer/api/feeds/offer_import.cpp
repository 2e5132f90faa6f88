#include "plugins/local_offer/api/feeds/offer_import.hpp"

#include "app/base/utf8.hpp"
#include "app/server/json_tree.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace alongside::local_offer {
namespace {

using server::JsonValue;

std::string feed_title(const FeedReport& feed) {
  return feed.feed.empty() ? feed.source : feed.feed + " (" + feed.source + ")";
}

std::string age_words(const FeedReport& feed, Date today) {
  if (!feed.taken_before) return {};
  const int days = days_between(*feed.taken_before, today);
  const std::string ago = days <= 0 ? "today" : days == 1 ? "yesterday" : std::to_string(days) + " days ago";
  return ", last taken on " + feed.taken_before->iso() + " (" + ago + ")";
}

std::string failure_text(const FeedReport& feed, Date today) {
  const std::string kept = feed.services == 0
                               ? std::string("There is nothing of it in the offer.")
                               : "What it gave before stays: " + std::to_string(feed.services) +
                                     (feed.services == 1 ? " service" : " services") + age_words(feed, today) + ".";
  return "Nothing of it was taken: " + clean_text(text_prefix(feed.failed, 1000)) + ".\n" + kept + "\n";
}

std::string feed_text(const FeedReport& feed, Date today) {
  if (feed.failed.empty()) return feed.report.text();
  const bool was_read = !feed.report.refused.empty() || !feed.report.unread.empty();
  return failure_text(feed, today) + (was_read ? feed.report.text() : std::string());
}

JsonValue lines_json(const std::vector<ImportLine>& lines) {
  JsonValue list = server::json_array();
  for (const ImportLine& line : lines) {
    JsonValue item = server::json_object();
    server::put_member(item, "id", server::json_words(clean_text(line.id)));
    server::put_member(item, "name", server::json_words(clean_text(text_prefix(line.name, 300))));
    server::put_member(item, "file", server::json_words(clean_text(line.file)));
    server::put_member(item, "reason", server::json_words(clean_text(line.reason)));
    list.items.push_back(std::move(item));
  }
  return list;
}

JsonValue feed_json(const FeedReport& feed, Date today) {
  JsonValue json = server::json_object();
  server::put_member(json, "name", server::json_words(feed.feed));
  server::put_member(json, "source", server::json_words(feed.source));
  server::put_member(json, "failed", server::json_words(clean_text(feed.failed)));
  if (feed.taken_before) {
    server::put_member(json, "taken_before", server::json_words(feed.taken_before->iso()));
    server::put_member(json, "age_days", server::json_whole(days_between(*feed.taken_before, today)));
  }
  const ImportReport& report = feed.report;
  const std::pair<std::string_view, std::size_t> counts[] = {
      {"services", feed.services}, {"added", report.added}, {"changed", report.changed}, {"same", report.same},
      {"removed", report.removed}, {"kept", report.kept},   {"hidden", report.hidden},   {"copies", report.copies}};
  for (const auto& [name, count] : counts)
    server::put_member(json, name, server::json_whole(static_cast<std::int64_t>(count)));
  server::put_member(json, "refused", lines_json(report.refused));
  server::put_member(json, "notes", lines_json(report.notes));
  JsonValue visit = server::json_array();
  for (const std::string& line : report.visit) visit.items.push_back(server::json_words(line));
  server::put_member(json, "visit", std::move(visit));
  JsonValue unread = server::json_array();
  for (const std::string& line : report.unread) unread.items.push_back(server::json_words(clean_text(line)));
  server::put_member(json, "unread", std::move(unread));
  return json;
}

}  // namespace

bool OfferImport::is_all_failed() const {
  return std::all_of(feeds.begin(), feeds.end(), [](const FeedReport& feed) { return !feed.failed.empty(); });
}

// One feed that was named on the command line is told of as it always was.
std::string OfferImport::text(Date today) const {
  std::string out;
  const bool is_named = feeds.size() > 1 || (feeds.size() == 1 && !feeds.front().feed.empty());
  for (const FeedReport& feed : feeds)
    out += (is_named ? "== " + feed_title(feed) + "\n" : std::string()) + feed_text(feed, today);
  for (const std::string& name : dropped)
    out += "What came from " + (name.empty() ? std::string("an import without a name") : name) +
           " went: the configuration does not name it.\n";
  if (!is_named) return out;
  out += "== The offer\n" + std::to_string(merged.listed) + " services, inactive ones counted. " +
         std::to_string(merged.merged) + " are not shown twice, because another feed has them too.\n";
  if (merged.doubtful > 0)
    out += std::to_string(merged.doubtful) +
           (merged.doubtful == 1 ? " pair looks alike and waits" : " pairs look alike and wait") +
           " for somebody to decide: council-api offer duplicates list\n";
  return out;
}

std::string OfferImport::json(Date today) const {
  JsonValue json = server::json_object();
  JsonValue list = server::json_array();
  for (const FeedReport& feed : feeds) list.items.push_back(feed_json(feed, today));
  server::put_member(json, "feeds", std::move(list));
  JsonValue gone = server::json_array();
  for (const std::string& name : dropped) gone.items.push_back(server::json_words(name));
  server::put_member(json, "dropped", std::move(gone));
  const std::pair<std::string_view, std::size_t> counts[] = {
      {"listed", merged.listed}, {"merged", merged.merged}, {"doubtful", merged.doubtful}};
  for (const auto& [name, count] : counts)
    server::put_member(json, name, server::json_whole(static_cast<std::int64_t>(count)));
  return server::write_json(json) + "\n";
}

}  // namespace alongside::local_offer
