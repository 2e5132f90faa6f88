#include "plugins/direct_payments/pages/forecast/forecast_page.hpp"

#include "app/plugin_api/council_ui.hpp"
#include "app/plugin_api/host.hpp"
#include "app/plugin_api/records.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/intents.hpp"
#include "app/wire/payload.hpp"
#include "plugins/direct_payments/pages/forecast/money_chart.hpp"
#include "plugins/direct_payments/pages/money_words.hpp"
#include "plugins/direct_payments/pages/whose_money_ui.hpp"

#include <algorithm>
#include <string_view>

namespace alongside::direct_payments {

using namespace ui::literals;

namespace {

constexpr std::string_view draft_key = "direct_payments.set_aside";

std::string end_text(const ui::Ui& ui, const Outlook& outlook) {
  const std::string day = day_text(ui, outlook.last);
  switch (outlook.end) {
    case OutlookEnd::Review: return ui.tr("forecast.end.review"_t, {{"day", day}});
    case OutlookEnd::End: return ui.tr("forecast.end.end"_t, {{"day", day}});
    case OutlookEnd::GrownUp:
      return ui.tr("forecast.end.grown_up"_t, {{"day", day_text(ui, Date(outlook.last.days() + 1))}});
    case OutlookEnd::HalfYear: break;
  }
  return ui.tr("forecast.end.half_year"_t, {{"day", day}});
}

std::string because_text(const ui::Ui& ui, const Outlook& outlook) {
  const auto because = outlook.forecast.lowest_because;
  if (!because) return {};
  switch (outlook.kinds[*because]) {
    case ExpectedKind::Planned: return ui.tr("forecast.because.plan"_t, {{"name", outlook.expected[*because].name}});
    case ExpectedKind::Usual: return ui.tr("forecast.because.usual"_t);
    case ExpectedKind::Wages: return ui.tr("forecast.because.wages"_t);
    case ExpectedKind::Extra:
    case ExpectedKind::FromCouncil: break;
  }
  return {};
}

bool has_kind(const Outlook& outlook, ExpectedKind kind) {
  return std::find(outlook.kinds.begin(), outlook.kinds.end(), kind) != outlook.kinds.end();
}

void lowest_ui(ui::Ui& ui, const Outlook& outlook) {
  ui.text(ui.tr("forecast.lowest"_t, {{"day", day_text(ui, outlook.forecast.lowest_day)},
                                      {"money", pence_text(outlook.forecast.lowest())}}));
}

}  // namespace

void ForecastPage::opened(const Route& route) {
  rules_.begin();
  route_ = route;
  alerts_.opened();
}

std::string ForecastPage::title(const ui::Words& words) const { return words.get("forecast.title"_t); }

// A draft that is not read yet must not be written over.
bool ForecastPage::read_draft() {
  if (is_draft_read_) return true;
  if (!host_.records().are_drafts_read()) return false;
  const auto draft = host_.records().draft(draft_key);
  auto kept = draft ? wire::decode_payload<SetAside>(*draft) : Result<SetAside>(Error{});
  if (kept.ok()) aside_ = std::move(kept).value();
  return is_draft_read_ = true;
}

void ForecastPage::keep_draft() { host_.records().keep_draft(draft_key, wire::encode_payload(aside_), {}); }

OutlookAsk ForecastPage::asked() const {
  return {.set_aside = sum_of(aside_), .wages = typed_pence(aside_.wages).value_or(0)};
}

const Outlook& ForecastPage::outlook_of(const BookAgreement& agreement) {
  const SurplusRules& rules = rules_.guide().surplus;
  const OutlookAsk ask = asked();
  std::string of = agreement.id.text();
  for (const std::int64_t part : {static_cast<std::int64_t>(host_.records().edition()), ask.set_aside, ask.wages,
                                  std::int64_t{rules.keep_weeks}, std::int64_t{host_.clock().today().days()}})
    of += '|' + std::to_string(part);
  if (of == outlook_of_) return outlook_;
  outlook_ = outlook(store_.book(), agreement, rules, host_.clock().today(), ask);
  outlook_of_ = std::move(of);
  return outlook_;
}

Result<void> ForecastPage::page_ui(ui::Ui& ui) {
  ui.link("back", ui.tr("direct_payments.back"_t), "/money", ui::LinkLook::Back, ui::Icon::ArrowLeft);
  ui.heading(1, ui.tr("forecast.title"_t));
  const BookAgreement* agreement = whose_money_ui(ui, store_, route_, "forecast.sign_in"_t);
  if (agreement == nullptr) return {};
  const bool has_draft = read_draft();
  const Outlook& outlook = outlook_of(*agreement);
  answer_ui(ui, outlook);
  why_ui(ui, outlook);
  weeks_ui(ui, outlook);
  pace_ui(ui, outlook);
  surplus_ui(ui, outlook);
  if (!has_draft) return {};
  what_if_ui(ui, *agreement);
  wages_ui(ui);
  set_aside_ui(ui);
  alerts_.draw_ui(ui, *agreement);
  return {};
}

void ForecastPage::answer_ui(ui::Ui& ui, const Outlook& outlook) {
  const auto card = ui.card("answer", ui::CardLook::Band);
  const std::string last = day_text(ui, outlook.last);
  if (outlook.runs_out)
    ui.notice(ui::Tone::Bad, ui::Icon::Warning,
              ui.tr("forecast.runs_out"_t, {{"day", day_text(ui, *outlook.runs_out)}}));
  else
    ui.text(ui.tr("forecast.lasts"_t, {{"day", last}}), ui::TextLook::Large);
  lowest_ui(ui, outlook);
  const std::string because = because_text(ui, outlook);
  if (!because.empty()) ui.text(because);
  ui.text(end_text(ui, outlook), ui::TextLook::Soft);
  ui.chart("chart",
           ui.tr("forecast.chart"_t, {{"last", last},
                                      {"now", pence_text(outlook.now)},
                                      {"lowest", pence_text(outlook.forecast.lowest())},
                                      {"day", day_text(ui, outlook.forecast.lowest_day)},
                                      {"end", pence_text(outlook.forecast.pence.back())}}),
           chart_height, money_chart(outlook, ui.width()));
  const ChartScale scale = scale_of(outlook);
  ui.text(ui.tr("forecast.chart.scale"_t, {{"top", pence_text(scale.top)}, {"bottom", pence_text(scale.bottom)}}),
          ui::TextLook::Soft);
  if (outlook.may_keep && *outlook.may_keep + outlook.set_aside <= scale.top)
    ui.text(ui.tr("forecast.chart.keep"_t), ui::TextLook::Soft);
}

void ForecastPage::why_ui(ui::Ui& ui, const Outlook& outlook) {
  ui.heading(2, ui.tr("forecast.counted"_t));
  const auto list = ui.list("counted", ui.tr("forecast.counted"_t), ui::ListLook::Bullets);
  const auto say = [&ui](ui::Key key, const std::string& text) {
    const auto item = ui.list_item(key);
    ui.text(text);
  };
  say("now", ui.tr("forecast.counted.now"_t, {{"money", pence_text(outlook.now)}}));
  if (has_kind(outlook, ExpectedKind::FromCouncil)) say("council", ui.tr("forecast.counted.council"_t));
  if (has_kind(outlook, ExpectedKind::Planned)) say("plan", ui.tr("forecast.counted.plan"_t));
  if (has_kind(outlook, ExpectedKind::Usual))
    say("usual", ui.tr("forecast.counted.usual"_t, {{"money", pence_text(*outlook.weekly_pace)}}));
  if (has_kind(outlook, ExpectedKind::Wages))
    say("wages", ui.tr("forecast.counted.wages"_t, {{"money", pence_text(asked().wages)}}));
  if (!outlook.weekly_pace) say("little", ui.tr("forecast.counted.little"_t));
}

void ForecastPage::weeks_ui(ui::Ui& ui, const Outlook& outlook) {
  const std::vector<OutlookWeek> weeks = weeks_of(outlook);
  const std::size_t count = std::min(shown_, weeks.size());
  {
    const auto table = ui.table("weeks", ui.tr("forecast.weeks"_t),
                                {{ui.tr("forecast.weeks.from"_t), ui::Align::Start, 1.2f},
                                 {ui.tr("forecast.weeks.change"_t), ui::Align::End, 1},
                                 {ui.tr("forecast.weeks.lowest"_t), ui::Align::End, 1}});
    for (std::size_t i = 0; i < count; ++i) {
      const auto row = ui.table_row(ui::Key("week", static_cast<std::uint64_t>(weeks[i].first.days())));
      ui.cell(day_text(ui, weeks[i].first));
      ui.cell(pence_text(weeks[i].in - weeks[i].out));
      ui.cell(pence_text(weeks[i].lowest));
    }
  }
  if (count == weeks.size()) return;
  if (!ui.button("more", ui.plural("forecast.weeks.more"_t, static_cast<std::int64_t>(weeks.size() - count)))) return;
  shown_ = weeks.size();
  host_.redraw();
}

void ForecastPage::pace_ui(ui::Ui& ui, const Outlook& outlook) {
  if (outlook.weekly_pace.value_or(0) == 0) return;
  ui.heading(2, ui.tr("forecast.pace"_t));
  ui.text(ui.tr("forecast.pace.is"_t,
                {{"pace", pence_text(*outlook.weekly_pace)}, {"income", pence_text(outlook.weekly_income)}}));
}

void ForecastPage::surplus_ui(ui::Ui& ui, const Outlook& outlook) {
  if (!outlook.may_keep) return;
  const Guide& guide = rules_.guide();
  const auto card = ui.card("surplus", ui::CardLook::Plain);
  ui.heading(2, ui.tr("forecast.surplus"_t));
  ui.text(ui.plural("forecast.surplus.keep"_t, guide.surplus.keep_weeks, {{"money", pence_text(*outlook.may_keep)}}));
  bilingual_text_ui(ui, guide.surplus.words);
  bilingual_text_ui(ui, guide.source.title, ui::TextLook::Soft);
  if (!outlook.over_from) return ui.sentence("forecast.surplus.within"_t, ui::TextLook::Strong);
  ui.text(ui.tr("forecast.surplus.over"_t, {{"day", day_text(ui, *outlook.over_from)}}), ui::TextLook::Strong);
  if (outlook.over_at_end > 0)
    ui.text(ui.tr("forecast.surplus.at_end"_t,
                  {{"money", pence_text(outlook.over_at_end)}, {"day", day_text(ui, outlook.last)}}));
  ui.sentence("forecast.surplus.do"_t);
  const std::string find = host_.intent_href(wire::FindIntent::name, wire::encode_frame(wire::FindIntent()));
  if (!find.empty()) ui.link("find", ui.tr("forecast.surplus.find"_t), find, ui::LinkLook::Standalone);
}

bool ForecastPage::amount_ui(ui::Ui& ui, const char* key, const std::string& label, std::string& typed) {
  return ui.text_field(key, {label, {}, typed_pence(typed) ? std::string() : ui.tr("forecast.amount.wrong"_t)}, typed,
                       {.mode = ui::InputMode::Decimal, .max_length = 30, .max_width = 240});
}

void ForecastPage::what_if_ui(ui::Ui& ui, const BookAgreement& agreement) {
  const auto card = ui.card("what_if", ui::CardLook::Plain);
  ui.heading(2, ui.tr("forecast.what_if"_t));
  if (amount_ui(ui, "extra", ui.tr("forecast.what_if.how_much"_t), aside_.extra)) keep_draft();
  const std::int64_t extra = typed_pence(aside_.extra).value_or(0);
  if (extra == 0) return ui.status("then", {});
  OutlookAsk ask = asked();
  ask.extra = extra;
  const Outlook then = outlook(store_.book(), agreement, rules_.guide().surplus, host_.clock().today(), ask);
  const std::string money = pence_text(extra);
  ui.status("then",
            then.runs_out
                ? ui.tr("forecast.what_if.runs_out"_t, {{"money", money}, {"day", day_text(ui, *then.runs_out)}})
                : ui.tr("forecast.what_if.lasts"_t, {{"money", money},
                                                     {"day", day_text(ui, then.forecast.lowest_day)},
                                                     {"lowest", pence_text(then.forecast.lowest())}}));
}

void ForecastPage::wages_ui(ui::Ui& ui) {
  const std::string workers = host_.intent_href(wire::WorkersIntent::name, wire::encode_frame(wire::WorkersIntent()));
  const auto card = ui.card("wages", ui::CardLook::Plain);
  ui.heading(2, ui.tr("forecast.wages"_t));
  ui.sentence("forecast.wages.lead"_t);
  if (amount_ui(ui, "owed", ui.tr("forecast.wages.how_much"_t), aside_.wages)) keep_draft();
  if (!workers.empty()) ui.link("workers", ui.tr("forecast.wages.hours"_t), workers, ui::LinkLook::Standalone);
}

void ForecastPage::set_aside_ui(ui::Ui& ui) {
  const auto card = ui.card("aside", ui::CardLook::Plain);
  ui.heading(2, ui.tr("forecast.aside"_t));
  ui.sentence("forecast.aside.lead"_t);
  bool is_changed = amount_ui(ui, "holiday", ui.tr("forecast.aside.holiday"_t), aside_.holiday);
  is_changed |= amount_ui(ui, "redundancy", ui.tr("forecast.aside.redundancy"_t), aside_.redundancy);
  is_changed |= amount_ui(ui, "tax", ui.tr("forecast.aside.tax"_t), aside_.tax);
  is_changed |= amount_ui(ui, "insurance", ui.tr("forecast.aside.insurance"_t), aside_.insurance);
  ui.text(ui.tr("forecast.aside.sum"_t, {{"money", pence_text(sum_of(aside_))}}), ui::TextLook::Strong);
  if (is_changed) keep_draft();
}

}  // namespace alongside::direct_payments
