// Play: a world on its stage: its council, everybody's browsers, what each event does, and in the end
// everything that B can think of fetching. Made by run() once a run.
#pragma once

#include "app/server/family/shares.hpp"
#include "tests/worlds/browser.hpp"
#include "tests/worlds/council.hpp"
#include "tests/worlds/history.hpp"
#include "tests/worlds/run.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace alongside::worlds {

class Play {
 public:
  Play(std::uint64_t seed, Leak leak);

  void act(const Event& event);
  void fetch_everything(const History& history);
  Outcome outcome() { return {std::move(seen_), std::move(kept_)}; }
  void note_what_is_kept() { kept_ += council_.all_kept(); }

 private:
  void at(std::uint64_t key, std::int64_t at_ms);
  Browser& browser(Who who, unsigned device);
  void by_person(Browser& browser, const Event& event);
  void write_fact(Browser& browser, const Event& event);
  void write_record(Browser& browser, const Event& event);
  void write_note(Browser& browser, const Event& event);
  void share(Browser& browser, const Event& event);
  void prefer(Browser& browser, const Event& event);
  void answer(Browser& browser, const Event& event);
  void send_letter(Browser& browser, const Event& event);
  void read_notices(Browser& browser, const Event& event);
  void notice(const Event& event);
  void stand(const Event& event);
  void unshare(const Event& event);
  void share_again();
  void guess(Browser& browser, DocumentId id, unsigned child, wire::Facet facet);
  void guess_to_make(Browser& browser, DocumentId id, unsigned child, wire::Facet facet);
  void guess_at_documents(Browser& browser, const History& history);
  void guess_at_devices(Browser& browser);

  Council council_;
  std::uint64_t seed_;
  Date first_day_;
  Standings standings_ = usual_standings();
  std::vector<server::ShareGrant> left_off_;  // with B, until they are shared again
  std::map<std::pair<Who, unsigned>, Browser> browsers_;
  std::vector<std::string> seen_;
  std::string kept_;
};

}  // namespace alongside::worlds
