// AnswerPage: answering one survey, one thing at a time: "/say/{survey}", and "/say/visit" for how a visit
// was. Works without a network to the end once its questions are on the device.
#pragma once

#include "app/plugin_api/host.hpp"
#include "app/plugin_api/page.hpp"
#include "app/wire/messages/intents.hpp"
#include "plugins/feedback/pages/answering.hpp"
#include "plugins/feedback/pages/form_words_ui.hpp"
#include "plugins/feedback/pages/survey_cabinet.hpp"

#include <optional>
#include <string>
#include <vector>

namespace alongside::feedback {

class AnswerPage final : public Page {
 public:
  AnswerPage(Host& host, SurveyCabinet& cabinet) : host_(host), cabinet_(cabinet) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  void look_for_survey();
  void take_up();
  void prepare_token();
  VisitAbout about() const;
  bool is_visit() const { return route_.tail("/say") == "visit"; }
  std::string heading(const ui::Words& words) const;
  void trouble_ui(ui::Ui& ui);
  void sign_in_ui(ui::Ui& ui);
  void before_ui(ui::Ui& ui);
  void promise_ui(ui::Ui& ui);
  void asking_ui(ui::Ui& ui);
  void step_ui(ui::Ui& ui, const SurveyRun::Step& step);
  void joining_ui(ui::Ui& ui);
  void around_ui(ui::Ui& ui, std::size_t first);
  void reading_ui(ui::Ui& ui);
  void fetch_symbols(ui::Ui& ui);
  Wording wording(const ui::Ui& ui) const { return {ui, reading_, cabinet_.symbols()}; }
  void steps_ui(ui::Ui& ui);
  void passes_ui(ui::Ui& ui, std::size_t question, bool is_only);
  void how_ui(ui::Ui& ui);
  void checking_ui(ui::Ui& ui);
  void checked_answer_ui(ui::Ui& ui, std::size_t question);
  void sent_ui(ui::Ui& ui);
  void keeping_ui(ui::Ui& ui);
  void keeping_words_ui(ui::Ui& ui);
  void back_ui(ui::Ui& ui);

  Host& host_;
  SurveyCabinet& cabinet_;
  Route route_;
  wire::VisitIntent visit_;  // empty when nobody said which
  std::string survey_;       // its id, once it is known
  std::optional<Answering> answering_;
  std::vector<FormMistake> wrong_;
  Reading reading_ = Reading::Usual;
  bool has_fetched_symbols_ = false;
  bool has_asked_token_ = false;
};

}  // namespace alongside::feedback
