// What may be asked, and what becomes of a request when its family or its council says something. The same for the
// device, which shows a change before the council has it, and for the server, which decides.
#pragma once

#include "plugins/requests/model/changes.hpp"

#include <optional>
#include <string_view>

namespace alongside::requests {

enum class RequestFault : std::uint8_t {
  NoWords,  // it does not say what would help
  TooLong,  // a text is longer than we keep
  BadText,  // not words: broken or invisible characters
  Over,     // answered for good, or taken back
  TooMany,  // more steps or open requests than we keep
};
constexpr std::string_view name_of(RequestFault fault) {
  constexpr std::string_view names[] = {"no_words", "too_long", "bad_text", "over", "too_many"};
  return names[static_cast<unsigned>(fault)];
}

// How many open requests one person may have about one child. Nobody needs more; a faulty program might.
inline constexpr std::size_t most_open_requests = 20;

std::optional<RequestFault> check(const AskFor& ask);
std::optional<RequestFault> check(const FamilyRequest& request, const AddWords& add);
std::optional<RequestFault> check(const FamilyRequest& request, const TakeBack& back);

FamilyRequest request_of(const AskFor& ask, Date asked_on, Date answer_by);
// Words after the council's question bring it back to the council; otherwise the status stays.
void add_words(FamilyRequest& request, std::string_view words, Date day);
void take_back(FamilyRequest& request, Date day);

}  // namespace alongside::requests
