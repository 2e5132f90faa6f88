#include "plugins/employing/pages/cost_page.hpp"

#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/intents.hpp"
#include "plugins/employing/model/leave_pay.hpp"
#include "plugins/employing/model/rounding.hpp"
#include "plugins/employing/model/typed.hpp"
#include "plugins/employing/pages/work_words.hpp"

namespace alongside::employing {

using namespace ui::literals;

namespace {

constexpr std::int64_t most_weeks = 52;
constexpr std::int64_t most_minutes = 7 * 24 * 60;
constexpr std::int64_t most_miles = 2000;
constexpr std::int64_t week_hundredths = 100;  // in which weeks of holiday are counted
constexpr int sample_age = 20;                 // of "under 21": their employer pays no National Insurance

void year_line_ui(ui::Ui& ui, ui::Key key, const std::string& term, std::int64_t pence) {
  if (pence != 0) ui.description(key, ui::Icon::None, term, pence_text(pence));
}

}  // namespace

std::string CostPage::title(const ui::Words& words) const { return words.get("employing.cost.title"_t); }

Result<void> CostPage::page_ui(ui::Ui& ui) {
  ui.link("back", ui.tr("employing.back"_t), "/pa", ui::LinkLook::Back, ui::Icon::ArrowLeft);
  ui.heading(1, ui.tr("employing.cost.title"_t));
  ui.sentence("employing.cost.lead"_t, ui::TextLook::Large);
  no_payroll_ui(ui);
  form_ui(ui);
  if (!has_figures_ui(ui, store_)) return {};
  if (const auto asked = question())
    answer_ui(ui, *asked);
  else
    ui.status("missing", ui.tr("employing.cost.type"_t));
  return {};
}

void CostPage::form_ui(ui::Ui& ui) {
  const auto form = ui.form("cost", ui.tr("employing.cost.title"_t));
  const ui::TextFieldOptions number{.mode = ui::InputMode::Decimal, .max_length = 8, .max_width = 180};
  const ui::TextFieldOptions time{.max_length = 12, .max_width = 180};
  ui.text_field("hours", {ui.tr("employing.cost.hours"_t), ui.tr("employing.time_hint"_t)}, hours_, time);
  ui.text_field("rate", {ui.tr("employing.rate"_t), ui.tr("employing.rate_hint"_t)}, rate_, number);
  ui.text_field("weeks", {ui.tr("employing.cost.weeks"_t), ui.tr("employing.cost.weeks_hint"_t)}, weeks_, number);
  ui.text_field("miles", {ui.tr("employing.cost.miles"_t)}, miles_, number);
  ui.radio_group("period", {ui.tr("employing.period"_t)},
                 {{"week", ui.tr("employing.period.week"_t)},
                  {"four_weeks", ui.tr("employing.period.four_weeks"_t)},
                  {"month", ui.tr("employing.period.month"_t)}},
                 period_);
  ui.radio_group("age", {ui.tr("employing.age"_t)},
                 {{"from_22", ui.tr("employing.cost.age.from_21"_t)},
                  {"young", ui.tr("employing.cost.age.young"_t)},
                  {"pension_age", ui.tr("employing.age.pension"_t)}},
                 age_);
  ui.checkbox("with_pay", ui.tr("employing.with_pay"_t), with_pay_);
  if (!with_pay_) ui.checkbox("cover", ui.tr("employing.cost.cover"_t), cover_);
  ui.checkbox("joined", ui.tr("employing.cost.joined"_t), joined_);
  ui.checkbox("allowance", ui.tr("employing.allowance"_t), allowance_);
  ui.sentence("employing.allowance_hint"_t, ui::TextLook::Soft);
}

std::optional<CostPage::Question> CostPage::question() const {
  const auto minutes = read_time(hours_);
  const auto weeks = read_whole(weeks_, most_weeks);
  const auto rate = read_pounds(rate_);
  const auto miles = read_whole(miles_, most_miles);
  if (!minutes || *minutes == 0 || *minutes > most_minutes || !weeks || *weeks == 0 || !rate || !miles)
    return std::nullopt;
  if (rate->pence() == 0 || rate->pence() > Worker::most_rate) return std::nullopt;
  const Date today = host_.clock().today();
  Question asked;
  asked.worker.rate = *rate;
  asked.worker.starts = today;
  asked.worker.period = pay_period_named(period_);
  if (age_ == "pension_age") asked.worker.age = WorkerAge::PensionAge;
  if (age_ == "young") {
    asked.worker.age = WorkerAge::Young;
    asked.worker.birth = Date(today.days() - sample_age * 366);
  }
  asked.worker.holiday = with_pay_ ? HolidayPay::WithPay : HolidayPay::WhenTaken;
  asked.worker.pension = joined_ ? PensionChoice::Joined : PensionChoice::ByRule;
  asked.worker.allowance = allowance_ ? AllowanceClaim::Yes : AllowanceClaim::No;
  asked.plan.minutes_a_week = *minutes;
  asked.plan.weeks = *weeks;
  asked.plan.miles_a_week = *miles;
  asked.plan.cover = cover_ && !with_pay_ ? YearPlan::Cover::Yes : YearPlan::Cover::No;
  return asked;
}

void CostPage::answer_ui(ui::Ui& ui, const Question& asked) {
  const Date today = host_.clock().today();
  FigureReader figures(store_.figures(), today);
  Worker worker = asked.worker;
  worker.mile_rate = Money::of_known(figures.find(FigureName::MileageCar).value_or(0));
  const auto least = minimum_wage(figures, worker, today);
  const YearCost year = year_cost(figures, worker, asked.plan, today);
  {
    const auto card = ui.card("answer", ui::CardLook::Band);
    ui.heading(2, ui.tr("employing.cost.answer"_t));
    ui.text(ui::format_money(Money::of_known(year.total)), ui::TextLook::Figure);
    ui.status("says",
              ui.tr("employing.cost.says"_t, {{"money", pence_text(year.total)}, {"hour", pence_text(year.an_hour)}}));
    if (least && worker.rate.pence() < *least)
      ui.notice(ui::Tone::Warn, ui::Icon::Warning, ui.tr("employing.below_minimum"_t, {{"money", pence_text(*least)}}));
    if (!figures.is_complete()) ui.notice(ui::Tone::Warn, ui::Icon::Warning, ui.tr("employing.figures.incomplete"_t));
    lines_ui(ui, year);
    plan_ui(ui, year);
  }
  {
    const auto card = ui.card("one", ui::CardLook::Card);
    ui.heading(2, ui.tr("employing.cost.one"_t));
    pay_lines_ui(ui, year.one);
  }
  leave_ui(ui, figures, asked, year);
  sources_ui(ui, figures);
}

void CostPage::lines_ui(ui::Ui& ui, const YearCost& year) {
  const auto list = ui.description_list("lines");
  year_line_ui(ui, "gross", ui.plural("employing.cost.gross"_t, year.pays), year.gross);
  year_line_ui(ui, "insurance", ui.tr("employing.cost.insurance"_t), year.insurance);
  year_line_ui(ui, "allowance", ui.tr("employing.line.allowance"_t), -year.allowance);
  year_line_ui(ui, "pension", ui.tr("employing.line.pension"_t), year.pension);
  year_line_ui(ui, "mileage", ui.tr("employing.line.mileage"_t), year.mileage);
  year_line_ui(ui, "cover", ui.tr("employing.cost.cover_line"_t), year.cover);
  year_line_ui(ui, "liability", ui.tr("employing.cost.liability"_t), year.liability);
  year_line_ui(ui, "payroll", ui.tr("employing.cost.payroll"_t), year.payroll);
}

// Holiday and sickness: what is in the year already, and what comes on top if it happens.
void CostPage::leave_ui(ui::Ui& ui, FigureReader& figures, const Question& asked, const YearCost& year) {
  const auto card = ui.card("leave", ui::CardLook::Card);
  ui.heading(2, ui.tr("employing.cost.leave"_t));
  if (asked.worker.holiday == HolidayPay::WhenTaken) {
    const std::int64_t holiday =
        round_half_up(asked.plan.minutes_a_week * figures.read(FigureName::HolidayWeeks), week_hundredths);
    ui.text(ui.tr("employing.cost.holiday"_t, {{"time", hours_text(ui, holiday)}}));
  } else {
    ui.sentence("employing.cost.holiday_with_pay"_t);
  }
  const std::int64_t sick = sick_pay_week(figures, round_half_up(year.gross, most_weeks));
  const std::int64_t first = figures.read(FigureName::SickPayWaitingDays) + 1;
  ui.text(sick == 0 ? ui.tr("employing.cost.no_sick"_t)
                    : ui.tr("employing.cost.sick"_t, {{"money", pence_text(sick)}, {"day", std::to_string(first)}}));
  const std::int64_t months = figures.read(FigureName::PensionPostponeMonths);
  ui.text(ui.tr("employing.cost.postpone"_t, {{"months", std::to_string(months)}}), ui::TextLook::Soft);
}

// Whoever plans money takes it, in the words of this screen; where nobody does, nothing is offered.
void CostPage::plan_ui(ui::Ui& ui, const YearCost& year) {
  wire::CostIntent cost;
  cost.service_name = ui.tr("employing.cost.plan_name"_t);
  cost.amount = Money::of_known(year.total);
  cost.unit = wire::CostUnit::Year;
  const std::string href = host_.intent_href(wire::CostIntent::name, wire::encode_frame(cost));
  if (!href.empty()) ui.link("plan", ui.tr("employing.cost.plan"_t), href, ui::LinkLook::Button, ui::Icon::ArrowRight);
}

}  // namespace alongside::employing
