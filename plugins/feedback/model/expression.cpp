#include "plugins/feedback/model/expression.hpp"

#include "plugins/feedback/model/expression_reader.hpp"

#include <utility>

namespace alongside::feedback {
namespace {

using Op = ExpressionOp;
using Sign = ExpressionReader::Sign;

// Of two that begin alike the longer comes first.
constexpr Sign or_signs[] = {{"||", Op::Or}, {"or", Op::Or}};
constexpr Sign and_signs[] = {{"&&", Op::And}, {"and", Op::And}};
constexpr Sign comparisons[] = {{"<=", Op::LessOrEqual},
                                {">=", Op::GreaterOrEqual},
                                {"<>", Op::NotEqual},
                                {"!=", Op::NotEqual},
                                {"==", Op::Equal},
                                {"=", Op::Equal},
                                {"<", Op::Less},
                                {">", Op::Greater},
                                {"lessorequal", Op::LessOrEqual},
                                {"less", Op::Less},
                                {"greaterorequal", Op::GreaterOrEqual},
                                {"greater", Op::Greater},
                                {"notequal", Op::NotEqual},
                                {"equal", Op::Equal}};
constexpr Sign memberships[] = {{"*=", Op::Contains},
                                {"contains", Op::Contains},
                                {"contain", Op::Contains},
                                {"notcontains", Op::NotContains},
                                {"notcontain", Op::NotContains},
                                {"anyof", Op::AnyOf},
                                {"allof", Op::AllOf},
                                {"noneof", Op::NoneOf}};
constexpr Sign negations[] = {{"!", Op::Negate}, {"negate", Op::Negate}};
constexpr Sign questions_asked[] = {{"notempty", Op::NotEmpty}, {"empty", Op::Empty}};

// One function a level of precedence, the weakest first. Each returns the node's number.
class Parser {
 public:
  explicit Parser(std::string_view text) : in_(text) {}

  std::variant<Expression, ExpressionFault> parse() {
    in_.skip_spaces();
    either();
    if (!in_.failed() && !in_.at_end()) in_.fail("what stands here makes no sense to us");
    if (in_.failed()) return *in_.fault();
    return std::move(out_);
  }

 private:
  using Level = std::uint32_t (Parser::*)();

  template <std::size_t size>
  std::uint32_t chain(const Sign (&signs)[size], Level next) {
    std::uint32_t left = (this->*next)();
    while (!in_.failed()) {
      in_.skip_spaces();
      const auto op = in_.take_any(signs);
      if (!op) break;
      in_.skip_spaces();
      const std::uint32_t right = (this->*next)();
      left = add({*op, {}, {}, {left, right}});
    }
    return left;
  }
  std::uint32_t either() { return chain(or_signs, &Parser::both); }
  std::uint32_t both() { return chain(and_signs, &Parser::comparison); }
  std::uint32_t comparison() { return chain(comparisons, &Parser::membership); }
  std::uint32_t membership() { return chain(memberships, &Parser::factor); }

  std::uint32_t factor() {
    if (++depth_ > Expression::deepest) in_.fail("too many brackets inside each other");
    const std::uint32_t node = in_.failed() ? 0 : unguarded_factor();
    --depth_;
    return node;
  }

  std::uint32_t unguarded_factor() {
    if (in_.take("(")) return bracketed();
    if (const auto op = in_.take_any(negations)) {
      in_.skip_spaces();
      const std::uint32_t inner = factor();
      return add({*op, {}, {}, {inner}});
    }
    const std::uint32_t node = in_.take("[") ? list() : atom();
    in_.skip_spaces();
    if (const auto op = in_.take_any(questions_asked)) return add({*op, {}, {}, {node}});
    return node;
  }

  // SurveyJS takes a bracket that is not closed at the very end, and so do we.
  std::uint32_t bracketed() {
    in_.skip_spaces();
    const std::uint32_t inner = either();
    in_.skip_spaces();
    if (!in_.take(")") && !in_.at_end()) in_.fail("this bracket is never closed");
    return inner;
  }

  std::uint32_t list() {
    ExpressionNode node{Op::List, {}, {}, {}};
    in_.skip_spaces();
    while (!in_.failed() && !in_.take("]")) {
      if (!node.children.empty() && !in_.take(",")) in_.fail("put a comma between, or close the list with ]");
      in_.skip_spaces();
      node.children.push_back(atom());
      in_.skip_spaces();
    }
    return add(std::move(node));
  }

  std::uint32_t atom() {
    if (auto name = in_.question()) return add({Op::Question, {}, std::move(*name), {}});
    if (auto value = in_.literal()) {
      if (in_.take("(")) in_.fail("we know no functions here yet");
      return add({Op::Literal, std::move(*value), {}, {}});
    }
    in_.fail(in_.at_end() ? "something is missing at the end" : "write a {question}, a word, a number or 'words'");
    return 0;
  }

  std::uint32_t add(ExpressionNode node) {
    out_.nodes.push_back(std::move(node));
    return static_cast<std::uint32_t>(out_.nodes.size() - 1);
  }

  ExpressionReader in_;
  Expression out_;
  int depth_ = 0;
};

}  // namespace

std::vector<std::string_view> Expression::questions() const {
  std::vector<std::string_view> names;
  for (const ExpressionNode& node : nodes) {
    if (node.op == ExpressionOp::Question) names.push_back(node.question);
  }
  return names;
}

std::variant<Expression, ExpressionFault> parse_expression(std::string_view text) {
  if (text.size() > Expression::most_bytes) {
    return ExpressionFault{Expression::most_bytes, "keep a condition under 4,000 characters"};
  }
  return Parser(text).parse();
}

}  // namespace alongside::feedback
