#include "plugins/feedback/model/results/joined_questions.hpp"

#include "plugins/feedback/model/results/countable_pages.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace alongside::feedback {
namespace {

bool is_same(const wire::Bilingual& one, const wire::Bilingual& other) {
  return one.en == other.en && one.cy == other.cy;
}

void add_choices(Question& question, const std::vector<AnswerChoice>& older) {
  for (const AnswerChoice& choice : older) {
    const auto is_it = [&](const AnswerChoice& known) { return known.value == choice.value; };
    if (std::ranges::none_of(question.choices, is_it)) question.choices.push_back(choice);
  }
}

JoinedQuestion* find_joined(std::vector<JoinedQuestion>& joined, const std::string& name) {
  const auto found = std::ranges::find_if(joined, [&](const JoinedQuestion& one) { return one.question.name == name; });
  return found == joined.end() ? nullptr : &*found;
}

void take(JoinedQuestion& joined, const Question& newer, std::uint32_t version) {
  if (joined.question.type != newer.type) {
    joined = {newer, {}, {version}, joined.is_conditional, joined.depends_on};
  } else {
    if (!is_same(joined.question.title, newer.title)) joined.reworded.push_back(version);
    const std::vector<AnswerChoice> older = std::move(joined.question.choices);
    joined.question = newer;
    add_choices(joined.question, older);
  }
  joined.versions.insert(version);
}

// The names in braces. What is no question's may be made out of any of them, so it counts as all.
void add_names(JoinedQuestion& joined, std::string_view condition, const std::vector<std::string>& names) {
  for (std::size_t at = condition.find('{'); at != condition.npos; at = condition.find('{', at + 1)) {
    const std::string_view inside = condition.substr(at + 1, condition.find('}', at) - at - 1);
    bool is_known = false;
    for (const std::string& name : names) {
      if (!inside.starts_with(name) && inside.find(name) == inside.npos) continue;
      is_known = true;
      if (name != joined.question.name) joined.depends_on.push_back(name);
    }
    if (is_known) continue;
    std::ranges::copy_if(names, std::back_inserter(joined.depends_on),
                         [&](const std::string& name) { return name != joined.question.name; });
  }
}

void note_condition(JoinedQuestion& joined, std::string_view condition, const std::vector<std::string>& names) {
  if (condition.empty()) return;
  joined.is_conditional = true;
  add_names(joined, condition, names);
}

// What decides whether a question's parent is asked decides about the question too. This matters where the parent
// is answered in words: it has no counts of its own that could be hidden.
void add_ancestors(std::vector<JoinedQuestion>& joined) {
  for (JoinedQuestion& one : joined) {
    std::set<std::string> all(one.depends_on.begin(), one.depends_on.end());
    for (std::size_t i = 0; i < one.depends_on.size(); ++i) {
      const JoinedQuestion* parent = find_joined(joined, std::string(one.depends_on[i]));
      if (parent == nullptr || parent == &one) continue;
      for (const std::string& name : std::vector<std::string>(parent->depends_on)) {
        if (name != one.question.name && all.insert(name).second) one.depends_on.push_back(name);
      }
    }
    one.depends_on.assign(all.begin(), all.end());
  }
}

std::vector<std::string> names_in(const std::vector<NumberedDefinition>& editions) {
  std::set<std::string> names;
  for (const NumberedDefinition& edition : editions) {
    for (const SurveyPage& page : countable_pages(edition.definition)) {
      for (const Question& question : page.questions) names.insert(question.name);
    }
  }
  return {names.begin(), names.end()};
}

}  // namespace

std::vector<JoinedQuestion> join_questions(const std::vector<NumberedDefinition>& editions) {
  const std::vector<std::string> names = names_in(editions);
  std::vector<JoinedQuestion> joined;
  for (const NumberedDefinition& edition : editions) {
    for (const SurveyPage& page : countable_pages(edition.definition)) {
      for (const Question& question : page.questions) {
        JoinedQuestion* known = find_joined(joined, question.name);
        if (known == nullptr) known = &joined.emplace_back(JoinedQuestion{question, {}, {}, false, {}});
        take(*known, question, edition.version);
        note_condition(*known, page.visible_if, names);
        note_condition(*known, question.visible_if, names);
      }
    }
  }
  for (JoinedQuestion& one : joined) {
    if (one.versions.size() < editions.size()) one.is_conditional = true;
  }
  add_ancestors(joined);
  return joined;
}

}  // namespace alongside::feedback
