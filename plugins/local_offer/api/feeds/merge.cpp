#include "plugins/local_offer/api/feeds/merge.hpp"

#include "app/wire/frame.hpp"
#include "plugins/local_offer/api/feeds/feed_tables.hpp"
#include "plugins/local_offer/api/offer_tables.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

namespace alongside::local_offer {
namespace {

struct Candidate {
  std::string feed;
  StoredService stored;
  ServiceDetail service;
  ServiceFacts facts;
};

// Services by what they share with others, so that only those with something in common are compared.
class SharedFacts {
 public:
  void add(const ServiceFacts& facts, std::size_t index) {
    for (const std::string& key : keys_of(facts)) by_key_[key].push_back(index);
  }
  std::set<std::size_t> like(const ServiceFacts& facts) const {
    std::set<std::size_t> found;
    for (const std::string& key : keys_of(facts)) {
      const auto known = by_key_.find(key);
      if (known != by_key_.end()) found.insert(known->second.begin(), known->second.end());
    }
    return found;
  }

 private:
  static std::vector<std::string> keys_of(const ServiceFacts& facts) {
    std::vector<std::string> keys = {"id " + facts.id};
    const auto add_all = [&keys](const char* kind, const std::set<std::string>& words) {
      for (const std::string& word : words) keys.push_back(kind + word);
    };
    if (!facts.title.empty()) keys.push_back("title " + facts.title);
    if (!facts.organisation.empty()) keys.push_back("run by " + facts.organisation);
    add_all("number ", facts.numbers);
    add_all("at ", facts.postcodes);
    add_all("phone ", facts.phones);
    add_all("email ", facts.emails);
    add_all("page ", facts.pages);
    return keys;
  }
  std::unordered_map<std::string, std::vector<std::size_t>> by_key_;
};

Result<std::vector<std::string>> all_in_order(FeedTables& tables, const std::vector<std::string>& order) {
  std::vector<std::string> names;
  const auto feeds = ALONGSIDE_TRY(tables.feeds());
  for (const std::string& name : order) {
    if (feeds.contains(name)) names.push_back(name);
  }
  for (const auto& [name, count] : feeds) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names;
}

Result<std::vector<Candidate>> candidates_of(FeedTables& tables, const std::vector<std::string>& names) {
  std::vector<Candidate> candidates;
  for (const std::string& feed : names) {
    for (auto& [id, stored] : ALONGSIDE_TRY(tables.stored(feed))) {
      Candidate& candidate = candidates.emplace_back(Candidate{feed, std::move(stored), {}, {}});
      candidate.service = ALONGSIDE_TRY(wire::decode_frame<ServiceDetail>(candidate.stored.frame));
      // Of one feed alone nothing is compared.
      if (names.size() > 1) candidate.facts = facts_of(candidate.service, candidate.stored.record);
    }
  }
  return candidates;
}

class Merger {
 public:
  Merger(std::vector<Candidate> candidates, Decisions decisions)
      : candidates_(std::move(candidates)), decisions_(std::move(decisions)) {}

  void compare() {
    // Who keeps an address to itself goes first, whatever the feeds' order: another feed may tell it.
    std::stable_sort(candidates_.begin(), candidates_.end(), [](const Candidate& a, const Candidate& b) {
      return a.facts.is_confidential && !b.facts.is_confidential;
    });
    for (std::size_t i = 0; i < candidates_.size(); ++i) place(i);
    std::stable_sort(result_.pairs.begin(), result_.pairs.end(), [](const LikePair& a, const LikePair& b) {
      return std::pair(a.is_confidential, a.likeness.score) > std::pair(b.is_confidential, b.likeness.score);
    });
    result_.listed = shown_.size();
  }

  const Merged& result() const { return result_; }

