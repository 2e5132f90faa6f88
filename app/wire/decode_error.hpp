// DecodeError: why bytes from outside were refused, and where. The only way decoding fails.
// The server repeats it in a Problem; tests and logs use its stable names.
#pragma once

#include "app/base/error.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace alongside::wire {

enum class DecodeCode : std::uint8_t {
  TooLarge,       // the frame, or what it would become, is over the limits
  NotAFrame,      // the first bytes are not ours
  Truncated,      // it ends, or its record ends, too early
  BadChecksum,    // it was damaged on the way
  WrongSchema,    // another message than the one expected
  WrongVersion,   // an edition of the message we do not know
  Overlong,       // a number written in more bytes than it needs
  OutOfRange,     // a number its field cannot hold
  BadBool,        // neither 0 nor 1
  UnknownChoice,  // an enumerator, alternative or presence mark we do not know
  BadNumber,      // a fraction that is not finite, or minus zero
  BadText,        // not UTF-8, or a control character
  BadLength,      // more items than there are bytes left for
  TooDeep,        // too many things inside each other
  KeyOrder,       // map keys or set members not strictly increasing
  NotCanonical,   // right, but not in the one form we write
  TrailingBytes,  // something left over
};

// The code's stable name in replies and logs, such as "bad_checksum".
std::string_view name_of(DecodeCode code);

struct DecodeError {
  DecodeCode code = DecodeCode::NotAFrame;
  std::size_t offset = 0;  // from the start of the frame
  bool operator==(const DecodeError&) const = default;
};

// The same as an Error: another edition is Incompatible, too much is TooLarge, the rest is
// InvalidInput; the detail is "name at byte offset".
Error to_error(const DecodeError& error);

}  // namespace alongside::wire
