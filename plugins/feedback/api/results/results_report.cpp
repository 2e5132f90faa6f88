#include "plugins/feedback/api/results/results_report.hpp"

#include "app/server/json_tree.hpp"
#include "plugins/feedback/model/results/intervals.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <cstdlib>
#include <optional>
#include <utility>

namespace alongside::feedback {
namespace {

using server::JsonValue;

std::optional<Interval> mean_of_column(const AnswerColumn& column, const Headcounts& counts) {
  if (!column.is_scale) return std::nullopt;
  std::vector<double> values;
  Headcounts said;
  for (std::size_t i = 0; i < column.categories.size(); ++i) {
    if (column.none == i) continue;
    values.push_back(std::strtod(column.categories[i].key.c_str(), nullptr));
    said.push_back(counts[i]);
  }
  return mean_interval(values, said);
}

std::string column_text(const AnswerColumn& column) {
  const Headcounts counts = column.counts();
  std::string text = column.key + ": " + column.title.en + "\n";
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const auto all = static_cast<Headcount>(column.values.size());
    const Interval share = all == 0 ? Interval{} : share_interval(counts[i], all);
    const std::string& label = column.categories[i].text.en;
    text += fmt::format("  {:>5}  {:>5.1f} % ({:.1f} to {:.1f})  {}\n", counts[i], share.middle * 100, share.low * 100,
                        share.high * 100, label.empty() ? column.categories[i].key : label);
  }
  if (const auto mean = mean_of_column(column, counts))
    text += fmt::format("  mean {:.2f} ({:.2f} to {:.2f})\n", mean->middle, mean->low, mean->high);
  return text;
}

JsonValue json_real(double number) {
  JsonValue value;
  value.kind = server::JsonKind::Real;
  value.real = number;
  return value;
}

JsonValue json_interval(const Interval& interval) {
  JsonValue json = server::json_object();
  put_member(json, "value", json_real(interval.middle));
  put_member(json, "low", json_real(interval.low));
  put_member(json, "high", json_real(interval.high));
  return json;
}

JsonValue column_json(const AnswerColumn& column) {
  const Headcounts counts = column.counts();
  JsonValue json = server::json_object(), categories = server::json_array();
  put_member(json, "key", server::json_words(column.key));
  put_member(json, "title", server::json_words(column.title.en));
  for (std::size_t i = 0; i < counts.size(); ++i) {
    JsonValue category = server::json_object();
    put_member(category, "key", server::json_words(column.categories[i].key));
    put_member(category, "text", server::json_words(column.categories[i].text.en));
    put_member(category, "count", server::json_whole(counts[i]));
    if (!column.values.empty())
      put_member(category, "share",
                 json_interval(share_interval(counts[i], static_cast<Headcount>(column.values.size()))));
    categories.items.push_back(std::move(category));
  }
  put_member(json, "categories", std::move(categories));
  if (const auto mean = mean_of_column(column, counts)) put_member(json, "mean", json_interval(*mean));
  return json;
}

std::string versions_text(const KeptResponses& kept) {
  std::string text;
  for (const JoinedQuestion& joined : kept.questions) {
    for (const std::uint32_t version : joined.reworded)
      text += joined.question.name + ": its words or kind changed in version " + std::to_string(version) + ".\n";
    if (joined.versions.size() < kept.editions.size())
      text += joined.question.name + ": not asked in all versions with answers of this kind.\n";
  }
  return text;
}

}  // namespace

std::string results_text(const KeptResponses& kept, const AnswerTable& table) {
  std::string text =
      kept.survey.title.en + ": " + std::to_string(table.people) + " responses, " +
      std::to_string(kept.editions.size()) + " versions, joined by the names of questions.\n" + versions_text(kept) +
      "Small counts stand here as they are: this is for who works on it, not for publishing. Intervals are\n"
      "95 %: Wilson's score for shares, Student's t for means.\n\n";
  for (const AnswerColumn& column : table.columns) text += column_text(column);
  return text;
}

std::string results_json(const KeptResponses& kept, const AnswerTable& table) {
  JsonValue json = server::json_object(), columns = server::json_array(), versions = server::json_array();
  put_member(json, "survey", server::json_words(kept.survey.id));
  put_member(json, "responses", server::json_whole(static_cast<std::int64_t>(table.people)));
  for (const NumberedDefinition& edition : kept.editions) versions.items.push_back(server::json_whole(edition.version));
  put_member(json, "versions", std::move(versions));
  put_member(json, "intervals", server::json_words("95 %: Wilson's score for shares, Student's t for means"));
  for (const AnswerColumn& column : table.columns) columns.items.push_back(column_json(column));
  put_member(json, "columns", std::move(columns));
  return server::write_json(json) + "\n";
}

}  // namespace alongside::feedback
