// Our half of the oracle: a case a line on standard input, our result a line on standard output.
//   {"expression": "…", "values": {…}, "now": 1795348800000}  →  {"value": …} or {"fault": 7}
// tests/surveys/oracle.mjs gives survey-core the same cases and compares.
#include "app/server/json_reader.hpp"
#include "plugins/feedback/api/definition_file.hpp"
#include "plugins/feedback/model/evaluate.hpp"
#include "tests/surveys/tagged_json.hpp"

#include <cstdio>
#include <iostream>
#include <string>

namespace {

using namespace alongside;
using namespace alongside::feedback;

std::string expression_result(const server::JsonValue& line) {
  const auto parsed = parse_expression(line.text_at("expression"));
  if (const auto* fault = std::get_if<ExpressionFault>(&parsed)) {
    return "{\"fault\":" + std::to_string(fault->at) + "}";
  }
  Answers answers;
  for (const auto& [name, value] : line.find("values")->members) answers.emplace(name, value_of_json(value));
  const Value value = evaluate(std::get<Expression>(parsed), AnswerScope(answers, line.find("now")->real));
  return "{\"value\":" + testing::tagged_json(value) + "}";
}

}  // namespace

int main() {
  std::string line;
  while (std::getline(std::cin, line)) {
    const auto json = server::read_json(line);
    if (!json.ok()) {
      std::fprintf(stderr, "survey_lines: %s\n", json.error().detail.c_str());
      return 1;
    }
    std::cout << expression_result(json.value()) << '\n';
  }
  return 0;
}
