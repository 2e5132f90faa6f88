// CostPage: "What would it cost?" A year of somebody's help, from a few questions, with where each figure comes from.
// For everybody, signed in or not; nothing of it is kept. The answer goes to whoever plans money, by intent.
#pragma once

#include "app/plugin_api/page.hpp"
#include "app/plugin_api/route.hpp"
#include "plugins/employing/model/year_cost.hpp"
#include "plugins/employing/pages/work_store.hpp"

#include <optional>
#include <string>

namespace alongside::employing {

class CostPage final : public Page {
 public:
  CostPage(Host& host, WorkStore& store) : host_(host), store_(store) {}

  void opened(const Route& route) override { (void)route; }
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  struct Question {
    Worker worker;
    YearPlan plan;
  };
  void form_ui(ui::Ui& ui);
  std::optional<Question> question() const;
  void answer_ui(ui::Ui& ui, const Question& question);
  void lines_ui(ui::Ui& ui, const YearCost& year);
  void leave_ui(ui::Ui& ui, FigureReader& figures, const Question& asked, const YearCost& year);
  void plan_ui(ui::Ui& ui, const YearCost& year);

  Host& host_;
  WorkStore& store_;
  std::string hours_ = "6";
  std::string weeks_ = "52";
  std::string rate_;
  std::string miles_;
  std::string period_ = "four_weeks";
  std::string age_ = "from_22";
  bool with_pay_ = false;
  bool cover_ = false;
  bool joined_ = false;
  bool allowance_ = false;
};

}  // namespace alongside::employing
