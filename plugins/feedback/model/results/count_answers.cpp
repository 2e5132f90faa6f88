#include "plugins/feedback/model/results/count_answers.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace alongside::feedback {
namespace {

const wire::Bilingual no_answer{"No answer", "Dim ateb"};

// A category's key in cross-tabs and files: the value as the survey's author wrote it.
std::string key_of(const Value& value) {
  if (value.kind == ValueKind::Text) return value.text;
  if (value.kind == ValueKind::Truth) return value.truth ? "yes" : "no";
  const auto whole = static_cast<long long>(value.number);
  return static_cast<double>(whole) == value.number ? std::to_string(whole) : std::to_string(value.number);
}

AnswerColumn column_of(const JoinedQuestion& joined) {
  AnswerColumn column;
  column.key = column.question = joined.question.name;
  column.title = joined.question.title;
  column.is_conditional = joined.is_conditional;
  column.depends_on = joined.depends_on;
  return column;
}

// Only when somebody gave no answer does "no answer" become a category.
void add_none(AnswerColumn& column) {
  const auto none = static_cast<std::uint16_t>(column.categories.size());
  if (std::ranges::find(column.values, none) == column.values.end()) return;
  column.none = none;
  column.categories.push_back({"no_answer", no_answer});
}

// The ends of a scale say what they mean; between them the numbers do.
wire::Bilingual category_label(const Question& question, std::size_t choice) {
  wire::Bilingual label = question.choices[choice].text;
  if (label.en.empty()) label.en = label.cy = key_of(question.choices[choice].value);
  const bool is_first = choice == 0, is_last = choice + 1 == question.choices.size();
  if (question.type != QuestionType::Rating || !(is_first || is_last)) return label;
  const wire::Bilingual& meaning = is_first ? question.lowest : question.highest;
  if (meaning.en.empty()) return label;
  const std::string& welsh = label.cy.empty() ? label.en : label.cy;
  return {label.en + " – " + meaning.en, welsh + " – " + (meaning.cy.empty() ? meaning.en : meaning.cy)};
}

void count_one(AnswerTable& table, const JoinedQuestion& joined, const std::vector<KeptResponse>& responses) {
  AnswerColumn column = column_of(joined);
  column.is_scale = joined.question.type == QuestionType::Rating;
  for (std::size_t i = 0; i < joined.question.choices.size(); ++i) {
    const Value& value = joined.question.choices[i].value;
    column.is_scale = column.is_scale && value.kind == ValueKind::Number;
    column.categories.push_back({key_of(value), category_label(joined.question, i)});
  }
  for (const KeptResponse& kept : responses) {
    const Value* answer = answer_to(joined, kept.response);
    std::size_t category = 0;
    while (category < joined.question.choices.size() &&
           (answer == nullptr || !(joined.question.choices[category].value == *answer)))
      ++category;
    column.values.push_back(static_cast<std::uint16_t>(category));
  }
  add_none(column);
  table.columns.push_back(std::move(column));
}

void count_choice(AnswerTable& table, const JoinedQuestion& joined, const AnswerChoice& choice,
                  const std::vector<KeptResponse>& responses) {
  AnswerColumn column = column_of(joined);
  column.kind = ColumnKind::Choice;
  column.key += "/" + key_of(choice.value);
  column.categories = {{"chosen", choice.text}, {"not_chosen", {"Did not choose this", "Heb ddewis hwn"}}};
  for (const KeptResponse& kept : responses) {
    const Value* answer = answer_to(joined, kept.response);
    const bool is_chosen = answer != nullptr && std::ranges::find(answer->items, choice.value) != answer->items.end();
    column.values.push_back(answer == nullptr ? 2 : is_chosen ? 0 : 1);
  }
  add_none(column);
  table.columns.push_back(std::move(column));
}

void count_how(AnswerTable& table, const std::vector<KeptResponse>& responses) {
  AnswerColumn column;
  column.key = column.question = how_answered_key;
  column.kind = ColumnKind::HowAnswered;
  column.title = {"Who gave the answers?", "Pwy roddodd yr atebion?"};
  column.categories = {{"not_said", {"They did not say", "Ddywedon nhw ddim"}},
                       {"self", {"The person themselves", "Y person ei hun"}},
                       {"assisted", {"The person, with help", "Y person, gyda help"}},
                       {"proxy", {"Somebody for them", "Rhywun drostyn nhw"}},
                       {"observed", {"Somebody who watched", "Rhywun a oedd yn gwylio"}}};
  for (const KeptResponse& kept : responses) column.values.push_back(static_cast<std::uint16_t>(kept.response.how));
  table.columns.push_back(std::move(column));
}

// What was written in words was asked under conditions too, and a theme tells of them.
std::vector<std::string> parents_of_words(const std::vector<JoinedQuestion>& questions) {
  std::set<std::string> parents;
  for (const JoinedQuestion& joined : questions) {
    if (joined.question.type == QuestionType::Comment)
      parents.insert(joined.depends_on.begin(), joined.depends_on.end());
  }
  return {parents.begin(), parents.end()};
}

void count_theme(AnswerTable& table, const Theme& theme, const Themes& themes, std::vector<std::string> parents,
                 const std::vector<KeptResponse>& responses) {
  AnswerColumn column;
  column.key = column.question = "theme/" + theme.key;
  column.kind = ColumnKind::Theme;
  column.title = theme.name;
  column.is_conditional = true;
  column.depends_on = std::move(parents);
  column.categories = {{"wrote", {"Wrote about this", "Ysgrifennodd am hyn"}},
                       {"did_not", {"Did not write about this", "Heb ysgrifennu am hyn"}}};
  for (const KeptResponse& kept : responses) {
    const auto coded = themes.coded.find(kept.id.text());
    const bool wrote =
        coded != themes.coded.end() && std::ranges::find(coded->second, theme.key) != coded->second.end();
    column.values.push_back(wrote ? 0 : 1);
  }
  table.columns.push_back(std::move(column));
}

}  // namespace

const Value* answer_to(const JoinedQuestion& question, const Response& response) {
  if (!question.versions.contains(response.edition.version)) return nullptr;
  const auto found = response.answers.find(question.question.name);
  return found == response.answers.end() || found->second.is_empty() ? nullptr : &found->second;
}

AnswerTable count_answers(const std::vector<JoinedQuestion>& questions, const std::vector<KeptResponse>& responses,
                          const Themes& themes) {
  AnswerTable table;
  table.people = responses.size();
  for (const JoinedQuestion& joined : questions) {
    if (joined.question.type == QuestionType::Comment) continue;
    if (joined.question.type != QuestionType::Checkbox) {
      count_one(table, joined, responses);
      continue;
    }
    for (const AnswerChoice& choice : joined.question.choices) count_choice(table, joined, choice, responses);
  }
  count_how(table, responses);
  for (const Theme& theme : themes.themes) count_theme(table, theme, themes, parents_of_words(questions), responses);
  return table;
}

}  // namespace alongside::feedback
