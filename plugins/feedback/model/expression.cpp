#include "plugins/feedback/model/expression.hpp"

#include "plugins/feedback/model/expression_reader.hpp"

#include <algorithm>
#include <utility>

namespace alongside::feedback {
namespace {

using NodeOp = ExpressionOp;
using Sign = ExpressionReader::Sign;

// Of two that begin alike the longer comes first.
constexpr Sign or_signs[] = {{"||", NodeOp::Or}, {"or", NodeOp::Or}};
constexpr Sign and_signs[] = {{"&&", NodeOp::And}, {"and", NodeOp::And}};
constexpr Sign comparisons[] = {{"<=", NodeOp::LessOrEqual},    {"lessorequal", NodeOp::LessOrEqual},
                                {">=", NodeOp::GreaterOrEqual}, {"greaterorequal", NodeOp::GreaterOrEqual},
                                {"==", NodeOp::Equal},          {"=", NodeOp::Equal},
                                {"equal", NodeOp::Equal},       {"!=", NodeOp::NotEqual},
                                {"notequal", NodeOp::NotEqual}, {"<", NodeOp::Less},
                                {"less", NodeOp::Less},         {">", NodeOp::Greater},
                                {"greater", NodeOp::Greater}};
constexpr Sign sums[] = {{"+", NodeOp::Plus}, {"-", NodeOp::Minus}};
constexpr Sign products[] = {{"*", NodeOp::Times}, {"/", NodeOp::DividedBy}, {"%", NodeOp::Remainder}};
constexpr Sign powers[] = {{"^", NodeOp::Power}, {"power", NodeOp::Power}};
constexpr Sign memberships[] = {{"*=", NodeOp::Contains},
                                {"contains", NodeOp::Contains},
                                {"contain", NodeOp::Contains},
                                {"notcontains", NodeOp::NotContains},
                                {"notcontain", NodeOp::NotContains},
                                {"anyof", NodeOp::AnyOf},
                                {"allof", NodeOp::AllOf},
                                {"noneof", NodeOp::NoneOf}};
constexpr Sign negations[] = {{"!", NodeOp::Negate}, {"negate", NodeOp::Negate}};
constexpr Sign emptiness[] = {{"empty", NodeOp::Empty}, {"notempty", NodeOp::NotEmpty}};

// What does not stand where it was looked for is read again as something else, and a hundred open brackets of both
// kinds can be read in more ways than there is time for. An honest one of the greatest length takes some thousands.
constexpr int most_tries = 200'000;

constexpr std::string_view wanted = "write a {question}, a word, a number or 'words'";

// Recursive descent over survey-core's grammar. What each part returns is where its node stands;
// nothing, when it does not stand here.
class Parser {
 public:
  using Node = std::optional<std::uint32_t>;

  explicit Parser(std::string_view text) : in_(text) {}

  std::variant<Expression, ExpressionFault> parse() {
    const Node all = whole();
    if (all && !in_.failed() && in_.at_end()) {
      out_.nodes.shrink_to_fit();
      out_.make_ready();
      return std::move(out_);
    }
    if (!in_.failed()) in_.miss(in_.at_end() ? "something is missing at the end" : "this does not fit here");
    return in_.fault();
  }

 private:
  Node whole() {
    const std::size_t before = in_.at();
    in_.skip_spaces();
    const Node node = chain(or_signs, &Parser::both);
    if (node)
      in_.skip_spaces();
    else
      in_.back_to(before);
    return node;
  }
  Node both() { return chain(and_signs, &Parser::comparison); }
  Node comparison() { return chain(comparisons, &Parser::sum); }
  Node sum() { return chain(sums, &Parser::product); }
  Node product() { return chain(products, &Parser::power); }
  Node power() { return chain(powers, &Parser::membership); }

  // One, or several with operators between, from left to right.
  template <std::size_t size>
  Node chain(const Sign (&signs)[size], Node (Parser::*part)()) {
    Node left = (this->*part)();
    while (left) {
      const std::size_t before = in_.at(), nodes = out_.nodes.size();
      in_.skip_spaces();
      const auto op = in_.take_any(signs);
      if (op) in_.skip_spaces();
      const Node right = op ? (this->*part)() : std::nullopt;
      if (!right) {
        in_.miss(in_.at_end() ? "something is missing at the end" : "this does not fit here");
        undo(before, nodes);
        break;
      }
      left = add({.op = *op, .children = {*left, *right}});
    }
    return left;
  }

  // What stands after "contains" may be missing: then nothing is looked for.
  Node membership() {
    Node left = factor();
    while (left) {
      const std::size_t before = in_.at();
      in_.skip_spaces();
      const auto op = in_.take_any(memberships);
      if (!op) {
        in_.back_to(before);
        break;
      }
      in_.skip_spaces();
      Node right = factor();
      if (!right) right = add({.op = NodeOp::Nothing});
      left = add({.op = *op, .children = {*left, *right}});
    }
    return left;
  }

  Node factor() {
    if (in_.failed()) return std::nullopt;
    if (++depth_ > Expression::deepest) in_.fail(in_.at(), "too many brackets inside each other");
    if (++tries_ > most_tries) in_.fail(in_.at(), "write this more simply: it can be read in too many ways");
    const std::size_t before = in_.at(), nodes = out_.nodes.size();
    Node node;
    for (const auto part : {&Parser::bracketed, &Parser::function, &Parser::negated, &Parser::asked, &Parser::list}) {
      if (in_.failed()) break;
      node = (this->*part)();
      if (node) break;
      undo(before, nodes);
    }
    --depth_;
    if (!node) in_.miss(in_.at_end() ? "something is missing at the end" : wanted);
    return in_.failed() ? std::nullopt : node;
  }

