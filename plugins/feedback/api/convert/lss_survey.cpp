#include "plugins/feedback/api/convert/lss_survey.hpp"

#include "app/base/text.hpp"
#include "plugins/feedback/api/convert/form_sheet.hpp"
#include "plugins/feedback/model/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace alongside::feedback {
namespace {

double place_of(const LssRow& row, std::string_view column) {
  const double place = number_of(lss_cell(row, column));
  return std::isfinite(place) ? place : 0;
}

std::vector<LssRow> in_order(std::vector<LssRow> rows, std::string_view column) {
  std::ranges::stable_sort(rows,
                           [&](const LssRow& a, const LssRow& b) { return place_of(a, column) < place_of(b, column); });
  return rows;
}

// What is said in each language of one thing, which a column of the words' table names.
class LssWords {
 public:
  LssWords(const std::vector<LssRow>& rows, std::string_view key, std::string_view language, std::string_view base)
      : key_(key), language_(language), base_(base) {
    for (const LssRow& row : rows) by_key_[std::string(lss_cell(row, key))].push_back(&row);
  }

  wire::Bilingual of(std::string_view id, std::string_view column) const {
    wire::Bilingual words;
    const auto rows = by_key_.find(std::string(id));
    if (rows == by_key_.end()) return words;
    int best = 0;
    for (const LssRow* row : rows->second) {
      const std::string_view language = lss_cell(*row, language_);
      const std::string said = words_without_tags(lss_cell(*row, column));
      if (language == "cy") {
        words.cy = said;
        continue;
      }
      const int worth = language.starts_with("en") ? 3 : language == base_ ? 2 : 1;
      if (worth > best) words.en = said;
      best = std::max(best, worth);
    }
    return words;
  }

 private:
  std::map<std::string, std::vector<const LssRow*>> by_key_;
  std::string key_, language_, base_;
};

struct LssReading {
  const LssTables& tables;
  std::string base;

  // Words of their own table, or, before version 4, of the thing's own.
  LssWords words(std::string_view own, std::string_view table, std::string_view key) const {
    const bool is_own = tables.rows(own).empty();
    return {tables.rows(is_own ? table : own), key, "language", base};
  }
};

// Before version 4 there is a row for each language.
std::vector<LssRow> each_once(const std::vector<LssRow>& rows, std::initializer_list<std::string_view> keys) {
  std::set<std::string> seen;
  std::vector<LssRow> once;
  for (const LssRow& row : rows) {
    std::string key;
    for (const std::string_view one : keys) key += std::string(lss_cell(row, one)) + "\n";
    if (seen.insert(key).second) once.push_back(row);
  }
  return once;
}

void add_answers(const LssReading& reading, std::map<std::string, LssQuestion*>& questions) {
  const auto& rows = reading.tables.rows("answers");
  const auto own = reading.words("answer_l10ns", "answers", "aid");
  const bool is_old = reading.tables.rows("answer_l10ns").empty();
  std::map<std::string, std::vector<LssRow>> same;  // of the old age: by question, code and scale
  const auto key_of = [](const LssRow& row) {
    return std::string(lss_cell(row, "qid")) + "\n" + std::string(lss_cell(row, "code")) + "\n" +
           std::string(lss_cell(row, "scale_id"));
  };
  if (is_old) {
    for (const LssRow& row : rows) same[key_of(row)].push_back(row);
  }
  for (const LssRow& row : in_order(each_once(rows, {"qid", "code", "scale_id"}), "sortorder")) {
    const auto question = questions.find(std::string(lss_cell(row, "qid")));
    if (question == questions.end()) continue;
    const wire::Bilingual words =
        is_old ? LssWords(same[key_of(row)], "qid", "language", reading.base).of(lss_cell(row, "qid"), "answer")
               : own.of(lss_cell(row, "aid"), "answer");
    const double scale = place_of(row, "scale_id");
    question->second->answers.push_back({std::string(lss_cell(row, "code")), words, scale == 1 ? 1 : 0});
  }
}

std::size_t add_parts(const LssReading& reading, std::map<std::string, LssQuestion*>& questions) {
  std::size_t orphans = 0;
  const auto words = reading.words("question_l10ns", "subquestions", "qid");
  for (const LssRow& row : in_order(each_once(reading.tables.rows("subquestions"), {"qid"}), "question_order")) {
    const auto question = questions.find(std::string(lss_cell(row, "parent_qid")));
    if (question == questions.end()) {
      ++orphans;
      continue;
    }
    question->second->parts.push_back({std::string(lss_cell(row, "title")), words.of(lss_cell(row, "qid"), "question"),
                                       place_of(row, "scale_id") == 1 ? 1 : 0});
  }
  return orphans;
}

LssQuestion lss_question(const LssRow& row, const LssWords& words) {
  const std::string_view id = lss_cell(row, "qid"), required = lss_cell(row, "mandatory");
  return {std::string(id),
          std::string(lss_cell(row, "title")),
          std::string(lss_cell(row, "type")),
          words.of(id, "question"),
          words.of(id, "help"),
          required == "Y" || required == "S",
          lss_cell(row, "other") == "Y",
          std::string(trim(lss_cell(row, "relevance"))),
          std::string(trim(lss_cell(row, "preg"))),
          {},
          {},
          {}};
}

void add_questions(const LssReading& reading, LssSurvey& survey) {
  const auto words = reading.words("question_l10ns", "questions", "qid");
  std::map<std::string, std::size_t> groups;
  for (std::size_t i = 0; i < survey.groups.size(); ++i) groups.emplace(survey.groups[i].id, i);
  for (const LssRow& row : in_order(each_once(reading.tables.rows("questions"), {"qid"}), "question_order")) {
    const auto group = groups.find(std::string(lss_cell(row, "gid")));
    const std::string_view parent = lss_cell(row, "parent_qid");
    const bool is_part = !parent.empty() && parent != "0";
    if (group == groups.end()) ++survey.orphans;
    if (group != groups.end() && !is_part) survey.groups[group->second].questions.push_back(lss_question(row, words));
  }
  std::map<std::string, LssQuestion*> by_id;
  for (LssGroup& group : survey.groups) {
    for (LssQuestion& question : group.questions) by_id.emplace(question.id, &question);
  }
  add_answers(reading, by_id);
  survey.orphans += add_parts(reading, by_id);
  for (const LssRow& row : reading.tables.rows("question_attributes")) {
    const auto question = by_id.find(std::string(lss_cell(row, "qid")));
    if (question != by_id.end())
      question->second->attributes[std::string(lss_cell(row, "attribute"))] = std::string(trim(lss_cell(row, "value")));
  }
}

}  // namespace

