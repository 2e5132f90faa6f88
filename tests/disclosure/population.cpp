#include "tests/disclosure/population.hpp"

#include <algorithm>
#include <string>

namespace alongside::disclosure {
namespace {

using feedback::AnswerColumn, feedback::ColumnKind;

constexpr std::size_t most_possible = 260;

struct RandomQuestion {
  std::string name;
  ColumnKind kind = ColumnKind::Question;
  std::size_t choices = 2;
  bool has_none = false;
  bool is_counted = true;             // not what is answered in words, which may decide all the same who is asked
  std::optional<std::size_t> parent;  // an earlier question: asked only where that is one of `asks_for`
  std::vector<bool> asks_for;
};

// One question's own ways to be answered, as categories of its columns.
std::vector<Answer> ways_of(const RandomQuestion& question) {
  std::vector<Answer> ways;
  if (question.kind != ColumnKind::Choice) {
    for (std::uint16_t i = 0; i < question.choices; ++i) ways.push_back({i});
    if (question.has_none) ways.push_back({static_cast<std::uint16_t>(question.choices)});
    return ways;
  }
  for (std::uint16_t i = 0; i < 4; ++i) {
    ways.push_back({static_cast<std::uint16_t>(i & 1), static_cast<std::uint16_t>(i >> 1)});
  }
  if (question.has_none) ways.push_back({2, 2});
  return ways;
}

bool is_none(const RandomQuestion& question, const Answer& way) {
  const std::size_t none = question.kind == ColumnKind::Choice ? 2 : question.choices;
  return way[0] == none;
}

RandomQuestion random_question(Dice& dice, std::size_t number, const std::vector<RandomQuestion>& before) {
  RandomQuestion question{
      "q" + std::to_string(number), ColumnKind::Question, 2 + dice.below(3), dice.one_in(2), true, {}, {}};
  const auto kind = dice.below(6);
  if (kind == 0) question.kind = ColumnKind::Choice;
  if (kind == 1) question = {question.name, ColumnKind::HowAnswered, 3, false, true, {}, {}};
  if (kind == 2) question = {question.name, ColumnKind::Theme, 2, false, true, {}, {}};
  if (kind == 3) question = {question.name, ColumnKind::Question, 1, true, false, {}, {}};
  const bool may_depend = question.kind != ColumnKind::HowAnswered && !before.empty();
  if (!may_depend || !dice.one_in(2)) return question;
  question.parent = dice.below(before.size());
  const auto ways = ways_of(before[*question.parent]);
  for (std::size_t i = 0; i < ways.size(); ++i) question.asks_for.push_back(dice.one_in(2));
  question.asks_for[dice.below(ways.size())] = true;  // nobody publishes a question that is never asked
  if (question.kind != ColumnKind::Theme) question.has_none = true;
  return question;
}

void add_columns(Population& population, const std::vector<RandomQuestion>& questions) {
  for (const RandomQuestion& question : questions) {
    if (!question.is_counted) continue;
    const bool is_choice = question.kind == ColumnKind::Choice;
    for (std::size_t i = 0; i < (is_choice ? 2u : 1u); ++i) {
      AnswerColumn column;
      column.key = question.name + (is_choice ? "/" + std::to_string(i) : std::string());
      column.question = question.name;
      column.kind = question.kind;
      const std::size_t categories = (is_choice ? 2 : question.choices) + (question.has_none ? 1 : 0);
      for (std::size_t c = 0; c < categories; ++c) column.categories.push_back({std::to_string(c), {}});
      column.is_conditional = question.parent.has_value();
      // As join_questions() has it: also what decides whether the parent is asked.
      for (auto parent = question.parent; parent; parent = questions[*parent].parent)
        column.depends_on.push_back(questions[*parent].name);
      population.columns.push_back(std::move(column));
      population.nones.push_back(question.has_none ? std::optional<std::size_t>(categories - 1) : std::nullopt);
    }
  }
}

// All combinations that the conditions allow. Of a theme that was not asked for, only "not" is possible.
void add_possible(Population& population, const std::vector<RandomQuestion>& questions) {
  struct Partial {
    Answer answer;
    std::vector<std::size_t> ways;
  };
  std::vector<Partial> all{{}};
  for (const RandomQuestion& question : questions) {
    const auto ways = ways_of(question);
    std::vector<Partial> longer;
    for (const Partial& partial : all) {
      const bool is_asked = !question.parent || question.asks_for[partial.ways[*question.parent]];
      for (std::size_t way = 0; way < ways.size(); ++way) {
        const bool is_nothing = question.kind == ColumnKind::Theme ? ways[way][0] == 1 : is_none(question, ways[way]);
        if (!is_asked && !is_nothing) continue;
        longer.push_back(partial);
        if (question.is_counted)
          longer.back().answer.insert(longer.back().answer.end(), ways[way].begin(), ways[way].end());
        longer.back().ways.push_back(way);
      }
    }
    all = std::move(longer);
  }
  for (Partial& partial : all) population.possible.push_back(std::move(partial.answer));
}

// Cross-tabs at random; those that make a ring are what protect() refuses, and are left out again.
void add_crosses(Population& population, Dice& dice) {
  const feedback::AnswerTable nobody{0, population.columns};
  for (int attempt = 0; attempt < 6; ++attempt) {
    const auto& rows = dice.pick(population.columns);
    const auto& columns = dice.pick(population.columns);
    if (rows.key == columns.key) continue;
    population.crosses.push_back({rows.key, columns.key});
    if (!feedback::protect(nobody, population.crosses, population.rules).ok()) population.crosses.pop_back();
  }
}

// People are not spread evenly: each group has a few favourite answers of its own.
void add_people(Population& population, Dice& dice) {
  const std::size_t groups = 1 + dice.below(3);
  for (std::size_t g = 0; g < groups; ++g) {
    const std::size_t people = 1 + dice.below(dice.one_in(3) ? 120 : 45);
    std::vector<std::size_t> favourites;
    for (std::size_t i = 0; i < 1 + dice.below(8); ++i) favourites.push_back(dice.below(population.possible.size()));
    std::vector<std::size_t> answers;
    for (std::size_t i = 0; i < people; ++i) {
      answers.push_back(dice.one_in(3) ? dice.below(population.possible.size()) : dice.pick(favourites));
    }
    population.groups.push_back(std::move(answers));
  }
}

}  // namespace

std::size_t Population::people() const {
  std::size_t people = 0;
  for (const auto& group : groups) people += group.size();
  return people;
}

Population random_population(Dice dice) {
  Population population;
  constexpr std::uint32_t cells[] = {5, 5, 5, 3, 10};
  population.rules.cell = cells[dice.below(5)];
  if (dice.one_in(4)) population.rules.round_to = population.rules.cell;
  std::vector<RandomQuestion> questions;
  const std::size_t wanted = 1 + dice.below(4);
  while (questions.size() < wanted) questions.push_back(random_question(dice, questions.size(), questions));
  add_possible(population, questions);
  add_columns(population, questions);
  if (population.columns.empty() || population.possible.size() > most_possible) return random_population(dice.part());
  add_crosses(population, dice);
  add_people(population, dice);
  return population;
}

feedback::AnswerTable table_of(const Population& population, const std::vector<std::size_t>& answers) {
  feedback::AnswerTable table;
  table.people = answers.size();
  for (std::size_t c = 0; c < population.columns.size(); ++c) {
    AnswerColumn column = population.columns[c];
    for (const std::size_t answer : answers) column.values.push_back(population.possible[answer][c]);
    const auto none = population.nones[c];
    column.none = none;
    if (none && std::ranges::find(column.values, *none) == column.values.end()) {
      column.none.reset();
      column.categories.pop_back();
    }
    table.columns.push_back(std::move(column));
  }
  return table;
}

}  // namespace alongside::disclosure