  // What is different from what families see is written, and nothing else.
  Result<Merged> write(server::Database& database) {
    OfferTables tables(database);
    std::map<std::string, StoredService> before = ALONGSIDE_TRY(tables.stored());
    // What the council has approved itself goes before what a feed says of the same service, and stays without one.
    const std::set<std::string> own = ALONGSIDE_TRY(tables.own());
    for (const std::string& id : own) before.erase(id);
    for (const std::size_t index : shown_) {
      const Candidate& candidate = candidates_[index];
      const std::string& id = candidate.service.summary.id;
      if (own.contains(id)) continue;
      const auto known = before.find(id);
      const bool is_same = known != before.end() && known->second == candidate.stored;
      if (known != before.end()) before.erase(known);
      if (is_same) continue;
      ++result_.changes;
      ALONGSIDE_TRY(tables.put(candidate.service, candidate.stored));
    }
    for (const auto& [id, stored] : before) {
      ++result_.changes;
      ALONGSIDE_TRY(tables.remove(id));
    }
    if (result_.changes > 0) ALONGSIDE_TRY(tables.raise_version());
    return std::move(result_);
  }

 private:
  // Beside those that are shown already: as one of them, or as one more.
  void place(std::size_t index) {
    const Candidate& candidate = candidates_[index];
    std::vector<LikePair> doubtful;
    std::optional<LikePair> best;
    for (const std::size_t other : like(candidate.facts)) {
      if (candidates_[other].feed == candidate.feed) continue;
      LikePair pair = weigh(candidates_[other], candidate);
      if (pair.is_merged && (!best || pair.likeness.score > best->likeness.score))
        best = std::move(pair);
      else if (!pair.is_merged && (pair.is_decided || pair.likeness.is_doubtful()))
        doubtful.push_back(std::move(pair));
    }
    if (best) {
      ++result_.merged;
      result_.pairs.push_back(std::move(*best));
      return;
    }
    for (LikePair& pair : doubtful) {
      result_.doubtful += pair.is_decided ? 0 : 1;
      result_.pairs.push_back(std::move(pair));
    }
    shown_.push_back(index);
    if (candidate.facts.id.empty()) return;
    shared_.add(candidate.facts, index);
    shown_by_id_.emplace(candidate.facts.id, index);
  }

  // What has something in common with it, and what the council has spoken of with it.
  std::set<std::size_t> like(const ServiceFacts& facts) const {
    std::set<std::size_t> found = shared_.like(facts);
    for (const auto& [pair, decision] : decisions_) {
      if (pair.first != facts.id && pair.second != facts.id) continue;
      const auto other = shown_by_id_.find(pair.first == facts.id ? pair.second : pair.first);
      if (other != shown_by_id_.end()) found.insert(other->second);
    }
    return found;
  }

  LikePair weigh(const Candidate& shown, const Candidate& other) const {
    LikePair pair{shown.facts.id, other.facts.id, shown.service.summary.name,           other.service.summary.name,
                  shown.feed,     other.feed,     likeness_of(shown.facts, other.facts)};
    const auto decision = decisions_.find(pair_of(pair.shown, pair.other));
    pair.is_decided = decision != decisions_.end();
    pair.is_merged = pair.is_decided ? decision->second.verdict == Verdict::Same : pair.likeness.is_certain();
    pair.is_confidential = !pair.is_decided && shown.facts.is_confidential && !other.facts.is_confidential;
    return pair;
  }

  std::vector<Candidate> candidates_;
  Decisions decisions_;
  SharedFacts shared_;
  std::map<std::string, std::size_t> shown_by_id_;
  std::vector<std::size_t> shown_;
  Merged result_;
};

Result<Merger> compared(server::Database& database, const std::vector<std::string>& order) {
  FeedTables tables(database);
  const auto names = ALONGSIDE_TRY(all_in_order(tables, order));
  Merger merger(ALONGSIDE_TRY(candidates_of(tables, names)), ALONGSIDE_TRY(tables.decisions()));
  merger.compare();
  return merger;
}

}  // namespace

Result<Merged> merge_feeds(server::Database& database, const std::vector<std::string>& order) {
  Merger merger = ALONGSIDE_TRY(compared(database, order));
  return merger.write(database);
}

Result<Merged> compare_feeds(server::Database& database, const std::vector<std::string>& order) {
  const Merger merger = ALONGSIDE_TRY(compared(database, order));
  return merger.result();
}

}  // namespace alongside::local_offer
