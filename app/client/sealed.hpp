// sealed(): runs a plugin's code so that nothing it throws goes further. Every call into a plugin
// made by the host goes through here.
#pragma once

#include "app/base/result.hpp"

#include <exception>
#include <string>

namespace alongside::client {

template <class Function>
Result<void> sealed(Function&& call) {
  try {
    return call();
  } catch (const std::exception& thrown) {
    return Error{ErrorCode::Internal, std::string("threw: ") + thrown.what()};
  } catch (...) {
    return Error{ErrorCode::Internal, "threw something that is not an exception class"};
  }
}

}  // namespace alongside::client
