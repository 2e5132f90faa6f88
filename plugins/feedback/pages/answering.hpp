// Answering: one person answering one survey: where they are, what they have said, and its way to
// the council. Keeps a draft at every touch, once it is known what was begun here before: until then nothing
// is written over that. Owned by AnswerPage; holds no words and draws nothing.
#pragma once

#include "app/plugin_api/host.hpp"
#include "app/plugin_api/records.hpp"
#include "plugins/feedback/model/said_before.hpp"
#include "plugins/feedback/model/survey_draft.hpp"
#include "plugins/feedback/model/survey_run.hpp"
#include "plugins/feedback/pages/survey_cabinet.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace alongside::feedback {

// What a person is told of what they have said so far.
enum class Keeping : std::uint8_t {
  Untouched,   // there is nothing to tell
  Nowhere,     // nobody is signed in
  Looking,     // it is not known yet what was begun here before: nothing is written meanwhile
  Unreadable,  // nor can it be just now
  Gone,        // sent in another tab, or thrown away by the browser: nothing more is written
  Saving,
  Kept,  // on the device, up to the last touch
  Failed,
};

// Where the answers are once the person has pressed the button.
enum class Sending : std::uint8_t {
  NotYet,
  Saving,
  Waiting,  // saved here; goes when there is a network
  Sent,
  SentElsewhere,  // from another device, with the same id: that one counts
  Refused,
  Failed,  // could not be saved: nothing is lost, it stays in front of the person
};

// What becomes of a photo, a recording or a drawing that was just chosen.
enum class Joining : std::uint8_t { Nothing, Reading, Failed };

struct VisitAbout {
  std::string service;
  std::string service_name;
  std::string code;  // of whoever was invited: it buys their token, and what they begin is nobody's account's
};

class Answering {
 public:
  Answering(Host& host, std::shared_ptr<const ReadySurvey> survey, const VisitAbout& about);

  // Goes on with what was kept, once, together with what was said meanwhile: who is signed in, and what they had
  // begun, may become known only after the first answers.
  void take_up();
  // What they said before and say now are at odds: only they know which holds. Nothing is written until then.
  bool must_choose() const { return before_.has_value(); }  // of another tab, too
  void choose(Holds holds);
  // The other edition of this survey that was begun here and not sent, if there is one and nothing was touched.
  const std::optional<Edition>& begun_before() const { return begun_before_; }

  const ReadySurvey& survey() const { return *survey_; }
  const SurveyDraft& draft() const { return draft_; }
  Stage stage() const { return draft_.stage; }
  const SurveyRun& run() const { return *run_; }
  // What there is to do now, in its order; what of it is in front of the person, past the last: nothing.
  const std::vector<SurveyRun::Step>& steps() const { return steps_; }
  const SurveyRun::Step& step() const;
  std::size_t number() const;  // of that step, from 1

  void set_answer(std::size_t question, const std::string& name, Value value);
  void set_how(HowAnswered how);

  // Joins what a field gave a token for to the answer, as soon as it is on this device.
  void join_file(std::size_t question, const std::string& token);
  Joining joining() const { return waits_->joining; }
  void show_file(DocumentId id) const;
  void drop_files(const std::vector<DocumentId>& files);  // that no answer names any more

  // What is wrong with what is in front of the person; nothing: they went on.
  std::vector<FormMistake> next();
  // Skipping the only question of a step goes on.
  void pass(std::size_t question, Passed how);
  void back();
  bool at_start() const;
  void change(const std::string& question);  // from the last look over the answers
  void send();

  Keeping keeping() const;
  Sending sending() const;
  // Somebody must sign in before these answers can be sent.
  bool needs_person() const;
  // Something of theirs is kept here that another device can go on with.
  bool may_carry() const;
  // The page that takes what is kept here to another device.
  std::string carry_href() const;
  // Where the token of an invitation is bought; empty when nobody was invited.
  std::string token_path() const;

 private:
  // Replies hold this weakly: the page may have gone.
  struct Waits {
    std::uint64_t kept = 0;  // the last touch that is on the disk
    bool keeping_failed = false;
    Sending sending = Sending::NotYet;
    OperationId operation;
    Host::LetterFacts before;  // of letters, when this one was posted
    Joining joining = Joining::Nothing;
  };

  void refresh();
  void answer(const std::string& name, Value value);
  void finish_numbers();
  Records& records() const { return code_.empty() ? host_.records() : host_.nobodys_records(); }
  bool is_kept() const;
  std::optional<SurveyDraft> find_before();
  std::optional<SurveyDraft> draft_at(const std::string& key) const;
  void go_on_with(std::optional<SurveyDraft> before);
  void join(SurveyDraft before, Holds holds);
  void keep();
  void write();
  void keep_at(Stage stage);
  void kept(std::uint64_t touch, Stage stage, const Result<void>& result);
  void changed_elsewhere();
  void post();
  void step_to(std::size_t index);
  void send_without_name();
  void send_with_name();
  void saved(Result<OperationId> result);
  void joined_file(std::size_t question, const Result<DocumentId>& added);
  void forget_lost_files(Answers& answers);
  Sending sending_without_name() const;
  Sending sending_with_name() const;

  Host& host_;
  std::shared_ptr<const ReadySurvey> survey_;
  SurveyDraft draft_;
  std::optional<SurveyRun> run_;  // always there
  std::vector<SurveyRun::Step> steps_;
  std::uint64_t touches_ = 0;
  std::string key_;           // of the draft
  bool is_taken_up_ = false;  // what is at that key is known
  bool is_held_ = false;      // another tab is sending it
  bool is_gone_ = false;      // what was kept is no longer there
  std::string code_;
  Response seen_;                      // as it was last known to lie on the device
  Response said_;                      // here, and not yet kept together with what is there
  std::optional<SurveyDraft> before_;  // waits for must_choose()
  std::optional<Edition> begun_before_;
  std::shared_ptr<Waits> waits_ = std::make_shared<Waits>();
};

}  // namespace alongside::feedback
