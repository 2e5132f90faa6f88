#include "plugins/feedback/api/results/other_answers.hpp"

#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/joined_files.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace alongside::feedback {
namespace {

// "lunch: good; bus: bad", as it was answered.
std::string said_in_words(const Value& value) {
  if (value.kind != ValueKind::List && value.kind != ValueKind::Map) return text_of(value);
  std::string said;
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    if (value.items[i].is_empty()) continue;
    const bool has_parts = value.items[i].kind == ValueKind::Map || value.items[i].kind == ValueKind::List;
    std::string part = said_in_words(value.items[i]);
    if (has_parts) part = "(" + part + ")";
    if (value.kind == ValueKind::Map && i < value.entries()) part = value.names[i] + ": " + part;
    said += (said.empty() ? "" : "; ") + part;
  }
  return said;
}

// By where they are kept, with their newest words.
std::map<std::string, std::string> other_questions(const KeptResponses& kept) {
  std::map<std::string, std::string> questions;
  for (const NumberedDefinition& edition : kept.editions) {
    for (const FormElement& element : edition.definition.form.elements) {
      const bool is_asked = !holds_others(element.type) && !is_shown_only(element.type) && !takes_files(element.type);
      const auto is_it = [&](const JoinedQuestion& one) { return one.question.name == element.value_name; };
      if (is_asked && std::ranges::none_of(kept.questions, is_it))
        questions.insert_or_assign(element.value_name, element.face.title.en);
    }
  }
  return questions;
}

}  // namespace

void add_other_answers(ResponseRows& rows, const KeptResponses& kept) {
  for (const auto& [name, title] : other_questions(kept)) {
    rows.variables.push_back({name, title, false, {}});
    for (std::size_t i = 0; i < kept.responses.size(); ++i) {
      const Answers& answers = kept.responses[i].response.answers;
      const auto answer = answers.find(name);
      rows.rows[i].push_back({std::nullopt, answer == answers.end() ? std::string() : said_in_words(answer->second)});
    }
  }
}

}  // namespace alongside::feedback
