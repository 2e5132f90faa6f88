#include "tests/schedules/schedule.hpp"

#include "app/wire/payload.hpp"
#include "tests/schedules/said_early.hpp"
#include "tests/schedules/survey_page.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace alongside::schedules {

namespace {

using feedback::Answering;
using feedback::Keeping;
using feedback::Sending;
using feedback::Stage;
using simulation::Fault;

class Schedule {
 public:
  Schedule(std::uint64_t seed, Planted planted) : dice_(seed), planted_(planted) {}

  ScheduleResult run() {
    if (!council_.open()) {
      result_.lost.emplace_back("the council could not be set up");
      return std::move(result_);
    }
    for (int step = 0; step < 90; ++step) {
      go_wrong();
      pass(dice_.between(0, 1200));
      act();
      look();
    }
    come_to_rest();
    check();
    result_.quota = counts_.of(Fault::Quota);
    result_.unavailable = counts_.of(Fault::Unavailable);
    result_.crashes = counts_.of(Fault::CrashClient);
    result_.lost_replies = line_.lost_replies;
    result_.repeats = line_.repeated;
    return std::move(result_);
  }

 private:
  // What the person has done to one survey, and how much of it the screen called saved.
  struct Sitting {
    std::vector<feedback::SurveyDraft> touches;  // the answers after each
    std::size_t saved = 0;                       // so many of them were shown as saved
  };

  void pass(std::int64_t ms) {
    const std::int64_t until = scheduler_.now_ms() + ms;
    while (scheduler_.now_ms() < until) {
      scheduler_.run_until(std::min(until, scheduler_.now_ms() + 100));
      if (is_dying_) kill();
      if (!page_) open();
      look();
    }
  }

  void open() {
    is_fresh_ = true;
    early_ = {};
    page_ = std::make_unique<SurveyPage>(SurveyDevice{scheduler_, council_, own_, public_, turns_, line_, clock_},
                                         dice_.part(), dice_.one_in(2) ? Haste::Begins : Haste::Waits,
                                         [this] { is_dying_ = true; });
  }

  void kill() {
    page_.reset();
    is_dying_ = false;
  }

  void go_wrong() {
    switch (dice_.below(16)) {
      case 0: ++result_.kills; return kill();
      case 1: return armed_.arm(Fault::CrashClient);
      case 2:
      case 3:
        ++result_.offline;
        line_.is_up = false;
        return;
      case 4:
      case 5:
      case 6:
        line_.is_up = true;
        if (page_) page_->network_is_back();
        return;
      case 7: return armed_.arm(Fault::Quota);
      case 8: return armed_.arm(Fault::Unavailable);
      case 9: ++line_.replies_to_lose; return;
      case 10: ++line_.requests_to_repeat; return;
      case 11:
        if (dice_.one_in(6)) evict();
        return;
      default: return;
    }
  }

  // The browser clears what this site has kept; it does so while no page of it is open.
  void evict() {
    ++result_.evictions;
    kill();
    scheduler_.run_until(scheduler_.now_ms() + 200);
    own_disk_.databases.clear();
    public_disk_.databases.clear();
    if (sitting_.saved > 0) ++result_.gone_with_eviction;
    sitting_ = {};
    const auto arrived = council_.kept();
    result_.gone_with_eviction +=
        std::erase_if(promised_, [&](const auto& one) { return !arrived.contains(one.first); });
  }

  static Bytes answers_of(const Answering& answering) {
    feedback::SurveyDraft draft = answering.draft();
    draft.stage = Stage::Asking;  // where they are is no answer
    draft.question.clear();
    return wire::encode_payload(draft);
  }
  static Bytes id_of(const Answering& answering) {
    const auto& id = answering.draft().id.bytes();
    return {id.begin(), id.end()};
  }

  // Nobody knows yet what was begun here before; the person answers all the same.
  static bool is_early(const Answering& answering) {
    const Keeping keeping = answering.keeping();
    return keeping == Keeping::Looking || keeping == Keeping::Unreadable;
  }

