// SurveyCabinet: the surveys and questions that this device knows. Fetched when there is a network; for
// somebody who is signed in also kept, so that a survey can be answered without one. Owned by the
// plugin; lent to its pages and its summary.
#pragma once

#include "app/plugin_api/host.hpp"
#include "plugins/feedback/model/published_form.hpp"
#include "plugins/feedback/pages/form_words_ui.hpp"
#include "plugins/feedback/pages/survey_listing.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace alongside::feedback {

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
  explicit SurveyCabinet(Host& host) : host_(host), listing_(host), drawers_(std::make_shared<Drawers>()) {}

  void again();  // asks anew for what did not come
  Load list_load() const { return listing_.load(); }
  // The survey that asks how a visit was, or null.
  const Survey* visit_survey() const { return listing_.about_visits(); }
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
    std::map<std::string, Drawer> surveys;
  };

  void survey_came(const std::string& survey, Result<Bytes> reply);
  bool open_survey(const std::string& survey, const Bytes& frame);
  void keep_survey(const std::string& survey);

  Host& host_;
  SurveyListing listing_;
  std::shared_ptr<Drawers> drawers_;
  std::optional<Symbols> symbols_;  // as chosen since the app was opened
};

}  // namespace alongside::feedback