std::string words_without_tags(std::string_view html) {
  std::string words = plain_words(html);
  for (const auto& [entity, letter] : {std::pair<std::string_view, std::string_view>{"&nbsp;", " "},
                                       {"&lt;", "<"},
                                       {"&gt;", ">"},
                                       {"&quot;", "\""},
                                       {"&#039;", "'"},
                                       {"&amp;", "&"}}) {
    for (std::size_t at = words.find(entity); at != words.npos; at = words.find(entity, at + letter.size()))
      words.replace(at, entity.size(), letter);
  }
  return std::string(trim(words));
}

LssSurvey lss_survey(const LssTables& tables) {
  LssSurvey survey;
  LssReading reading{tables, "en"};
  if (!tables.rows("surveys").empty()) {
    const LssRow& row = tables.rows("surveys").front();
    reading.base = lss_cell(row, "language");
    for (const std::string_view other : split(lss_cell(row, "additional_languages"), ' ')) {
      if (!other.empty() && other != "cy" && !other.starts_with("en")) survey.other_languages.emplace_back(other);
    }
  }
  const auto& settings = tables.rows("surveys_languagesettings");
  if (!settings.empty()) {
    const LssWords words(settings, "surveyls_survey_id", "surveyls_language", reading.base);
    const std::string_view id = lss_cell(settings.front(), "surveyls_survey_id");
    survey.title = words.of(id, "surveyls_title");
    survey.welcome = words.of(id, "surveyls_welcometext");
    survey.goodbye = words.of(id, "surveyls_endtext");
  }
  const auto group_words = reading.words("group_l10ns", "groups", "gid");
  for (const LssRow& row : in_order(each_once(tables.rows("groups"), {"gid"}), "group_order")) {
    const std::string_view id = lss_cell(row, "gid");
    survey.groups.push_back({std::string(id),
                             group_words.of(id, "group_name"),
                             group_words.of(id, "description"),
                             std::string(trim(lss_cell(row, "grelevance"))),
                             {}});
  }
  add_questions(reading, survey);
  survey.conditions = tables.rows("conditions").size();
  survey.quotas = tables.rows("quota").size();
  return survey;
}

}  // namespace alongside::feedback
