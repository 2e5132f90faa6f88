// RoundEnd: how a push or a pull ended, and what an error of the network means for it. Used by PushRound,
// PullRound and SyncRounds.
#pragma once

#include "app/base/error.hpp"
#include "app/wire/decode_error.hpp"

#include <cstdint>

namespace alongside::client {

enum class RoundEnd : std::uint8_t {
  Done,
  Offline,       // not reached, or it cannot do it now: try again
  SignedOut,     // or signed in as somebody else in another tab
  Incompatible,  // it will not get better by trying again
  Disturbed,     // this device's own store: try again
};

constexpr RoundEnd end_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::SignedOut:
    case ErrorCode::NotAllowed: return RoundEnd::SignedOut;
    case ErrorCode::InvalidInput:
    case ErrorCode::NotFound:
    case ErrorCode::TooLarge:
    case ErrorCode::Conflict:
    case ErrorCode::Incompatible: return RoundEnd::Incompatible;
    case ErrorCode::Offline:
    case ErrorCode::Unavailable:
    case ErrorCode::Storage:
    case ErrorCode::Internal: return RoundEnd::Offline;
  }
  return RoundEnd::Offline;
}

// A reply that was cut off on its way, or is the page of some wireless network, comes better another time.
constexpr RoundEnd end_of(const wire::DecodeError& error) {
  switch (error.code) {
    case wire::DecodeCode::NotAFrame:
    case wire::DecodeCode::Truncated:
    case wire::DecodeCode::BadChecksum:
    case wire::DecodeCode::TrailingBytes: return RoundEnd::Offline;
    default: return RoundEnd::Incompatible;
  }
}

}  // namespace alongside::client
