// may_spend: "May I spend it on this?" over what the child's agreement says and what the council says to everybody. It
// answers with rules in their own words and never with a guess: where no rule speaks of the thing, nothing is said, and
// the family asks. Pure; the same on the device and on pages without script. check(): what a question must be.
#pragma once

#include "plugins/direct_payments/model/agreement.hpp"
#include "plugins/direct_payments/model/spending/spend_question.hpp"
#include "plugins/direct_payments/model/spending/spend_rule.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace alongside::direct_payments {

enum class RuleFrom : std::uint8_t { Agreement, Council };
struct RuleHit {
  const SpendRule* rule = nullptr;
  RuleFrom from = RuleFrom::Council;
};

struct SpendAnswer {
  SpendVerdict verdict = SpendVerdict::NotSaid;
  std::vector<RuleHit> hits;  // the one that decides first
};

// The agreement is about this child and goes before the council's rules for everybody, which are told all the same. Of
// several of one kind the strictest decides. The spans must outlive the answer.
SpendAnswer may_spend(std::string_view what, std::optional<Money> cost, std::span<const SpendRule> agreed,
                      std::span<const SpendRule> council);

// Whether two questions are about the same thing, word for word but for endings and small words.
bool is_same_thing(std::string_view one, std::string_view other);

enum class QuestionFault : std::uint8_t { BadText, BadAmount, AfterAgreement, TooMany };
constexpr std::string_view name_of(QuestionFault fault) {
  constexpr std::string_view names[] = {"bad_text", "bad_amount", "after_agreement", "too_many"};
  return names[static_cast<unsigned>(fault)];
}
// `open`: how many of the agreement wait for an answer already.
std::optional<QuestionFault> check(const AskToSpend& ask, const Agreement& agreement, std::size_t open, Date today);

SpendQuestion question_of(const AskToSpend& ask, PersonId by, Date asked_on, Date answer_by);

}  // namespace alongside::direct_payments
