#include "plugins/employing/api/figures_file.hpp"

#include "app/base/text.hpp"
#include "app/server/json_fields.hpp"
#include "plugins/employing/model/figure_names.hpp"

#include <algorithm>
#include <string>

namespace alongside::employing {
namespace {

using server::JsonFields;
using server::JsonMistakes;

constexpr std::size_t most_sources = 200;
constexpr std::size_t most_figures = 2000;
constexpr std::size_t most_whole_digits = 9;

Date date_at(JsonFields& fields, std::string_view key) {
  constexpr std::string_view rule = "write a date like 2026-04-06";
  const std::string text = fields.text(key, {10, rule});
  const Result<Date> date = Date::parse(text);
  if (!date.ok() && !text.empty()) fields.mistake(key, rule);
  return date.ok() ? date.value() : Date();
}

// Digits, and at most two after a point: "12.21" is 1221 hundredths.
std::optional<std::int64_t> hundredths(std::string_view text) {
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  std::string rest(point == text.npos ? std::string_view() : text.substr(point + 1));
  if (whole.empty() || whole.size() > most_whole_digits || rest.size() > 2) return std::nullopt;
  if (point != text.npos && rest.empty()) return std::nullopt;
  rest.resize(2, '0');
  std::int64_t value = 0;
  for (const char c : std::string(whole) + rest) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::int64_t value_at(JsonFields& fields, FigureUnit unit) {
  const std::string text = fields.text("value", {20, "write the number in quotes, like \"12.21\""});
  const auto value = hundredths(text);
  if (!value && !text.empty()) fields.mistake("value", "write digits, with at most two after a point, like \"12.21\"");
  if (!value) return 0;
  if (is_in_hundredths(unit)) return *value;
  if (*value % 100 != 0) fields.mistake("value", "write a whole number for this unit");
  return *value / 100;
}

std::uint16_t source_at(JsonFields& fields, const std::vector<std::string>& ids) {
  const std::string id = fields.text("source");
  const auto found = std::find(ids.begin(), ids.end(), id);
  if (found == ids.end() && !id.empty()) fields.mistake("source", "write the id of one of the sources above");
  return found == ids.end() ? std::uint16_t(0) : static_cast<std::uint16_t>(found - ids.begin());
}

FigureStatus status_at(JsonFields& fields) {
  const std::string word = fields.text("status");
  if (word != "confirmed" && word != "unconfirmed" && !word.empty())
    fields.mistake("status", "write confirmed or unconfirmed");
  return word == "confirmed" ? FigureStatus::Confirmed : FigureStatus::Unconfirmed;
}

Figure figure_in(JsonFields fields, const std::vector<std::string>& ids) {
  Figure figure;
  const std::string word = fields.text("name");
  const auto name = figure_named(word);
  if (!name && !word.empty())
    fields.mistake("name", "there is no figure of this name; see assets/payroll/figures.json");
  const FigureUnit unit = name ? words_of(*name).unit : FigureUnit::Pounds;
  figure.name = static_cast<std::uint16_t>(name.value_or(FigureName::MinimumWageAdult));
  figure.from = date_at(fields, "from");
  const std::string written = fields.text("unit");
  if (name && written != name_of(unit) && !written.empty())
    fields.mistake("unit", "this figure is in " + std::string(name_of(unit)));
  figure.value = value_at(fields, unit);
  figure.status = status_at(fields);
  figure.source = source_at(fields, ids);
  fields.finish();
  return figure;
}

std::string source_in(JsonFields fields, FigureSource& source) {
  const std::string id = fields.text("id");
  source.title = fields.text("title", {400, "write where the figures come from"});
  source.address = fields.optional_text("address", {400, "write a web address"});
  source.date = date_at(fields, "date");
  fields.finish();
  return id;
}

}  // namespace

Result<PayFigures> parse_figures(const server::JsonValue& json) {
  JsonMistakes mistakes;
  JsonFields fields(json, "", mistakes);
  PayFigures figures;
  std::vector<std::string> ids;
  fields.optional_text("about", {1000, "write what this file is"});
  const auto path = [&](std::string_view key, std::size_t i) {
    return fields.path_of(key) + "[" + std::to_string(i) + "]";
  };
  for (const server::JsonValue& item : fields.array("sources", 1, most_sources)) {
    FigureSource source;
    ids.push_back(source_in(JsonFields(item, path("sources", ids.size()), mistakes), source));
    figures.sources.push_back(std::move(source));
  }
  for (const server::JsonValue& item : fields.array("figures", 1, most_figures))
    figures.figures.push_back(figure_in(JsonFields(item, path("figures", figures.figures.size()), mistakes), ids));
  fields.finish();
  if (!mistakes.none()) return Error{ErrorCode::InvalidInput, mistakes.report()};
  return figures;
}

}  // namespace alongside::employing
