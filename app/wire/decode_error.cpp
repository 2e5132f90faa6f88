#include "app/wire/decode_error.hpp"

#include <string>

namespace alongside::wire {

std::string_view name_of(DecodeCode code) {
  switch (code) {
    case DecodeCode::TooLarge: return "too_large";
    case DecodeCode::NotAFrame: return "not_a_frame";
    case DecodeCode::Truncated: return "truncated";
    case DecodeCode::BadChecksum: return "bad_checksum";
    case DecodeCode::WrongSchema: return "wrong_schema";
    case DecodeCode::WrongVersion: return "wrong_version";
    case DecodeCode::Overlong: return "overlong";
    case DecodeCode::OutOfRange: return "out_of_range";
    case DecodeCode::BadBool: return "bad_bool";
    case DecodeCode::UnknownChoice: return "unknown_choice";
    case DecodeCode::BadNumber: return "bad_number";
    case DecodeCode::BadText: return "bad_text";
    case DecodeCode::BadLength: return "bad_length";
    case DecodeCode::TooDeep: return "too_deep";
    case DecodeCode::KeyOrder: return "key_order";
    case DecodeCode::NotCanonical: return "not_canonical";
    case DecodeCode::TrailingBytes: return "trailing_bytes";
  }
  return "not_a_frame";
}

Error to_error(const DecodeError& error) {
  std::string detail(name_of(error.code));
  detail += " at byte ";
  detail += std::to_string(error.offset);
  switch (error.code) {
    case DecodeCode::TooLarge: return {ErrorCode::TooLarge, std::move(detail)};
    case DecodeCode::WrongSchema:
    case DecodeCode::WrongVersion: return {ErrorCode::Incompatible, std::move(detail)};
    default: return {ErrorCode::InvalidInput, std::move(detail)};
  }
}

}  // namespace alongside::wire
