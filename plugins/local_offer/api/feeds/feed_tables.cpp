#include "plugins/local_offer/api/feeds/feed_tables.hpp"

namespace alongside::local_offer {

using server::Step;

std::string_view name_of(Verdict verdict) { return verdict == Verdict::Same ? "the same" : "different"; }

ServicePair pair_of(std::string a, std::string b) {
  return b < a ? ServicePair{std::move(b), std::move(a)} : ServicePair{std::move(a), std::move(b)};
}

Result<std::map<std::string, std::size_t>> FeedTables::feeds() {
  std::map<std::string, std::size_t> feeds;
  auto select = ALONGSIDE_TRY(database_.prepare("SELECT feed, count(*) FROM local_offer_feed_service GROUP BY feed"));
  while (ALONGSIDE_TRY(select.step()) == Step::Row)
    feeds.emplace(select.column_text(0), static_cast<std::size_t>(select.column_integer(1)));
  return feeds;
}

Result<std::map<std::string, StoredService>> FeedTables::stored(std::string_view feed) {
  std::map<std::string, StoredService> stored;
  auto select =
      ALONGSIDE_TRY(database_.prepare("SELECT id, frame, record FROM local_offer_feed_service WHERE feed = ?1"));
  select.bind(1, feed);
  while (ALONGSIDE_TRY(select.step()) == Step::Row) {
    const auto bytes = select.column_bytes(1);
    stored.emplace(select.column_text(0),
                   StoredService{Bytes(bytes.begin(), bytes.end()), std::string(select.column_text(2))});
  }
  return stored;
}

Result<void> FeedTables::put(std::string_view feed, std::string_view id, const StoredService& service) {
  auto insert = ALONGSIDE_TRY(
      database_.prepare("INSERT INTO local_offer_feed_service (feed, id, frame, record) VALUES (?1, ?2, ?3, ?4)"
                        " ON CONFLICT (feed, id) DO UPDATE SET frame = excluded.frame, record = excluded.record"));
  return insert.bind(1, feed).bind(2, id).bind_bytes(3, service.frame).bind(4, service.record).run();
}

Result<void> FeedTables::remove(std::string_view feed, std::string_view id) {
  auto gone = ALONGSIDE_TRY(database_.prepare("DELETE FROM local_offer_feed_service WHERE feed = ?1 AND id = ?2"));
  return gone.bind(1, feed).bind(2, id).run();
}

Result<void> FeedTables::drop(std::string_view feed) {
  auto gone = ALONGSIDE_TRY(database_.prepare("DELETE FROM local_offer_feed_service WHERE feed = ?1"));
  return gone.bind(1, feed).run();
}

Result<Decisions> FeedTables::decisions() {
  Decisions decisions;
  auto select =
      ALONGSIDE_TRY(database_.prepare("SELECT first, second, verdict, officer, day FROM local_offer_likeness"));
  while (ALONGSIDE_TRY(select.step()) == Step::Row) {
    const Verdict verdict = select.column_integer(2) == 1 ? Verdict::Same : Verdict::Different;
    decisions.emplace(ServicePair(select.column_text(0), select.column_text(1)),
                      Decision{verdict, std::string(select.column_text(3)),
                               Date(static_cast<std::int32_t>(select.column_integer(4)))});
  }
  return decisions;
}

Result<void> FeedTables::decide(const ServicePair& pair, const Decision& decision) {
  auto insert =
      ALONGSIDE_TRY(database_.prepare("INSERT INTO local_offer_likeness (first, second, verdict, officer, day) "
                                      "VALUES (?1, ?2, ?3, ?4, ?5)"
                                      " ON CONFLICT (first, second) DO UPDATE SET verdict = excluded.verdict, officer "
                                      "= excluded.officer, day = excluded.day"));
  return insert.bind(1, pair.first)
      .bind(2, pair.second)
      .bind(3, static_cast<std::int64_t>(decision.verdict))
      .bind(4, decision.officer)
      .bind(5, std::int64_t{decision.day.days()})
      .run();
}

Result<bool> FeedTables::forget(const ServicePair& pair) {
  auto gone = ALONGSIDE_TRY(database_.prepare("DELETE FROM local_offer_likeness WHERE first = ?1 AND second = ?2"));
  ALONGSIDE_TRY(gone.bind(1, pair.first).bind(2, pair.second).run());
  return database_.changes() > 0;
}

}  // namespace alongside::local_offer
