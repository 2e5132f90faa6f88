// Secret: the one thing of A's in which two runs of a world differ.
#pragma once

#include "tests/worlds/history.hpp"

#include <cstdint>
#include <string_view>
#include <utility>

namespace alongside::worlds {

enum class Secret : std::uint8_t {
  Address,
  Phone,
  Email,
  Diary,
  Workers,
  School,  // where it is not shared
  Preference,
  RefusedOperation,
  AnotherDevice,
  DocumentExists,
  DocumentLength,
  DocumentGone,
  TimeOfChange,
  HowOften,
  Notice,
  ShareWithAnother,
  AnotherChild,
  NamedAnswers,
  Letter,     // answers without a name
  VisitNote,  // where visits are not shared
  WhileRestricted,
  AfterTheEnd,
  BeforeTheBeginning,
  GoneBeforeTheyCame,
  WhileNotShared,
  AnotherStanding,  // of somebody to the other child
  Restriction,      // of B: or the others merely left off sharing
};
inline constexpr unsigned secret_count = 27;
std::string_view name_of(Secret secret);

// The facet that must stay closed for this secret to be one.
wire::Facet facet_of(Secret secret);
// The same world with the secret one way and the other. Its words begin with `canary`.
inline constexpr std::string_view canary = "CANARY";
std::pair<History, History> both_ways(Dice& dice, const History& history, Secret secret);

}  // namespace alongside::worlds
