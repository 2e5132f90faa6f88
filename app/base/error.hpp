// Error: what went wrong, as a value. Every fallible function of Alongside returns one inside a
// Result. `code` is for programs and logs; `detail` is for the person who maintains a council's
// service (never holds personal data). What a parent reads is chosen by the screen, by code.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace alongside {

enum class ErrorCode : std::uint8_t {
  InvalidInput,  // the other side sent something we will not take
  NotFound,      // there is no such thing
  NotAllowed,    // this person may not
  SignedOut,     // nobody is signed in, or no longer
  TooLarge,      // over a stated limit
  Conflict,      // it changed meanwhile
  Offline,       // the network did not answer
  Unavailable,   // the service is there but cannot do it now
  Storage,       // disk or database failed
  Incompatible,  // made for another version of Alongside
  Internal,      // our own mistake
};

// The code's stable name in logs and replies, such as "invalid_input".
std::string_view name_of(ErrorCode code);

struct Error {
  ErrorCode code = ErrorCode::Internal;
  std::string detail;
};

}  // namespace alongside
