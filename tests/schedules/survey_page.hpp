// SurveyPage: one page of the app with a survey in it, on the simulator's device: the real answering, the real sync
// engine with its drafts, and the real box of letters. Made and killed by the schedule, without a goodbye.
#pragma once

#include "app/client/sync/letter_box.hpp"
#include "app/client/sync/sync_engine.hpp"
#include "plugins/feedback/pages/answering.hpp"
#include "tests/schedules/survey_council.hpp"
#include "tests/simulation/sim_clock.hpp"
#include "tests/simulation/sim_store.hpp"
#include "tests/simulation/sim_turns.hpp"
#include "tests/support/fake_host.hpp"

#include <functional>
#include <memory>
#include <optional>

namespace alongside::schedules {

using simulation::Dice;
using simulation::Life;
using simulation::Scheduler;

// The way to the council, and what goes wrong on it.
struct Line {
  bool is_up = true;
  std::uint32_t replies_to_lose = 0, requests_to_repeat = 0;
  std::uint64_t lost_replies = 0, repeated = 0;
};

class SurveyTransport final : public client::SyncTransport {
 public:
  SurveyTransport(Scheduler& scheduler, SurveyCouncil& council, Line& line, Dice dice, Life life)
      : scheduler_(scheduler), council_(council), line_(line), dice_(dice), life_(std::move(life)) {}

  // This council has nothing of anybody's by name.
  void push(Bytes, Reply reply) override { answer(std::move(reply), Error{ErrorCode::Offline, "nobody asks"}); }
  void feed(std::uint64_t, Reply reply) override { answer(std::move(reply), Error{ErrorCode::Offline, "nobody asks"}); }
  void letter(std::string_view path, Bytes frame, Reply reply) override;

 private:
  void answer(Reply reply, Result<Bytes> result);

  Scheduler& scheduler_;
  SurveyCouncil& council_;
  Line& line_;
  Dice dice_;
  std::weak_ptr<const bool> life_;
};

class PageTimer final : public client::Timer {
 public:
  PageTimer(Scheduler& scheduler, Life life) : scheduler_(scheduler), life_(std::move(life)) {}
  void after(std::int64_t ms, std::function<void()> call) override {
    scheduler_.after(std::max<std::int64_t>(ms, 1), life_.lock(), std::move(call));
  }

 private:
  Scheduler& scheduler_;
  std::weak_ptr<const bool> life_;
};

class PageChance final : public Chance {
 public:
  explicit PageChance(Dice dice) : dice_(dice) {}
  void fill(std::span<std::uint8_t> bytes) override { dice_.fill(bytes); }

 private:
  Dice dice_;
};

// Whether the person answers before the page knows what they had begun.
enum class Haste : std::uint8_t { Waits, Begins };

// What outlives a page: the device's disk (one store a person's, one nobody's), its line and its clock.
struct SurveyDevice {
  Scheduler& scheduler;
  SurveyCouncil& council;
  simulation::StoreSurroundings& own_store;
  simulation::StoreSurroundings& public_store;
  simulation::TurnQueue& turns;
  Line& line;
  const Clock& clock;
};

class SurveyPage final {
 public:
  SurveyPage(SurveyDevice device, Dice dice, Haste haste, std::function<void()> die);
  ~SurveyPage();
  SurveyPage(const SurveyPage&) = delete;
  SurveyPage& operator=(const SurveyPage&) = delete;

  // As the screen does in each frame: goes on with what was begun as soon as that is known. Null: not here yet.
  feedback::Answering* answering();
  // Its store could not be reached: it goes on in memory, and says so; what is on the disk waits for the next page.
  bool keeps_nothing() const { return engine_.status().state == client::SyncState::KeepsNothing; }
  void network_is_back() { letters_.send(); }
  const client::LetterStatus& letters() const { return letters_.status(); }

 private:
  class PageHost;
  void open();

  SurveyDevice device_;
  Haste haste_;
  Life life_ = std::make_shared<const bool>(true);
  simulation::SimStore own_store_, public_store_;
  simulation::SimTurns turns_;
  SurveyTransport transport_;
  PageTimer timer_;
  PageChance chance_;
  client::SyncEngine engine_;
  client::LetterBox letters_;
  std::unique_ptr<PageHost> host_;
  std::optional<feedback::Answering> answering_;
  bool is_open_ = false;
};

}  // namespace alongside::schedules
