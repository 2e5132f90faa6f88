// SurveyCabinet: the surveys and questions that this device knows. Fetched when there is a network; for
// somebody who is signed in also kept, so that a survey can be answered without one. Owned by the
// plugin; lent to its pages and its summary.
#pragma once

#include "app/plugin_api/host.hpp"
#include "plugins/feedback/model/published_form.hpp"
#include "plugins/feedback/model/survey_list.hpp"
#include "plugins/feedback/pages/form_words_ui.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace alongside::feedback {

enum class Load : std::uint8_t { Waiting, Ready, Offline, Failed, Missing };

// One edition, ready to be asked. Kept alive by whoever asks it, also when a newer one comes.
struct ReadySurvey {
  Edition edition;
  bool is_anonymous = true;
  HowOften how_often = HowOften::AsTheyLike;
  std::shared_ptr<const Form> form;
  bool has_easy_words = false;
  bool has_symbols = false;
};

class SurveyCabinet {
 public:
  explicit SurveyCabinet(Host& host) : host_(host), drawers_(std::make_shared<Drawers>()) {}

  void want_list();  // asks once; again() asks anew
  void again();
  Load list_load() const { return drawers_->list_load; }
  const SurveyList& list() const { return drawers_->list; }
  // The survey that asks how a visit was, or null.
  const Survey* visit_survey() const;
  // Fetches the questions of every survey about a visit, so that they are here when they are wanted.
  void prepare_visit();

  void want(const std::string& survey);
  Load load(const std::string& survey) const;
  std::shared_ptr<const ReadySurvey> survey(const std::string& survey) const;
  // Whether this person likes symbols beside the words; kept for them on this device.
  Symbols symbols() const;
  void show_symbols(Symbols symbols);
  // An older edition that was kept when a newer one came, for whoever had begun it; or null.
  std::shared_ptr<const ReadySurvey> kept_edition(const Edition& edition) const;

 private:
  struct Drawer {
    Load load = Load::Waiting;
    std::shared_ptr<const ReadySurvey> survey;
    Bytes unkept;  // its frame, until the device's drafts are read: an older edition may be among them
  };
  struct Drawers {  // replies hold them weakly: none reaches a plugin that has gone
    Load list_load = Load::Waiting;
    SurveyList list;
    std::map<std::string, Drawer> surveys;
  };

  void fetch_list();
  void list_came(Result<Bytes> reply);
  void survey_came(const std::string& survey, Result<Bytes> reply);
  bool open_list(const Bytes& frame);
  bool open_survey(const std::string& survey, const Bytes& frame);
  void keep_survey(const std::string& survey);
  void keep(std::string_view key, const Bytes& frame);

  Host& host_;
  std::shared_ptr<Drawers> drawers_;
  std::optional<Symbols> symbols_;  // as chosen since the app was opened
  bool asked_list_ = false;
};

}  // namespace alongside::feedback