  // SurveyJS does without the bracket that closes, and so do we.
  Node bracketed() {
    if (!in_.take("(")) return std::nullopt;
    const Node inner = whole();
    if (inner && !in_.take(")")) in_.miss("close the bracket with )");
    return inner;
  }

  Node function() {
    const auto name = in_.function_name();
    if (!name) return std::nullopt;
    const ScriptFunction known = script_function_named(*name);
    ExpressionNode node{.op = NodeOp::Function, .function = known, .children = items(), .question = std::string(*name)};
    if (!in_.take(")")) in_.miss("put a comma between, or close the bracket with )");
    return add(std::move(node));
  }

  Node negated() {
    if (!in_.take_any(negations)) return std::nullopt;
    in_.skip_spaces();
    const Node inner = factor();
    if (!inner) return std::nullopt;
    forbid_nothing(*inner);
    return add({.op = NodeOp::Negate, .children = {*inner}});
  }

  // An atom, and whether it is empty, if that is asked.
  Node asked() {
    const Node node = atom();
    if (!node) return std::nullopt;
    const std::size_t before = in_.at();
    in_.skip_spaces();
    if (const auto op = in_.take_any(emptiness)) {
      forbid_nothing(*node);
      return add({.op = *op, .children = {*node}});
    }
    in_.back_to(before);
    return node;
  }

  Node list() {
    if (!in_.take("[")) return std::nullopt;
    ExpressionNode node{.op = NodeOp::List, .children = items()};
    if (!in_.take("]")) {
      in_.miss("put a comma between, or close the list with ]");
      return std::nullopt;
    }
    return add(std::move(node));
  }

  // SurveyJS drops all of them when the first is null, and cannot go on at all when a later one is.
  std::vector<std::uint32_t> items() {
    std::vector<std::uint32_t> items;
    const std::size_t nodes = out_.nodes.size();
    const Node first = whole();
    if (first) items.push_back(*first);
    const bool begins_with_nothing = !first || out_.nodes[*first].op == NodeOp::Nothing;
    for (;;) {
      const std::size_t before = in_.at(), kept = out_.nodes.size();
      in_.skip_spaces();
      const Node next = in_.take(",") ? whole() : std::nullopt;
      if (!next) {
        undo(before, kept);
        break;
      }
      if (!begins_with_nothing) forbid_nothing(*next);
      items.push_back(*next);
    }
    if (!begins_with_nothing) return items;
    out_.nodes.resize(nodes);
    return {};
  }

  Node atom() {
    in_.skip_spaces();
    if (in_.nothing()) return add({.op = NodeOp::Nothing});
    if (auto value = in_.literal()) return add({.op = NodeOp::Literal, .literal = std::move(*value)});
    if (auto name = in_.question()) {
      const bool as_it_is = name->size() > 1 && name->front() == '#';
      return add({.op = as_it_is ? NodeOp::QuestionAsItIs : NodeOp::Question,
                  .question = as_it_is ? name->substr(1) : std::string(*name)});
    }
    return std::nullopt;
  }

  void forbid_nothing(std::uint32_t node) {
    if (out_.nodes[node].op == NodeOp::Nothing) in_.fail(in_.at(), "null cannot stand here");
  }

  void undo(std::size_t at, std::size_t nodes) {
    in_.back_to(at);
    out_.nodes.resize(nodes);
  }

  std::uint32_t add(ExpressionNode node) {
    const auto at = static_cast<std::uint32_t>(out_.nodes.size());
    node.begin = node.children.empty() ? at : out_.nodes[node.children.front()].begin;
    out_.nodes.push_back(std::move(node));
    return at;
  }

  ExpressionReader in_;
  Expression out_;
  int depth_ = 0;
  int tries_ = 0;
};

// The spellings that survey-core puts right before it reads, in words and names too. None changes a length.
std::string put_right(std::string_view text) {
  constexpr std::string_view wrong[] = {"=>", "=<", "<>", "equals", "notequals"};
  constexpr std::string_view right[] = {">=", "<=", "!=", "equal ", "notequal "};
  std::string out(text);
  for (std::size_t i = 0; i < std::size(wrong); ++i) {
    for (std::size_t at = out.find(wrong[i]); at != out.npos; at = out.find(wrong[i], at + wrong[i].size())) {
      out.replace(at, wrong[i].size(), right[i]);
    }
  }
  return out;
}

}  // namespace

std::vector<std::string_view> Expression::unknown_functions() const {
  std::vector<std::string_view> names;
  for (const ExpressionNode& node : nodes) {
    if (node.op == NodeOp::Function && node.function == ScriptFunction::Unknown) names.push_back(node.question);
  }
  return names;
}

bool Expression::asks_the_time() const {
  using enum ScriptFunction;
  return std::ranges::any_of(nodes, [](const ExpressionNode& node) {
    const ScriptFunction called = node.function;
    const bool is_part = called == Year || called == Month || called == Day || called == Weekday;
    return called == Age || called == Today || called == CurrentDate || called == CurrentYear ||
           (is_part && node.children.empty());
  });
}

std::variant<Expression, ExpressionFault> parse_expression(std::string_view text) {
  if (text.size() > Expression::most_bytes) {
    return ExpressionFault{Expression::most_bytes, "keep an expression under 10,000 characters"};
  }
  const std::string written = put_right(text);
  return Parser(written).parse();
}

Expression condition_in_words(std::string_view text) {
  auto parsed = parse_expression(text);
  auto* expression = std::get_if<Expression>(&parsed);
  return expression == nullptr ? Expression() : std::move(*expression);
}

}  // namespace alongside::feedback
