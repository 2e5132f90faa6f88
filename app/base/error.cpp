#include "app/base/error.hpp"

namespace alongside {

std::string_view name_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::InvalidInput: return "invalid_input";
    case ErrorCode::NotFound: return "not_found";
    case ErrorCode::NotAllowed: return "not_allowed";
    case ErrorCode::SignedOut: return "signed_out";
    case ErrorCode::TooLarge: return "too_large";
    case ErrorCode::Conflict: return "conflict";
    case ErrorCode::Offline: return "offline";
    case ErrorCode::Unavailable: return "unavailable";
    case ErrorCode::Storage: return "storage";
    case ErrorCode::Incompatible: return "incompatible";
    case ErrorCode::Internal: return "internal";
  }
  return "internal";
}

}  // namespace alongside