  // What the screen says now.
  void look() {
    Answering* answering = page_ && !is_dying_ ? page_->answering() : nullptr;
    if (answering == nullptr) return;
    if (is_fresh_ && !is_early(*answering)) {
      is_fresh_ = false;
      found_again(*answering);
    }
    if (answering->stage() == Stage::Sent) return sent(*answering);
    if (is_apart_) {
      if (answering->keeping() == Keeping::Kept) result_.lost.emplace_back("a page that keeps nothing called it saved");
      return;
    }
    if (answering->keeping() == Keeping::Kept && !sitting_.touches.empty() && !is_untouched_) {
      if (sitting_.saved != sitting_.touches.size()) ++result_.shown_saved;
      sitting_.saved = sitting_.touches.size();
    }
  }

  // It is known what was begun: what was shown as saved is in front of the person, or something that they did after it,
  // but for what they said before it was known.
  void found_again(Answering& answering) {
    if (answering.must_choose()) ++result_.asked_which;
    if (answering.must_choose()) answering.choose(dice_.one_in(2) ? feedback::Holds::Before : feedback::Holds::Now);
    is_untouched_ = early_.is_empty();
    is_apart_ = page_->keeps_nothing();
    opened_as_ = answers_of(answering);
    if (is_apart_) return;
    const feedback::SurveyDraft& now = answering.draft();
    const auto is_it = [&](const feedback::SurveyDraft& touch) { return early_.leaves(touch, now); };
    const auto found = std::find_if(sitting_.touches.rbegin(), sitting_.touches.rend(), is_it);
    const auto index = static_cast<std::size_t>(sitting_.touches.rend() - found);
    const bool was_sent = std::ranges::any_of(pressed_, [&](const Bytes& id) { return id == sitting_id_; });
    if (found == sitting_.touches.rend() || index < sitting_.saved) {
      // Once they had pressed "Send", the answers may be on their way instead.
      if (sitting_.saved > 0 && !was_sent) {
        result_.lost.push_back("touch " + std::to_string(sitting_.saved) + " was shown as saved and is not there");
      }
      sitting_ = {};
    } else {
      sitting_.touches.resize(index);
    }
    if (early_.is_empty()) return;
    ++result_.joined_late;
    sitting_.touches.push_back(now);
    sitting_id_ = id_of(answering);
  }

  void sent(Answering& answering) {
    const Sending now = answering.sending();
    if (now == Sending::Waiting || now == Sending::Sent) promised_.insert_or_assign(id_of(answering), sent_as_);
    if (now == Sending::Refused) refused_.insert(id_of(answering));
    // They have read it, and go on to the next survey.
    ++result_.sent;
    if (!is_apart_ && !is_fresh_) sitting_ = {};
    kill();
  }

  void act() {
    Answering* answering = page_ && !is_dying_ ? page_->answering() : nullptr;
    if (answering == nullptr) return;
    look();
    if (!page_ || is_dying_) return;
    answering = page_->answering();
    if (answering == nullptr || answering->stage() == Stage::Sent) return;
    if (is_fresh_) return act_early(*answering);
    do_something(*answering);
    // Where nothing was answered yet, an empty step on is nothing that could be lost.
    if (is_untouched_ && answers_of(*answering) == opened_as_) return;
    is_untouched_ = false;
    if (is_apart_) return;
    sitting_id_ = id_of(*answering);
    if (sitting_.touches.empty() || !SaidEarly().leaves(sitting_.touches.back(), answering->draft())) {
      ++result_.touches;
      sitting_.touches.push_back(answering->draft());
    }
  }

  void act_early(Answering& answering) {
    const feedback::SurveyDraft before = answering.draft();
    do_something(answering);
    ++result_.early;
    early_.note(before, answering.draft());
  }

