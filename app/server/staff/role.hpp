// Role: what an officer of the council may ask for, in the words of its configuration ("staff"). Each verb names the
// one that it wants when it is added (Verbs::add), so that no new verb can be without. Asked by Staff.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace alongside::server {

enum class Role : std::uint8_t {
  Anybody,       // only reads what is public, or works on files alone; nobody is given this one
  Answers,       // reads what families ask for and say about the local offer, and answers
  Offer,         // keeps the local offer: feeds, providers' proposals, corrections, words
  Surveys,       // publishes surveys, reads every answer, releases results
  Money,         // direct payments: agreements, returns, questions, the ledger
  Households,    // who is who: imports, codes to get in, signing out, exports, holds, erasing
  Safeguarding,  // who does not feel safe; who stands by a child, restrictions and their end
  System,        // the machine: backups, emails, what is deleted when, the audit's rows
};
inline constexpr std::size_t role_count = 8;

constexpr std::string_view word_of(Role role) {
  constexpr std::array<std::string_view, role_count> words = {"anybody", "answers",    "offer",        "surveys",
                                                              "money",   "households", "safeguarding", "system"};
  return words[static_cast<std::size_t>(role)];
}

// Of those that somebody can be given; nothing for any other word.
constexpr std::optional<Role> given_role_named(std::string_view word) {
  for (std::size_t at = 1; at < role_count; ++at) {
    if (word_of(static_cast<Role>(at)) == word) return static_cast<Role>(at);
  }
  return std::nullopt;
}

}  // namespace alongside::server
