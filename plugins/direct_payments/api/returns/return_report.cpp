#include "plugins/direct_payments/api/returns/return_report.hpp"

#include "app/server/json_tree.hpp"
#include "plugins/direct_payments/model/returns/return_figures.hpp"

namespace alongside::direct_payments {
namespace {

using server::json_whole;
using server::json_words;
using server::JsonValue;
using server::put_member;

std::string days_of(Date first, Date last) { return first.iso() + " to " + last.iso(); }

// What an officer looks at first: papers that are not there, and pennies that do not agree.
std::string gaps_text(const Return& one) {
  const ReturnEdition& edition = one.editions.back();
  std::string text;
  if (edition.without_receipt > 0) text += "  " + std::to_string(edition.without_receipt) + " without a receipt";
  if (!edition.statement) return text + "  no statement";
  const StatementGap gap = gap_of(*edition.statement, {one.first, one.last}, edition.figures);
  if (gap.days_missing > 0) text += "  " + std::to_string(gap.days_missing) + " days without a statement";
  if (gap.difference != 0) text += "  bank differs by " + money_of(gap.difference).text();
  return text;
}

std::string line_of(const KeptReturn& kept) {
  const Return& one = kept.content;
  const ReturnEdition& edition = one.editions.back();
  return kept.document.id.text() + "  " + days_of(one.first, one.last) + "  edition " + std::to_string(edition.number) +
         "  " + std::string(name_of(one.state)) + "  sent " + edition.day.iso() + "  closing " +
         edition.figures.closing.text() + gaps_text(one) + "\n";
}

// Late: the council's own days have passed.
bool is_late(const MissingReturn& missing, const ReturnList& list) {
  return list.send_within_days > 0 && days_between(missing.period.last, list.today) > list.send_within_days;
}

JsonValue line_json(const ReturnLine& line) {
  JsonValue json = server::json_object();
  put_member(json, "name", json_words(line.name));
  put_member(json, "category", json_words(name_of(line.category)));
  put_member(json, "planned", json_whole(line.planned.pence()));
  put_member(json, "spent", json_whole(line.spent.pence()));
  return json;
}

JsonValue figures_json(const ReturnFigures& figures) {
  JsonValue json = server::json_object();
  const std::pair<std::string_view, Money> amounts[] = {{"opening", figures.opening},
                                                        {"from_council", figures.from_council},
                                                        {"contribution", figures.contribution},
                                                        {"brought_in", figures.brought_in},
                                                        {"spent", figures.spent},
                                                        {"repaid", figures.repaid},
                                                        {"closing", figures.closing}};
  for (const auto& [name, money] : amounts) put_member(json, name, json_whole(money.pence()));
  put_member(json, "payments", json_whole(figures.payments));
  JsonValue lines = server::json_array();
  for (const ReturnLine& line : figures.lines) lines.items.push_back(line_json(line));
  put_member(json, "lines", std::move(lines));
  return json;
}

JsonValue edition_json(const Return& one, const ReturnEdition& edition) {
  JsonValue json = server::json_object();
  put_member(json, "number", json_whole(edition.number));
  put_member(json, "sent", json_words(edition.day.iso()));
  put_member(json, "figures", figures_json(edition.figures));
  put_member(json, "without_receipt", json_whole(edition.without_receipt));
  if (edition.statement) {
    const StatementGap gap = gap_of(*edition.statement, {one.first, one.last}, edition.figures);
    put_member(json, "statement_days_missing", json_whole(gap.days_missing));
    put_member(json, "statement_difference", json_whole(gap.difference));
  }
  put_member(json, "note", json_words(edition.note));
  return json;
}

JsonValue step_json(const ReturnStep& step) {
  JsonValue json = server::json_object();
  put_member(json, "day", json_words(step.day.iso()));
  put_member(json, "by", json_words(step.person.is_nil() ? step.officer : "the family"));
  put_member(json, "state", json_words(name_of(step.state)));
  put_member(json, "words", json_words(step.words.en));
  return json;
}

JsonValue summary_json(const KeptReturn& kept) {
  JsonValue json = server::json_object();
  put_member(json, "id", json_words(kept.document.id.text()));
  put_member(json, "first", json_words(kept.content.first.iso()));
  put_member(json, "last", json_words(kept.content.last.iso()));
  put_member(json, "state", json_words(name_of(kept.content.state)));
  put_member(json, "edition", json_whole(static_cast<std::int64_t>(kept.content.editions.size())));
  return json;
}

std::string edition_text(const ReturnEdition& edition) {
  const ReturnFigures& figures = edition.figures;
  std::string text = "Edition " + std::to_string(edition.number) + ", sent on " + edition.day.iso() + "\n";
  text += "  opening " + figures.opening.text() + ", from the council " + figures.from_council.text() +
          ", contribution " + figures.contribution.text() + ", brought in " + figures.brought_in.text() + "\n  spent " +
          figures.spent.text() + ", repaid " + figures.repaid.text() + ", closing " + figures.closing.text() + ", " +
          std::to_string(figures.payments) + " payments\n";
  for (const ReturnLine& line : figures.lines)
    text += "  " + (line.name.empty() ? "not planned, " + std::string(name_of(line.category)) : line.name) +
            ": planned " + line.planned.text() + ", spent " + line.spent.text() + "\n";
  if (!edition.note.empty()) text += "  They say: " + edition.note + "\n";
  return text;
}

}  // namespace

std::string list_text(const ReturnList& list) {
  std::string text;
  std::size_t waiting = 0;
  for (const KeptReturn& one : list.returns) {
    text += line_of(one);
    waiting += one.content.state == ReturnState::Sent ? 1u : 0u;
  }
  for (const MissingReturn& one : list.missing)
    text += "not sent: agreement " + one.agreement.text() + "  " + days_of(one.period.first, one.period.last) +
            (is_late(one, list) ? " (late)" : "") + "\n";
  return text + std::to_string(waiting) + " to look at, " + std::to_string(list.missing.size()) + " not sent.\n";
}

std::string list_json(const ReturnList& list) {
  JsonValue returns = server::json_array();
  for (const KeptReturn& one : list.returns) {
    JsonValue json = summary_json(one);
    put_member(json, "last_edition", edition_json(one.content, one.content.editions.back()));
    returns.items.push_back(std::move(json));
  }
  JsonValue missing = server::json_array();
  for (const MissingReturn& one : list.missing) {
    JsonValue json = server::json_object();
    put_member(json, "agreement", json_words(one.agreement.text()));
    put_member(json, "first", json_words(one.period.first.iso()));
    put_member(json, "last", json_words(one.period.last.iso()));
    put_member(json, "late", server::json_truth(is_late(one, list)));
    missing.items.push_back(std::move(json));
  }
  JsonValue json = server::json_object();
  put_member(json, "returns", std::move(returns));
  put_member(json, "not_sent", std::move(missing));
  return server::write_json(json) + "\n";
}

std::string return_text(const KeptReturn& one, const std::vector<KeptQuestion>& answered) {
  std::string text = line_of(one);
  for (const ReturnEdition& edition : one.content.editions) text += edition_text(edition);
  for (const ReturnStep& step : one.content.steps) {
    text += step.day.iso() + "  " + (step.person.is_nil() ? step.officer : "the family") + "  " +
            std::string(name_of(step.state)) + "\n";
    if (!step.words.en.empty()) text += "  " + step.words.en + "\n";
    if (!step.words.cy.empty()) text += "  " + step.words.cy + "\n";
  }
  if (!answered.empty()) text += "What we answered in writing before they spent:\n";
  for (const KeptQuestion& question : answered) text += question_lines(question, "  ");
  return text;
}

std::string return_json(const KeptReturn& one, const std::vector<KeptQuestion>& answered) {
  JsonValue json = summary_json(one);
  JsonValue editions = server::json_array();
  for (const ReturnEdition& edition : one.content.editions)
    editions.items.push_back(edition_json(one.content, edition));
  put_member(json, "editions", std::move(editions));
  JsonValue steps = server::json_array();
  for (const ReturnStep& step : one.content.steps) steps.items.push_back(step_json(step));
  put_member(json, "steps", std::move(steps));
  JsonValue answers = server::json_array();
  for (const KeptQuestion& question : answered) answers.items.push_back(question_json(question));
  put_member(json, "answered", std::move(answers));
  return server::write_json(json) + "\n";
}

}  // namespace alongside::direct_payments