  void do_something(Answering& answering) {
    switch (answering.stage()) {
      case Stage::Asking: return answer_something(answering);
      case Stage::HowAnswered:
        answering.set_how(static_cast<feedback::HowAnswered>(dice_.below(5)));
        if (!dice_.one_in(3)) static_cast<void>(answering.next());
        return;
      case Stage::Checking:
        if (dice_.one_in(5)) return answering.back();
        pressed_.insert(id_of(answering));
        sent_as_ = answers_of(answering);
        return answering.send();
      case Stage::Sent: return;
    }
  }

  void answer_something(Answering& answering) {
    if (answering.step().empty()) return;
    const std::size_t question = answering.step().front();
    const std::string& name = answering.run().element(question).name;
    if (dice_.one_in(6)) return answering.pass(question, static_cast<feedback::Passed>(dice_.below(3)));
    if (dice_.one_in(8) && !answering.at_start()) return answering.back();
    if (dice_.one_in(3)) return static_cast<void>(answering.next());
    feedback::Value value = feedback::Value::of_text("words " + std::to_string(dice_.below(1000)));
    if (name == "liked") value = feedback::Value::of_number(static_cast<double>(1 + dice_.below(5)));
    if (name == "why") value = feedback::Value::of_list({feedback::Value::of_text("noise")});
    answering.set_answer(question, name, std::move(value));
  }

  // Nothing goes wrong any more: what waits goes.
  void come_to_rest() {
    armed_.disarm();
    own_disk_.unavailable_for = public_disk_.unavailable_for = 0;
    line_ = {true, 0, 0, line_.lost_replies, line_.repeated};
    kill();
    open();
    for (int minutes = 0; minutes < 60; ++minutes) {
      page_->network_is_back();
      pass(60'000);
      if (page_ && page_->letters().waiting == 0) break;
    }
    look();
  }

  void check() {
    std::map<Bytes, Bytes> kept = council_.kept();
    if (planted_ == Planted::ForgetfulDisk && !kept.empty()) kept.erase(kept.begin());
    if (planted_ == Planted::CountsTwice && !kept.empty()) kept[Bytes(16, 0xEE)] = kept.begin()->second;
    result_.arrived = kept.size();
    for (const auto& [id, answers] : promised_) {
      if (!kept.contains(id))
        result_.lost.push_back("answers that were shown as saved or sent are not with the council");
    }
    // Each sitting has one id: what has another than a sitting's is there twice.
    for (const auto& [id, answers] : kept) {
      if (!pressed_.contains(id)) result_.doubled.push_back("answers are with the council that nobody sent");
    }
  }

  Dice dice_;
  Planted planted_;
  Scheduler scheduler_;
  simulation::FaultCounts counts_;
  simulation::ArmedFaults armed_;
  simulation::SimClock clock_{scheduler_};
  SurveyCouncil council_;
  Line line_;
  simulation::DeviceStorage own_disk_, public_disk_;
  Dice disk_dice_ = dice_.part();
  simulation::StoreSurroundings own_{scheduler_, counts_, armed_, disk_dice_, own_disk_, [](const client::Store*) {},
                                     [] {}};
  simulation::StoreSurroundings public_{
      scheduler_, counts_, armed_, disk_dice_, public_disk_, [](const client::Store*) {}, [] {}};
  simulation::TurnQueue turns_;
  std::unique_ptr<SurveyPage> page_;
  bool is_dying_ = false, is_fresh_ = false, is_untouched_ = true;
  bool is_apart_ = false;  // this page keeps nothing: what it shows is no part of the sitting
  Sitting sitting_;
  SaidEarly early_;  // on this page, before it knew
  Bytes sitting_id_, sent_as_, opened_as_;
  std::map<Bytes, Bytes> promised_;  // ids whose answers the screen said are safe
  std::set<Bytes> pressed_, refused_;
  ScheduleResult result_;
};

}  // namespace

ScheduleResult run_schedule(std::uint64_t seed, Planted planted) { return Schedule(seed, planted).run(); }

}  // namespace alongside::schedules
