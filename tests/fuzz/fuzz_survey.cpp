// The libFuzzer target for what a survey brings along to be run: conditions and patterns. The first byte chooses; of a
// pattern the first line is the pattern and the rest what it is looked for in. Findings are crashes, sanitizer reports,
// evaluating without an end, and broken promises: something made by our own reader that a device would not run, or
// that is another one once it has travelled. Run by tests/fuzz/run.sh.
#include "app/base/utf8.hpp"
#include "app/wire/payload.hpp"
#include "plugins/feedback/model/evaluate.hpp"
#include "plugins/feedback/model/form_wire.hpp"
#include "plugins/feedback/model/pattern.hpp"
#include "tests/fuzz/promise.hpp"

#include <string_view>

namespace {

using namespace alongside;
using namespace alongside::feedback;
using fuzz::promise;

template <class T>
struct Travelling {
  static constexpr wire::SchemaId schema{3, 1};
  T value{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(value));
  }
};

template <class T>
void check_travel(const T& value) {
  const Bytes sent = wire::encode_payload(Travelling<T>{value});
  const auto come = wire::decode_payload<Travelling<T>>(sent);
  if (!come.ok()) {
    promise(come.error().code == ErrorCode::TooLarge, "a device reads what we wrote, unless there is too much of it");
    return;
  }
  promise(wire::encode_payload(come.value()) == sent, "what has travelled is the same");
}

void check_expression(std::string_view text) {
  const auto parsed = parse_expression(text);
  if (const auto* fault = std::get_if<ExpressionFault>(&parsed)) {
    promise(fault->at <= text.size(), "a fault's place is in the text");
    return;
  }
  const auto& expression = std::get<Expression>(parsed);
  promise(expression.is_whole(), "what was read can be run");
  static const Answers answers{{"a", Value::of_number(5)},
                               {"b", Value::of_text("yes")},
                               {"c", Value::of_list({Value::of_text("x"), Value::of_number(1)})}};
  (void)evaluate(expression, answers);
  check_travel(expression);
}

void check_pattern(std::string_view text) {
  const std::size_t end = text.find('\n');
  const auto parsed = Pattern::parse(text.substr(0, end), LetterCase::Counts);
  if (std::holds_alternative<PatternFault>(parsed)) return;
  const auto& pattern = std::get<Pattern>(parsed);
  promise(pattern.is_whole(), "what was read can be run");
  (void)pattern.find_in(end == text.npos ? std::string_view("families 2026") : text.substr(end + 1));
  check_travel(pattern);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  // Anything else in a council's file is found when it is published: it is read again as a device would.
  if (!is_text(text)) return 0;
  if (data[0] % 2 == 0)
    check_expression(text);
  else
    check_pattern(text);
  return 0;
}
