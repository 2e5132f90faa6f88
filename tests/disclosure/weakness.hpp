// Mistakes on purpose: what a release would be with one of our rules forgotten. The proof must find each.
#pragma once

#include "tests/disclosure/population.hpp"

#include <cstdint>
#include <string_view>

namespace alongside::disclosure {

enum class Weakness : std::uint8_t {
  None,
  NoSecondaryInColumns,  // only what is small is taken together
  NoSecondaryInCrosses,  // only small cells are hidden
  HiddenTotalShown,      // the total of a row that is hidden in a column stands beside its cross-tab
  EarlierForgotten,      // a release counts everybody again
  ConditionsForgotten,   // that not everybody was asked is not looked at
  AncestorsForgotten,    // only the question that a condition names is looked at, not what decided that one
  RingsAllowed,          // three cross-tabs, each looked at alone
  ChoicesApart,          // each choice of a question treats "no answer" as suits it
};
inline constexpr std::string_view weakness_names[] = {"none",
                                                      "no-secondary-in-columns",
                                                      "no-secondary-in-crosses",
                                                      "hidden-total-shown",
                                                      "earlier-forgotten",
                                                      "conditions-forgotten",
                                                      "ancestors-forgotten",
                                                      "rings-allowed",
                                                      "choices-apart"};

// What is published of this table.
feedback::ProtectedTables release(const Population& population, feedback::AnswerTable table, Weakness weakness);

}  // namespace alongside::disclosure
