// Version: one state of a document, as somebody saw it. The number alone does not tell which: two devices without a
// network both make a sixth version of the fifth, and a council that was restored from an older copy counts the same
// numbers again. So a version is the number and the change that made it.
#pragma once

#include "app/base/ids.hpp"

#include <cstdint>

namespace alongside::wire {

struct Version {
  std::uint64_t number = 0;  // counts the document's changes, from 1; 0: there is none yet
  OperationId made_by;       // where the council itself made it, the council's incarnation

  bool exists() const { return number > 0; }
  // What it becomes by a change that is built on it.
  Version after(OperationId change) const { return {number + 1, change}; }
  bool operator==(const Version&) const = default;
};

}  // namespace alongside::wire
